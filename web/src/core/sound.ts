/**
 * The sound of the alarm desk: which pattern must sound now is pure; playing it is a small WebAudio part behind an
 * interface. Browsers play nothing before a gesture, so silence has three names: not enabled, muted, nothing to say.
 */
import type { Alarm } from './alarm';
import type { Call } from './attention';

export interface Tone {
  hz: number;
  ms: number;
  /** Silence after it. */
  gap: number;
}
export interface Pattern {
  tones: Tone[];
  /** From one beginning to the next; 0 plays once. */
  every_ms: number;
}

const two = (a: number, b: number, n: number, ms: number): Tone[] =>
  Array.from({ length: n * 2 }, (_, i) => ({ hz: i % 2 ? b : a, ms, gap: 20 }));

/** The more urgent, the higher, the faster and the shorter the pause. */
export const PATTERNS: Record<number, Pattern> = {
  1: { tones: two(960, 770, 3, 150), every_ms: 1600 },
  2: { tones: two(760, 620, 2, 180), every_ms: 3000 },
  3: {
    tones: [
      { hz: 620, ms: 220, gap: 90 },
      { hz: 620, ms: 220, gap: 0 },
    ],
    every_ms: 8000,
  },
  4: { tones: [{ hz: 520, ms: 260, gap: 0 }], every_ms: 20_000 },
  5: { tones: [{ hz: 460, ms: 200, gap: 0 }], every_ms: 0 },
};
export const TEST: Pattern = {
  tones: [
    { hz: 520, ms: 120, gap: 30 },
    { hz: 660, ms: 120, gap: 30 },
    { hz: 780, ms: 200, gap: 0 },
  ],
  every_ms: 0,
};
/** The line is stale: a falling tone that no alarm has. */
export const STALE: Pattern = {
  tones: [
    { hz: 440, ms: 350, gap: 40 },
    { hz: 330, ms: 500, gap: 0 },
  ],
  every_ms: 5000,
};

export type SoundState = 'off' | 'on' | 'muted';
export type Wanted = 'stale' | number | null;

type Fresh = Pick<Alarm, 'priority' | 'escalated' | 'clocks'>;
/** How much more urgent it sounds than it is: by the levels it has escalated, or because the limit of its rule to be
 * accepted is over. */
const louder = (a: Fresh, now: number): number =>
  Math.max(a.escalated, a.clocks.some((c) => c.name === 'claim' && c.due_ms < now) ? 1 : 0);

/** A report that came in is told by the calm sound, whatever the alarm is. */
const CALM = 4;

/** What must be heard: a dead line before everything, then the most urgent of what nobody has taken and what calls. */
export function wanted(
  fresh: Fresh[],
  calls: { call: Pick<Call, 'why'>; row: Pick<Alarm, 'priority'> }[],
  stale: boolean,
  now: number,
): Wanted {
  if (stale) return 'stale';
  let best = 9;
  for (const a of fresh) best = Math.min(best, Math.max(1, a.priority - louder(a, now)));
  for (const { call, row } of calls)
    best = Math.min(best, call.why === 'report' ? Math.max(CALM, row.priority) : row.priority);
  return best === 9 ? null : best;
}
export const patternOf = (w: Wanted): Pattern | null =>
  w === null ? null : w === 'stale' ? STALE : (PATTERNS[w] ?? PATTERNS[5]!);

/** Muting has an end, and not a far one. */
export const MUTE_MINUTES = [1, 3, 5];
export const MUTE_MAX_MS = 5 * 60_000;

export interface Speaker {
  /** Must be called in a gesture; false: the browser refuses. */
  wake(): Promise<boolean>;
  play(p: Pattern): void;
  hush(): void;
  alive(): boolean;
}

export class Sounder {
  private mutedUntil = 0;
  private playing: Wanted = null;
  private at = 0;
  constructor(private readonly speaker: Speaker) {}

  state(now: number): SoundState {
    if (!this.speaker.alive()) return 'off';
    return now < this.mutedUntil ? 'muted' : 'on';
  }
  get muteEnds(): number {
    return this.mutedUntil;
  }
  /** Begin of duty: the test tone proves that the loudspeaker works. */
  async enable(): Promise<boolean> {
    const ok = await this.speaker.wake();
    if (ok) this.speaker.play(TEST);
    return ok;
  }
  mute(ms: number, now: number): void {
    this.mutedUntil = now + Math.min(ms, MUTE_MAX_MS);
    this.speaker.hush();
  }
  unmute(): void {
    this.mutedUntil = 0;
    this.playing = null;
  }
  /** Called several times a second: begins, repeats and ends the pattern. Says what it began to play. */
  tick(w: Wanted, now: number): Wanted {
    const p = this.state(now) === 'on' ? patternOf(w) : null;
    if (!p) {
      if (this.playing !== null) this.speaker.hush();
      this.playing = null;
      return null;
    }
    const again = p.every_ms > 0 && now - this.at >= p.every_ms;
    if (w === this.playing && !again) return null;
    this.playing = w;
    this.at = now;
    this.speaker.hush();
    this.speaker.play(p);
    return w;
  }
}

/** WebAudio: sine tones with soft edges, no files. */
export function browserSpeaker(): Speaker {
  let ctx: AudioContext | null = null;
  let live: OscillatorNode[] = [];
  const one = (c: AudioContext, tone: Tone, at: number) => {
    const osc = c.createOscillator();
    const gain = c.createGain();
    const end = at + tone.ms / 1000;
    osc.type = 'triangle';
    osc.frequency.value = tone.hz;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(0.5, at + 0.012);
    gain.gain.setValueAtTime(0.5, end - 0.02);
    gain.gain.linearRampToValueAtTime(0, end);
    osc.connect(gain).connect(c.destination);
    osc.start(at);
    osc.stop(end);
    live.push(osc);
    osc.onended = () => {
      live = live.filter((x) => x !== osc);
    };
  };
  return {
    async wake() {
      ctx ??= new AudioContext();
      await Promise.race([ctx.resume(), new Promise((ok) => setTimeout(ok, 1000))]);
      return ctx.state === 'running';
    },
    play(p) {
      if (!ctx) return;
      let at = ctx.currentTime + 0.02;
      for (const tone of p.tones) {
        one(ctx, tone, at);
        at += (tone.ms + tone.gap) / 1000;
      }
    },
    hush() {
      for (const o of live) o.stop();
      live = [];
    },
    alive: () => ctx?.state === 'running',
  };
}
