/** A patrol's phone with the real server: a dispatch from acceptance to report, most of it without the network. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, overflow, seen, violations } from './browser';
import { ask, context, mark, PLAIN, shot, signIn } from './desk';
import { type Server, start } from './server';

let s: Server;
let b: Browser;
let desk: { ctx: BrowserContext; page: Page };
let patrol: string;
let site: string;
const SOON = { timeout: 10_000 }; // the page asks every 4 s
const PHONE = { ...PLAIN, width: 390 };
let here = { latitude: 0, longitude: 0 };

async function as(role: string): Promise<{ ctx: BrowserContext; page: Page }> {
  const ctx = await context(b);
  const page = await ctx.newPage();
  await signIn(page, { ...s, login: `demo.${role}` });
  return { ctx, page };
}

/** A call in the patrol's name, from a page of his own beside the phone. */
async function userId(role: string): Promise<string> {
  const ctx = await context(b);
  const page = await ctx.newPage();
  await page.goto(`${s.url}/m`);
  const id = await page.evaluate(
    async ([login, password]) => {
      const r = await fetch('/api/v1/session', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ login, password }),
      });
      return (await r.json()).user.id as string;
    },
    [`demo.${role}`, s.password] as const,
  );
  await ctx.close();
  return id;
}

async function made(what: string, body: unknown): Promise<string> {
  const r = await ask(desk.page, 'POST', what, body);
  expect(r.status, JSON.stringify(r.body)).toBe(201);
  return r.body.id;
}

/** His patrol: the demo's when it has one, off duty. */
async function patrolOf(person: string): Promise<string> {
  const all = (await ask(desk.page, 'GET', 'patrol?limit=100')).body.items as unknown as {
    id: string;
    person: string;
    version: number;
  }[];
  const his = all.find((x) => x.person === person);
  if (!his) return made('patrol', { name: mark(), phone: '13800000001', person });
  await ask(desk.page, 'PATCH', `patrol/${his.id}`, { duty: 'off' }, his.version);
  return his.id;
}

/** A dispatch to a new incident at the site. */
async function dispatch(): Promise<{ incident: string; id: string }> {
  const { version } = (await ask(desk.page, 'GET', `patrol/${patrol}`)).body;
  await ask(desk.page, 'PATCH', `patrol/${patrol}`, { duty: 'on' }, version);
  const incident = await made('incident', { site, severity: '2', class: 'intrusion', priority: 2 });
  const id = await made('dispatch', { incident, patrol, instructions: `后门 ${mark()}` });
  return { incident, id };
}
const row = async (what: string): Promise<Record<string, unknown>> =>
  (await ask(desk.page, 'GET', what)).body as Record<string, unknown>;

const stepsOf = async (id: string): Promise<string[]> =>
  (await ask(desk.page, 'GET', `dispatch/${id}/journal`)).body.items.map((x) => String(x.event));

