/** The desk's data on a page: queue, counts, shift, the server's time; fed by the feed, loaded again when it says so. */
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { AlarmQueue, type ListName, offsetMs } from '../core/alarm';
import { alarmOf, type Counts, type DeskAnswer } from '../core/alarm-wire';
import { type ApiError, call } from '../core/http';
import { listen, now } from '../core/live';
import type { Ev } from '../core/types';
import { asError } from '../ui/load';

/** What else moves the counts of the desk. */
const ALSO = new Set(['service_mode', 'fault', 'shift', 'incident', 'dispatch', 'police_report']);
/** A burst asks often enough to see the urgent within a second, and no oftener. */
const GAP_MS = 350;

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

export function useDesk() {
  const queue = new AlarmQueue();
  const paint = ref(0);
  const counts = shallowRef<Counts>(NONE);
  const total = ref(0);
  const shift = shallowRef<DeskAnswer['shift']>(null);
  const flood = shallowRef<DeskAnswer['flood'] | null>(null);
  const duty = shallowRef<DeskAnswer['me']>({ on_duty: false, why: null });
  const offset = ref(0);
  const loaded = ref(false);
  const error = shallowRef<ApiError | null>(null);
  let asking = false;
  let again = false;
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  async function fetchOnce(): Promise<void> {
    const asked = Date.now();
    const { data } = await call<DeskAnswer>('/api/v1/desk');
    offset.value = offsetMs(data.now_ms, asked, Date.now());
    const rows = data.alarms.map((r) => alarmOf(r, data.refs));
    queue.load(rows, rows.length >= data.total);
    counts.value = { ...NONE, ...data.counts };
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
    if (again && !over) plan(error.value ? 3000 : GAP_MS);
  }
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
  function take(batch: Ev[]): void {
    let moved = false;
    let ask = false;
    for (const e of batch) {
      if (e.register === 'alarm') {
        moved = true;
        if (queue.apply(e)) ask = true;
      } else if (ALSO.has(e.register)) ask = true;
    }
    if (moved) paint.value++;
    if (ask || moved) plan(GAP_MS);
  }
  const stop = listen({
    events: take,
    reset() {
      queue.clear();
      void refresh();
    },
  });
  onScopeDispose(() => {
    over = true;
    stop();
    clearTimeout(timer);
  });
  void refresh();

  /** The server's time: what every countdown of the desk counts against. */
  const time = computed(() => now.value + offset.value);
  const shown = (l: ListName) => {
    void paint.value;
    return queue.shown(l);
  };
  return { queue, paint, counts, total, shift, duty, flood, time, loaded, error, refresh, shown };
}
export type Desk = ReturnType<typeof useDesk>;
