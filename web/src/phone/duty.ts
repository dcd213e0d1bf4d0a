/** On duty: who is called, and that he hears it. */
import { computed, watch } from 'vue';
import { canSound, chime, notify, ring, stayAwake, unlock, unnotify } from './alert';
import { w } from './words';
import { mine, signedOut, stateOf, type Task } from './work';

export const onDuty = computed(() => mine.value?.patrol.duty === 'on');
/** On duty for the desk, but no call reaches this phone until he signs in. */
export const cutOff = computed(() => onDuty.value && signedOut.value);
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

const CUT_OFF = 'cut-off';
function tellCutOff(is: boolean): void {
  if (!is) return void unnotify(CUT_OFF);
  chime();
  void notify(CUT_OFF, w('sign_in_again'), w('cut_off'));
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
  watch(cutOff, tellCutOff);
  watch(onDuty, (on) => void stayAwake(on), { immediate: true });
  document.addEventListener('visibilitychange', () => void stayAwake(onDuty.value));
  navigator.serviceWorker?.addEventListener('message', (e) => {
    if (typeof e.data?.hash === 'string') location.hash = e.data.hash;
  });
  // after a reload or a telephone call the first touch anywhere brings the sound back; a finger's counts at its end
  for (const touch of ['pointerdown', 'touchend', 'keydown'])
    addEventListener(touch, () => {
      if (onDuty.value && !canSound.value) void unlock();
    });
}
