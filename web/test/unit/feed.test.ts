import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backoffMs, epochOf, type Link, openFeed, STALE_MS, seqOf } from '../../src/core/feed';
import type { Ev } from '../../src/core/types';

/** An EventSource that the test plays by hand. */
class Source extends EventTarget {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static all: Source[] = [];
  readyState = 0;
  onopen?: () => void;
  onerror?: () => void;
  onmessage?: (m: MessageEvent) => void;
  constructor(readonly url: string) {
    super();
    Source.all.push(this);
  }
  close() {
    this.readyState = 2;
  }
  up() {
    this.readyState = 1;
    this.onopen?.();
  }
  say(type: string, data: unknown, id = '') {
    const m = new MessageEvent(type, { data: JSON.stringify(data), lastEventId: id });
    if (type === 'message') this.onmessage?.(m);
    else this.dispatchEvent(m);
  }
  die() {
    this.readyState = 2;
    this.onerror?.();
  }
}
const last = () => Source.all[Source.all.length - 1]!;
let links: Link[];
let got: number[];
let place: string | null;
let resets: number;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('document', { hidden: false });
  Source.all = [];
  links = [];
  got = [];
  place = null;
  resets = 0;
  stop = openFeed('/feed', () => place, {
    events: (b: Ev[]) => got.push(...b.map((e) => e.n)),
    link: (l) => links.push(l),
    beat: (p) => {
      place = p ?? place;
    },
    reset: () => resets++,
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the greeting says where the feed stands; messages move it on', () => {
  last().up();
  last().say('hello', { last: 'e1-7' });
  expect(place).toBe('e1-7');
  last().say('message', { n: 8 }, 'e1-8');
  last().say('message', { n: 9 }, 'e1-9');
  vi.advanceTimersByTime(60);
  expect(got).toEqual([8, 9]);
  expect(place).toBe('e1-9');
});

test('a line that died is made again from where it was, ever more patiently', () => {
  last().up();
  last().say('message', { n: 8 }, 'e1-8');
  last().die();
  expect(links.at(-1)).toBe('down');
  vi.advanceTimersByTime(1000);
  expect(Source.all.length).toBe(2);
  expect(last().url).toBe('/feed?from=e1-8');
  // the greeting must not jump over the messages that are still to come
  last().up();
  last().say('hello', { last: 'e1-20' });
  expect(place).toBe('e1-8');
  last().die();
  vi.advanceTimersByTime(1000);
  expect(Source.all.length).toBe(3);
  expect([0, 1, 2, 3, 4, 5, 99].map(backoffMs)).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
});

test('silence is not calm', () => {
  last().up();
  vi.advanceTimersByTime(STALE_MS - 1000);
  expect(links.at(-1)).toBe('live');
  last().say('hb', {});
  vi.advanceTimersByTime(STALE_MS - 1000);
  expect(links.at(-1)).toBe('live');
  vi.advanceTimersByTime(3000);
  expect(links.at(-1)).toBe('stale');
  last().say('hb', {});
  expect(links.at(-1)).toBe('live');
});

test('a new epoch moves the place, a reset is handed on', () => {
  place = 'e1-50';
  last().die();
  vi.advanceTimersByTime(1000);
  last().up();
  last().say('hello', { last: 'e2-3' });
  expect(place).toBe('e2-3');
  last().say('reset', {});
  expect(resets).toBe(1);
});

test('numbers of the feed', () => {
  expect(seqOf('3f-9a-120')).toBe(120);
  expect(epochOf('3f-9a-120')).toBe('3f-9a');
  expect(seqOf(null)).toBe(0);
});
