/** The signal log's data: pages by cursor, and looking on while the switch is on. */
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { Refs } from '../core/types';
import { useLoad } from '../ui/load';
import { type Signal, signals } from './api';
import { type Asked, toServer } from './query';

export const PAGE = 100;
/** So many rows stay on the screen while it looks on; older ones are a search away. */
const KEPT = 500;
const LOOK_MS = 1500;

const newer = (a: string, b: string): boolean => a.length > b.length || (a.length === b.length && a > b);

export function useSignals(asked: () => Asked, fixed: Record<string, string> = {}) {
  const items = shallowRef<Signal[]>([]);
  const refs = shallowRef<Refs>({});
  const next = ref<string | null>(null);
  const lookedTo = ref<number | null>(null);
  const fresh = ref(0);
  const older = ref(false);
  /** So many would be here if the looking through had not stopped before. */
  const wanted = ref(PAGE);
  const tail = ref(false);
  /** What came while the reader was further down: counted, not pushed under his eyes. */
  const held = shallowRef<Signal[]>([]);
  const hold = ref(false);
  let edge = '';

  const query = () => ({ ...toServer(asked(), Date.now()), ...fixed, limit: PAGE });
  const page = useLoad(async (signal) => {
    const p = await signals.list(query(), signal);
    items.value = p.items;
    held.value = [];
    refs.value = p.refs;
    next.value = p.next;
    lookedTo.value = p.looked_to_ms;
    wanted.value = PAGE;
    edge = p.items[0]?.id ?? '';
    return true;
  });

  async function more(): Promise<void> {
    if (!next.value || older.value) return;
    older.value = true;
    try {
      const p = await signals.list({ ...query(), after: next.value });
      items.value = [...items.value, ...p.items];
      refs.value = { ...refs.value, ...p.refs };
      next.value = p.next;
      lookedTo.value = p.looked_to_ms;
      wanted.value += PAGE;
    } finally {
      older.value = false;
    }
  }

  function release(): void {
    items.value = [...held.value, ...items.value].slice(0, KEPT);
    held.value = [];
  }
  async function look(): Promise<void> {
    const q: Record<string, string | number> = { ...query(), order: 'up' };
    delete q.to;
    if (edge) {
      q.after = edge;
      delete q.from;
    }
    const p = await signals.list(q);
    const had = edge;
    const got = p.items.filter((x) => !had || newer(x.id, had)).reverse();
    edge = got[0]?.id ?? (p.next && newer(p.next, edge) ? p.next : edge);
    if (!got.length) return;
    refs.value = { ...refs.value, ...p.refs };
    fresh.value += got.length;
    held.value = [...got, ...held.value].slice(0, KEPT);
    if (!hold.value) release();
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function again(): Promise<void> {
    if (!tail.value) return;
    if (!document.hidden) await look().catch(() => {});
    timer = setTimeout(again, LOOK_MS);
  }
  watch(tail, (on) => {
    clearTimeout(timer);
    if (on) void again();
  });
  watch(hold, (on) => {
    if (!on) release();
  });
  onScopeDispose(() => clearTimeout(timer));

  return { items, refs, next, lookedTo, wanted, page, more, older, tail, hold, held, release, fresh };
}
