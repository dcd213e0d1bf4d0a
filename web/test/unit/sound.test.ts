import { expect, test } from 'vitest';
import { MUTE_MAX_MS, PATTERNS, type Pattern, Sounder, TEST, wanted } from '../../src/core/sound';

function speaker(allowed = true) {
  const played: Pattern[] = [];
  let awake = false;
  return {
    played,
    hushed: 0,
    async wake() {
      awake = allowed;
      return allowed;
    },
    play(p: Pattern) {
      played.push(p);
    },
    hush() {
      this.hushed++;
    },
    alive: () => awake,
  };
}
const claim = (due_ms: number) => ({ name: 'claim', state: 'running' as const, started_ms: 0, due_ms });
const a = (priority: number, due_ms = 1e12, escalated = 0) => ({
  priority,
  escalated,
  clocks: [claim(due_ms)],
});

test('the most urgent alarm that nobody has taken; a dead line before all', () => {
  expect(wanted([], [], false, 0)).toBeNull();
  expect(wanted([a(4), a(2), a(3)], [], false, 0)).toBe(2);
  expect(wanted([a(1)], [], true, 0)).toBe('stale');
});

test('over the limit of its rule it sounds one step more urgent, then one for each level', () => {
  expect(wanted([a(3, 5000)], [], false, 5000)).toBe(3);
  expect(wanted([a(3, 5000)], [], false, 5001)).toBe(2);
  expect(wanted([a(4, 5000, 3)], [], false, 9000)).toBe(1);
  expect(wanted([a(1, 5000, 2)], [], false, 9000)).toBe(1);
});

test('what calls sounds as urgent as its alarm, a report calmly', () => {
  const calls = (why: 'limit' | 'report', priority: number) => [{ call: { why }, row: { priority } }];
  expect(wanted([], calls('limit', 1), false, 0)).toBe(1);
  expect(wanted([a(2)], calls('limit', 3), false, 0)).toBe(2);
  expect(wanted([], calls('report', 1), false, 0)).toBe(4);
});

test('silent until a gesture; the test tone; then it loops until nothing is wanted', async () => {
  const sp = speaker();
  const s = new Sounder(sp);
  expect(s.state(0)).toBe('off');
  expect(s.tick(1, 0)).toBeNull();
  expect(await s.enable()).toBe(true);
  expect(sp.played).toEqual([TEST]);
  let n = 0;
  for (let t = 0; t < 16_000; t += 100) if (s.tick(1, t) !== null) n++;
  expect(n).toBe(10);
  expect(sp.played.slice(1).every((p) => p === PATTERNS[1])).toBe(true);
  const before = sp.hushed;
  s.tick(null, 16_000);
  expect(sp.hushed).toBe(before + 1);
});

test('a more urgent alarm cuts in at once', async () => {
  const sp = speaker();
  const s = new Sounder(sp);
  await s.enable();
  s.tick(3, 0);
  expect(s.tick(3, 100)).toBeNull();
  expect(s.tick(1, 200)).toBe(1);
});

test('muting ends by itself and is never long', async () => {
  const sp = speaker();
  const s = new Sounder(sp);
  await s.enable();
  s.mute(60 * 60_000, 1000);
  expect(s.muteEnds).toBe(1000 + MUTE_MAX_MS);
  expect(s.state(2000)).toBe('muted');
  expect(s.tick(1, 2000)).toBeNull();
  expect(s.state(1000 + MUTE_MAX_MS)).toBe('on');
  expect(s.tick(1, 1000 + MUTE_MAX_MS)).toBe(1);
});

test('a browser that refuses leaves the state off', async () => {
  const s = new Sounder(speaker(false));
  expect(await s.enable()).toBe(false);
  expect(s.state(0)).toBe('off');
});
