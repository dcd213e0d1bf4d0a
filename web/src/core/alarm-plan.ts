/** Which action plan answers for what, and where none does. Pure; the same rule as the server's: the most specific wins. */

export interface PlanRow {
  id: string;
  number: string;
  name: string;
  state: string;
  class: string | null;
  priority: string | null;
  site: string | null;
  band: string;
}
export const BANDS = ['day', 'night', 'holiday'] as const;
export type Band = (typeof BANDS)[number];

/** Site before class before priority before time band. */
const weight = (p: PlanRow): number =>
  (p.site ? 8 : 0) + (p.class ? 4 : 0) + (p.priority ? 2 : 0) + (p.band !== 'any' ? 1 : 0);

export function planFor(
  plans: PlanRow[],
  want: { class: string; priority: string; band: Band; site: string | null },
): PlanRow | null {
  let best: PlanRow | null = null;
  for (const p of plans) {
    if (p.state !== 'issued') continue;
    if (p.class && p.class !== want.class) continue;
    if (p.priority && p.priority !== want.priority) continue;
    if (p.site && p.site !== want.site) continue;
    if (p.band !== 'any' && p.band !== want.band) continue;
    if (!best || weight(p) > weight(best)) best = p;
  }
  return best;
}

export interface Cell {
  class: string;
  priority: string;
  /** By time band; null: nobody knows what to do. */
  plans: Record<Band, PlanRow | null>;
  gaps: Band[];
  /** Only a plan for every class answers. */
  general: boolean;
}
export function coverage(plans: PlanRow[], classes: string[], priorities: string[]): Cell[][] {
  return classes.map((c) =>
    priorities.map((priority) => {
      const at = (band: Band) => planFor(plans, { class: c, priority, band, site: null });
      const found = { day: at('day'), night: at('night'), holiday: at('holiday') };
      return {
        class: c,
        priority,
        plans: found,
        gaps: BANDS.filter((b) => !found[b]),
        general: BANDS.every((b) => found[b] && !found[b]?.class),
      };
    }),
  );
}

/** The numbers after moving one step: from place to place, counted from 1, no number twice and none left out. */
export function renumber<T extends { id: string; no: number }>(steps: T[], id: string, by: -1 | 1): T[] {
  const all = [...steps].sort((a, b) => a.no - b.no);
  const i = all.findIndex((s) => s.id === id);
  const j = i + by;
  if (i >= 0 && j >= 0 && j < all.length) [all[i], all[j]] = [all[j]!, all[i]!];
  return all.map((s, n) => ({ ...s, no: n + 1 }));
}

/** A step, as far as the way through a plan needs it; the same rule as the server's plan_rule.c. */
export interface WayStep {
  id: string;
  n: number;
  kind: string;
  required: boolean;
  next_yes: number | null;
  next_no: number | null;
  done: boolean;
  answer: string;
}
/** The steps that apply: what a branch leaves out is not asked for. Only forwards, so it ends. */
export function wayOf<T extends WayStep>(steps: T[]): T[] {
  const out: T[] = [];
  for (let i = 0; i < steps.length; ) {
    const s = steps[i]!;
    out.push(s);
    const to = s.kind === 'question' && s.done ? (s.answer === 'no' ? s.next_no : s.next_yes) : null;
    if (to === 0) break;
    const next = to === null ? i + 1 : steps.findIndex((x, k) => k > i && x.n >= to);
    i = next < 0 ? steps.length : next;
  }
  return out;
}

/** What may be opened: a page of the web in a tab of its own; a stream is copied into a player. */
export const isWeb = (url: string): boolean => /^https?:\/\/[^\s]+$/i.test(url);
