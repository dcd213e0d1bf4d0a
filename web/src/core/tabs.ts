/** What the tabs of one browser tell each other: heard or muted in one is heard or muted in all. */
export interface Tabs<T> {
  tell(m: T): void;
  close(): void;
}

export function openTabs<T>(name: string, take: (m: T) => void): Tabs<T> {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (m: MessageEvent<T>) => take(m.data);
  return { tell: (m) => channel.postMessage(m), close: () => channel.close() };
}
