/** What the signal log is asked for, to and from the address of the page. Pure. */
import { timeParse } from '../core/fmt';

export interface Asked {
  account: string;
  panel: string;
  site: string;
  class: string;
  fate: string;
  state: string;
  source: string;
  code: string;
  priority: string;
  zone_no: string;
  line: string;
  text: string;
  /** Days, YYYY-MM-DD, both inside the period. */
  from: string;
  to: string;
  period: string;
}
const NAMES = [
  'account',
  'panel',
  'site',
  'class',
  'fate',
  'state',
  'source',
  'code',
  'priority',
  'zone_no',
  'line',
  'text',
  'from',
  'to',
  'period',
] as const;
export const NOTHING: Asked = {
  account: '',
  panel: '',
  site: '',
  class: '',
  fate: '',
  state: '',
  source: '',
  code: '',
  priority: '',
  zone_no: '',
  line: '',
  text: '',
  from: '',
  to: '',
  period: '',
};
/** What is typed, and sent without its margins. */
export const TYPED = ['account', 'code', 'zone_no', 'line', 'text'] as const;
/** Answered by looking through what the others leave: not at once over months. */
export const EXTRA = ['code', 'priority', 'zone_no', 'line', 'text'] as const;
type Query = Record<string, string | null | (string | null)[] | undefined>;

const PERIODS: Record<string, number> = {
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  m: 31 * 86_400_000,
};
export const PERIOD_NAMES = Object.keys(PERIODS);

export function askedOf(q: Query): Asked {
  const out = { ...NOTHING };
  for (const n of NAMES) {
    const v = q[n];
    out[n] = (Array.isArray(v) ? v[0] : v) ?? '';
  }
  if (!(out.period in PERIODS)) out.period = '';
  return out;
}
export const addressOf = (a: Asked): Record<string, string> =>
  Object.fromEntries(NAMES.filter((n) => a[n]).map((n) => [n, a[n]]));

export const isAsked = (a: Asked): boolean => NAMES.some((n) => a[n]);

/** For the server: a period is a range of milliseconds, the last day counts whole. */
export function toServer(a: Asked, now: number): Record<string, string | number> {
  const out: Record<string, string | number> = {};
  for (const n of ['panel', 'site', 'class', 'fate', 'state', 'source', 'priority'] as const)
    if (a[n]) out[n] = a[n];
  for (const n of TYPED) if (a[n].trim()) out[n] = a[n].trim();
  const from = a.from ? timeParse(a.from) : null;
  const to = a.to ? timeParse(a.to) : null;
  if (from !== null) out.from = from;
  if (to !== null) out.to = to + PERIODS.d!;
  if (a.period && from === null && to === null) out.from = now - PERIODS[a.period]!;
  return out;
}
