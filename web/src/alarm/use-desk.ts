/** The desk's data, once for all pages: queue, counts, shift, the server's time; fed by the feed, loaded again when it says so. */
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { type Alarm, AlarmQueue, offsetMs, type Tally, tallyOf, type View } from '../core/alarm';
import { alarmOf, type Counts, type DeskAnswer, tallyIn } from '../core/alarm-wire';
import { Attention, type Call } from '../core/attention';
import { type ApiError, call } from '../core/http';
import { line, listen, now } from '../core/live';
import { rows } from '../core/rows';
import { lapsed, may, session } from '../core/session';
import { openTabs, type Tabs } from '../core/tabs';
import type { Ev } from '../core/types';
import { asError } from '../ui/load';

/** What else moves the counts of the desk. */
const ALSO = new Set([
  'service_mode',
  'fault',
  'shift',
  'shift_member',
  'incident',
  'dispatch',
  'police_report',
]);
/** A patrol that will not come, or has told what it found. */
const DISPATCH_CALLS = new Set(['no_answer', 'decline', 'report']);
/** A burst asks often enough to see the urgent within a second, and no oftener; other pages only count and sound. */
const GAP_MS = 350;
const GAP_AWAY_MS = 800;
/** On duty the desk asks even when nothing happens: only what is asked keeps a session in use (`session.idle_min`). */
const BEAT_MS = 60_000;

type Heard = Pick<Alarm, 'id' | 'incident'>;

const NONE: Counts = {
  new: 0,
  handling: 0,
  parked: 0,
  closing: 0,
  escalated: 0,
  undecoded: 0,
  unknown: 0,
  service_modes: 0,
  faults: 0,
  incidents_escalated: 0,
  incidents_to_tell: 0,
  incidents_to_review: 0,
};

const queue = new AlarmQueue();
const attention = new Attention();
const paint = ref(0);
const counted = shallowRef<Counts>(NONE);
const told = shallowRef<Tally[]>([]);
const total = ref(0);
const shift = shallowRef<DeskAnswer['shift']>(null);
const flood = shallowRef<DeskAnswer['flood'] | null>(null);
const duty = shallowRef<DeskAnswer['me']>({ on_duty: false, why: null });
const offset = ref(0);
const loaded = ref(false);
const error = shallowRef<ApiError | null>(null);
/** The server's time: what every countdown of the desk counts against. */
const time = computed(() => now.value + offset.value);
const me = computed(() => session.value?.user.id ?? '');

let users = 0;
let watchers = 0;
let stop = () => {};
let heard: Tabs<Heard> | null = null;
let beat: ReturnType<typeof setInterval> | undefined;
let asking = false;
let again = false;
let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

