/** The list page's data: state from the URL, the page of rows, the way back, and what changed meanwhile. */
import { computed, onScopeDispose, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { listen } from '../core/live';
import { register } from '../core/meta';
import { fromQuery, type ListState, toApi, toQuery } from '../core/query';
import { rows } from '../core/rows';
import { useLoad } from '../ui/load';

export const PAGE = 50;

/** Cursors of the pages before this one, per list; keyset pages know only "next". */
const trails = new Map<string, string[]>();

export function useList(name: () => string) {
  const route = useRoute();
  const router = useRouter();
  const reg = computed(() => register(name()));
  const here = computed(() => route.params.reg === name() && !route.params.id);
  const state = ref<ListState | null>(null);
  const trailKey = computed(() => `${name()}?${JSON.stringify({ ...state.value, after: '' })}`);
  const trail = computed(() => trails.get(trailKey.value) ?? []);
  const pageNo = computed(() => (state.value?.after ? trail.value.indexOf(state.value.after) + 2 : 1));

  const page = useLoad(async (signal) => {
    const r = reg.value!;
    return rows.list(r.name, { ...toApi(r, state.value!), limit: PAGE }, signal);
  });
  const changed = ref(new Set<string>());
  const load = async () => {
    changed.value = new Set();
    await page.run();
  };

  watch(
    [() => JSON.stringify(route.query), name, reg],
    ([, n], old) => {
      if (!reg.value || !here.value) return;
      const next = fromQuery(reg.value, route.query);
      if (old && old[1] === n && JSON.stringify(next) === JSON.stringify(state.value)) return;
      if (old && old[1] !== n) page.data.value = null; // another register: its rows must not flash up
      state.value = next;
      void load();
    },
    { immediate: true },
  );

  /** Every change of filter, order or page is a change of the address. */
  const go = (change: Partial<ListState>) => {
    const next = { ...state.value!, after: '', ...change };
    return router.push({ path: route.path, query: toQuery(reg.value!, next) });
  };
  const nextPage = () => {
    const next = page.data.value?.next;
    if (!next) return;
    const now = state.value!.after;
    const at = now ? trail.value.indexOf(now) : -1;
    trails.set(trailKey.value, [...trail.value.slice(0, at + 1), next]);
    void go({ after: next });
  };
  const backPage = () => go({ after: trail.value[trail.value.indexOf(state.value!.after) - 1] ?? '' });

  const stop = listen({
    events(batch) {
      const versions = new Map(page.data.value?.items.map((r) => [r.id, r.version]));
      const fresh = batch.filter((e) => e.register === name() && (versions.get(e.id) ?? -1) < e.version);
      if (fresh.length) changed.value = new Set([...changed.value, ...fresh.map((e) => e.id)]);
    },
    reset: () => void load(),
  });
  onScopeDispose(stop);

  return { reg, state, page, pageNo, changed, load, go, nextPage, backPage };
}
