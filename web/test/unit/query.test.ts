import { expect, test } from 'vitest';
import { fromQuery, isRange, nextSort, toApi, toQuery, withRange, withSort } from '../../src/core/query';
import { device } from './register';

test('a plain list has a plain address', () => {
  const s = fromQuery(device, {});
  expect(s).toEqual({ q: '', sort: '-created_ms', after: '', retired: 'no', filters: {} });
  expect(toQuery(device, s)).toEqual({});
});

test('every state of a list survives the address', () => {
  const query = {
    q: '银行 A&B',
    sort: 'number',
    retired: 'all',
    protocol: 'dc09',
    'warranty.from': '2026-01-01',
    'warranty.to': '2026-12-31',
    after: 'abc==',
  };
  const url = new URLSearchParams(toQuery(device, fromQuery(device, query))).toString();
  expect(Object.fromEntries(new URLSearchParams(url))).toEqual(query);
});

test('what the register does not know is dropped', () => {
  const s = fromQuery(device, {
    sort: 'nonsense',
    name: 'x',
    'number.from': '1',
    retired: 'maybe',
    tab: 'journal',
  });
  expect(s).toEqual({ q: '', sort: '-created_ms', after: '', retired: 'no', filters: {} });
});

test('the API is told the order always, and no page for an export', () => {
  const s = { ...fromQuery(device, { on: 'true' }), after: 'x' };
  expect(toApi(device, s)).toEqual({ on: 'true', sort: '-created_ms', retired: 'no', after: 'x' });
  expect(toApi(device, s, false)).toEqual({ on: 'true', sort: '-created_ms', retired: 'no' });
});

test('ranges exist for dates and times that can be sorted', () => {
  expect(['warranty', 'checked_ms', 'created_ms', 'number'].filter((n) => isRange(device, n))).toEqual([
    'warranty',
    'checked_ms',
  ]);
});

test('a heading turns ascending, descending, then back', () => {
  expect(nextSort(device, '-created_ms', 'number')).toBe('number');
  expect(nextSort(device, 'number', 'number')).toBe('-number');
  expect(nextSort(device, '-number', 'number')).toBe('-created_ms');
  expect(nextSort(device, '-created_ms', 'created_ms')).toBe('created_ms');
});

test('a range brings its order with it, and another order ends it', () => {
  const s = fromQuery(device, { on: 'true', 'warranty.from': '2025-01-01', 'checked_ms.from': '5' });
  const r = { ...s, ...withRange(s, 'warranty', 'from', '2026-01-01') };
  expect(r.filters).toEqual({ on: 'true', 'warranty.from': '2026-01-01' });
  expect(r.sort).toBe('-warranty');
  expect(withRange({ ...r, sort: 'warranty' }, 'warranty', 'to', '2026-02-01').sort).toBe('warranty');
  expect(withSort(r, 'number')).toEqual({ sort: 'number', filters: { on: 'true' } });
  expect(withSort(r, 'warranty').filters).toEqual(r.filters);
});
