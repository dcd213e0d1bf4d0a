/** The generic paths of registers and processes: the same calls for every register. */
import { api, data } from './api';
import { type Answer, type Ask, call, send } from './http';
import { sha256 } from './sha256';
import type { Hit, ImportResult, Journal, Meta, Page, Row, Running, Steps } from './types';

const base = '/api/v1';
const of = (register: string, ...rest: string[]): string =>
  [base, register, ...rest].map((s, i) => (i ? encodeURIComponent(s) : s)).join('/');
const match = (version: number): Record<string, string> => ({ 'If-Match': `"${version}"` });

export type Format = 'csv' | 'xlsx';
type Query = Record<string, string | number | undefined>;

/** Not every machine knows every kind of file: then the name tells it, and the server looks at the bytes. */
const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
};
export const typeOf = (f: { name: string; type: string }): string =>
  TYPES[f.name.split('.').pop()?.toLowerCase() ?? ''] ?? (f.type || 'application/octet-stream');

/** Several lists as one, with how many there are behind them. */
export const joined = (pages: Page[]) => ({
  items: pages.flatMap((p) => p.items),
  refs: Object.assign({}, ...pages.map((p) => p.refs ?? {})) as Record<string, string>,
  total: pages.reduce((n, p) => n + p.total, 0),
  total_exact: pages.every((p) => p.total_exact),
});

export const rows = {
  meta: async (): Promise<Meta> => data(await api.GET('/api/v1/meta')) as unknown as Meta,

  find: async (q: string, signal?: AbortSignal): Promise<Hit[]> =>
    (await call<{ items: Hit[] }>(`${base}/find`, { query: { q }, ...(signal && { signal }) })).data.items,

  list: async (register: string, query: Query, signal?: AbortSignal): Promise<Page> =>
    (await call<Page>(of(register), { query, ...(signal && { signal }) })).data,

  get: async (register: string, id: string, signal?: AbortSignal): Promise<Row> =>
    (await call<Row>(of(register, id), signal ? { signal } : {})).data,

  create: (register: string, body: unknown, key: string): Promise<Answer<Row>> =>
    call<Row>(of(register), { method: 'POST', body, headers: { 'Idempotency-Key': key }, repeatable: true }),

  update: async (register: string, id: string, version: number, body: unknown): Promise<Row> =>
    (await call<Row>(of(register, id), { method: 'PATCH', body, headers: match(version) })).data,

  retire: async (register: string, row: Row, reason: string, back: boolean): Promise<Row> => {
    const ask: Ask = { method: 'POST', body: { reason }, headers: match(row.version) };
    return (await call<Row>(of(register, row.id, back ? 'restore' : 'retire'), ask)).data;
  },

  journal: async (register: string, id: string, after?: string): Promise<Journal> =>
    (await call<Journal>(of(register, id, 'journal'), { query: { after } })).data,

  steps: async (process: string, id: string): Promise<Steps> =>
    (await call<Steps>(of(process, id, 'steps'))).data,

  /** What runs against a clock, the soonest due first. */
  clocks: async (signal?: AbortSignal): Promise<Running[]> =>
    (await call<{ items: Running[] }>(`${base}/clocks`, signal ? { signal } : {})).data.items,

  step: async (process: string, id: string, event: string, version: number, body: unknown): Promise<Row> => {
    const ask: Ask = { method: 'POST', body, headers: match(version) };
    return (await call<Row>(of(process, id, 'steps', event), ask)).data;
  },

  import: async (register: string, format: Format, file: Blob, o: ImportOptions): Promise<ImportResult> => {
    const yes = (b: boolean) => (b ? 'yes' : 'no');
    const query = {
      format,
      dry_run: yes(o.dryRun),
      all_or_nothing: yes(o.allOrNothing),
      update: yes(o.update),
    };
    const ask: Ask = { method: 'POST', query, raw: file, headers: { 'Content-Type': TYPES[format]! } };
    return (await call<ImportResult>(of(register, 'import'), ask)).data;
  },

  /** Export, template, labels: a file that goes to the user's disk. */
  file: async (register: string, what: 'export' | 'template' | 'labels', query: Query): Promise<Blob> =>
    (await send(of(register, what), { query })).blob(),

  upload: async (file: File): Promise<string> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sha = await sha256(bytes);
    const headers = { 'Content-Type': typeOf(file) };
    await call(`${base}/file/${sha}`, {
      method: 'PUT',
      raw: file,
      query: { name: file.name },
      headers,
      repeatable: true, // addressed by content: a second time changes nothing
    });
    return sha;
  },
  fileUrl: (sha: string): string => `${base}/file/${sha}`,
};

export interface ImportOptions {
  dryRun: boolean;
  allOrNothing: boolean;
  update: boolean;
}
