/** The state of a list page, to and from the URL and the API's query. Pure. */
import type { Register } from './types';

export type Retired = 'no' | 'yes' | 'all';
export interface ListState {
  q: string;
  sort: string;
  after: string;
  retired: Retired;
  filters: Record<string, string>;
}
type Query = Record<string, string | null | (string | null)[] | undefined>;

const RESERVED = new Set(['q', 'sort', 'after', 'retired', 'limit', 'ids', 'format']);
const one = (v: Query[string]): string => (Array.isArray(v) ? (v[0] ?? '') : (v ?? ''));

/** Which query names a register understands as filters. */
export function filterNames(reg: Register): string[] {
  const out: string[] = [];
  for (const f of reg.fields) {
    if (f.filter) out.push(f.name);
    if (isRange(reg, f.name)) out.push(`${f.name}.from`, `${f.name}.to`);
  }
  return out;
}

/** Dates and times that can be sorted can be asked for by range. */
export function isRange(reg: Register, name: string): boolean {
  const f = reg.fields.find((x) => x.name === name);
  return reg.sorts.includes(name) && (f?.type === 'date' || f?.type === 'time');
}

export function fromQuery(reg: Register, query: Query): ListState {
  const sort = one(query.sort);
  const retired = one(query.retired);
  const filters: Record<string, string> = {};
  for (const n of filterNames(reg)) {
    const v = one(query[n]);
    if (v !== '' && !RESERVED.has(n)) filters[n] = v;
  }
  return {
    q: one(query.q),
    sort: reg.sorts.includes(sort.replace(/^-/, '')) ? sort : reg.default_sort,
    after: one(query.after),
    retired: retired === 'yes' || retired === 'all' ? retired : 'no',
    filters,
  };
}

/** Only what differs from the default is written, so that a plain list has a plain address. */
export function toQuery(reg: Register, s: ListState): Record<string, string> {
  const out: Record<string, string> = {};
  if (s.q) out.q = s.q;
  if (s.sort !== reg.default_sort) out.sort = s.sort;
  if (s.retired !== 'no') out.retired = s.retired;
  for (const [k, v] of Object.entries(s.filters)) if (v !== '') out[k] = v;
  if (s.after) out.after = s.after;
  return out;
}

/** The same list for the API; `page: false` for exports and labels, which have no pages. */
export function toApi(reg: Register, s: ListState, page = true): Record<string, string> {
  const out = { ...toQuery(reg, s), sort: s.sort, retired: s.retired };
  if (!page) delete (out as Record<string, string>).after;
  return out;
}

const rangeName = (filter: string): string | null => /^(.+)\.(from|to)$/.exec(filter)?.[1] ?? null;

/** The server ranges over the sorted field only: a range brings its order with it and ends another one. */
export function withRange(s: ListState, field: string, end: 'from' | 'to', v: string): Partial<ListState> {
  const kept = Object.entries(s.filters).filter(([k]) => [null, field].includes(rangeName(k)));
  const filters = Object.fromEntries(kept);
  if (v) filters[`${field}.${end}`] = v;
  else delete filters[`${field}.${end}`];
  const ranged = Object.keys(filters).some((k) => rangeName(k) === field);
  return { filters, sort: ranged && s.sort.replace(/^-/, '') !== field ? `-${field}` : s.sort };
}

/** Another order ends a range over a field that is no longer sorted by. */
export function withSort(s: ListState, sort: string): Partial<ListState> {
  const kept = Object.entries(s.filters).filter(([k]) =>
    [null, sort.replace(/^-/, '')].includes(rangeName(k)),
  );
  return { sort, filters: Object.fromEntries(kept) };
}

/** Ascending, then descending, then the register's own order. */
export function nextSort(reg: Register, now: string, field: string): string {
  if (now === field) return `-${field}`;
  if (now === `-${field}`) return reg.default_sort === now ? field : reg.default_sort;
  return field;
}