async function phoneIn(ctx: BrowserContext): Promise<Page> {
  const page = await ctx.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${s.url}/m`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  return page;
}
async function phoneSignIn(page: Page): Promise<void> {
  await page.fill('#login', 'demo.patrol');
  await page.fill('#password', s.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-test=duty]');
}
const line = (page: Page, text: string) => page.locator('[data-test=line]', { hasText: text }).waitFor();
const press = (page: Page, name: string) => page.locator(`[data-test=${name}]`).click();

/** A real picture of 2400 × 1200, made by the browser. */
async function picture(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const c = document.createElement('canvas');
    c.width = 2400;
    c.height = 1200;
    const x = c.getContext('2d')!;
    x.fillStyle = '#3a7';
    x.fillRect(0, 0, 2400, 1200);
    x.fillStyle = '#fff';
    x.fillText(String(Date.now()), 100, 100);
    return c.toDataURL('image/png');
  });
  return Buffer.from(url.split(',')[1]!, 'base64');
}

beforeAll(async () => {
  s = await start();
  b = await launch();
  const person = await userId('patrol');
  const leader = await as('shift_leader');
  desk = leader;
  const sites = await ask(leader.page, 'GET', 'site?limit=1');
  const first = sites.body.items[0]! as unknown as { id: string; latitude_e6: number; longitude_e6: number };
  site = first.id;
  expect(first.latitude_e6).toBeTruthy();
  here = { latitude: first.latitude_e6 / 1e6, longitude: first.longitude_e6 / 1e6 };
  patrol = await patrolOf(person);
});
afterAll(async () => {
  await b?.close();
  await s?.close();
});

test('offline, killed and loaded again: every step and the photo arrive once', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'anwei-phone-'));
  const openPhone = () =>
    chromium.launchPersistentContext(folder, {
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
      viewport: { width: 390, height: 844 },
      geolocation: here,
      permissions: ['geolocation'],
    });
  let ctx = await openPhone();
  let page = await phoneIn(ctx);
  await phoneSignIn(page);
  await press(page, 'duty');
  await page.locator('[data-test=duty][aria-checked=true]').waitFor();
  const { incident, id } = await dispatch();
  await press(page, 'call-accept');
  await expect.poll(async () => (await row(`dispatch/${id}`)).state).toBe('accepted');
  await line(page, '已同步');

  // Without network the clock goes on: what is done keeps its time.
  await ctx.setOffline(true);
  const began = Date.now();
  await press(page, 'depart');
  await line(page, '待同步 1');
  await page.reload(); // from the service worker
  await page.locator('[data-test=state]', { hasText: '途中' }).waitFor();
  await page
    .locator('[data-test=photo]')
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await picture(page) });
  await line(page, '待同步 2');
  await press(page, 'arrive');
  await line(page, '待同步 3');
  await press(page, 'secure-false');
  await page.selectOption('[data-test=guarding]', 'own');
  await page.fill('[data-test=guarding-by]', '负责人');
  await shot(page, 'patrol-offline', PHONE);

  // The phone dies; what was typed and what waits is there again.
  await ctx.close();
  ctx = await openPhone();
  await ctx.setOffline(true);
  page = ctx.pages()[0] ?? (await ctx.newPage());
  page.setDefaultTimeout(8000);
  await page.goto(`${s.url}/m#/task/${id}`);
  await line(page, '待同步 3');
  expect(await page.inputValue('[data-test=guarding-by]')).toBe('负责人');
  await press(page, 'leave');
  await page.selectOption('[data-test=result]', 'traces');
  await page.fill('[data-test=report-text]', '后门被撬');
  await press(page, 'report');
  await line(page, '待同步 5');
  const ended = Date.now();
  expect((await row(`dispatch/${id}`)).state).toBe('accepted');

  await ctx.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page
    .locator('#login')
    .or(page.locator('[data-test=line]', { hasText: '已同步' }))
    .first()
    .waitFor();
  if (await page.locator('#login').isVisible()) await phoneSignIn(page);
  await line(page, '已同步');
  const d = await row(`dispatch/${id}`);
  expect([d.state, d.result, d.guarding]).toEqual(['reported', 'traces', 'own']);
  expect(d.time_source).toBe('device');
  for (const f of ['en_route_ms', 'arrived_ms', 'left_ms', 'reported_ms']) {
    expect(Number(d[f])).toBeGreaterThan(began - 1000);
    expect(Number(d[f])).toBeLessThan(ended + 1000);
  }
  const photos = await ask(desk.page, 'GET', `dispatch_photo?dispatch=${id}`);
  expect(photos.body.items).toHaveLength(1);
  const size = await desk.page.evaluate(async (sha) => {
    const bmp = await createImageBitmap(await (await fetch(`/api/v1/file/${sha}`)).blob());
    return [bmp.width, bmp.height];
  }, String(photos.body.items[0]!.file));
  expect(size).toEqual([1600, 800]);
  const steps = await stepsOf(id);
  for (const name of ['accept', 'depart', 'arrive', 'leave', 'report'])
    expect(steps.filter((x) => x === name)).toHaveLength(1);
  expect((await row(`incident/${incident}`)).state).toBe('on_scene');
  await ctx.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Counts what the page does to be heard; the browser itself has no loudspeaker here. */
async function listen(ctx: BrowserContext): Promise<void> {
  await ctx.addInitScript(() => {
    const heard = { tones: 0, buzz: 0, told: [] as string[], awake: 0 };
    Object.assign(globalThis, { heard });
    const resume = AudioContext.prototype.resume;
    AudioContext.prototype.resume = function () {
      Object.assign(globalThis, { loudspeaker: this });
      return resume.apply(this);
    };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...x) {
      heard.tones++;
      return start.apply(this, x);
    };
    navigator.vibrate = (p) => {
      heard.buzz += p ? 1 : 0;
      return true;
    };
    ServiceWorkerRegistration.prototype.showNotification = async (title) => {
      heard.told.push(title);
    };
    const lock = { released: false, release: async () => {}, addEventListener: () => {} };
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          heard.awake++;
          return lock;
        },
      },
    });
  });
}
interface Heard {
  tones: number;
  buzz: number;
  told: string[];
  awake: number;
}
const heard = (page: Page): Promise<Heard> =>
  page.evaluate(() => ({ ...(globalThis as unknown as { heard: Heard }).heard }));

