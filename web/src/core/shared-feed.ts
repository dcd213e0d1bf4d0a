/**
 * One EventSource for all tabs of this browser. HTTP/1.1 allows 6 connections per host: with one stream per tab the
 * 7th tab hangs. The tab that holds the Web Lock leads; the others listen on a BroadcastChannel. When the leader
 * closes, the lock moves on by itself and the new leader asks for everything after the last number it has seen.
 */
import { type FeedSink, type Link, openFeed } from './feed';
import type { Ev } from './types';

interface Note {
  events?: Ev[];
  link?: Link;
  beat?: string | null;
  reset?: true;
  hello?: true;
}

function follow(m: Note, sink: FeedSink): void {
  if (m.events) sink.events(m.events);
  if (m.link) sink.link(m.link);
  if (m.beat !== undefined) sink.beat(m.beat);
  if (m.reset) sink.reset();
}

export function sharedFeed(url: string, seen: () => string | null, sink: FeedSink): () => void {
  const channel = new BroadcastChannel(`feed:${url}`);
  const end = new AbortController();
  let stop = () => {};
  let leading = false;
  let link: Link = 'connecting';
  const tell = (n: Note) => {
    follow(n, sink);
    channel.postMessage(n);
  };
  const lead = () => {
    leading = true;
    stop = openFeed(url, seen, {
      events: (events) => tell({ events }),
      link: (l) => {
        if (l !== link) tell({ link: l });
        link = l;
      },
      beat: (beat) => tell({ beat }),
      reset: () => tell({ reset: true }),
    });
  };
  channel.onmessage = (m: MessageEvent<Note>) => {
    if (m.data.hello && leading) channel.postMessage({ link, beat: seen() } satisfies Note);
    else follow(m.data, sink);
  };
  if (!navigator.locks) lead();
  else {
    const hold = () => {
      lead();
      return new Promise<void>((ok) => end.signal.addEventListener('abort', () => ok()));
    };
    navigator.locks.request(`lead:${url}`, { signal: end.signal }, hold).catch(() => {});
  }
  channel.postMessage({ hello: true } satisfies Note);
  return () => {
    end.abort();
    stop();
    channel.close();
  };
}
