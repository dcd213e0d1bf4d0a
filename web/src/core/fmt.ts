/** Formatting and reading of values. Pure: the zone is an argument, money and tenths never pass through floats. */

/** The organisation's zone, which the session says. */
export let ZONE = 'Asia/Shanghai';
export function setZone(zone: string): void {
  ZONE = zone;
}

const two = (n: number): string => String(n).padStart(2, '0');

const zones = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let f = zones.get(zone);
  if (!f) {
    f = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    zones.set(zone, f);
  }
  return f;
}

function parts(ms: number, zone: string): Record<string, string> {
  const out: Record<string, string> = {};
  for (const p of formatter(zone).formatToParts(ms)) out[p.type] = p.value;
  return out;
}

/** 2026-11-22 14:05:09 in the zone. */
export function timeText(ms: number | null | undefined, zone = ZONE): string {
  if (ms === null || ms === undefined) return '';
  const p = parts(ms, zone);
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`;
}
export const minuteText = (ms: number | null | undefined, zone = ZONE): string =>
  timeText(ms, zone).slice(0, 16);
export const dateText = (ms: number, zone = ZONE): string => timeText(ms, zone).slice(0, 10);

/** Back from the wall clock of the zone, which need not be the browser's. */
export function timeParse(s: string, zone = ZONE): number | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(s.trim());
  if (!m) return null;
  const wall = Date.UTC(+m[1]!, +m[2]! - 1, +m[3]!, +(m[4] ?? 0), +(m[5] ?? 0), +(m[6] ?? 0));
  let ms = wall;
  for (let i = 0; i < 2; i++) ms = wall - (Date.parse(`${timeText(ms, zone).replace(' ', 'T')}Z`) - ms);
  return ms;
}

/** Any usual way to write a day (and minute) as YYYY-MM-DD [HH:mm]; null when it is none, such as 31 February. */
export function dateParse(s: string, withTime = false): string | null {
  const m = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ]+(\d{1,2})[:：](\d{2}))?$/.exec(s.trim());
  if (!m || (m[4] && !withTime)) return null;
  const day = `${m[1]}-${two(+m[2]!)}-${two(+m[3]!)}`;
  const utc = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 10) !== day) return null;
  if (+(m[4] ?? 0) > 23 || +(m[5] ?? 0) > 59) return null;
  return withTime ? `${day} ${two(+(m[4] ?? 0))}:${m[5] ?? '00'}` : day;
}

/** Fixed point: "12.3" with 2 places is 1230; null when it is not a number of that shape. */
export function fixedParse(s: string, places: number): number | null {
  const m = /^(-?)(\d{1,13})(?:\.(\d*))?$/.exec(s.trim().replace(/[,，\s¥￥]/g, ''));
  if (!m || (m[3] ?? '').length > places) return null;
  const n = Number(m[2]! + (m[3] ?? '').padEnd(places, '0'));
  return m[1] ? -n : n;
}

export function fixedText(n: number | null | undefined, places: number, group = false): string {
  if (n === null || n === undefined) return '';
  const d = String(Math.abs(n)).padStart(places + 1, '0');
  const whole = d.slice(0, d.length - places);
  const head = group ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${n < 0 ? '-' : ''}${head}${places ? `.${d.slice(-places)}` : ''}`;
}
export const moneyText = (fen: number | null | undefined): string =>
  fen === null || fen === undefined ? '' : `¥${fixedText(fen, 2, true)}`;
export const intText = (n: number): string => fixedText(n, 0, true);

/** 1:02:03 or 02:03; days in front when there are any: "3d 1:02:03". */
export function durText(ms: number): string {
  const s = Math.floor(Math.abs(ms) / 1000);
  const d = Math.floor(s / 86400);
  const h = Math.floor(s / 3600) % 24;
  const rest = `${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  return `${ms < 0 ? '-' : ''}${d ? `${d}d ` : ''}${d || h ? `${h}:` : ''}${rest}`;
}

/** Ids are 64-bit decimals; the last characters tell rows apart on a screen. */
export const shortId = (id: string): string => (id.length > 8 ? `…${id.slice(-6)}` : id);

export function sizeText(n: number): string {
  if (n < 1024) return `${n} B`;
  if (n < 1024 * 1024) return `${Math.round(n / 1024)} KB`;
  return `${(n / 1024 / 1024).toFixed(1)} MB`;
}
