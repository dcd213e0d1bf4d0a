/** One loudspeaker for the whole program: on every page of whoever is on duty, and on the desk and the wall of others. */
import { computed, onScopeDispose, ref } from 'vue';
import { line, now } from '../core/live';
import { browserSpeaker, Sounder, wanted } from '../core/sound';
import { useDesk } from './use-desk';

const sounder = new Sounder(browserSpeaker());
const turn = ref(0);
export const soundState = computed(() => {
  void turn.value;
  return sounder.state(now.value);
});
export const muteLeft = computed(() => {
  void turn.value;
  return Math.max(0, sounder.muteEnds - now.value);
});
/** What sounds is also shown, for a test and for the deaf. */
export const sounding = ref('');
const listeners = ref(0);

export async function enableSound(): Promise<boolean> {
  const ok = await sounder.enable();
  turn.value++;
  return ok;
}
export function muteSound(minutes: number): void {
  sounder.mute(minutes * 60_000, Date.now());
  turn.value++;
}
export function unmuteSound(): void {
  sounder.unmute();
  turn.value++;
}

/** A page whose alarms sound whoever looks at it: the desk and the wall. */
export function useSound(): void {
  listeners.value++;
  onScopeDispose(() => listeners.value--);
}

/** The frame of all pages keeps it going. */
export function runSound(): void {
  const desk = useDesk(false);
  const stop = () => {
    sounder.tick(null, Date.now());
    sounding.value = '';
  };
  const timer = setInterval(() => {
    if (!desk.onDuty.value && !listeners.value) return stop();
    const stale = line.value === 'stale' || line.value === 'down';
    const w = wanted(desk.fresh.value, desk.calls.value, stale, desk.time.value);
    sounder.tick(w, Date.now());
    sounding.value = soundState.value === 'on' && w !== null ? String(w) : '';
  }, 200);
  /** After a reload the browser is silent until it is touched: the first touch on any page wakes it. */
  const touch = (e: Event) => {
    const own = e.target instanceof Element && e.target.closest('[data-sound]'); // that button tells how it went
    if (!own && desk.onDuty.value && soundState.value === 'off') void enableSound();
  };
  document.addEventListener('pointerdown', touch, true);
  document.addEventListener('keydown', touch, true);
  onScopeDispose(() => {
    clearInterval(timer);
    document.removeEventListener('pointerdown', touch, true);
    document.removeEventListener('keydown', touch, true);
    stop();
  });
}
