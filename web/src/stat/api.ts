/** What the statistics and the staffing page ask the server for. */
import type { components } from '../api/schema';
import { call } from '../core/http';

const base = '/api/v1';
type Query = Record<string, string | number | undefined>;
const ask = async <T>(path: string, query: Query, signal?: AbortSignal): Promise<T> =>
  (await call<T>(`${base}/${path}`, { query, ...(signal ? { signal } : {}) })).data;

type S = components['schemas'];
export type Stats = S['Stats'];
export type Stat = S['Stat'];
export type Metric = Stats['items'][number];
export type Group = Stat['groups'][number];
export type StatRows = S['StatRows'];
export type StatRow = StatRows['items'][number];
export type Staffing = S['NetStaffing'];
export type Reminders = S['NetReminders'];
export type Drills = S['NetDrills'];
export type Plans = S['NetPlans'];
export type Accounts = S['NetAccounts'];
/** What all figures share, whole or of a group. */
export type Figure = Pick<Metric, 'rows' | 'numerator' | 'denominator' | 'pending'> &
  Partial<Pick<Metric, 'ended' | 'mean_ms' | 'p50_ms' | 'p80_ms' | 'p985_ms' | 'p99_ms' | 'max_ms'>>;

export const stat = {
  all: (q: Query, signal?: AbortSignal) => ask<Stats>('stat', q, signal),
  one: (name: string, q: Query, signal?: AbortSignal) => ask<Stat>(`stat/${name}`, q, signal),
  rows: (name: string, q: Query, signal?: AbortSignal) => ask<StatRows>(`stat/${name}/rows`, q, signal),
};
export const net = {
  staffing: (on: string, signal?: AbortSignal) => ask<Staffing>('net/staffing', { on }, signal),
  reminders: (signal?: AbortSignal) => ask<Reminders>('net/reminders', {}, signal),
  drills: (on: string, signal?: AbortSignal) => ask<Drills>('net/drills', { on }, signal),
  plans: (on: string, signal?: AbortSignal) => ask<Plans>('net/plans', { on }, signal),
  accounts: (on: string, after: string, signal?: AbortSignal) =>
    ask<Accounts>('net/accounts', { on, after, limit: 50 }, signal),
};
