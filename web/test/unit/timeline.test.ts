import { expect, test } from 'vitest';
import { timelineOf } from '../../src/alarm/timeline';
import type { Detail } from '../../src/core/alarm-wire';

const BASE = Date.UTC(2026, 10, 22, 2, 0, 0); // 10:00:00 in Shanghai
const step = (id: number, at: number, event: string, changes: Record<string, unknown>) => ({
  id: String(id),
  at_ms: BASE + at,
  source: 'journal',
  register: 'dispatch',
  row: '7',
  event,
  changes,
});
const told = (timeline: unknown[]): string[] =>
  timelineOf({ entries: [], timeline, plan: null, incident: null } as unknown as Detail, false).map(
    (e) => e.text,
  );

test('a step that was told later says when it was taken, and by whose clock', () => {
  const all = told([
    // the newest first, as they may come
    step(3, 600_000, 'arrive', { arrived_ms: BASE + 240_000 }),
    step(2, 599_000, 'depart', { en_route_ms: BASE + 60_000, time_source: 'device' }),
    step(1, 20_000, 'accept', { accepted_ms: BASE + 19_500, time_source: 'centre' }),
  ]);
  expect(all[0]).toBe('arrive · 发生于 10:04:00（device）');
  expect(all[1]).toContain('发生于 10:01:00（device）');
  expect(all[2]).toBe('accept'); // half a second apart is the same
});
