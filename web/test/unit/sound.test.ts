import { expect, test } from 'vitest';
import { MUTE_MAX_MS, PATTERNS, type Pattern, REALARM_MS, Sounder, TEST, wanted } from '../../src/core/sound';

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
const a = (priority: number, opened_ms = 0) => ({ priority, opened_ms });

test('the most urgent alarm that nobody has taken; a dead line before all', () => {
  expect(wanted([], false, 0)).toBeNull();
  expect(wanted([a(4), a(2), a(3)], false, 0)).toBe(2);
  expect(wanted([a(1)], true, 0)).toBe('stale');
});

test('too long unaccepted sounds one step more urgent', () => {
  expect(wanted([a(3)], false, REALARM_MS[3]!)).toBe(3);
  expect(wanted([a(3)], false, REALARM_MS[3]! + 1)).toBe(2);
  expect(wanted([a(1)], false, 1e9)).toBe(1);
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
