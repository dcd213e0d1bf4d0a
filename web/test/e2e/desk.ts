/** What the browser tests share: a signed-in page, calls in its name, pictures. */
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { open } from './browser';
import type { Server } from './server';

export interface Look {
  width: number;
  lang: 'zh' | 'en';
  theme: 'light' | 'dark';
}
export const PLAIN: Look = { width: 1366, lang: 'zh', theme: 'light' };

/** The browser reports every answer of 400 and above as an error of the console; the page itself must report none. */
const ANSWERS =
  /^Failed to load resource: the server responded with a status of (401|403|404|409|412|422|429|503)/;

export async function context(b: Browser, look: Look = PLAIN): Promise<BrowserContext> {
  const height = look.width < 500 ? 844 : 768;
  const ctx = await b.newContext({
    viewport: { width: look.width, height },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
  });
  await ctx.addInitScript(
    ([lang, theme]) => {
      if (!localStorage.getItem('lang')) localStorage.setItem('lang', lang!);
      if (!localStorage.getItem('theme')) localStorage.setItem('theme', JSON.stringify(theme));
    },
    [look.lang, look.theme],
  );
  return ctx;
}

type Jar = Awaited<ReturnType<BrowserContext['cookies']>>;
const jars = new Map<string, Jar>();

/** One sign-in serves many pages: the server lets nobody try passwords thirty times a minute. */
async function enter(ctx: BrowserContext, page: Page, s: Server): Promise<void> {
  const jar = jars.get(`${s.url} ${s.login}`);
  if (!jar) {
    await signIn(page, s);
    jars.set(`${s.url} ${s.login}`, await ctx.cookies());
    return;
  }
  await ctx.addCookies(jar);
  await page.goto(s.url);
  await page.waitForSelector('.shell');
  await page.waitForSelector('.line.live');
}

export async function signIn(page: Page, s: Server): Promise<void> {
  await page.goto(s.url);
  await page.fill('#login', s.login);
  await page.fill('#password', s.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.shell');
  await page.waitForSelector('.line.live');
}

export async function desk(
  b: Browser,
  s: Server,
  look: Look = PLAIN,
  allow: RegExp = ANSWERS,
): Promise<{ ctx: BrowserContext; page: Page; faults: string[] }> {
  const ctx = await context(b, look);
  const { page, faults } = await open(ctx, s.url, allow);
  await enter(ctx, page, s);
  return { ctx, page, faults };
}

export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((h) => {
    location.hash = h;
  }, hash);
}

interface Reply {
  status: number;
  body: Record<string, never> & {
    id: string;
    version: number;
    items: Record<string, never>[];
    total: number;
  };
}

/** A call in the name of the person at the page, past the screens. */
export async function ask(
  page: Page,
  method: string,
  path: string,
  body?: unknown,
  version?: number,
): Promise<Reply> {
  return page.evaluate(
    async ([method, path, body, version]) => {
      const s = await (await fetch('/api/v1/session')).json();
      const headers: Record<string, string> = { 'X-CSRF-Token': s.csrf, 'Content-Type': 'application/json' };
      if (version) headers['If-Match'] = `"${version}"`;
      const init: RequestInit = { method: method as string, headers };
      if (body) init.body = JSON.stringify(body);
      const r = await fetch(`/api/v1/${path}`, init);
      return { status: r.status, body: await r.json().catch(() => null) };
    },
    [method, path, body, version] as const,
  );
}

export async function shot(page: Page, name: string, look: Look = PLAIN): Promise<void> {
  mkdirSync('test-results', { recursive: true });
  await page.waitForTimeout(50);
  await page.screenshot({ path: `test-results/${name}-${look.width}-${look.lang}-${look.theme}.png` });
}

export async function toast(page: Page, text: string): Promise<void> {
  await page.locator('.toast', { hasText: text }).first().waitFor();
}

/** A mark that makes the rows of one run its own. */
export const mark = (): string => `T${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;

export const quiet = (faults: string[]): void => expect(faults).toEqual([]);

/** A floor of rooms, drawn in the page and stored as a person would. */
export const drawPlan = (page: Page, ink = '#445'): Promise<string> =>
  page.evaluate(async (ink) => {
    const c = document.createElement('canvas');
    [c.width, c.height] = [900, 520];
    const g = c.getContext('2d')!;
    g.fillStyle = '#fff';
    g.fillRect(0, 0, 900, 520);
    g.strokeStyle = ink;
    g.lineWidth = 6;
    for (const [x, y, w, h] of [
      [20, 20, 860, 480],
      [20, 20, 260, 300],
      [280, 20, 300, 220],
      [580, 20, 300, 300],
    ] as const)
      g.strokeRect(x, y, w, h);
    const blob = await new Promise<Blob>((ok) => c.toBlob((x) => ok(x!), 'image/png'));
    const bytes = await blob.arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha = [...hash].map((x) => x.toString(16).padStart(2, '0')).join('');
    const s = await (await fetch('/api/v1/session')).json();
    const headers = { 'X-CSRF-Token': s.csrf, 'Content-Type': 'image/png' };
    const r = await fetch(`/api/v1/file/${sha}?name=plan.png`, { method: 'PUT', headers, body: bytes });
    if (!r.ok) throw new Error(`upload ${r.status}`);
    return sha;
  }, ink);

/** Tab until the focus is there, as a person without a mouse does; how many times. */
export async function tabTo(page: Page, sel: string, most = 60): Promise<number> {
  const there = () => page.evaluate((q) => !!document.activeElement?.closest(q), sel);
  for (let n = 0; n <= most; n++) {
    if (await there()) return n;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${sel} is not reached with ${most} times Tab`);
}
/** Chooses of a select that has the focus, by the arrows. */
export async function arrowTo(page: Page, value: string): Promise<void> {
  const now = () => page.evaluate(() => (document.activeElement as HTMLSelectElement).value);
  for (let n = 0; n < 60; n++) {
    if ((await now()) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no choice ${value}`);
}
