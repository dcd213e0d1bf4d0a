/**
 * The queue of the alarm desk. Pure: rows come from the server, changes from the feed, time is an argument.
 *
 * The order is a rule and no choice: highest priority first, the oldest first inside it. Whoever looks at the list with
 * a hand on it keeps it still: what is new waits behind a counter until the hand is gone.
 */
import type { Ev, Tone } from './types';

export interface DeskClock {
  name: string;
  state: 'running' | 'warned' | 'overdue' | 'met' | 'missed' | 'void';
  started_ms: number;
  due_ms: number;
  stopped_ms?: number | null;
}

/** One alarm as the queue shows it. */
export interface Alarm {
  id: string;
  version: number;
  number: string;
  state: string;
  priority: number;
  class: string;
  /** alarm technical use */
  family: string;
  opened_ms: number;
  site: string | null;
  site_name: string;
  district: string;
  /** What was said: the event's text. */
  what: string;
  zone_name: string;
  owner: string | null;
  owner_name: string;
  signals: number;
  escalated: number;
  /** Parked until. */
  back_ms: number | null;
  cause: string;
  incident: string | null;
  clocks: DeskClock[];
}

export type ListName = 'new' | 'handling' | 'parked';
export const LISTS: ListName[] = ['new', 'handling', 'parked'];

const LIST_OF: Record<string, ListName> = {
  new: 'new',
  claimed: 'handling',
  verifying: 'handling',
  confirmed: 'handling',
  dispatched: 'handling',
  cleared: 'handling',
  waiting: 'parked',
};
/** States that are not on the desk (closed, merged, test) have no list. */
export const listOf = (state: string): ListName | null => LIST_OF[state] ?? null;

/** What the desk can show: a list, or all that has escalated. */
export type View = ListName | 'escalated';
const VIEWS: View[] = [...LISTS, 'escalated'];
const inView = (a: Alarm, v: View): boolean => {
  const list = listOf(a.state);
  return v === 'escalated' ? list !== null && a.escalated > 0 : list === v;
};

type Placed = Pick<Alarm, 'priority' | 'opened_ms' | 'id'>;
const byId = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
/** The rule of the queue; ids are time-ordered decimals and decide what remains equal. */
export const before = (a: Placed, b: Placed): number =>
  a.priority - b.priority || a.opened_ms - b.opened_ms || byId(a.id, b.id);

/** Colour, shape and word of each priority: never colour alone. */
export const PRIORITY: Record<number, { tone: Tone; shape: string }> = {
  1: { tone: 'bad', shape: '◆' },
  2: { tone: 'warn', shape: '▲' },
  3: { tone: 'warn', shape: '■' },
  4: { tone: 'info', shape: '●' },
  5: { tone: 'plain', shape: '○' },
};

/** The clock that counts for this state: the soonest due among those that run. */
export function nextClock(clocks: DeskClock[]): DeskClock | null {
  let best: DeskClock | null = null;
  for (const c of clocks)
    if (c.state === 'running' || c.state === 'warned' || c.state === 'overdue')
      if (!best || c.due_ms < best.due_ms) best = c;
  return best;
}

/** The server's clock against ours: half of the round trip is taken off. */
export const offsetMs = (serverNow: number, asked: number, answered: number): number =>
  Math.round(serverNow - (asked + answered) / 2);

/** 5 s, 12:34, 3:05 h …: short enough for a column that is read from two metres. */
export function ageText(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  if (s < 3600) return `${Math.floor(s / 60)}:${two(s % 60)}`;
  if (s < 86_400) return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  return `${Math.floor(s / 86_400)}d ${two(Math.floor(s / 3600) % 24)}:${two(Math.floor(s / 60) % 60)}`;
}

/** How many are open of one state, priority and level of escalation, and since when the oldest. */
export interface Tally {
  state: string;
  priority: number;
  escalated: number;
  n: number;
  oldest_ms: number;
}
export function tallyOf(rows: Iterable<Alarm>): Tally[] {
  const out = new Map<string, Tally>();
  for (const a of rows) {
    const key = `${a.state} ${a.priority} ${a.escalated}`;
    const t = out.get(key);
    if (t) {
      t.n++;
      t.oldest_ms = Math.min(t.oldest_ms, a.opened_ms);
    } else
      out.set(key, {
        state: a.state,
        priority: a.priority,
        escalated: a.escalated,
        n: 1,
        oldest_ms: a.opened_ms,
      });
  }
  return [...out.values()];
}
/** Tests are not on the desk. */
export const tallied = (all: Tally[], which: (t: Tally) => boolean): number =>
  all.reduce((n, t) => (listOf(t.state) && which(t) ? n + t.n : n), 0);
