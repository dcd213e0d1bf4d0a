/** Figures as text. Pure; shares are cut from integers, never from floats that a person would add up again. */
import { durText, fixedText } from '../core/fmt';
import type { Figure } from './api';

export type Kind = 'time' | 'share' | 'per_year';

/** Per mille and finer, cut off: 99.99 % is never shown as 100 %. */
export function shareText(num: number, den: number, places = 1): string | null {
  if (den <= 0) return null;
  const scale = 100 * 10 ** places;
  return `${fixedText(Math.floor((num * scale) / den), places)} %`;
}

/** Seconds with a tenth below a minute, then minutes and hours. */
export function spanText(ms: number | null | undefined): string | null {
  if (ms === null || ms === undefined) return null;
  if (Math.abs(ms) < 60_000) return `${fixedText(Math.trunc(ms / 100), 1)} s`;
  return durText(ms);
}

/** So many per panel and year; the denominator is in days. */
export const yearText = (num: number, days: number): string | null =>
  days <= 0 ? null : fixedText(Math.floor((num * 36525) / days), 2);

/** The figure that stands large; null: nothing to count. */
export function mainText(kind: Kind, f: Figure): string | null {
  if (kind === 'time') return spanText(f.p80_ms);
  if (kind === 'per_year') return yearText(f.numerator, f.denominator);
  return shareText(f.numerator, f.denominator, 2);
}

/** What a chart draws; null: a gap, not a nought. */
export function chartValue(kind: Kind, f: Figure): number | null {
  if (kind === 'time') return f.p80_ms ?? null;
  if (kind === 'per_year') return f.numerator;
  return f.denominator > 0 ? f.numerator / f.denominator : null;
}
