/** What calls for attention, on whatever page: the sound goes on, the strip counts, escalations reach whom they are for. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, open, overflow, seen, violations } from './browser';
import { ask, context, go, type Look, mark, quiet, shot, signIn, toast } from './desk';
import { type Server, start } from './server';

const DARK: Look = { width: 1366, lang: 'zh', theme: 'dark' };
interface Seat {
  ctx: BrowserContext;
  page: Page;
  faults: string[];
}
let b: Browser;
let s: Server;
let site: string;
let manager: Seat;
let leader: Seat;
let operator: Seat;

const idOf = (row: unknown): string => (row as { id: string }).id;

async function sit(login: string): Promise<Seat> {
  const ctx = await context(b, DARK);
  const { page, faults } = await open(ctx, s.url, /status of (401|409|412)/);
  await signIn(page, { ...s, login });
  return { ctx, page, faults };
}
async function report(summary: string, more: Record<string, unknown> = {}): Promise<string> {
  const body = { site, class: 'intrusion', priority: 'p2', summary, ...more };
  const r = await ask(leader.page, 'POST', 'alarm', body);
  expect(r.status, JSON.stringify(r.body)).toBe(201);
  return r.body.id;
}
async function step(page: Page, id: string, event: string, body: unknown = {}): Promise<void> {
  const { version } = (await ask(page, 'GET', `alarm/${id}`)).body;
  const r = await ask(page, 'POST', `alarm/${id}/steps/${event}`, body, version);
  expect(r.status, JSON.stringify(r.body)).toBe(200);
}
async function duty(page: Page): Promise<void> {
  await go(page, '/desk');
  await page.locator('[data-duty]').click();
  await page.locator('.dlg-f .btn.pri').click();
  await toast(page, '已上岗');
  await page.waitForSelector('[data-sound=on]');
}
const silent = (page: Page) => page.waitForSelector('.strip[data-sounding=""]');

beforeAll(async () => {
  [b, s] = await Promise.all([launch(), start()]);
  manager = await sit('demo.manager');
  site = idOf((await ask(manager.page, 'GET', 'site?limit=1')).body.items[0]);
  const rule = { name: '快速升级（测试）', class: 'gas', claim_s: 5, verify_s: 5 };
  expect((await ask(manager.page, 'POST', 'alarm_rule', rule)).status).toBe(201);
  leader = await sit('demo.shift_leader');
  operator = await sit('demo.operator');
  await duty(leader.page);
  await duty(operator.page);
}, 120_000);
afterAll(async () => {
  await b.close();
  await s.close();
});

test('the sound goes on on another page until somebody accepts; the strip counts by level', async () => {
  const { page } = operator;
  await go(page, '/signals');
  await page.locator('.strip', { hasText: '无待受理警情' }).waitFor();
  const id = await report(mark());
  await page.waitForSelector('.strip[data-sounding="2"]');
  expect(await page.locator('[data-new] [data-level="2"]').innerText()).toContain('1');
  expect(await seen(page, '.strip [data-sound=on]')).toBe(1);
  await shot(page, 'strip-new', DARK);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await step(leader.page, id, 'claim');
  await silent(page);
});

test('muted on another page: for minutes, in the log of the shift, and it stays in sight', async () => {
  const { page } = operator;
  await report(mark());
  await page.waitForSelector('.strip[data-sounding="2"]');
  await page.locator('.strip [data-sound=on]').click();
  await page.locator('.dlg-f .btn.pri').click();
  await toast(page, '已记入值班日志');
  await silent(page);
  for (const at of ['/supervision', '/shift', '/r/customer', '/desk']) {
    await go(page, at);
    await page.waitForSelector('[data-sound=muted]');
  }
  const shift = (await ask(page, 'GET', 'shift?state=open&limit=1')).body.items[0] as unknown as {
    id: string;
  };
  const log = (await ask(page, 'GET', `shift/${shift.id}/journal`)).body.items as unknown as object[];
  expect(JSON.stringify(log)).toContain('muted_until_ms');
  await page.locator('[data-sound=muted]').click();
  await page.waitForSelector('[data-sounding="2"]');
});

test('after a reload the sound is off in red, and the first touch on any page wakes it', async () => {
  const { page } = operator;
  await go(page, '/signals');
  await page.reload();
  await page.waitForSelector('.strip [data-sound=off]');
  await page.locator('h1').first().click();
  await page.waitForSelector('.strip [data-sound=on]');
  await page.keyboard.press('F2');
  await page.waitForSelector('.deskbar');
  const all = (await ask(page, 'GET', 'alarm?state=new&limit=9')).body.items;
  for (const a of all) await step(leader.page, idOf(a), 'claim');
});

test('a limit that passes calls who has the alarm and the leader, until it is opened', async () => {
  const what = mark();
  const id = await report(what, { class: 'gas' });
  await step(operator.page, id, 'claim');
  for (const { page } of [leader, operator]) await go(page, '/signals');
  for (const { page } of [leader, operator]) {
    await page.locator('[data-call=limit]', { hasText: what }).waitFor({ timeout: 15_000 });
    await page.waitForSelector('.strip[data-sounding="2"]');
  }
  await shot(operator.page, 'strip-call', DARK);
  await operator.page.locator('[data-call] a').click();
  await operator.page.locator('[data-pane] .what', { hasText: what }).waitFor();
  await operator.page.locator('[data-call]').waitFor({ state: 'detached' });
  // nobody has acted yet: the leader still hears it
  expect(await leader.page.locator('[data-call=limit]').count()).toBe(1);
  await step(operator.page, id, 'verify', { method: 'call' });
  await leader.page.locator('[data-call]').waitFor({ state: 'detached' });
});

test('a parked alarm that comes back calls, and so does a patrol that declines', async () => {
  const { page } = operator;
  await go(page, '/desk');
  await go(page, '/signals');
  const parked = mark();
  const id = await report(parked);
  await step(page, id, 'claim');
  await step(page, id, 'verify', { method: 'call' });
  await silent(page);
  const until = Date.now() + 2500;
  await step(page, id, 'park', { parked_until_ms: until, reason: '观察' });
  await page.locator('[data-call=back]', { hasText: parked }).waitFor({ timeout: 15_000 });
  await page.waitForSelector('.strip[data-sounding="2"]');
  await step(page, id, 'confirm', { method: 'call' });
  await page.locator('[data-call]').waitFor({ state: 'detached' });

  const patrol = idOf((await ask(page, 'GET', 'patrol?limit=1')).body.items[0]);
  const incident = (await ask(page, 'GET', `alarm/${id}`)).body.incident as unknown as string;
  const sent = await ask(page, 'POST', 'dispatch', { incident, patrol });
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  const r = await ask(
    page,
    'POST',
    `dispatch/${sent.body.id}/steps/decline`,
    { reason: '车辆故障' },
    sent.body.version,
  );
  expect(r.status, JSON.stringify(r.body)).toBe(200);
  await page.locator('[data-call=no_answer]', { hasText: parked }).waitFor();
  await page.waitForSelector('.strip[data-sounding="2"]');
});

test('what escalates reaches the leader at once and the manager at the third level; the count opens the list', async () => {
  const what = mark();
  const other = mark();
  await report(other);
  await report(what, { class: 'gas' });
  await go(manager.page, '/r/customer');
  await leader.page.locator('[data-escalated]').waitFor({ timeout: 15_000 });
  await manager.page.locator('[data-escalated]', { hasText: '3 级' }).waitFor({ timeout: 30_000 });
  await shot(manager.page, 'strip-manager', DARK);
  await manager.page.locator('[data-escalated] a').click();
  await manager.page.locator('.queue .line', { hasText: what }).waitFor();
  expect(await manager.page.locator('.queue .line', { hasText: other }).count()).toBe(0);
  await manager.page.locator('.queue .line', { hasText: '升级 3' }).first().waitFor();
  await shot(manager.page, 'desk-escalated', DARK);

  const { page } = operator;
  await go(page, '/desk');
  await page.locator('[data-list=new]').click();
  await page.locator('.queue .line', { hasText: other }).waitFor();
  await page.locator('[data-list=escalated]').click();
  await page.locator('.queue .line', { hasText: other }).waitFor({ state: 'detached' });
  await page.locator('.queue .line', { hasText: what }).waitFor();
});

test('new alarms never push the chosen one out of sight; those above the window are counted', async () => {
  const { page } = operator;
  for (let i = 0; i < 12; i++) await report(`${i} ${mark()}`);
  await go(page, '/desk');
  await page.locator('[data-list=new]').click();
  await page.locator('.queue .line[aria-setsize="14"]').first().waitFor();
  await page.keyboard.press('k'); // the last one
  const chosen = await page.locator('.queue .on').getAttribute('data-id');
  await page.locator('.queue .on').hover();
  await page.mouse.move(1000, 400); // the hand leaves
  const what = mark();
  await report(what, { class: 'holdup', priority: 'p1' });
  await page.locator('.newer.hot', { hasText: '1' }).waitFor();
  expect(await page.locator('.queue .on').getAttribute('data-id')).toBe(chosen);
  expect(await seen(page, '.queue .on')).toBe(1);
  await shot(page, 'desk-above', DARK);
  await page.locator('.newer').click();
  await page.locator('.newer').waitFor({ state: 'detached' });
  expect(await page.locator('.queue .line').first().innerText()).toContain(what);
  expect(await seen(page, '.queue .line:first-child')).toBe(1);
});

test('the wall follows the rule of the queue and shows who has escalated', async () => {
  const { page } = leader;
  const what = mark();
  await report(what, { class: 'holdup', priority: 'p1' });
  await go(page, '/wall');
  await page.locator('.card', { hasText: what }).waitFor();
  const cards = await page
    .locator('.card')
    .evaluateAll((all) =>
      all.map((c) => ({ level: c.className, opened: Number((c as HTMLElement).dataset.opened) })),
    );
  expect(cards.length).toBeGreaterThan(1);
  expect(cards[0]!.level).toContain('c1');
  const rest = cards.filter((c) => c.level.includes('c2')).map((c) => c.opened);
  expect(rest).toEqual([...rest].sort((x, y) => x - y));
  await page.locator('.wall [data-escalated]', { hasText: '升级 3 级' }).waitFor();
  await shot(page, 'wall-escalated', DARK);
  for (const x of [manager, leader, operator]) quiet(x.faults);
});
