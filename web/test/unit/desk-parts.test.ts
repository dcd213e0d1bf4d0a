import { afterEach, expect, test, vi } from 'vitest';
import { effectScope, nextTick, ref, shallowRef } from 'vue';
import { MUTE_WAIT_MS, muteLogged } from '../../src/alarm/mute';
import { until } from '../../src/alarm/until';
import { useDue } from '../../src/alarm/use-due';
import type { Detail } from '../../src/core/alarm-wire';
import { ApiError } from '../../src/core/http';

afterEach(() => vi.useRealTimers());

const failed = (status: number) => () => Promise.reject(new ApiError({ status, code: 'x', title: 'x' }));
test('muting works without the server and says so; what the server refuses is not done', async () => {
  expect(await muteLogged(async () => {})).toBe(true);
  expect(await muteLogged(failed(0))).toBe(false);
  expect(await muteLogged(failed(503))).toBe(false);
  await expect(muteLogged(failed(422))).rejects.toThrow();
  vi.useFakeTimers();
  const slow = muteLogged(() => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(MUTE_WAIT_MS);
  expect(await slow).toBe(false);
});

const of = (id: string, incident: unknown = null) => ({ alarm: { id }, incident }) as unknown as Detail;
function pane() {
  const id = ref<string | null>('1');
  const detail = shallowRef<Detail | null>(of('1'));
  const opened: string[] = [];
  const scope = effectScope();
  const due = scope.run(() => useDue(id, detail, (what) => opened.push(what)))!;
  return { id, detail, opened, due, scope };
}
test('what follows a confirmation opens once, with whichever answer brings the incident', async () => {
  const x = pane();
  x.due.value = 'dispatch';
  await nextTick();
  x.detail.value = of('1'); // an answer from before the confirmation
  await nextTick();
  expect(x.opened).toEqual([]);
  x.detail.value = of('1', {});
  await nextTick();
  x.detail.value = of('1', {});
  await nextTick();
  expect(x.opened).toEqual(['dispatch']);
  x.scope.stop();
});
test('on another alarm nothing of the first one opens', async () => {
  const x = pane();
  x.due.value = 'police';
  x.id.value = '2';
  x.detail.value = of('2', {});
  await nextTick();
  expect(x.due.value).toBeNull();
  expect(x.opened).toEqual([]);
  x.scope.stop();
});

test('Enter takes the alarm that it chose, not the one that was chosen while that one loaded', async () => {
  vi.useFakeTimers();
  let chosen = '1';
  let loaded = '';
  const wait = () =>
    until(
      () => loaded === '1',
      () => chosen === '1',
      2000,
    );
  const good = wait();
  loaded = '1';
  await vi.advanceTimersByTimeAsync(50);
  expect(await good).toBe(true);
  loaded = '';
  const moved = wait();
  chosen = '2';
  loaded = '2';
  await vi.advanceTimersByTimeAsync(50);
  expect(await moved).toBe(false);
  chosen = '1';
  const slow = wait();
  await vi.advanceTimersByTimeAsync(2000);
  expect(await slow).toBe(false);
});
