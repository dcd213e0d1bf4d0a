import { expect, test } from 'vitest';
import { merge, resolve, same } from '../../src/core/conflict';

const F = ['a', 'b', 'c', 'd', 'e'];
const base = { a: 1, b: 'x', c: ['p', 'q'], d: null, e: 'same' };

test('only what both changed, differently, needs a person', () => {
  const mine = { ...base, a: 2, b: 'mine', d: 'new' };
  const theirs = { ...base, b: 'theirs', c: ['q'], d: 'new' };
  const m = merge(F, base, mine, theirs);
  expect(m.clashes.map((x) => x.field)).toEqual(['b']);
  expect(m.taken.map((x) => x.field)).toEqual(['c', 'd']);
  expect(m.kept.map((x) => x.field)).toEqual(['a']);
  expect(resolve(m, mine, { b: 'theirs' })).toEqual({ a: 2, b: 'theirs', c: ['q'], d: 'new', e: 'same' });
  expect(resolve(m, mine, { b: 'mine' }).b).toBe('mine');
});

test('nothing is lost when both did the same, and nothing is asked', () => {
  const m = merge(F, base, { ...base, b: 'z' }, { ...base, b: 'z' });
  expect(m.clashes).toEqual([]);
});

test('empty is empty, sets have no order', () => {
  expect(same(null, '')).toBe(true);
  expect(same([], undefined)).toBe(true);
  expect(same(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(same(0, null)).toBe(false);
  expect(same(false, null)).toBe(false);
});