test('a call is heard until it is accepted, and the task is found again', async () => {
  const ctx = await context(b, PHONE);
  await ctx.grantPermissions(['notifications']);
  await listen(ctx);
  let page = await phoneIn(ctx);
  await phoneSignIn(page);
  for (const t of (await ask(desk.page, 'GET', `dispatch?patrol=${patrol}&state=sent`)).body.items)
    await ask(desk.page, 'POST', `dispatch/${t.id}/steps/recall`, { reason: '试' }, Number(t.version));
  if ((await page.getAttribute('[data-test=duty]', 'aria-checked')) === 'true') await press(page, 'duty');
  await page.locator('[data-test=duty][aria-checked=false]').waitFor();
  await shot(page, 'patrol-off-duty', PHONE);
  await press(page, 'duty');
  await page.locator('[data-test=heard]', { hasText: '声音已开启 · 通知已允许 · 屏幕常亮' }).waitFor();

  const { id } = await dispatch();
  await page.locator('[data-test=call]').waitFor();
  const name = await page.textContent('#call-title');
  await expect.poll(async () => (await heard(page)).told, SOON).toEqual([`新派警: ${name}`]);
  const first = await heard(page);
  expect(first.tones).toBeGreaterThan(0);
  expect(first.buzz).toBeGreaterThan(0);
  await expect.poll(async () => (await heard(page)).tones, SOON).toBeGreaterThan(first.tones); // on and on
  await page.locator('[data-test=left]').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const button = (await page.locator('[data-test=call-accept]').boundingBox())!;
  expect(button.height).toBeGreaterThan(100);
  expect(button.y).toBeGreaterThan(844 / 2); // at the thumb
  await shot(page, 'patrol-call', PHONE);

  // After a reload the browser is silent until it is touched, and the page says so.
  await page.reload();
  await page.locator('[data-test=call]').waitFor();
  await press(page, 'call-look');
  await page.locator('[data-test=accept]').waitFor();
  await expect.poll(async () => (await heard(page)).tones, SOON).toBeGreaterThan(0);
  await shot(page, 'patrol-task-sent', PHONE);
  await press(page, 'accept');
  await page.locator('[data-test=state]', { hasText: '已接受' }).waitFor();
  const after = await heard(page);
  await expect.poll(async () => (await row(`dispatch/${id}`)).state, SOON).toBe('accepted');
  expect((await heard(page)).tones).toBe(after.tones);
  await shot(page, 'patrol-accepted', PHONE);

  // Taken back: told once.
  const { version } = (await ask(desk.page, 'GET', `dispatch/${id}`)).body;
  await ask(desk.page, 'POST', `dispatch/${id}/steps/recall`, { reason: '误报' }, version);
  await page.evaluate(() => {
    location.hash = '';
  });
  await expect.poll(async () => (await heard(page)).told.at(-1), SOON).toBe(`已撤回: ${name}`);
  await page.close();
  page = await phoneIn(ctx);
  await page.locator('[data-test=duty][aria-checked=true]').waitFor();
  await page.locator('[data-test=sound]').waitFor();
  await ctx.close();
});

test('a telephone call takes the sound, the session ends: the phone says so, and nobody signs out on duty', async () => {
  const ctx = await context(b, PHONE);
  await ctx.grantPermissions(['notifications']);
  await listen(ctx);
  const page = await phoneIn(ctx);
  await phoneSignIn(page);
  if ((await page.getAttribute('[data-test=duty]', 'aria-checked')) === 'true') await press(page, 'duty');
  await page.locator('[data-test=duty][aria-checked=false]').waitFor();
  await press(page, 'duty');
  const sound = (text: string) => page.locator('[data-test=heard]', { hasText: text }).waitFor();
  await sound('声音已开启');
  await page.evaluate(() => (globalThis as unknown as { loudspeaker: AudioContext }).loudspeaker.suspend());
  await sound('声音未开启');
  await page.locator('.ph-bar h1').click(); // anywhere
  await sound('声音已开启');

  const { tones } = await heard(page);
  await ctx.clearCookies();
  await page.locator('[data-test=cut-off]', { hasText: '请重新登录' }).waitFor();
  await expect.poll(async () => (await heard(page)).told, SOON).toEqual(['请重新登录']);
  expect((await heard(page)).tones).toBeGreaterThan(tones);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await shot(page, 'patrol-cut-off', PHONE);
  await phoneSignIn(page);
  await page.locator('[data-test=cut-off]').waitFor({ state: 'detached' });

  // Off duty first; when that fails nobody is signed out.
  expect((await row(`patrol/${patrol}`)).duty).toBe('on');
  await page.locator('[data-test=sign-out]').waitFor();
  await ctx.route('**/patrol/duty', (r) => r.abort(), { times: 1 });
  await press(page, 'sign-out');
  await page.locator('.err[role=alert]').waitFor();
  expect((await row(`patrol/${patrol}`)).duty).toBe('on');
  await press(page, 'sign-out');
  await page.locator('#login').waitFor();
  expect((await row(`patrol/${patrol}`)).duty).toBe('off');
  await ctx.close();
});

