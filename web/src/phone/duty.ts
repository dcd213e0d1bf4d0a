/** On duty: who is called, and that he hears it. */
import { computed, watch } from 'vue';
import { canSound, chime, notify, ring, stayAwake, unlock, unnotify } from './alert';
import { w } from './words';
import { mine, stateOf, type Task } from './work';

export const onDuty = computed(() => mine.value?.patrol.duty === 'on');
const isCall = (t: Task): boolean => ['sent', 'no_answer'].includes(stateOf(t));
/** What waits for an answer, the newest first. */
export const calls = computed<Task[]>(() => (onDuty.value ? (mine.value?.items.filter(isCall) ?? []) : []));

const told = new Set<string>();
function tell(now: Task[]): void {
  for (const id of told)
    if (!now.some((t) => t.id === id)) {
      told.delete(id);
      void unnotify(id);
    }
  for (const t of now)
    if (!told.has(t.id)) {
      told.add(t.id);
      void notify(t.id, `${w('new_task')}: ${t.site.name}`, t.site.address);
    }
}

const states = new Map<string, string>();
/** A task that is taken back says so once: the patrol may be driving to it. */
function tellRecalled(items: Task[]): void {
  for (const t of items) {
    const before = states.get(t.id);
    states.set(t.id, t.state);
    if (!before || before === t.state || t.state !== 'recalled') continue;
    chime();
    void notify(t.id, `${w('s_recalled')}: ${t.site.name}`, t.site.address);
  }
}

export function startDuty(): void {
  watch(
    () => calls.value.map((t) => t.id).join(),
    () => {
      ring(calls.value.length > 0);
      tell(calls.value);
    },
    { immediate: true },
  );
  watch(mine, (m) => tellRecalled(m?.items ?? []));
  watch(onDuty, (on) => void stayAwake(on), { immediate: true });
  document.addEventListener('visibilitychange', () => void stayAwake(onDuty.value));
  navigator.serviceWorker?.addEventListener('message', (e) => {
    if (typeof e.data?.hash === 'string') location.hash = e.data.hash;
  });
  // after a reload the first touch anywhere brings the sound back
  addEventListener('pointerdown', () => {
    if (onDuty.value && !canSound.value) void unlock();
  });
}
