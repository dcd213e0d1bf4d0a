/** One loading: what a screen needs to show waiting, slowness, failure and success. */
import { onScopeDispose, ref, type ShallowRef, shallowRef } from 'vue';
import { ApiError } from '../core/http';

export interface Loading<T> {
  data: ShallowRef<T | null>;
  error: ShallowRef<ApiError | null>;
  busy: ReturnType<typeof ref<boolean>>;
  /** 0 quick, 1 after 300 ms (skeleton), 2 after 10 s (say so) */
  slow: ReturnType<typeof ref<0 | 1 | 2>>;
  run(): Promise<void>;
}

export const asError = (e: unknown): ApiError =>
  e instanceof ApiError ? e : new ApiError({ status: -1, code: 'client', title: String(e) });

export function useLoad<T>(get: (signal: AbortSignal) => Promise<T>): Loading<T> {
  const data = shallowRef<T | null>(null);
  const error = shallowRef<ApiError | null>(null);
  const busy = ref(false);
  const slow = ref<0 | 1 | 2>(0);
  let abort: AbortController | null = null;
  let timers: ReturnType<typeof setTimeout>[] = [];
  const settle = () => {
    for (const t of timers) clearTimeout(t);
    timers = [];
    slow.value = 0;
    busy.value = false;
  };
  const run = async () => {
    abort?.abort();
    settle();
    const mine = new AbortController();
    abort = mine;
    busy.value = true;
    timers = [setTimeout(() => (slow.value = 1), 300), setTimeout(() => (slow.value = 2), 10_000)];
    try {
      const d = await get(mine.signal);
      if (abort !== mine) return;
      data.value = d;
      error.value = null;
    } catch (e) {
      if (abort !== mine || mine.signal.aborted) return;
      error.value = asError(e);
    }
    settle();
  };
  onScopeDispose(() => {
    abort?.abort();
    settle();
  });
  return { data, error, busy, slow, run };
}

/** Loads again after changes: at most once in `gap_ms`, and never breaking off what is under way, so that under a stream of
 * changes each loading still ends. */
export function paced(run: () => Promise<void>, gap_ms: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let again = false;
  const go = async () => {
    timer = undefined;
    busy = true;
    again = false;
    await run();
    busy = false;
    if (again) soon();
  };
  const soon = () => {
    if (busy) again = true;
    else timer ??= setTimeout(() => void go(), gap_ms);
  };
  onScopeDispose(() => {
    clearTimeout(timer);
    busy = true; // nothing begins any more
  });
  return soon;
}