export const escalatedFrom = (all: Tally[], level: number): number =>
  tallied(all, (t) => t.escalated >= level);
/** What nobody has taken, by priority, with the oldest of each. */
export function newByLevel(all: Tally[]): { priority: number; n: number; oldest_ms: number }[] {
  return [1, 2, 3, 4, 5].flatMap((priority) => {
    const of = all.filter((t) => t.state === 'new' && t.priority === priority);
    const n = of.reduce((sum, t) => sum + t.n, 0);
    return n ? [{ priority, n, oldest_ms: Math.min(...of.map((t) => t.oldest_ms)) }] : [];
  });
}

export interface Group {
  key: string;
  district: string;
  class: string;
  cause: string;
  rows: Alarm[];
}
export type Line = { kind: 'alarm'; row: Alarm; gone: boolean } | { kind: 'group'; group: Group };

/** In a flood the urgent ones, and those of people and fire, stay single; the others of one region, class and cause
 * become one line. */
export const FLOOD_KEEPS = 2;
const SINGLE = new Set(['holdup', 'duress', 'fire', 'medical']);
const single = (a: Alarm): boolean => a.priority <= FLOOD_KEEPS || SINGLE.has(a.class);
const GROUP_FROM = 3;

export const groupKey = (a: Alarm): string => `${a.district}|${a.class}|${a.cause}`;

export function collapse(rows: Alarm[], open: ReadonlySet<string>): Line[] {
  const groups = new Map<string, Group>();
  for (const a of rows) {
    if (single(a)) continue;
    const key = groupKey(a);
    const g = groups.get(key);
    if (g) g.rows.push(a);
    else groups.set(key, { key, district: a.district, class: a.class, cause: a.cause, rows: [a] });
  }
  const out: Line[] = [];
  const told = new Set<string>();
  for (const row of rows) {
    const g = single(row) ? undefined : groups.get(groupKey(row));
    if (g && g.rows.length >= GROUP_FROM) {
      if (!told.has(g.key)) {
        told.add(g.key);
        out.push({ kind: 'group', group: g });
        if (open.has(g.key)) for (const r of g.rows) out.push({ kind: 'alarm', row: r, gone: false });
      }
    } else out.push({ kind: 'alarm', row, gone: false });
  }
  return out;
}

/** Arrivals in the last ten minutes; more than ten for one operator is a flood (ISA-18.2, EEMUA 191). */
export const FLOOD_WINDOW_MS = 600_000;
export const FLOOD_RATE = 10;
export const isFlood = (arrivals: number[], now: number, operators: number): boolean =>
  arrivals.filter((t) => now - t <= FLOOD_WINDOW_MS).length > FLOOD_RATE * Math.max(1, operators);

interface Kept {
  version: number;
  state: string;
}

export class AlarmQueue {
  private rows = new Map<string, Alarm>();
  /** The newest that the feed said of an alarm: an older answer of the server does not undo it. */
  private said = new Map<string, Kept>();
  private still: Record<View, string[]> | null = null;
  private unknown = new Set<string>();

  get(id: string): Alarm | undefined {
    return this.rows.get(id);
  }
  /** After a break that the feed could not bridge. */
  clear(): void {
    this.rows.clear();
    this.said.clear();
    this.unknown.clear();
  }
  get size(): number {
    return this.rows.size;
  }
  /** Alarms that the feed spoke of and whose row is not here yet. */
  get missing(): number {
    return this.unknown.size;
  }

  /** The server's answer: all that is open, or its first `rows.length` when `whole` is false. */
  load(rows: Alarm[], whole = true): void {
    const had = new Set<string>();
    for (const r of rows) {
      had.add(r.id);
      this.put(r);
    }
    if (whole) for (const id of [...this.rows.keys()]) if (!had.has(id)) this.rows.delete(id);
    this.unknown.clear();
    this.forget();
  }

