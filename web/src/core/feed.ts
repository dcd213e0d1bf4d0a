/** One EventSource with a watchdog: a silent connection must not look like a quiet day. */
import type { Ev } from './types';

export type Link = 'connecting' | 'live' | 'stale' | 'down';
export interface FeedSink {
  events(batch: Ev[]): void;
  link(l: Link): void;
  /** The server is alive: heartbeat, event or greeting; with the place in the feed when it says one. */
  beat(last: string | null): void;
  /** The server no longer has what is missing: load again. */
  reset(): void;
}
export const STALE_MS = 15_000;

/** Waiting before the next try when the browser has given up: 1, 2, 4 … 30 s. */
export const backoffMs = (tries: number): number => Math.min(30_000, 1000 * 2 ** Math.min(tries, 5));

/** "epoch-n" → n; the part after the last dash. */
export const seqOf = (id: string | null | undefined): number =>
  Number(id?.slice(id.lastIndexOf('-') + 1) ?? 0) || 0;

export const epochOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));

export function openFeed(url: string, from: () => string | null, sink: FeedSink): () => void {
  let es: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let last = Date.now();
  let queue: Ev[] = [];
  let at: string | null = null;
  let armed = false;
  const flush = () => {
    armed = false;
    const batch = queue;
    queue = [];
    if (es?.readyState === EventSource.OPEN) alive(at);
    else sink.beat(at);
    sink.events(batch);
  };
  const alive = (id: string | null) => {
    last = Date.now();
    tries = 0;
    sink.link('live');
    sink.beat(id);
  };
  const message = (m: MessageEvent<string>) => {
    queue.push(JSON.parse(m.data) as Ev);
    at = m.lastEventId || null; // told once for all of a burst
    if (!armed) setTimeout(flush, document.hidden ? 500 : 50);
    armed = true;
  };
  const failed = () => {
    sink.link(es?.readyState === EventSource.CLOSED ? 'down' : 'connecting');
    if (es?.readyState === EventSource.CLOSED) timer = setTimeout(connect, backoffMs(tries++));
  };
  const connect = () => {
    es?.close();
    clearTimeout(timer);
    const place = from();
    es = new EventSource(place ? `${url}?from=${encodeURIComponent(place)}` : url);
    es.onopen = () => alive(null);
    es.onerror = failed;
    es.onmessage = message;
    es.addEventListener('hb', () => alive(null));
    es.addEventListener('hello', (m) => {
      // with a place of our own, the messages up to hello's are still to come: they move it
      const h = helloOf(m as MessageEvent<string>);
      alive(!place || epochOf(place) !== epochOf(h ?? place) ? h : null);
    });
    es.addEventListener('reset', (m) => {
      at = (m as MessageEvent).lastEventId || null;
      alive(at);
      sink.reset();
    });
  };
  const watch = setInterval(() => {
    if (es?.readyState === EventSource.OPEN && Date.now() - last > STALE_MS) sink.link('stale');
  }, 1000);
  connect();
  return () => {
    es?.close();
    clearTimeout(timer);
    clearInterval(watch);
  };
}

export function helloOf(m: MessageEvent<string>): string | null {
  try {
    return (JSON.parse(m.data) as { last?: string }).last ?? null;
  } catch {
    return null;
  }
}
