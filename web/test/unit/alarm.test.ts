import { expect, test } from 'vitest';
import {
  type Alarm,
  AlarmQueue,
  ageText,
  before,
  collapse,
  escalatedFrom,
  isFlood,
  keepSelection,
  LISTS,
  listOf,
  moveSelection,
  newByLevel,
  nextClock,
  offsetMs,
  tallied,
  tallyOf,
} from '../../src/core/alarm';
import type { Ev } from '../../src/core/types';

const alarm = (id: string, more: Partial<Alarm> = {}): Alarm => ({
  id,
  version: 1,
  number: `A-${id}`,
  state: 'new',
  priority: 2,
  class: 'intrusion',
  family: 'alarm',
  opened_ms: Number(id),
  site: '1',
  site_name: 'site',
  district: 'east',
  what: 'what',
  zone_name: 'zone',
  owner: null,
  owner_name: '',
  signals: 1,
  escalated: 0,
  back_ms: null,
  cause: '',
  incident: null,
  clocks: [],
  ...more,
});
const ev = (n: number, a: Pick<Alarm, 'id' | 'version' | 'state'>): Ev => ({
  n,
  at_ms: 0,
  register: 'alarm',
  id: a.id,
  op: 'step',
  state: a.state,
  version: a.version,
});
/** The same numbers in each run: a failure can be looked at again. */
function dice(seed: number): (n: number) => number {
  let x = seed;
  return (n) => {
    x = (x * 1103515245 + 12345) & 0x7fffffff;
    return (x >> 8) % n;
  };
}
const ids = (rows: Alarm[]): string[] => rows.map((a) => a.id);

test('the most urgent first, the oldest first inside it, then by id', () => {
  const rows = [
    alarm('30', { priority: 1 }),
    alarm('10', { priority: 2 }),
    alarm('9', { priority: 2, opened_ms: 10 }),
    alarm('20', { priority: 1 }),
    alarm('5', { priority: 3 }),
  ];
  expect(ids(rows.sort(before))).toEqual(['20', '30', '9', '10', '5']);
});

test('every open state has its list, the others have none', () => {
  expect(
    ['new', 'claimed', 'verifying', 'waiting', 'confirmed', 'dispatched', 'cleared'].map(listOf),
  ).toEqual(['new', 'handling', 'handling', 'parked', 'handling', 'handling', 'handling']);
  expect(['closed', 'merged', 'test', 'whatever'].map(listOf)).toEqual([null, null, null, null]);
});

const STATES = [
  'new',
  'claimed',
  'verifying',
  'waiting',
  'confirmed',
  'dispatched',
  'cleared',
  'closed',
  'merged',
];

/** A server that changes while answers and messages are on their way, late, doubled and out of order. */
function world(seed: number, steps: number) {
  const pick = dice(seed);
  const truth = new Map<string, Alarm>();
  const q = new AlarmQueue();
  const air: Ev[] = [];
  const answers: Alarm[][] = [];
  let n = 0;
  let dirty = false;
  const change = () => {
    const all = [...truth.values()].filter((a) => listOf(a.state));
    if (!all.length || pick(3) === 0) {
      const a = alarm(String(++n), { priority: 1 + pick(5) });
      truth.set(a.id, a);
      air.push(ev(n, a));
      return;
    }
    const old = all[pick(all.length)]!;
    const a = { ...old, version: old.version + 1, state: STATES[1 + pick(STATES.length - 1)]! };
    truth.set(a.id, a);
    air.push(ev(n, a));
  };
  const hear = () => {
    if (!air.length) return;
    const i = pick(4) ? 0 : pick(air.length);
    const e = air[i]!;
    if (pick(5)) air.splice(i, 1); // else it is told again
    if (q.apply(e)) dirty = true;
  };
  const ask = () => answers.push([...truth.values()].filter((a) => listOf(a.state)));
  const answer = () => {
    const a = answers.shift();
    if (a) q.load(a);
  };
  const acts = [change, change, hear, hear, hear, ask, answer];
  for (let i = 0; i < steps; i++) {
    acts[pick(acts.length)]!();
    if (pick(50) === 0) q.held ? q.release() : q.hold();
  }
  return {
    q,
    truth,
    air,
    answers,
    settle: () => {
      // biome-ignore format: one thing
      q.release();
      while (answers.length) answer();
      while (air.length) hear();
      if (dirty) q.load([...truth.values()].filter((a) => listOf(a.state)));
    },
  };
}

test('ten thousand changes, messages doubled, late and crossed with answers: the lists are the truth in the end', () => {
  for (const seed of [1, 7, 42, 1234]) {
    const w = world(seed, 10_000);
    w.settle();
    for (const l of LISTS) {
      const want = [...w.truth.values()].filter((a) => listOf(a.state) === l).sort(before);
      expect(ids(w.q.list(l))).toEqual(ids(want));
      expect(w.q.count(l)).toBe(want.length);
    }
  }
});

test('an older answer undoes nothing: the closed stays closed, the taken stays taken', () => {
  const q = new AlarmQueue();
  q.load([alarm('1'), alarm('2')]);
  q.apply(ev(1, { id: '1', version: 3, state: 'closed' }));
  q.apply(ev(2, { id: '2', version: 2, state: 'claimed' }));
  q.load([alarm('1', { version: 2 }), alarm('2')]);
  expect(ids(q.list('new'))).toEqual([]);
  expect(ids(q.list('handling'))).toEqual(['2']);
});

