/** One loudspeaker for the whole program: it stays awake when the operator looks at another page. */
import { computed, onScopeDispose, ref } from 'vue';
import type { Alarm } from '../core/alarm';
import { line, now } from '../core/live';
import { browserSpeaker, Sounder, wanted } from '../core/sound';

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

/** While this page is open its alarms sound; what sounds is also shown on it, for a test and for the deaf. */
export function useSound(fresh: () => Alarm[], serverNow: () => number) {
  const sounding = ref('');
  const timer = setInterval(() => {
    const w = wanted(fresh(), line.value === 'stale' || line.value === 'down', serverNow());
    sounder.tick(w, Date.now());
    sounding.value = soundState.value === 'on' && w !== null ? String(w) : '';
  }, 200);
  onScopeDispose(() => {
    clearInterval(timer);
    sounder.tick(null, Date.now());
  });
  return { sounding };
}
