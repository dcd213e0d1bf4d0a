import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type EffectScope, effectScope, nextTick, ref } from 'vue';
import { PATTERNS, type Pattern, STALE } from '../../src/core/sound';

const played: Pattern[] = [];
vi.mock('../../src/core/sound', async (original) => ({
  ...(await original<typeof import('../../src/core/sound')>()),
  browserSpeaker: () => ({
    wake: async () => true,
    play: (p: Pattern) => played.push(p),
    hush() {},
    alive: () => true,
  }),
}));
const desk = {
  onDuty: ref(true),
  fresh: ref<unknown[]>([]),
  calls: ref<unknown[]>([]),
  dead: ref(false),
  time: ref(0),
};
vi.mock('../../src/alarm/use-desk', () => ({ useDesk: () => desk }));
vi.stubGlobal('document', { addEventListener() {}, removeEventListener() {} });
const { muteLeft, muteSound, runSound, unmuteSound, useSound } = await import('../../src/alarm/use-sound');

const limit = { call: { why: 'limit' }, row: { priority: 1 } };
let scope: EffectScope;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }); // a hidden page: no timer runs
  played.length = 0;
  desk.fresh.value = [];
  desk.calls.value = [];
  desk.dead.value = false;
  scope = effectScope();
  scope.run(runSound);
});
afterEach(() => {
  unmuteSound();
  scope.stop();
  vi.useRealTimers();
});

test('what changes sounds at once, also where the browser holds the timers back', async () => {
  desk.fresh.value = [{ priority: 2, escalated: 0, clocks: [] }];
  await nextTick();
  expect(played).toEqual([PATTERNS[2]]);
  desk.dead.value = true;
  await nextTick();
  expect(played.at(-1)).toBe(STALE);
});

test('the wall sounds what nobody has, not what calls one person', async () => {
  scope.run(() => useSound(true));
  desk.calls.value = [limit];
  await nextTick();
  expect(played).toEqual([]);
  desk.fresh.value = [{ priority: 3, escalated: 0, clocks: [] }];
  await nextTick();
  expect(played).toEqual([PATTERNS[3]]);
});

test('muted in one tab is muted in all', async () => {
  const other = new BroadcastChannel('desk:muted');
  const told = new Promise((ok) => {
    other.onmessage = (m) => ok(m.data);
  });
  other.postMessage(Date.now() + 60_000);
  await vi.waitFor(() => expect(muteLeft.value).toBeGreaterThan(0));
  other.postMessage(0);
  await vi.waitFor(() => expect(muteLeft.value).toBe(0));
  muteSound(1);
  expect(await told).toBeGreaterThan(Date.now());
  other.close();
});
