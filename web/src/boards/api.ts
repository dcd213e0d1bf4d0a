/** What the boards ask the server for. */
import { call } from '../core/http';
import type { Label, Refs } from '../core/types';

const base = '/api/v1';
type Query = Record<string, string | number | undefined>;
const opt = (signal?: AbortSignal) => (signal ? { signal } : {});

export interface Signal {
  id: string;
  received_ms: number;
  device_ms: number | null;
  source: string;
  transport: string | null;
  peer: string | null;
  line: string | null;
  account: string | null;
  seq: string | null;
  token: string | null;
  encrypted: boolean;
  panel: string | null;
  site: string | null;
  customer: string | null;
  part: number;
  format: string | null;
  code: string | null;
  code_name?: Label | null;
  role: string | null;
  class: string | null;
  priority: number;
  part_no: number | null;
  zone_no: number | null;
  user_no: number | null;
  text: string | null;
  state: string;
  fate: string;
  fate_ms: number | null;
  alarm: string | null;
  reason: string | null;
  zone: string | null;
  zone_name: string | null;
}
export interface SignalPage {
  items: Signal[];
  next: string | null;
  /** A page that is not full has looked back so far. */
  looked_to_ms: number | null;
  refs: Refs;
}
export interface WholeSignal extends Signal {
  raw: string | null;
  data: string | null;
  xdata: { id: string; value: string }[];
  /** It is another signal, judged again; and the one that came of judging it again. */
  again_of: string | null;
  judged: string | null;
  frame: Signal[];
  refs: Refs;
}
export interface UnknownGroup {
  fate: string;
  line: string | null;
  account: string | null;
  state: string;
  n: number;
  first_ms: number;
  last_ms: number;
  sample: string;
}

/** An account that no panel has and that only polls. */
export interface Heard {
  line: string;
  account: string;
  peer: string;
  transport: string;
  first_ms: number;
  last_ms: number;
  n: number;
}
export interface Unknown {
  items: UnknownGroup[];
  heard: Heard[];
}

export const signals = {
  list: async (query: Query, signal?: AbortSignal): Promise<SignalPage> =>
    (await call<SignalPage>(`${base}/signal`, { query, ...opt(signal) })).data,
  get: async (id: string, signal?: AbortSignal): Promise<WholeSignal> =>
    (await call<WholeSignal>(`${base}/signal/${id}`, opt(signal))).data,
  unknown: async (signal?: AbortSignal): Promise<Unknown> =>
    (await call<Unknown>(`${base}/signal/unknown`, opt(signal))).data,
  connect: async (id: string, panel: string, again: boolean): Promise<void> => {
    await call(`${base}/signal/${id}/connect`, { method: 'POST', body: { panel, again } });
  },
  again: async (id: string): Promise<void> => {
    await call(`${base}/signal/${id}/again`, { method: 'POST' });
  },
  settle: async (id: string, note: string): Promise<void> => {
    await call(`${base}/signal/${id}/settle`, { method: 'POST', body: { note } });
  },
};

export type PathState = 'up' | 'overdue' | 'waiting' | 'unsupervised';
export interface Path {
  panel: string;
  site: string;
  path: 'main' | 'backup';
  state: PathState;
  transport: string | null;
  line: string | null;
  peer: string | null;
  carrier: string | null;
  region: string | null;
  storm: string | null;
  since_ms: number;
  seen_ms: number | null;
  signal_ms: number | null;
  clock_diff_ms: number | null;
  clock_off: boolean;
  test_missing: boolean;
  frames: number;
  gaps: number;
  repeats: number;
}
export interface Storm {
  group: string;
  since_ms: number;
  lost: number;
  still: number;
  paths: number;
}
/** A panel whose newest frames were refused. */
export interface Refused {
  panel: string;
  why: 'time' | 'key' | 'plain';
  diff_ms: number | null;
  first_ms: number;
  last_ms: number;
  n: number;
}
export interface Supervision {
  items: Path[];
  next: string | null;
  counts: Record<PathState | 'tests' | 'clocks', number>;
  storms: Storm[];
  refused: Refused[];
  refs: Refs;
}
export const supervision = {
  list: async (query: Query, signal?: AbortSignal): Promise<Supervision> =>
    (await call<Supervision>(`${base}/supervision`, { query, ...opt(signal) })).data,
};

export interface Checklist {
  state: string;
  version: number;
  since_ms: number | null;
  zones: {
    id: string;
    number: number;
    name: string;
    seen_ms: number | null;
    signal: string | null;
    n: number;
  }[];
  seen: number;
  test_ms: number | null;
  needs_key: boolean;
  has_key: boolean;
  lacks: { what: string; label: Label }[];
}
const match = (version: number) => ({ 'If-Match': `"${version}"` });
export const commission = {
  get: async (panel: string, signal?: AbortSignal): Promise<Checklist> =>
    (await call<Checklist>(`${base}/panel/${panel}/commission`, opt(signal))).data,
  begin: async (panel: string, version: number): Promise<void> => {
    await call(`${base}/panel/${panel}/commission`, { method: 'POST', headers: match(version) });
  },
  live: async (panel: string, version: number, accepted_by: string): Promise<void> => {
    const ask = { method: 'POST', body: { accepted_by }, headers: match(version) };
    await call(`${base}/panel/${panel}/live`, ask);
  },
};
