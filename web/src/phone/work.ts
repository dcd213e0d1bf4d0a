/** What the phone page knows and does: my dispatches, my duty, what waits; it goes on without the network. */
import { computed, ref, shallowRef } from 'vue';
import type { components } from '../api/schema';
import { ApiError, call, newKey, send } from '../core/http';
import { auth, session } from '../core/session';
import { sha256 } from '../core/sha256';
import * as box from './box';
import { shrink } from './photo';

export type Mine = components['schemas']['PatrolMine'];
export type Task = components['schemas']['PatrolTask'];

const POLL_MS = 4_000; // an answer is due within a minute
const RETRY_MS = 2_000;
const POSITION_MS = 60_000;

/** The server's clock less the phone's: steps taken without network carry the right time. */
let skew = 0;
export const now = (): number => Date.now() + skew;

export const mine = shallowRef<Mine | null>(null);
export const waiting = shallowRef<box.Job[]>([]);
export const online = ref(navigator.onLine);
export const syncing = ref(false);
export const signedOut = ref(false);
export const fault = ref('');

export const refused = computed(() => waiting.value.filter((j) => j.refused));
export const stateOf = (t: Task): string => box.stateWith(t.state, waiting.value, t.id);

async function recount(): Promise<void> {
  waiting.value = await box.jobs();
}

const whoIs = (): string | undefined => session.value?.user.id;

/** Who signed in before on this phone: another person's work is not his. */
async function mySession(): Promise<boolean> {
  if (session.value) return true;
  try {
    await auth.resume();
  } catch {
    online.value = false;
    return false;
  }
  online.value = true;
  const person = whoIs();
  signedOut.value = !person;
  if (!person) return false;
  const before = await box.kept<string>('person');
  if (before && before !== person) await forget();
  await box.keep('person', person);
  return true;
}

function fateOf(e: unknown): box.Fate {
  if (!(e instanceof ApiError)) throw e;
  online.value = e.status !== 0;
  if (e.status === 401 || e.code === 'csrf') {
    session.value = null;
    signedOut.value = e.status === 401;
    return { good: false, later: true };
  }
  if (e.status === 0 || e.status === 429 || e.status >= 500) return { good: false, later: true };
  const first = e.problem.fields?.[0];
  return { good: false, refused: first?.message ?? e.message };
}

const wire: box.Wire = {
  async file(sha, blob) {
    try {
      await send(`/api/v1/file/${sha}`, {
        method: 'PUT',
        raw: blob,
        anonymous: true,
        headers: { 'Content-Type': 'image/jpeg' },
      });
      return { good: true };
    } catch (e) {
      return fateOf(e);
    }
  },
  async json(j) {
    try {
      await send(j.path, {
        method: 'POST',
        body: j.body,
        anonymous: true,
        headers: { 'Idempotency-Key': j.key },
      });
      if (j.step === 'report' || j.step === 'decline') await box.keep(box.draftOf(j.dispatch), undefined);
      return { good: true };
    } catch (e) {
      return fateOf(e);
    }
  },
};

export async function refresh(): Promise<void> {
  try {
    const asked = Date.now();
    const { data } = await call<Mine>('/api/v1/patrol/dispatches', { anonymous: true });
    skew = Math.round(data.now_ms - (asked + Date.now()) / 2);
    await box.keep('skew', skew);
    online.value = true;
    fault.value = '';
    mine.value = data;
    await box.keep('mine', data);
  } catch (e) {
    if (e instanceof ApiError && e.status === 404) fault.value = e.message;
    else if (e instanceof ApiError && e.status === 403) fault.value = e.message;
    else fateOf(e);
  }
}

/** Sends what waits, then asks what there is; what could not be sent is tried again soon. */
let next: ReturnType<typeof setTimeout> | undefined;
export async function sync(): Promise<void> {
  if (syncing.value) return;
  syncing.value = true;
  clearTimeout(next);
  try {
    if (!(await mySession())) return;
    if ((await box.flush(wire)) === 'done') await refresh();
  } finally {
    await recount();
    syncing.value = false;
    if (waiting.value.some((j) => !j.refused) && !signedOut.value)
      next = setTimeout(() => void sync(), RETRY_MS);
  }
}

async function add(j: Omit<box.Job, 'at' | 'key'>): Promise<void> {
  await box.put({ ...j, at: now(), key: newKey() });
  await recount();
  void sync();
}

