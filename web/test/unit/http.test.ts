import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError, call, RETRY_MS, setHooks, within } from '../../src/core/http';

type Reply = Response | Error;
let replies: Reply[] = [];
let asked: { url: string; init: RequestInit }[] = [];
let waits: number[] = [];
const json = (status: number, o: unknown) =>
  new Response(JSON.stringify(o), { status, headers: { 'Content-Type': 'application/json' } });
const headers = (i: number) => asked[i]!.init.headers as Record<string, string>;

beforeEach(() => {
  replies = [];
  asked = [];
  waits = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const r = replies.shift() ?? json(200, {});
    if (r instanceof Error) throw r;
    return r;
  });
  setHooks({
    wait: async (ms) => {
      waits.push(ms);
    },
    csrf: () => 'tok',
    lang: () => 'en',
    signInAgain: async () => {},
  });
});
afterEach(() => vi.unstubAllGlobals());

test('a read is tried again after a cut line or a busy server, with growing patience', async () => {
  replies = [new TypeError('network'), json(503, { code: 'busy' }), json(200, { ok: 1 })];
  expect((await call<{ ok: number }>('/x')).data.ok).toBe(1);
  expect(waits).toEqual(RETRY_MS.slice(0, 2));
});

test('at last the failure is told', async () => {
  replies = RETRY_MS.concat(0).map(() => new TypeError('network'));
  await expect(call('/x')).rejects.toMatchObject({ code: 'network', status: 0 });
  expect(asked.length).toBe(RETRY_MS.length + 1);
});

test('a write is not repeated unless it carries a key', async () => {
  replies = [json(503, { code: 'busy' })];
  await expect(call('/x', { method: 'POST', body: {} })).rejects.toBeInstanceOf(ApiError);
  expect(asked.length).toBe(1);
  replies = [json(503, { code: 'uncertain' }), json(201, {})];
  await call('/x', { method: 'POST', body: {}, headers: { 'Idempotency-Key': 'k' }, repeatable: true });
  expect(headers(1)['Idempotency-Key']).toBe('k');
  expect(headers(2)['Idempotency-Key']).toBe('k');
});

test('after a session has ended the same call goes on once somebody has signed in', async () => {
  let token = 'old';
  setHooks({
    csrf: () => token,
    signInAgain: async () => {
      token = 'new';
    },
  });
  replies = [json(401, { code: 'unauthenticated' }), json(200, { ok: 1 })];
  expect((await call<{ ok: number }>('/x', { method: 'PATCH', body: { a: 1 } })).data.ok).toBe(1);
  expect(headers(1)['X-CSRF-Token']).toBe('new');
  expect(asked[1]!.init.body).toBe('{"a":1}');
});

test('sign-in sees its own 401; a 403 is no reason to sign in', async () => {
  replies = [json(401, { code: 'bad_credentials' }), json(403, { code: 'forbidden' })];
  await expect(call('/x', { anonymous: true })).rejects.toMatchObject({ code: 'bad_credentials' });
  await expect(call('/x')).rejects.toMatchObject({ code: 'forbidden' });
  expect(asked.length).toBe(2);
});

test('empty query values are left out, the language is told, reads carry no token', async () => {
  await call('/x', { query: { a: '', b: 'ä&', c: 1, d: undefined } });
  expect(asked[0]!.url).toBe('/x?b=%C3%A4%26&c=1');
  expect(headers(0)['Accept-Language']).toBe('en');
  expect(headers(0)['X-CSRF-Token']).toBeUndefined();
});

test('an answer that is no problem document is still told', async () => {
  replies = [new Response('<html>', { status: 502 })];
  await expect(call('/x')).rejects.toMatchObject({ status: 502, code: 'http_502' });
});

test('what does not come in time is done without, and the request ends; a refusal is told', async () => {
  let ended = false;
  const never = (s: AbortSignal) =>
    new Promise<string>(() => s.addEventListener('abort', () => (ended = true)));
  expect(await within(5, never)).toBeNull();
  expect(ended).toBe(true);
  expect(await within(1000, async () => 'text')).toBe('text');
  await expect(within(1000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
