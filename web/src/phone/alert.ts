/** Makes itself heard: tone, vibration, notification and a screen that stays on, for as long as somebody is called. */
import { ref } from 'vue';

const BEAT_MS = 1600;
const VIBRATE = [500, 150, 500];

/** A browser plays nothing before a touch, and falls silent when a telephone call comes in between. */
export const canSound = ref(false);
export const mayNotify = ref(typeof Notification !== 'undefined' ? Notification.permission : 'denied');
let audio: AudioContext | undefined;
const follow = (): void => {
  canSound.value = audio?.state === 'running';
};

/** Within a touch: sound from now on. */
export async function unlock(): Promise<void> {
  try {
    if (!audio) {
      audio = new AudioContext();
      audio.onstatechange = follow;
    }
    await audio.resume();
  } catch {
    // no sound device, or a telephone call has it: vibration and notification are left
  }
  follow();
}

export async function askNotify(): Promise<void> {
  if (typeof Notification === 'undefined' || Notification.permission !== 'default') return;
  mayNotify.value = await Notification.requestPermission();
}

/** Two tones that carry through a running engine. */
function beep(): void {
  if (!audio) return;
  if (audio.state !== 'running') {
    void unlock(); // some browsers give the sound back without a touch
    return;
  }
  const at = audio.currentTime;
  for (const [i, hz] of [880, 1320, 880, 1320].entries()) {
    const tone = audio.createOscillator();
    const loud = audio.createGain();
    tone.type = 'square';
    tone.frequency.value = hz;
    loud.gain.value = 0.5;
    tone.connect(loud).connect(audio.destination);
    tone.start(at + i * 0.2);
    tone.stop(at + i * 0.2 + 0.18);
  }
}
function beat(): void {
  beep();
  navigator.vibrate?.(VIBRATE);
}

let beating: ReturnType<typeof setInterval> | undefined;
export function ring(on: boolean): void {
  if (on === (beating !== undefined)) return;
  if (on) {
    beat();
    beating = setInterval(beat, BEAT_MS);
  } else {
    clearInterval(beating);
    beating = undefined;
    navigator.vibrate?.(0);
  }
}
/** Once, for what needs no answer. */
export const chime = (): void => {
  if (!beating) beat();
};

export async function notify(tag: string, title: string, body: string): Promise<void> {
  if (mayNotify.value !== 'granted') return;
  const how = { body, tag, renotify: true, requireInteraction: true, vibrate: VIBRATE, icon: '/icon.svg' };
  await (await navigator.serviceWorker?.ready)?.showNotification(title, how);
}
export async function unnotify(tag: string): Promise<void> {
  const worker = await navigator.serviceWorker?.ready;
  for (const n of (await worker?.getNotifications({ tag })) ?? []) n.close();
}

/** On duty the screen stays on; the browser lets go whenever the page is hidden. */
export const awake = ref(false);
let lock: WakeLockSentinel | undefined;
export async function stayAwake(on: boolean): Promise<void> {
  if (!on) await lock?.release();
  if (!on || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
  try {
    lock = await navigator.wakeLock?.request('screen');
    awake.value = Boolean(lock);
    lock?.addEventListener('release', () => {
      awake.value = false;
    });
  } catch {
    awake.value = false; // the battery is low: the phone says no
  }
}
