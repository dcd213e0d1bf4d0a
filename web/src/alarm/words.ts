/** Words that the desk's screens share; those of classes, states and codes come from the server's tables. */

import type { Alarm } from '../core/alarm';
import { nextClock } from '../core/alarm';
import type { Why } from '../core/attention';
import { durText } from '../core/fmt';
import { type Key, t, tl } from '../core/i18n';
import type { Tag } from '../core/meta';
import { fieldOf, processOf, register, tagOf } from '../core/meta';

const LEVELS = ['level_5', 'level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const;
export const levelWord = (n: number): string => t(LEVELS[n] ?? 'level_5');

/** How high an alarm has escalated, and to whom. */
const ESCALATED = ['alarm_escalated', 'escalated_1', 'escalated_2', 'escalated_3'] as const;
export const escalatedWord = (n: number): string => t(ESCALATED[n] ?? 'alarm_escalated');

/** The word of an enum value of a register's field. */
export function wordOf(reg: string, field: string, v: unknown): Tag {
  const r = register(reg);
  const f = r && fieldOf(r, field);
  return r && f ? tagOf(r, f, v) : { text: String(v ?? ''), tone: 'plain' };
}
export const WHY: Record<Why, Key> = {
  urgent: 'call_urgent',
  back: 'call_back',
  limit: 'call_limit',
  no_answer: 'call_no_answer',
  report: 'call_report',
};
export const classWord = (c: string): string => wordOf('alarm', 'class', c).text;
export const stateTag = (s: string): Tag => wordOf('alarm', 'state', s);

export function clockName(name: string, of = 'alarm'): string {
  const r = register(of);
  const c = r && processOf(r)?.clocks.find((x) => x.name === name);
  return tl(c?.label) || name;
}

export interface Due {
  text: string;
  late: boolean;
  near: boolean;
}
/** The countdown of a row: what runs out first. */
export function dueOf(a: Alarm, now: number): Due | null {
  const c = nextClock(a.clocks);
  if (!c) return null;
  const left = c.due_ms - now;
  const near = left > 0 && left < Math.max(1, c.due_ms - c.started_ms) / 5;
  return { text: `${left < 0 ? '+' : '−'}${durText(Math.abs(left))}`, late: left < 0, near };
}

/** Kinds of the timeline: entries of people, steps of the process, signals, what became of the incident. */
const ENTRY: Record<string, Key> = {
  signal: 'tl_signal',
  clock: 'tl_clock',
  move: 'tl_step',
  dispatch: 'tl_dispatch',
  police_report: 'tl_police',
  notice: 'tl_notice',
  incident: 'tl_incident',
  fault: 'tl_fault',
  workorder: 'tl_order',
};
export function entryWord(kind: string): string {
  const own = ENTRY[kind];
  if (own) return t(own);
  const w = wordOf('alarm_entry', 'kind', kind).text;
  return w || kind;
}
