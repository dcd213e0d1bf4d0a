import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type EffectScope, effectScope, ref } from 'vue';
import type { Ev } from '../../src/core/types';

let sink: { events(batch: Ev[]): void; reset(): void };
vi.mock('../../src/core/live', () => ({
  line: ref('live'),
  now: ref(0),
  listen: (s: typeof sink) => {
    sink = s;
    return () => {};
  },
}));
const { auth, lapsed, session } = await import('../../src/core/session');
const { useDesk } = await import('../../src/alarm/use-desk');

const row = (id: string) => ({ id, state: 'claimed', priority: 2, owner: 'me', version: 1, opened_ms: 0 });
const answer = (alarms: unknown[] = []) => ({
  now_ms: Date.now(),
  alarms,
  refs: {},
  total: alarms.length,
  counts: {},
  tally: [],
  shift: { id: '5', members: [{ person: 'me', to_ms: null }] },
  flood: null,
  me: { on_duty: true, why: null },
});
const step = (event: string, id: string, state: string): Ev =>
  ({ n: 1, at_ms: 0, register: 'alarm', id, op: 'step', event, state, version: 2 }) as Ev;
let reply: () => Response;
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const asked = vi.fn();
let scope: EffectScope;
let desk: ReturnType<typeof useDesk>;

beforeEach(async () => {
  vi.useFakeTimers();
  asked.mockClear();
  reply = () => json(200, answer());
  vi.stubGlobal('fetch', async () => {
    asked();
    return reply();
  });
  session.value = { user: { id: 'me' }, permissions: ['handle_alarms'], roles: [] } as never;
  lapsed.value = false;
  scope = effectScope();
  scope.run(() => {
    desk = useDesk();
  });
  await vi.advanceTimersByTimeAsync(10);
});
afterEach(async () => {
  auth.giveUp(); // what waits for a sign-in ends
  scope.stop();
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('on duty it asks each minute, so that a quiet night does not end the session', async () => {
  expect(desk.onDuty.value).toBe(true);
  asked.mockClear();
  await vi.advanceTimersByTimeAsync(30 * 60_000);
  expect(asked).toHaveBeenCalledTimes(30);
});

test('off duty it asks only when something happens', async () => {
  reply = () => json(200, { ...answer(), shift: null });
  await desk.refresh();
  asked.mockClear();
  await vi.advanceTimersByTimeAsync(30 * 60_000);
  expect(asked).not.toHaveBeenCalled();
});

test('a session that has lapsed is a dead line, however much the feed lives', async () => {
  expect(desk.dead.value).toBe(false);
  reply = () => json(401, { status: 401, code: 'unauthorized' });
  sink.events([step('raise', '9', 'new')]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(desk.fresh.value).toEqual([]);
  expect(desk.dead.value).toBe(true);
});

test('an alarm whose row cannot be read is a dead line until it can', async () => {
  reply = () => json(500, { status: 500, code: 'internal' });
  sink.events([step('raise', '9', 'new')]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(desk.blind.value).toBe(true);
  reply = () => json(200, answer([row('9')]));
  await vi.advanceTimersByTimeAsync(5000);
  expect(desk.blind.value).toBe(false);
});

test('after a break that the feed cannot bridge the desk is blind until it was read', async () => {
  reply = () => json(500, { status: 500, code: 'internal' });
  sink.reset();
  await vi.advanceTimersByTimeAsync(1000);
  expect(desk.blind.value).toBe(true);
});

test('what was heard in one tab is heard in the others', async () => {
  reply = () => json(200, answer([row('9')]));
  await desk.refresh();
  sink.events([step('escalate', '9', 'claimed')]);
  expect(desk.calls.value.length).toBe(1);
  const other = new BroadcastChannel('desk:heard');
  const told = new Promise((ok) => {
    other.onmessage = (m) => ok(m.data);
  });
  vi.useRealTimers();
  other.postMessage({ id: '9', incident: null });
  await vi.waitFor(() => expect(desk.calls.value).toEqual([]));
  desk.hear('9');
  expect(await told).toEqual({ id: '9', incident: null });
  other.close();
});
