/** The bytes of a DC-09 frame, cut into the fields that people know. Pure; the server has decoded it already, this only shows where each field stands. */

export type PartName =
  | 'lf'
  | 'crc'
  | 'length'
  | 'id'
  | 'seq'
  | 'receiver'
  | 'line'
  | 'account'
  | 'data'
  | 'cipher'
  | 'xdata'
  | 'time'
  | 'cr'
  | 'rest';
export interface Part {
  name: PartName;
  from: number;
  to: number;
  text: string;
}

export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/[0-9a-f]{2}/gi) ?? [], (x) => Number.parseInt(x, 16));

/** What a terminal would show: a dot for what cannot be printed. */
export const printable = (b: number): string => (b >= 0x20 && b < 0x7f ? String.fromCharCode(b) : '·');

export interface HexRow {
  at: string;
  bytes: { i: number; hex: string; char: string }[];
}
export function hexRows(bytes: Uint8Array, width = 16): HexRow[] {
  const out: HexRow[] = [];
  for (let i = 0; i < bytes.length; i += width)
    out.push({
      at: i.toString(16).padStart(4, '0').toUpperCase(),
      bytes: [...bytes.slice(i, i + width)].map((b, k) => ({
        i: i + k,
        hex: b.toString(16).padStart(2, '0').toUpperCase(),
        char: printable(b),
      })),
    });
  return out;
}

/** One field after the other; a byte that fits nowhere ends in `rest`, so that every byte belongs to one part. */
export function frameParts(bytes: Uint8Array): Part[] {
  const s = String.fromCharCode(...bytes);
  const out: Part[] = [];
  let at = 0;
  const take = (name: PartName, n: number) => {
    if (n > 0)
      out.push({ name, from: at, to: at + n, text: [...bytes.slice(at, at + n)].map(printable).join('') });
    at += Math.max(0, n);
  };
  const match = (name: PartName, re: RegExp) => {
    const m = re.exec(s.slice(at));
    if (m?.[0]) take(name, m[0].length);
    return !!m?.[0];
  };
  match('lf', /^\n/);
  // two bytes of CRC instead of four digits: against the standard, but in the field
  if (/^[0-9A-Fa-f]{8}"/.test(s.slice(at))) take('crc', 4);
  else if (/^[\s\S]{2}[0-9A-Fa-f]{4}"/.test(s.slice(at))) take('crc', 2);
  match('length', /^[0-9A-Fa-f]{4}(?=")/);
  const encrypted = /^"\*/.test(s.slice(at));
  match('id', /^"\*?[^"]*"/);
  match('seq', /^\d{4}/);
  match('receiver', /^R[0-9A-Fa-f]*/);
  match('line', /^L[0-9A-Fa-f]*/);
  match('account', /^#[0-9A-Za-z]*/);
  if (encrypted) match('cipher', /^\[[^\r]*/);
  else if (match('data', /^\[[^\]\r]*\]/)) while (match('xdata', /^\[[^\]\r]*\]/));
  match('time', /^_[\d:,-]+/);
  if (/^[^\r]+/.test(s.slice(at))) match('rest', /^[^\r]+/);
  match('cr', /^\r/);
  take('rest', bytes.length - at);
  return out;
}

/** How far the panel's clock is off: in front of ours is positive. */
export function lagText(device: number | null | undefined, received: number): string {
  if (device === null || device === undefined) return '';
  const ms = device - received;
  const s = Math.round(Math.abs(ms) / 1000);
  const sign = s === 0 ? '±' : ms < 0 ? '−' : '+';
  if (s < 120) return `${sign}${s} s`;
  if (s < 7200) return `${sign}${Math.round(s / 60)} min`;
  return s < 172_800 ? `${sign}${Math.round(s / 3600)} h` : `${sign}${Math.round(s / 86_400)} d`;
}
