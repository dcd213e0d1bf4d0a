import { beforeEach, expect, test, vi } from 'vitest';

/** A loudspeaker of a phone: a call takes it, a touch gives it back. */
class Phone {
  static last: Phone;
  static busy = false;
  state = 'suspended';
  currentTime = 0;
  destination = {};
  tones = 0;
  onstatechange: (() => void) | null = null;
  constructor() {
    Phone.last = this;
  }
  turn(state: string) {
    this.state = state;
    this.onstatechange?.();
  }
  async resume() {
    if (Phone.busy) throw new Error('interrupted');
    this.turn('running');
  }
  createOscillator() {
    return {
      frequency: {},
      connect: () => ({ connect: () => {} }),
      start: () => {
        this.tones++;
      },
      stop: () => {},
    };
  }
  createGain() {
    return { gain: {} };
  }
}

beforeEach(() => {
  Phone.busy = false;
  vi.resetModules();
  vi.stubGlobal('AudioContext', Phone);
  vi.stubGlobal('navigator', {});
});

test('the page knows when a telephone call takes the sound, and gets it back', async () => {
  const { canSound, chime, unlock } = await import('../../src/phone/alert');
  expect(canSound.value).toBe(false);
  await unlock();
  expect(canSound.value).toBe(true);
  const { last } = Phone;
  Phone.busy = true;
  last.turn('interrupted');
  expect(canSound.value).toBe(false);
  await unlock(); // during the call
  expect(canSound.value).toBe(false);
  chime();
  expect(last.tones).toBe(0);

  Phone.busy = false;
  last.turn('suspended');
  await unlock();
  expect(canSound.value).toBe(true);
  expect(Phone.last).toBe(last);
  chime();
  expect(last.tones).toBe(4);
});

test('what sounds takes the sound back by itself where the phone allows it', async () => {
  const { canSound, chime, unlock } = await import('../../src/phone/alert');
  await unlock();
  Phone.last.turn('suspended');
  expect(canSound.value).toBe(false);
  chime();
  await vi.waitFor(() => expect(canSound.value).toBe(true));
});
