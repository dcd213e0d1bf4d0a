/** Service mode: what a row says in words. Pure. */
import type { Row } from '../core/types';

/** Masked only with the technician on site and the customer asked by telephone (model C.3.2). */
export const LIFE = ['holdup', 'duress', 'fire', 'medical'];
export const lifeMasked = (r: Pick<Row, string>): boolean =>
  !!r.on_site && !!String(r.confirmed_by ?? '').trim();

/** Does it name a class of life at all? Empty: all classes. */
export const touchesLife = (classes: string[]): boolean =>
  !classes.length || classes.some((c) => LIFE.includes(c));

export interface Left {
  ms: number;
  share: number;
}
/** How much of the time is left; 100 per cent at the beginning. */
export function leftOf(from: number, until: number, now: number): Left {
  const span = Math.max(1, until - Math.min(from, now));
  const ms = until - now;
  return { ms, share: Math.max(0, Math.min(100, Math.round((ms * 100) / span))) };
}

/** "3,4,5,6,9" as "3–6, 9": a long list is read as ranges. */
export function zoneRanges(zones: string | null | undefined): string {
  const n = [...new Set((zones ?? '').split(',').map((s) => Number(s.trim())))]
    .filter((x) => Number.isInteger(x) && x > 0)
    .sort((a, b) => a - b);
  const out: string[] = [];
  for (let i = 0; i < n.length; ) {
    let k = i;
    while (n[k + 1] === n[k]! + 1) k++;
    out.push(k > i ? `${n[i]}–${n[k]}` : String(n[i]));
    i = k + 1;
  }
  return out.join(', ');
}
