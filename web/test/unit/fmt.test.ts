import { expect, test } from 'vitest';
import {
  dateParse,
  durText,
  fixedParse,
  fixedText,
  minuteText,
  moneyText,
  shortId,
  sizeText,
  timeParse,
  timeText,
} from '../../src/core/fmt';

test('money is fen, shown in yuan, and never a float', () => {
  expect(moneyText(123456789)).toBe('¥1,234,567.89');
  expect(moneyText(5)).toBe('¥0.05');
  expect(moneyText(-120)).toBe('¥-1.20');
  expect(moneyText(0)).toBe('¥0.00');
  expect(moneyText(null)).toBe('');
  for (const [s, n] of [
    ['0.29', 29],
    ['1.1', 110],
    ['1,234.50', 123450],
    ['¥ 12', 1200],
    ['-3.05', -305],
    ['9999999999999.99', 999999999999999],
  ] as const)
    expect(fixedParse(s, 2)).toBe(n);
  for (const s of ['', 'abc', '1.234', '1e3', '1.2.3', '--1', '.5']) expect(fixedParse(s, 2)).toBeNull();
});

test('what is shown can be typed again', () => {
  for (const n of [0, 1, 9, 10, 99, 100, 12345, -7]) {
    expect(fixedParse(fixedText(n, 1), 1)).toBe(n);
    expect(fixedParse(fixedText(n, 2, true), 2)).toBe(n);
  }
});

test('times are shown in the zone of the organisation, whatever the zone of the browser', () => {
  const ms = Date.UTC(2026, 10, 22, 16, 5, 9);
  expect(timeText(ms)).toBe('2026-11-23 00:05:09');
  expect(timeText(ms, 'UTC')).toBe('2026-11-22 16:05:09');
  expect(timeText(ms, 'America/New_York')).toBe('2026-11-22 11:05:09');
  expect(timeText(null)).toBe('');
});

test('a typed time comes back as it was, also across a change of summer time', () => {
  expect(timeParse('2026-11-23 00:05')).toBe(Date.UTC(2026, 10, 22, 16, 5));
  for (const zone of ['Asia/Shanghai', 'America/New_York', 'UTC'])
    for (const s of ['2026-03-08 12:30', '2026-11-01 12:30', '2026-02-28 00:00'])
      expect(minuteText(timeParse(s, zone), zone)).toBe(s);
  expect(timeParse('soon')).toBeNull();
});

test('days may be typed in any usual way, but only days that exist', () => {
  for (const s of ['2026-03-05', '2026/3/5', '20260305', '2026.3.5', '2026年3月5日'])
    expect(dateParse(s)).toBe('2026-03-05');
  for (const s of ['2026-02-31', '2026-13-01', '26-3-5', 'x', '2026-03-05 10:00'])
    expect(dateParse(s)).toBeNull();
  expect(dateParse('2026-3-5 9:05', true)).toBe('2026-03-05 09:05');
  expect(dateParse('2026-03-05', true)).toBe('2026-03-05 00:00');
  expect(dateParse('2026-03-05 24:00', true)).toBeNull();
});

test('durations', () => {
  expect(durText(0)).toBe('00:00');
  expect(durText(61_000)).toBe('01:01');
  expect(durText(3_661_000)).toBe('1:01:01');
  expect(durText(90_061_000)).toBe('1d 1:01:01');
  expect(durText(-5000)).toBe('-00:05');
});

test('ids and sizes', () => {
  expect(shortId('2305843009213693951')).toBe('…693951');
  expect(shortId('42')).toBe('42');
  expect([sizeText(10), sizeText(2048), sizeText(5 * 1024 * 1024)]).toEqual(['10 B', '2 KB', '5.0 MB']);
});