/** The field of a step's time. */
const TIME_OF: Record<string, string> = {
  accept: 'accepted_ms',
  decline: 'declined_ms',
  depart: 'en_route_ms',
  arrive: 'arrived_ms',
  leave: 'left_ms',
  report: 'reported_ms',
};
/** `at`: when it was done, not when the network took it. */
export const step = (
  t: Task,
  name: string,
  body: Record<string, unknown> = {},
  at: number = now(),
): Promise<void> =>
  add({
    dispatch: t.id,
    step: name,
    path: `/api/v1/patrol/dispatches/${t.id}/${name}`,
    body: { ...body, [TIME_OF[name]!]: at },
  });

export async function photo(t: Task, file: Blob): Promise<void> {
  const blob = await shrink(file);
  const sha = await sha256(new Uint8Array(await blob.arrayBuffer()));
  await add({
    dispatch: t.id,
    step: 'photo',
    path: `/api/v1/patrol/dispatches/${t.id}/photos`,
    body: { file: sha, taken_ms: now() },
    blob,
    sha,
  });
}

/** What was refused, and what came after it at this dispatch: the person begins again from what the server knows. */
export async function giveUp(dispatch: string): Promise<void> {
  const from = refused.value.find((j) => j.dispatch === dispatch);
  for (const j of waiting.value)
    if (from && j.dispatch === dispatch && j.seq! >= from.seq!) await box.drop(j.seq!);
  await recount();
  void sync();
}

export async function duty(on: boolean): Promise<void> {
  const ask = { method: 'PUT', body: { on }, anonymous: true };
  try {
    const { data } = await call<Mine['patrol']>('/api/v1/patrol/duty', ask);
    if (mine.value) mine.value = { ...mine.value, patrol: data };
  } catch (e) {
    fateOf(e); // that the session has ended is told at once
    throw e;
  }
}

export interface Place {
  latitude_e6: number;
  longitude_e6: number;
  accuracy_m: number;
  at_ms: number;
}
const placeOf = (p: GeolocationPosition): Place => ({
  latitude_e6: Math.round(p.coords.latitude * 1e6),
  longitude_e6: Math.round(p.coords.longitude * 1e6),
  accuracy_m: Math.round(p.coords.accuracy),
  at_ms: p.timestamp + skew,
});
export const locate = (): Promise<Place> =>
  new Promise((ok, no) => {
    if (!navigator.geolocation) no(new Error('no geolocation'));
    else
      navigator.geolocation.getCurrentPosition((p) => ok(placeOf(p)), no, {
        enableHighAccuracy: true,
        timeout: 10_000,
        maximumAge: 15_000,
      });
  });

/** Only on duty, only while the page is there; an old position is worth nothing, so none waits. */
let told = 0;
async function tellPosition(): Promise<void> {
  if (mine.value?.patrol.duty !== 'on' || !session.value || Date.now() - told < POSITION_MS) return;
  told = Date.now();
  try {
    await send('/api/v1/patrol/position', { method: 'PUT', body: await locate(), anonymous: true });
  } catch {
    // no position, no network: the desk sees that the last one is old
  }
}

async function forget(): Promise<void> {
  mine.value = null;
  await box.clear();
  await caches?.delete('m-files').catch(() => false);
  await recount();
}
/** Who signs out is off duty: the desk must not count on a phone that hears nothing. */
export async function signOut(): Promise<void> {
  if (mine.value?.patrol.duty === 'on') await duty(false);
  await auth.signOut();
  await forget();
  signedOut.value = true;
}
export async function signedIn(): Promise<void> {
  signedOut.value = false;
  await sync();
}

/** iOS has no background sync: start, network, coming back to the page, and a clock; on duty also while hidden. */
export async function startWork(): Promise<void> {
  skew = (await box.kept<number>('skew')) ?? 0;
  mine.value = (await box.kept<Mine>('mine')) ?? null;
  await recount();
  const again = () => {
    const here = document.visibilityState === 'visible';
    if (here || mine.value?.patrol.duty === 'on') void sync().then(tellPosition);
  };
  addEventListener('online', () => {
    online.value = true;
    again();
  });
  addEventListener('offline', () => {
    online.value = false;
  });
  document.addEventListener('visibilitychange', again);
  setInterval(again, POLL_MS);
  await sync();
  void tellPosition();
}
