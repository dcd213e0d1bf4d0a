/** One way to the server: language, CSRF token, problems as errors, patience, and signing in again in the middle of work. */
import type { Problem } from './types';

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title || problem.code);
  }
  get status(): number {
    return this.problem.status;
  }
  get code(): string {
    return this.problem.code;
  }
}

/** No answer at all: status 0, code `network`. */
const network = (): ApiError => new ApiError({ status: 0, code: 'network', title: 'network' });

export interface Hooks {
  lang(): string;
  csrf(): string;
  /** Resolves when somebody has signed in again; rejects when the work is given up. */
  signInAgain(): Promise<void>;
  passwordExpired(): void;
  wait(ms: number): Promise<void>;
}
let hooks: Hooks = {
  lang: () => 'zh-CN',
  csrf: () => '',
  signInAgain: () => Promise.reject(new Error('signed out')),
  passwordExpired: () => {},
  wait: (ms) => new Promise((ok) => setTimeout(ok, ms)),
};
export const setHooks = (h: Partial<Hooks>): void => {
  hooks = { ...hooks, ...h };
};

export interface Ask {
  method?: string;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  raw?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Sign-in itself must see its 401. */
  anonymous?: boolean;
  /** A write that carries an idempotency key may be repeated like a read. */
  repeatable?: boolean;
}
export interface Answer<T> {
  data: T;
  status: number;
  etag: string | null;
  response: Response;
}

/** Waiting times before a read is tried again; then a person decides. */
export const RETRY_MS = [500, 1500, 3500];

function url(path: string, query?: Ask['query']): string {
  const q = new URLSearchParams();
  for (const [k, v] of Object.entries(query ?? {})) if (v !== undefined && v !== '') q.set(k, String(v));
  const s = q.toString();
  return s ? `${path}?${s}` : path;
}

function headersOf(a: Ask): Record<string, string> {
  const h: Record<string, string> = { 'Accept-Language': hooks.lang(), ...a.headers };
  if (a.body !== undefined) h['Content-Type'] = 'application/json';
  if ((a.method ?? 'GET') !== 'GET' && hooks.csrf()) h['X-CSRF-Token'] = hooks.csrf();
  return h;
}

async function problemOf(r: Response): Promise<ApiError> {
  const p = (await r.json().catch(() => null)) as Partial<Problem> | null;
  return new ApiError({
    ...p,
    status: r.status,
    code: p?.code ?? `http_${r.status}`,
    title: p?.title ?? r.statusText,
  });
}

async function once(path: string, a: Ask): Promise<Response> {
  const init: RequestInit = { method: a.method ?? 'GET', headers: headersOf(a), credentials: 'same-origin' };
  if (a.signal) init.signal = a.signal;
  if (a.raw) init.body = a.raw;
  else if (a.body !== undefined) init.body = JSON.stringify(a.body);
  let r: Response;
  try {
    r = await fetch(url(path, a.query), init);
  } catch (e) {
    throw a.signal?.aborted ? e : network();
  }
  if (!r.ok) throw await problemOf(r);
  return r;
}

const passing = (e: unknown): boolean => e instanceof ApiError && (e.status === 0 || e.status === 503);

async function patient(path: string, a: Ask): Promise<Response> {
  const may = (a.method ?? 'GET') === 'GET' || a.repeatable;
  for (const ms of may ? RETRY_MS : []) {
    try {
      return await once(path, a);
    } catch (e) {
      if (!passing(e)) throw e;
      await hooks.wait(ms);
      if (a.signal?.aborted) throw e;
    }
  }
  return once(path, a);
}

export async function send(path: string, a: Ask = {}): Promise<Response> {
  try {
    return await patient(path, a);
  } catch (e) {
    if (!(e instanceof ApiError) || a.anonymous) throw e;
    if (e.code === 'password_expired') hooks.passwordExpired();
    if (e.status !== 401 && e.code !== 'csrf') throw e;
    await hooks.signInAgain();
    return patient(path, a);
  }
}

export async function call<T>(path: string, a: Ask = {}): Promise<Answer<T>> {
  const response = await send(path, a);
  const type = response.headers.get('Content-Type') ?? '';
  const data = (type.includes('json') ? await response.json() : undefined) as T;
  return { data, status: response.status, etag: response.headers.get('ETag'), response };
}

/** What is worth waiting for so long and no longer; null: it did not come. (AbortSignal.timeout is younger than the browsers served.) */
export async function within<T>(ms: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const late = new AbortController();
  const over = new Promise<null>((ok) => late.signal.addEventListener('abort', () => ok(null)));
  const timer = setTimeout(() => late.abort(), ms);
  try {
    return await Promise.race([ask(late.signal), over]);
  } catch (e) {
    if (late.signal.aborted) return null;
    throw e;
  } finally {
    clearTimeout(timer);
  }
}

/** A key for one attempt of one person; works without a secure context, where randomUUID is missing. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