  put(r: Alarm): void {
    const old = this.rows.get(r.id);
    const kept = this.said.get(r.id);
    if (old && old.version > r.version) return;
    if (kept && kept.version > r.version) {
      if (listOf(kept.state)) this.rows.set(r.id, { ...r, version: kept.version, state: kept.state });
      else this.rows.delete(r.id);
      return;
    }
    this.unknown.delete(r.id);
    if (listOf(r.state)) this.rows.set(r.id, r);
    else this.rows.delete(r.id);
  }

  /** One message of the feed; told twice or late it changes nothing. True: the row must be fetched. */
  apply(e: Ev): boolean {
    if (e.register !== 'alarm') return false;
    const old = this.rows.get(e.id);
    const kept = this.said.get(e.id);
    if ((old && old.version >= e.version) || (kept && kept.version >= e.version)) return false;
    const state = e.state ?? old?.state ?? 'new';
    this.said.set(e.id, { version: e.version, state });
    if (!listOf(state)) {
      this.rows.delete(e.id);
      this.unknown.delete(e.id);
      return false;
    }
    if (old) this.rows.set(e.id, { ...old, state, version: e.version });
    else this.unknown.add(e.id);
    return true;
  }

  /** Tombstones are needed only while an answer may still be on its way. */
  private forget(): void {
    if (this.said.size < 5000) return;
    for (const id of [...this.said.keys()].slice(0, 2500)) if (!this.rows.has(id)) this.said.delete(id);
  }

  all(): Iterable<Alarm> {
    return this.rows.values();
  }
  /** The most urgent alarm of an incident. */
  of(incident: string): Alarm | undefined {
    return [...this.rows.values()].filter((a) => a.incident === incident).sort(before)[0];
  }
  list(name: View): Alarm[] {
    return [...this.rows.values()].filter((a) => inView(a, name)).sort(before);
  }
  count(name: View): number {
    let n = 0;
    for (const a of this.rows.values()) if (inView(a, name)) n++;
    return n;
  }

  /** The operator's hand is on the list: nothing moves. */
  hold(): void {
    if (this.still) return;
    const ids = (v: View) => [v, this.list(v).map((a) => a.id)] as const;
    this.still = Object.fromEntries(VIEWS.map(ids)) as Record<View, string[]>;
  }
  release(): void {
    this.still = null;
  }
  get held(): boolean {
    return this.still !== null;
  }

  /** What the screen shows: in order, or as it stood when the hand came, with what has left marked. */
  shown(name: View): { row: Alarm; gone: boolean }[] {
    if (!this.still) return this.list(name).map((row) => ({ row, gone: false }));
    const out: { row: Alarm; gone: boolean }[] = [];
    for (const id of this.still[name]) {
      const row = this.rows.get(id);
      if (row) out.push({ row, gone: !inView(row, name) });
    }
    return out;
  }
  /** How many wait behind the still list, and how urgent the most urgent of them is. */
  waiting(name: View): { n: number; priority: number } {
    if (!this.still) return { n: 0, priority: 9 };
    const had = new Set(this.still[name]);
    let n = 0;
    let priority = 9;
    for (const a of this.list(name)) {
      if (had.has(a.id)) continue;
      n++;
      priority = Math.min(priority, a.priority);
    }
    return { n, priority };
  }

  /** The next alarm to take: what Enter on an untouched list opens. */
  first(): Alarm | null {
    return this.list('new')[0] ?? null;
  }
}

/** The selection stays on its alarm; when that is gone, on the one that took its place. */
export function moveSelection(ids: string[], at: string | null, by: number): string | null {
  if (!ids.length) return null;
  const i = at === null ? -1 : ids.indexOf(at);
  if (i < 0) return by < 0 ? ids[ids.length - 1]! : ids[0]!;
  return ids[Math.max(0, Math.min(ids.length - 1, i + by))]!;
}
export function keepSelection(ids: string[], at: string | null, wasAt: number): string | null {
  if (at !== null && ids.includes(at)) return at;
  return ids.length ? ids[Math.max(0, Math.min(ids.length - 1, wasAt))]! : null;
}
