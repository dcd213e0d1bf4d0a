/** The live feed as the screens see it: state of the line, last number, and whoever wants the changes of a register. */
import { computed, ref, shallowRef } from 'vue';
import { epochOf, helloOf, type Link, STALE_MS, seqOf } from './feed';
import { sharedFeed } from './shared-feed';
import type { Ev } from './types';

const URL_FEED = '/api/v1/feed';

const link = ref<Link>('connecting');
const beatAt = ref(0);
export const place = shallowRef<string | null>(null);
export const seq = computed(() => seqOf(place.value));
export const latest = shallowRef<Ev[]>([]);
/** Ticks every second: clocks on the screens count with it. */
export const now = ref(Date.now());
if (typeof window !== 'undefined')
  setInterval(() => {
    now.value = Date.now();
  }, 1000);

export const silentSeconds = computed(() =>
  beatAt.value ? Math.max(0, Math.floor((now.value - beatAt.value) / 1000)) : 0,
);
/** A follower tab judges the silence itself: the leader may be the one that hangs. */
export const line = computed<Link>(() =>
  link.value === 'live' && now.value - beatAt.value > STALE_MS ? 'stale' : link.value,
);

type Listener = { events(batch: Ev[]): void; reset?(): void };
const listeners = new Set<Listener>();
export function listen(l: Listener): () => void {
  listeners.add(l);
  return () => listeners.delete(l);
}

/** The place moves only forward within an epoch. */
function move(to: string | null): void {
  if (!to) return;
  const old = place.value;
  if (!old || epochOf(old) !== epochOf(to) || seqOf(to) > seqOf(old)) place.value = to;
}

const MAX_LATEST = 60;

function take(batch: Ev[]): void {
  const had = new Set(latest.value.map((e) => e.n));
  const fresh = batch.filter((e) => !had.has(e.n));
  if (!fresh.length) return;
  latest.value = [...fresh.slice().reverse(), ...latest.value].slice(0, MAX_LATEST);
  for (const l of listeners) l.events(fresh);
}

let stop: (() => void) | null = null;

export function startFeed(): void {
  if (stop) return;
  beatAt.value = Date.now();
  stop = sharedFeed(URL_FEED, () => place.value, {
    events: take,
    link: (l) => {
      link.value = l;
    },
    beat: (last) => {
      beatAt.value = Date.now();
      move(last);
    },
    reset: () => {
      for (const l of listeners) l.reset?.();
    },
  });
}

export function stopFeed(): void {
  stop?.();
  stop = null;
  place.value = null;
  latest.value = [];
  link.value = 'connecting';
}

/** What happened just before this page was opened: asks the server to replay its last messages once. */
export function fetchRecent(count: number): void {
  const p = place.value;
  if (!p || seqOf(p) < 1) return;
  const from = `${epochOf(p)}-${Math.max(0, seqOf(p) - count)}`;
  const es = new EventSource(`${URL_FEED}?from=${encodeURIComponent(from)}`);
  const got: Ev[] = [];
  const done = () => {
    es.close();
    clearTimeout(timer);
    const had = new Set(latest.value.map((e) => e.n));
    const older = got.filter((e) => !had.has(e.n));
    latest.value = [...latest.value, ...older].sort((a, b) => b.n - a.n).slice(0, MAX_LATEST);
  };
  const timer = setTimeout(done, 1500);
  es.onerror = done;
  es.addEventListener('reset', done);
  es.addEventListener('hello', (m) => {
    if (!helloOf(m as MessageEvent<string>)) done();
  });
  es.onmessage = (m: MessageEvent<string>) => {
    const e = JSON.parse(m.data) as Ev;
    got.push(e);
    if (e.n >= seqOf(p)) done();
  };
}
