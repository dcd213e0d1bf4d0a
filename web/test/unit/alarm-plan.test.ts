import { expect, test } from 'vitest';
import { coverage, type PlanRow, planFor, renumber } from '../../src/core/alarm-plan';

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
