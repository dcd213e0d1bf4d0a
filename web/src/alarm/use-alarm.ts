/** One alarm on the desk: loaded, kept fresh by the feed, its steps and entries sent so that nothing is lost or doubled. */
import { computed, onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue';
import { Outbox, type Pending, type Verdict } from '../core/alarm-outbox';
import { type Detail, detailOf, type Entry } from '../core/alarm-wire';
import { ApiError, call, newKey } from '../core/http';
import { listen } from '../core/live';
import { register } from '../core/meta';
import { rows } from '../core/rows';
import { session } from '../core/session';
import { load, outboxKey, save } from '../core/store';
import type { Row, Step } from '../core/types';
import { asError } from '../ui/load';
import { errorText } from '../ui/toast';
import { timelineOf } from './timeline';

const CHILDREN = new Set([
  'incident',
  'dispatch',
  'police_report',
  'notice',
  'fault',
  'service_mode',
  'workorder',
  'alarm_entry',
]);

/** A step with a key: when the line breaks in between, sending it again is the same step. */
export async function takeStep(
  process: string,
  row: Row,
  event: string,
  body: unknown,
  key: string,
): Promise<Row> {
  const r = await call<Row>(`/api/v1/${process}/${row.id}/steps/${event}`, {
    method: 'POST',
    body,
    headers: { 'If-Match': `"${row.version}"`, 'Idempotency-Key': key },
    repeatable: true,
  });
  return r.data;
}

const waiting = ref<Pending[]>([]);
let box: Outbox | null = null;
let owner = '';
const sentListeners = new Set<(p: Pending) => void>();

async function post(p: Pending): Promise<Verdict> {
  try {
    await call(p.path, {
      method: 'POST',
      body: p.body,
      headers: { 'Idempotency-Key': p.key },
      repeatable: true,
    });
    return { ok: true };
  } catch (e) {
    const again = e instanceof ApiError && (e.status === 0 || e.status === 429 || e.status === 503);
    return { ok: false, again, why: errorText(e) };
  }
}
/** The entries of the person who is signed in; another person has another box. */
export function outbox(): Outbox {
  const me = session.value?.user.id ?? '';
  if (!box || owner !== me) {
    owner = me;
    const key = outboxKey(me);
    box = new Outbox({
      load: () => load<Pending[]>(key, []),
      save: (all) => save(key, all.length ? all : null),
      send: post,
      now: () => Date.now(),
      changed: (all) => {
        waiting.value = all;
      },
      sent: (p) => {
        for (const f of sentListeners) f(p);
      },
    });
    waiting.value = box.pending;
  }
  return box;
}
export const unsent = computed(() => waiting.value);

let pumps = 0;
let pump: ReturnType<typeof setInterval> | undefined;
export function usePump(): void {
  outbox();
  if (!pumps++) pump = setInterval(() => void outbox().pump(), 300);
  onScopeDispose(() => {
    if (!--pumps) clearInterval(pump);
  });
}

export function useAlarm(id: Ref<string | null>, paper = false) {
  const detail = shallowRef<Detail | null>(null);
  const error = shallowRef<ApiError | null>(null);
  /** The server has them and the answer that shows them is on its way: till then they stay on the screen. */
  const settling = shallowRef<Pending[]>([]);
  const loading = ref(false);
  let abort: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function reload(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const want = id.value;
    abort?.abort();
    if (!want) {
      detail.value = null;
      return;
    }
    const shownThen = settling.value;
    const mine = new AbortController();
    abort = mine;
    loading.value = true;
    try {
      const r = await call<Record<string, unknown>>(`/api/v1/alarm/${want}/desk`, { signal: mine.signal });
      if (abort !== mine) return;
      const fresh = detailOf(r.data);
      const old = detail.value?.alarm.id === fresh.alarm.id ? detail.value : null;
      detail.value = { ...fresh, faults: old?.faults ?? [], modes: old?.modes ?? [] };
      void beside(fresh);
      error.value = null;
      settling.value = settling.value.filter((x) => !shownThen.includes(x));
    } catch (e) {
      if (abort !== mine || mine.signal.aborted) return;
      error.value = asError(e);
      timer = setTimeout(() => void reload(), 3000);
    }
    loading.value = false;
  }
  /** What else is wrong at the site: not needed to begin, so it comes after. */
  async function beside(d: Detail): Promise<void> {
    const site = d.alarm.site;
    if (!site) return;
    const list = async (name: string, state: string) =>
      register(name)
        ? ((await rows.list(name, { site, state, limit: 20 }).catch(() => null))?.items ?? [])
        : [];
    const [proposed, ordered, modes] = await Promise.all([
      list('fault', 'proposed'),
      list('fault', 'ordered'),
      list('service_mode', 'active'),
    ]);
    if (detail.value?.alarm.id === d.alarm.id)
      detail.value = { ...detail.value, faults: [...proposed, ...ordered], modes };
  }
  const soon = () => {
    timer ??= setTimeout(() => void reload(), 120);
  };
  watch(
    id,
    (now) => {
      if (detail.value?.alarm.id !== now) detail.value = null;
      settling.value = [];
      error.value = null;
      soon();
    },
    { immediate: true },
  );
  const stop = listen({
    events(batch) {
      if (batch.some((e) => (e.register === 'alarm' && e.id === id.value) || CHILDREN.has(e.register)))
        soon();
    },
    reset: () => void reload(),
  });
  const sent = (p: Pending) => {
    if (p.subject !== id.value) return;
    settling.value = [...settling.value, p];
    soon();
  };
  sentListeners.add(sent);
  onScopeDispose(() => {
    stop();
    sentListeners.delete(sent);
    clearTimeout(timer);
    abort?.abort();
  });

  const step = (event: string): Step | undefined => detail.value?.steps.find((s) => s.event === event);
  /** An entry that may wait for the line: it shows at once and is marked until the server has it. */
  function enter(body: Record<string, unknown>, what: string): void {
    if (!id.value) return;
    outbox().add({ key: newKey(), subject: id.value, path: `/api/v1/alarm/${id.value}/entry`, body, what });
    void outbox().pump();
  }
  const pending = computed(() => [
    ...settling.value,
    ...waiting.value.filter((p) => p.subject === id.value && !settling.value.includes(p)),
  ]);
  const timeline = computed<Entry[]>(() => (detail.value ? timelineOf(detail.value, paper) : []));
  return { detail, timeline, error, loading, reload, soon, step, enter, pending };
}
export type AlarmDesk = ReturnType<typeof useAlarm>;
