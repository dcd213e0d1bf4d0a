import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { clockView } from '../../src/core/clock';
import { parseNumber } from '../../src/core/form';
import { pooled } from '../../src/core/pool';
import { typeOf } from '../../src/core/rows';
import { sha256Plain } from '../../src/core/sha256';
import type { Clock } from '../../src/core/types';

test('SHA-256 without a secure context agrees with OpenSSL at every block edge', () => {
  for (const n of [0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000, 100_000]) {
    const b = Uint8Array.from({ length: n }, (_, i) => (i * 31 + n) & 255);
    expect(sha256Plain(b)).toBe(createHash('sha256').update(b).digest('hex'));
  }
});

const clock = (more: Partial<Clock>): Clock => ({
  register: 'incident',
  row: '1',
  name: 'repair',
  label: { zh: '', en: '' },
  state: 'running',
  started_ms: 1000,
  due_ms: 2000,
  stopped_ms: null,
  share: 0,
  source: 'SVC-6.1.2',
  ...more,
});

test('a clock goes on between two answers of the server', () => {
  expect(clockView(clock({}), 1500)).toEqual({ tone: 'info', running: true, left_ms: 500, share: 50 });
  expect(clockView(clock({}), 1800).tone).toBe('warn');
  expect(clockView(clock({}), 2600)).toEqual({ tone: 'bad', running: true, left_ms: -600, share: 100 });
});

test('a stopped clock stands still', () => {
  const met = clock({ state: 'met', stopped_ms: 1200 });
  expect(clockView(met, 9000)).toEqual({ tone: 'ok', running: false, left_ms: 800, share: 20 });
  expect(clockView(clock({ state: 'missed', stopped_ms: 2300 }), 9000)).toMatchObject({
    tone: 'bad',
    left_ms: -300,
  });
});

test('a pool keeps order and survives a failure', async () => {
  let running = 0;
  let most = 0;
  const out = await pooled(2, [1, 2, 3, 4, 5], async (x) => {
    most = Math.max(most, ++running);
    await new Promise((ok) => setTimeout(ok, 1));
    running--;
    if (x === 3) throw new Error('no');
    return x * 10;
  });
  expect(out).toEqual([10, 20, null, 40, 50]);
  expect(most).toBe(2);
});

test('a file is what its name says when the machine knows no type for it, or another one', () => {
  expect(typeOf({ name: 'A.XLSX', type: '' })).toContain('spreadsheetml');
  expect(typeOf({ name: 'a.csv', type: 'application/vnd.ms-excel' })).toBe('text/csv');
  expect(typeOf({ name: 'a.heic', type: 'image/heic' })).toBe('image/heic');
  expect(typeOf({ name: 'nothing', type: '' })).toBe('application/octet-stream');
});

test('degrees are whole millionths with a point', () => {
  const f = { name: 'x', type: 'int' as const, label: { zh: '', en: '' }, places: 6 };
  expect(parseNumber(f, '120.153576')).toBe(120_153_576);
  expect(parseNumber(f, '-0.5')).toBe(-500_000);
  expect(parseNumber(f, '1.1234567')).toBe('1.1234567');
});