/** Whether the phone still keeps what was typed at a dispatch. */
const draft = (page: Page, id: string): Promise<boolean> =>
  page.evaluate(
    (key) =>
      new Promise<boolean>((ok) => {
        const r = indexedDB.open('anwei-phone');
        r.onsuccess = () => {
          const count = r.result.transaction('kept').objectStore('kept').count(key);
          count.onsuccess = () => {
            r.result.close();
            ok(count.result > 0);
          };
        };
      }),
    `draft:${id}`,
  );

test('what a patrol sees from the way to the report', async () => {
  const ctx = await context(b, PHONE);
  const page = await phoneIn(ctx);
  await phoneSignIn(page);
  const { id } = await dispatch();
  await press(page, 'call-accept');
  await press(page, 'depart');
  await page.locator('[data-test=state]', { hasText: '途中' }).waitFor();
  await shot(page, 'patrol-en-route', PHONE);
  expect(await page.getAttribute('[data-test=map]', 'href')).toContain(String(here.latitude));
  expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
  // The browser refuses the position: the customer confirms.
  await press(page, 'arrive');
  await page.locator('.err', { hasText: '浏览器不允许定位' }).waitFor();
  await page.fill('[data-test=confirmed]', '店长');
  await shot(page, 'patrol-no-position', PHONE);
  expect(await violations(page)).toEqual([]);
  await press(page, 'arrive-customer');
  await page
    .locator('[data-test=photo]')
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await picture(page) });
  await press(page, 'secure-false');
  await shot(page, 'patrol-arrived', PHONE);
  await press(page, 'secure-true');
  await press(page, 'leave');
  await page.selectOption('[data-test=result]', 'nothing');
  await page.fill('[data-test=report-text]', '门窗完好，未见异常');
  await line(page, '已同步');
  await shot(page, 'patrol-report', PHONE);
  expect(await violations(page)).toEqual([]);
  // A report that is refused is not typed again.
  await ctx.route('**/report', (r) => r.fulfill({ status: 422, json: { code: 'bad', detail: '不可' } }), {
    times: 1,
  });
  await press(page, 'report');
  await line(page, '未被接受');
  await press(page, 'drop');
  await page.locator('[data-test=report-text]').waitFor();
  expect(await draft(page, id)).toBe(true);
  await expect.poll(() => page.inputValue('[data-test=report-text]')).toBe('门窗完好，未见异常');
  expect(await page.inputValue('[data-test=result]')).toBe('nothing');
  await press(page, 'report');
  await expect.poll(async () => (await row(`dispatch/${id}`)).state).toBe('reported');
  await line(page, '已同步');
  expect(await draft(page, id)).toBe(false);
  await shot(page, 'patrol-done', PHONE);
  await ctx.close();
});

test('an answer that was lost on the way is not taken twice', async () => {
  const ctx = await context(b, PHONE);
  const page = await phoneIn(ctx);
  await phoneSignIn(page);
  const { id } = await dispatch();
  let lost = 0;
  await ctx.route('**/accept', async (r) => {
    if (lost++ > 0) return r.continue();
    await r.fetch();
    return r.abort();
  });
  await press(page, 'call-look');
  await press(page, 'accept');
  await line(page, '待同步 1');
  await line(page, '已同步');
  expect(lost).toBeGreaterThan(1);
  const steps = await stepsOf(id);
  expect(steps.filter((x) => x === 'accept')).toHaveLength(1);
  // What the server refuses is said, and can be given up.
  await ctx.grantPermissions(['geolocation']);
  await ctx.setGeolocation({ latitude: 1, longitude: 1 });
  await press(page, 'arrive');
  await line(page, '未被接受');
  await shot(page, 'patrol-refused', PHONE);
  await press(page, 'drop');
  await line(page, '已同步');
  await page.locator('[data-test=state]', { hasText: '已接受' }).waitFor();
  await ctx.close();
});

test.each([
  ['zh', 'light'],
  ['zh', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const)('the pages can be used by everybody: %s %s', async (lang, theme) => {
  const look = { width: 390, lang, theme };
  const ctx = await context(b, look);
  const page = await phoneIn(ctx);
  await phoneSignIn(page);
  await page.locator('[data-test=task]').first().waitFor();
  for (const name of ['list', 'task']) {
    if (name === 'task') await page.locator('[data-test=task]').first().click();
    await page.waitForTimeout(150);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const low = await page.evaluate(() =>
      [...document.querySelectorAll('button, .ph-btn, select, input:not(.sr)')]
        .filter((e) => e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < 47.5)
        .map((e) => e.outerHTML.slice(0, 80)),
    );
    expect(low).toEqual([]);
    await shot(page, `patrol-${name}`, look);
  }
  expect(await seen(page, '.ph-bar h1')).toBe(1);
  await ctx.close();
});