test('under the hand nothing moves: new ones are counted, the gone are marked, release puts all in order', () => {
  const q = new AlarmQueue();
  q.load([alarm('10'), alarm('20')]);
  q.hold();
  q.load([alarm('10'), alarm('20'), alarm('5', { priority: 1 }), alarm('30')]);
  expect(q.shown('new').map((x) => x.row.id)).toEqual(['10', '20']);
  expect(q.waiting('new')).toEqual({ n: 2, priority: 1 });
  q.apply(ev(1, { id: '10', version: 2, state: 'claimed' }));
  expect(q.shown('new').map((x) => x.gone)).toEqual([true, false]);
  q.release();
  expect(q.shown('new').map((x) => x.row.id)).toEqual(['5', '20', '30']);
  expect(q.waiting('new').n).toBe(0);
});

test('a flood: more than ten in ten minutes for one operator; the urgent stay single, the rest is grouped', () => {
  const t = Array.from({ length: 11 }, (_, i) => i * 1000);
  expect(isFlood(t, 20_000, 1)).toBe(true);
  expect(isFlood(t, 20_000, 2)).toBe(false);
  expect(isFlood(t, 620_000, 1)).toBe(false);
  const rows = [
    alarm('1', { priority: 1, class: 'power' }),
    ...['2', '3', '4'].map((i) => alarm(i, { priority: 3, class: 'power' })),
    alarm('5', { priority: 3, class: 'comms' }),
    alarm('6', { priority: 3, class: 'power', district: 'west' }),
  ];
  const flat = (open: string[]) =>
    collapse(rows, new Set(open)).map((l) => (l.kind === 'group' ? `${l.group.rows.length}×` : l.row.id));
  expect(flat([])).toEqual(['1', '3×', '5', '6']);
  expect(flat(['east|power|'])).toEqual(['1', '3×', '2', '3', '4', '5', '6']);
});

test('in a flood fire and hold-up stay single, whatever their priority; another cause is another line', () => {
  const of = (id: string, more: Partial<Alarm>) => alarm(id, { priority: 3, class: 'power', ...more });
  const rows = [
    ...['1', '2', '3'].map((id) => of(id, { class: 'fire' })),
    ...['4', '5', '6'].map((id) => of(id, { cause: '301' })),
    ...['7', '8', '9'].map((id) => of(id, { cause: '302' })),
  ];
  const lines = collapse(rows, new Set()).map((l) => (l.kind === 'group' ? l.group.cause : l.row.class));
  expect(lines).toEqual(['fire', 'fire', 'fire', '301', '302']);
});

test('counts come from the tally, tests are not on the desk, what escalated is counted from a level on', () => {
  const rows = [
    alarm('1', { priority: 1, opened_ms: 50 }),
    alarm('2', { priority: 1, opened_ms: 40, escalated: 2 }),
    alarm('3', { priority: 3, state: 'waiting', escalated: 1 }),
    alarm('4', { state: 'test' }),
  ];
  const all = tallyOf(rows);
  expect(tallied(all, () => true)).toBe(3);
  expect(newByLevel(all)).toEqual([{ priority: 1, n: 2, oldest_ms: 40 }]);
  expect([1, 2, 3].map((n) => escalatedFrom(all, n))).toEqual([2, 1, 0]);
});

test('what has escalated is a list of its own, still under the hand like the others', () => {
  const q = new AlarmQueue();
  q.load([
    alarm('1'),
    alarm('2', { escalated: 1 }),
    alarm('3', { escalated: 3, state: 'claimed', priority: 1 }),
  ]);
  expect(ids(q.list('escalated'))).toEqual(['3', '2']);
  q.hold();
  q.put(alarm('1', { version: 2, escalated: 1 }));
  expect(q.shown('escalated').map((x) => x.row.id)).toEqual(['3', '2']);
  expect(q.waiting('escalated').n).toBe(1);
});

test('collapsing loses nobody', () => {
  const pick = dice(3);
  for (let r = 0; r < 50; r++) {
    const rows = Array.from({ length: 200 }, (_, i) =>
      alarm(String(i + 1), {
        priority: 1 + pick(5),
        class: ['power', 'comms', 'tamper'][pick(3)]!,
        district: ['a', 'b'][pick(2)]!,
      }),
    ).sort(before);
    const out = collapse(rows, new Set()).flatMap((l) => (l.kind === 'group' ? l.group.rows : [l.row]));
    expect(new Set(ids(out)).size).toBe(200);
    expect(out.length).toBe(200);
  }
});

test('the clock that counts is the soonest of those that run', () => {
  const c = (name: string, state: 'running' | 'met' | 'overdue', due_ms: number) => ({
    name,
    state,
    due_ms,
    started_ms: 0,
  });
  expect(nextClock([c('a', 'met', 1), c('b', 'running', 9), c('c', 'overdue', 5)])?.name).toBe('c');
  expect(nextClock([c('a', 'met', 1)])).toBeNull();
});

test('ages are short, the offset halves the round trip, the selection stays on its alarm', () => {
  expect([5_000, 754_000, 3_723_000, 90_000_000, -1].map(ageText)).toEqual([
    '0:05',
    '12:34',
    '1:02:03',
    '1d 01:00',
    '0:00',
  ]);
  expect(offsetMs(1000, 400, 600)).toBe(500);
  expect(moveSelection(['a', 'b', 'c'], 'b', 1)).toBe('c');
  expect(moveSelection(['a', 'b', 'c'], 'c', 1)).toBe('c');
  expect(moveSelection(['a', 'b', 'c'], null, -1)).toBe('c');
  expect(moveSelection([], 'x', 1)).toBeNull();
  expect(keepSelection(['a', 'b'], 'b', 0)).toBe('b');
  expect(keepSelection(['a', 'c'], 'b', 1)).toBe('c');
  expect(keepSelection([], 'b', 1)).toBeNull();
});
