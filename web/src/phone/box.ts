/**
 * What waits on the phone: IndexedDB, and sending it in order. Photos go first, as files by their digest, then the
 * record that names them; the server takes everything twice without harm. Plain TypeScript: no screen here.
 */
export interface Job {
  seq?: number; // given by the store; the order of sending
  dispatch: string;
  step: string; // "arrive", "photo"
  path: string;
  body: Record<string, unknown>;
  blob?: Blob;
  sha?: string;
  at: number;
  key: string; // the same at each try
  refused?: string; // what the server said
}

const NAME = 'anwei-phone';
let db: Promise<IDBDatabase> | undefined;

const done = <T>(r: IDBRequest<T>): Promise<T> =>
  new Promise((ok, no) => {
    r.onsuccess = () => ok(r.result);
    r.onerror = () => no(r.error);
  });

function base(): Promise<IDBDatabase> {
  db ??= new Promise((ok, no) => {
    const r = indexedDB.open(NAME, 1);
    r.onupgradeneeded = () => {
      r.result.createObjectStore('out', { keyPath: 'seq', autoIncrement: true });
      r.result.createObjectStore('kept');
    };
    r.onsuccess = () => ok(r.result);
    r.onerror = () => no(r.error);
  });
  return db;
}

/** Resolves when the transaction is on the disk, not when it was asked for. */
async function write(name: 'out' | 'kept', fn: (s: IDBObjectStore) => void): Promise<void> {
  const tx = (await base()).transaction(name, 'readwrite', { durability: 'strict' });
  fn(tx.objectStore(name));
  await new Promise<void>((ok, no) => {
    tx.oncomplete = () => ok();
    tx.onerror = tx.onabort = () => no(tx.error);
  });
}

export const put = (j: Job): Promise<void> =>
  write('out', (s) => {
    s.put(j);
  });
export const drop = (seq: number): Promise<void> =>
  write('out', (s) => {
    s.delete(seq);
  });
export const jobs = async (): Promise<Job[]> =>
  done((await base()).transaction('out').objectStore('out').getAll() as IDBRequest<Job[]>);

/** What the page knew last, drafts. */
export const keep = (key: string, value: unknown): Promise<void> =>
  write('kept', (s) => {
    if (value === undefined) s.delete(key);
    else s.put(value, key);
  });
export const kept = async <T>(key: string): Promise<T | undefined> =>
  done((await base()).transaction('kept').objectStore('kept').get(key) as IDBRequest<T | undefined>);
/** What is typed at a dispatch, kept until the server has taken what ends it. */
export const draftOf = (dispatch: string): string => `draft:${dispatch}`;
export const clear = async (): Promise<void> => {
  await write('out', (s) => {
    s.clear();
  });
  await write('kept', (s) => {
    s.clear();
  });
};

/** How a request ended: the server took it, refuses it for good, or is not to be had now. */
export type Fate = { good: true } | { good: false; refused: string } | { good: false; later: true };
export interface Wire {
  file(sha: string, blob: Blob): Promise<Fate>;
  json(job: Job): Promise<Fate>;
}

async function one(j: Job, wire: Wire): Promise<Fate> {
  if (j.blob && j.sha) {
    const f = await wire.file(j.sha, j.blob);
    if (!f.good) return f;
  }
  return wire.json(j);
}

let busy = false;
/** Sends what waits. One that is refused holds back the later ones of its dispatch, not those of others. */
export async function flush(wire: Wire): Promise<'busy' | 'done' | 'later'> {
  if (busy) return 'busy';
  busy = true;
  try {
    const held = new Set<string>();
    for (const j of await jobs()) {
      if (j.refused) held.add(j.dispatch);
      if (held.has(j.dispatch)) continue;
      const f = await one(j, wire);
      if (f.good) await drop(j.seq!);
      else if ('later' in f) return 'later';
      else {
        await put({ ...j, refused: f.refused });
        held.add(j.dispatch);
      }
    }
    return 'done';
  } finally {
    busy = false;
  }
}

/** The state that a step leads to, for showing what was done before the server knows. */
export const LEADS_TO: Record<string, string> = {
  accept: 'accepted',
  decline: 'declined',
  depart: 'en_route',
  arrive: 'arrived',
  leave: 'left',
  report: 'reported',
};
export function stateWith(state: string, waiting: Job[], dispatch: string): string {
  let s = state;
  for (const j of waiting) if (j.dispatch === dispatch && !j.refused) s = LEADS_TO[j.step] ?? s;
  return s;
}
