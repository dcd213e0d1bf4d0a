/**
 * What calls for a person beside an alarm that nobody has taken: it became more urgent while somebody has it, it came
 * back from being parked, a limit passed, a patrol does not answer or has reported. Pure: the feed's messages in, the
 * calls out. A call ends when the alarm is opened here, when a person takes a step on it, or when it leaves the desk.
 */
import { type Alarm, listOf } from './alarm';
import type { Ev } from './types';

export type Why = 'urgent' | 'back' | 'limit' | 'no_answer' | 'report';
export interface Call {
  /** Of an alarm, or of its incident: what patrols do. The row may come later than the call. */
  of: 'alarm' | 'incident';
  id: string;
  why: Why;
  at_ms: number;
}

/** Steps of signals and clocks: nobody has looked at the alarm because of them. */
const PROGRAM = new Set(['raise', 'join', 'urgent', 'restore', 'hint', 'escalate', 'resume']);
/** Clocks of two machines differ, and the program looks once a second. */
const SLACK_MS = 2000;

/** Parked, and its time was over: the program brings it back (or confirms it), a person would do it before. */
const cameBack = (old: Alarm | undefined, now: number): boolean =>
  old?.state === 'waiting' && old.back_ms !== null && now + SLACK_MS >= old.back_ms;

/** Why a step of an alarm calls; `old` is its row as it stood before. */
export function whyOf(e: Ev, old: Alarm | undefined, now: number): Why | null {
  if (e.register !== 'alarm' || e.state === 'new') return null; // a new one sounds by itself
  if (e.event === 'urgent') return 'urgent';
  if (e.event === 'escalate') return 'limit';
  if ((e.event === 'resume' || e.event === 'confirm') && cameBack(old, now)) return 'back';
  return null;
}

/** Who must hear it: who has the alarm, everybody when nobody has it, and the leader when others let it lie. */
export const concerns = (why: Why, owner: string | null, me: string, leads: boolean): boolean =>
  owner === null || owner === me || (leads && (why === 'limit' || why === 'no_answer'));

type Row = Pick<Alarm, 'id' | 'incident'>;
const WHYS: Why[] = ['urgent', 'back', 'limit', 'no_answer', 'report'];

export class Attention {
  private calls = new Map<string, Call>();

  raise(of: Call['of'], id: string, why: Why, at_ms: number): void {
    this.calls.set(`${of} ${id} ${why}`, { of, id, why, at_ms });
  }
  hear(row: Row): void {
    for (const why of WHYS) {
      this.calls.delete(`alarm ${row.id} ${why}`);
      this.calls.delete(`incident ${row.incident} ${why}`);
    }
  }
  clear(): void {
    this.calls.clear();
  }
  /** One message of the feed, before the queue has it. */
  step(e: Ev, old: Alarm | undefined, now: number): void {
    const why = whyOf(e, old, now);
    const gone = e.state && !listOf(e.state);
    if (why && !gone) this.raise('alarm', e.id, why, e.at_ms);
    else if (gone || (e.event && !PROGRAM.has(e.event))) this.hear(old ?? { id: e.id, incident: null });
  }
  /** What concerns this person, the most urgent first, then the oldest. */
  list(find: (c: Call) => Alarm | undefined, me: string, leads: boolean): { call: Call; row: Alarm }[] {
    return [...this.calls.values()]
      .flatMap((call) => {
        const row = find(call);
        return row && concerns(call.why, row.owner, me, leads) ? [{ call, row }] : [];
      })
      .sort((a, b) => a.row.priority - b.row.priority || a.call.at_ms - b.call.at_ms);
  }
}
