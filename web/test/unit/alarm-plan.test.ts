import { expect, test } from 'vitest';
import {
  coverage,
  isWeb,
  type PlanRow,
  planFor,
  renumber,
  type WayStep,
  wayOf,
} from '../../src/core/alarm-plan';
import { detailOf } from '../../src/core/alarm-wire';

const plan = (id: string, more: Partial<PlanRow> = {}): PlanRow => ({
  id,
  number: id,
  name: id,
  state: 'issued',
  class: null,
  priority: null,
  site: null,
  band: 'any',
  ...more,
});
const want = { class: 'fire', priority: 'p1', band: 'night' as const, site: '7' };

test('the most specific issued plan answers: site, class, priority, band', () => {
  const all = [
    plan('any'),
    plan('band', { band: 'night' }),
    plan('prio', { priority: 'p1' }),
    plan('class', { class: 'fire' }),
    plan('draft', { site: '7', class: 'fire', state: 'draft' }),
    plan('other', { site: '8', class: 'fire' }),
  ];
  expect(planFor(all, want)?.id).toBe('class');
  expect(planFor([...all, plan('site', { site: '7' })], want)?.id).toBe('site');
  expect(planFor(all, { ...want, class: 'power', priority: 'p3' })?.id).toBe('band');
  expect(planFor([plan('x', { class: 'gas' })], want)).toBeNull();
});

test('a gap is a class, priority and band that no plan answers', () => {
  const all = [plan('a', { class: 'fire', band: 'day' }), plan('b', { class: 'fire', priority: 'p1' })];
  const [[p1, p2]] = coverage(all, ['fire'], ['p1', 'p2']) as [
    [ReturnType<typeof coverage>[0][0], ReturnType<typeof coverage>[0][0]],
  ];
  expect(p1!.gaps).toEqual([]);
  expect(p2!.gaps).toEqual(['night', 'holiday']);
  expect(coverage([plan('g')], ['gas'], ['p2'])[0]![0]!.general).toBe(true);
});

test('moving a step keeps the numbers whole', () => {
  const s = ['a', 'b', 'c'].map((id, i) => ({ id, no: i * 5 + 2 }));
  expect(renumber(s, 'c', -1).map((x) => `${x.id}${x.no}`)).toEqual(['a1', 'c2', 'b3']);
  expect(renumber(s, 'a', -1).map((x) => `${x.id}${x.no}`)).toEqual(['a1', 'b2', 'c3']);
});

const step = (n: number, more: Partial<WayStep> = {}): WayStep => ({
  id: `s${n}`,
  n,
  kind: 'text',
  required: true,
  next_yes: null,
  next_no: null,
  done: false,
  answer: '',
  ...more,
});
const way = (steps: WayStep[]) => wayOf(steps).map((s) => s.n);

test('a branch leaves out the steps between, and 0 ends the plan', () => {
  const ask = (answer: string, next_no: number | null) =>
    step(2, { kind: 'question', done: !!answer, answer, next_yes: 3, next_no });
  const plan = (answer: string, no: number | null) => [step(1), ask(answer, no), step(3), step(5)];
  expect(way(plan('', 5))).toEqual([1, 2, 3, 5]); // not answered yet: all of them may come
  expect(way(plan('yes', 5))).toEqual([1, 2, 3, 5]);
  expect(way(plan('no', 5))).toEqual([1, 2, 5]);
  expect(way(plan('no', 4))).toEqual([1, 2, 5]); // step 4 is not there: the next behind it
  expect(way(plan('no', 0))).toEqual([1, 2]);
  expect(way(plan('no', null))).toEqual([1, 2, 3, 5]);
  expect(way(plan('no', 9))).toEqual([1, 2]);
  expect(way([])).toEqual([]);
});

test('only a page of the web is opened', () => {
  expect(isWeb('https://video.example/clip?x=1')).toBe(true);
  expect(isWeb('HTTP://10.0.0.1/snap.jpg')).toBe(true);
  for (const x of [
    'javascript:alert(1)',
    'rtsp://cam/1',
    'data:text/html,x',
    ' https://x',
    'https://a b',
    '',
  ])
    expect(isWeb(x), x).toBe(false);
});

test('what can be looked at: each camera of the ringing zones once, then what signals name', () => {
  const zone = (id: string, more = {}) => ({ id, number: Number(id), name: `Z${id}`, camera: null, ...more });
  const cam = { camera: '9', camera_name: 'Gate', stream: 'https://v/9', sub_stream: '' };
  const d = detailOf({
    alarm: { id: '1', zone: '2' },
    zones: [
      zone('1', { ...cam, count: 0 }),
      zone('2', cam),
      zone('3', { ...cam, count: 2 }),
      zone('4', { count: 1 }),
    ],
    links: [
      { url: 'https://p/clip', zone_no: 3 },
      { url: 'https://p/clip', zone_no: 3 },
    ],
  });
  expect(d.sights).toEqual([
    { key: '9', camera: '9', name: 'Gate', zone: 'Z2, Z3', urls: ['https://v/9'] },
    { key: 'https://p/clip', camera: null, name: '', zone: '3', urls: ['https://p/clip'] },
  ]);
});
