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

export const signals = {
  list: async (query: Query, signal?: AbortSignal): Promise<SignalPage> =>
    (await call<SignalPage>(`${base}/signal`, { query, ...opt(signal) })).data,
  get: async (id: string, signal?: AbortSignal): Promise<WholeSignal> =>
    (await call<WholeSignal>(`${base}/signal/${id}`, opt(signal))).data,
  unknown: async (signal?: AbortSignal): Promise<UnknownGroup[]> =>
    (await call<{ items: UnknownGroup[] }>(`${base}/signal/unknown`, opt(signal))).data.items,
  connect: async (id: string, panel: string): Promise<void> => {
    await call(`${base}/signal/${id}/connect`, { method: 'POST', body: { panel } });
  },
  settle: async (id: string, note: string): Promise<void> => {
    await call(`${base}/signal/${id}/settle`, { method: 'POST', body: { note } });
  },
};

export const secrets = {
  put: async (name: string, value: string): Promise<void> => {
    await call(`${base}/secret/${encodeURIComponent(name)}`, { method: 'PUT', body: { value } });
  },
};