async function fetchOnce(): Promise<void> {
  const asked = Date.now();
  const { data } = await call<DeskAnswer>('/api/v1/desk');
  if (!users) return;
  offset.value = offsetMs(data.now_ms, asked, Date.now());
  const list = data.alarms.map((r) => alarmOf(r, data.refs));
  queue.load(list, list.length >= data.total);
  counted.value = { ...NONE, ...data.counts };
  told.value = tallyIn(data.tally);
  total.value = data.total;
  shift.value = data.shift;
  flood.value = data.flood;
  duty.value = data.me;
  loaded.value = true;
  error.value = null;
  paint.value++;
}
async function refresh(): Promise<void> {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  again = false;
  last = Date.now();
  try {
    await fetchOnce();
  } catch (e) {
    error.value = asError(e);
    again = true;
  }
  asking = false;
  if (again && users) plan(error.value ? 3000 : gap());
}
const gap = (): number => (watchers ? GAP_MS : GAP_AWAY_MS);
function plan(ms: number): void {
  if (timer !== undefined) return;
  timer = setTimeout(
    () => {
      timer = undefined;
      void refresh();
    },
    Math.max(20, ms - (Date.now() - last)),
  );
}
/** The feed names the dispatch, its row the incident. */
async function ofDispatch(e: Ev): Promise<void> {
  const row = await rows.get('dispatch', e.id).catch(() => null);
  const why = e.event === 'report' ? 'report' : 'no_answer';
  if (row) attention.raise('incident', String(row.incident), why, e.at_ms);
  paint.value++;
}
function take(batch: Ev[]): void {
  let moved = false;
  let ask = false;
  for (const e of batch) {
    if (e.register === 'alarm') {
      moved = true;
      attention.step(e, queue.get(e.id), time.value);
      if (queue.apply(e)) ask = true;
    } else if (ALSO.has(e.register)) {
      ask = true;
      if (e.register === 'dispatch' && DISPATCH_CALLS.has(e.event ?? '')) void ofDispatch(e);
    }
  }
  if (moved) paint.value++;
  if (ask || moved) plan(gap());
}
function begin(): void {
  stop = listen({
    events: take,
    reset() {
      queue.clear();
      loaded.value = false;
      void refresh();
    },
  });
  heard = openTabs<Heard>('desk:heard', (row) => {
    attention.hear(row);
    paint.value++;
  });
  beat = setInterval(() => {
    if (onDuty.value) void refresh();
  }, BEAT_MS);
  void refresh();
}
function end(): void {
  stop();
  heard?.close();
  heard = null;
  clearInterval(beat);
  clearTimeout(timer);
  timer = undefined;
  queue.clear();
  queue.release();
  attention.clear();
  loaded.value = false;
  error.value = null;
  counted.value = NONE;
  told.value = [];
  total.value = 0;
  shift.value = null;
  flood.value = null;
}

/** More is open than the answer holds: then the server counts, else what the feed said since counts too. */
const partial = computed(() => {
  void paint.value;
  return total.value > queue.size;
});
const tally = computed(() => {
  void paint.value;
  return partial.value ? told.value : tallyOf(queue.all());
});
const counts = computed<Counts>(() => {
  void paint.value;
  return partial.value
    ? counted.value
    : {
        ...counted.value,
        new: queue.count('new'),
        handling: queue.count('handling'),
        parked: queue.count('parked'),
        escalated: queue.count('escalated'),
      };
});
const fresh = computed(() => {
  void paint.value;
  return queue.list('new');
});
const calls = computed(() => {
  void paint.value;
  const find = (c: Call) => (c.of === 'alarm' ? queue.get(c.id) : queue.of(c.id));
  return attention.list(find, me.value, may('lead_shift'));
});
/** On duty by the list of the shift; who is there and may not handle yet is told why. */
const onDuty = computed(() => {
  const s = shift.value as { members?: { person: string; to_ms: number | null }[] } | null;
  return s?.members?.some((m) => m.person === me.value && m.to_ms === null) ?? false;
});
const shiftId = computed(() => {
  const id = (shift.value as { id?: unknown } | null)?.id;
  return id === undefined || id === null ? null : String(id);
});
const shown = (v: View) => {
  void paint.value;
  return queue.shown(v);
};
function hear(alarm: string): void {
  const row = queue.get(alarm);
  if (!row) return;
  attention.hear(row);
  heard?.tell({ id: row.id, incident: row.incident });
  paint.value++;
}

/** The line lives and the desk cannot be read: alarms may be there that nobody sees. */
const blind = computed(() => {
  void paint.value;
  return lapsed.value || (error.value !== null && (!loaded.value || queue.missing > 0));
});
const dead = computed(() => line.value === 'stale' || line.value === 'down' || blind.value);

const DESK = {
  queue,
  paint,
  counts,
  tally,
  partial,
  total,
  fresh,
  calls,
  hear,
  shift,
  shiftId,
  onDuty,
  duty,
  flood,
  time,
  loaded,
  error,
  blind,
  dead,
  refresh,
  shown,
};
export type Desk = typeof DESK;

/** `watching`: a page that shows the queue itself. The data stay as long as anybody uses them. */
export function useDesk(watching = true): Desk {
  if (!users++) begin();
  else if (watching && !watchers) void refresh();
  if (watching) watchers++;
  onScopeDispose(() => {
    if (watching) watchers--;
    if (!--users) end();
  });
  return DESK;
}
