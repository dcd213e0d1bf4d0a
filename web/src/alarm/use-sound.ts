/** One loudspeaker for the whole program: on every page of whoever is on duty, and on the desk and the wall of others. */
import { computed, onScopeDispose, ref, watch } from 'vue';
import { now } from '../core/live';
import { browserSpeaker, Sounder, wanted } from '../core/sound';
import { openTabs, type Tabs } from '../core/tabs';
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
const rooms = ref(0);
/** Until when it is muted, for the other tabs; 0: no longer. */
let muted: Tabs<number> | null = null;

export async function enableSound(): Promise<boolean> {
  const ok = await sounder.enable();
  turn.value++;
  return ok;
}
export function muteSound(minutes: number): void {
  sounder.mute(minutes * 60_000, Date.now());
  muted?.tell(sounder.muteEnds);
  turn.value++;
}
export function unmuteSound(): void {
  sounder.unmute();
  muted?.tell(0);
  turn.value++;
}

/** A page whose alarms sound whoever looks at it: the desk, and the wall, where nobody answers what calls one person. */
export function useSound(room = false): void {
  listeners.value++;
  if (room) rooms.value++;
  onScopeDispose(() => {
    listeners.value--;
    if (room) rooms.value--;
  });
}

/** The frame of all pages keeps it going. */
export function runSound(): void {
  const desk = useDesk(false);
  const stop = () => {
    sounder.tick(null, Date.now());
    sounding.value = '';
  };
  muted = openTabs<number>('desk:muted', (until) => {
    if (until) sounder.mute(until - Date.now(), Date.now());
    else sounder.unmute();
    turn.value++;
  });
  const tick = () => {
    if (!desk.onDuty.value && !listeners.value) return stop();
    const calls = rooms.value ? [] : desk.calls.value;
    const w = wanted(desk.fresh.value, calls, desk.dead.value, desk.time.value);
    sounder.tick(w, Date.now());
    sounding.value = soundState.value === 'on' && w !== null ? String(w) : '';
  };
  const timer = setInterval(tick, 200);
  // a browser lets a hidden page count once a minute: what has changed sounds at once
  watch([desk.fresh, desk.calls, desk.dead], tick);
  /** After a reload the browser is silent until it is touched: the first touch on any page wakes it. */
  const touch = (e: Event) => {
    const own = e.target instanceof Element && e.target.closest('[data-sound]'); // that button tells how it went
    if (!own && desk.onDuty.value && soundState.value === 'off') void enableSound();
  };
  document.addEventListener('pointerdown', touch, true);
  document.addEventListener('keydown', touch, true);
  onScopeDispose(() => {
    clearInterval(timer);
    muted?.close();
    muted = null;
    document.removeEventListener('pointerdown', touch, true);
    document.removeEventListener('keydown', touch, true);
    stop();
  });
}
