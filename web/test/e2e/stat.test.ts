/** Statistics, staffing, drills and plans on the real thing: every figure opens to its rows. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, open, overflow, seen, violations } from './browser';
import { ask, context, desk, go, type Look, mark, PLAIN, quiet, shot, signIn } from './desk';
import { type Server, start } from './server';

let b: Browser;
let s: Server;
let drill = '';
const alarms: string[] = [];

/** A shift leader reports three alarms and claims two of them. */
async function operate(): Promise<void> {
  const ctx = await context(b);
  const { page } = await open(ctx, s.url, /./);
  await signIn(page, { ...s, login: 'demo.shift_leader' });
  const sites = (await ask(page, 'GET', 'site?limit=3')).body.items as unknown as { id: string }[];
  expect((await ask(page, 'POST', 'duty', { seat: 'leader' })).status).toBeLessThan(300);
  for (let i = 0; i < 3; i++) {
    const a = await ask(page, 'POST', 'alarm', {
      site: sites[i]!.id,
      class: 'intrusion',
      priority: 'p2',
      summary: mark(),
    });
    expect(a.status).toBe(201);
    alarms.push(a.body.id);
    if (i === 2) break;
    const step = await ask(page, 'POST', `alarm/${a.body.id}/steps/claim`, {}, a.body.version);
    expect(step.status).toBe(200);
  }
  await ctx.close();
}
/** Who takes a seat needs a guard's certificate: the user is tied to somebody who has one. */
async function certify(login: string): Promise<void> {
  const { ctx, page } = await desk(b, s);
  type Row = { id: string; version: number; staff: string | null; login: string; valid_to: string | null };
  const list = async (path: string) => (await ask(page, 'GET', path)).body.items as unknown as Row[];
  const certificates = await list('certificate?kind=guard&limit=200');
  const users = await list('user?limit=200');
  const user = users.find((u) => u.login === login)!;
  const free = certificates.find(
    (c) => (!c.valid_to || c.valid_to > '2027') && !users.some((u) => u.staff === c.staff),
  );
  if (!user.staff) await ask(page, 'PATCH', `user/${user.id}`, { staff: free!.staff }, user.version);
  await ctx.close();
}
async function planDrill(): Promise<void> {
  const { ctx, page } = await desk(b, s);
  const d = await ask(page, 'POST', 'drill', {
    name: '夜间入侵演练',
    kind: 'live',
    class: 'intrusion',
    planned_on: '2026-12-01',
  });
  expect(d.status).toBe(201);
  drill = d.body.id;
  await ctx.close();
}
beforeAll(async () => {
  [b, s] = await Promise.all([launch(), start()]);
  await certify('demo.shift_leader');
  await operate();
  await planDrill();
}, 120_000);
afterAll(async () => {
  await b.close();
  await s.close();
});

async function judge(page: Page, name: string, look: Look, visible: string): Promise<void> {
  await page.waitForSelector(visible);
  await page.waitForTimeout(200);
  await shot(page, name, look);
  expect.soft(`${name}: ${(await seen(page, visible)) > 0}`).toBe(`${name}: true`);
  expect.soft(`${name}: ${await violations(page)}`).toBe(`${name}: `);
  expect.soft(`${name}: ${await overflow(page)} px too wide`).toBe(`${name}: 0 px too wide`);
}
const LOOKS: Look[] = [
  { width: 1366, lang: 'zh', theme: 'light' },
  { width: 1366, lang: 'en', theme: 'dark' },
  { width: 390, lang: 'zh', theme: 'dark' },
  { width: 390, lang: 'en', theme: 'light' },
];

describe.each(LOOKS)('$width px, $lang, $theme', (look) => {
  test('both pages can be read by everyone', async () => {
    const { ctx, page, faults } = await desk(b, s, look);
    await go(page, '/statistics');
    await judge(page, 'statistics', look, 'main .tile');
    await page.locator('main .tile').first().click();
    await page.locator('main .panel .btn.push').first().click();
    await judge(page, 'statistics-rows', look, '.dlg .tb .tr');
    await page.keyboard.press('Escape');
    await go(page, '/staffing');
    await judge(page, 'staffing', look, 'main .tb .tr');
    for (const d of await page.locator('main details > summary').all()) await d.click();
    await judge(page, 'staffing-open', look, 'main .tb .tr');
    quiet(faults);
    await ctx.close();
  });
});

test('a figure says what it is made of and opens to the alarms', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, '/statistics?figure=claim&by=class');
  const tile = page.locator('.tile', { hasText: '受理用时' });
  await tile.getByText('（2 / 2）').waitFor();
  await tile.getByText('另有 1 条未定').waitFor();
  await page.locator('main .tb .tr', { hasText: '入侵' }).getByRole('button').click();
  await page.locator('.dlg .tb .tr').nth(2).waitFor();
  await page.selectOption('#st-only', 'pending');
  await page.getByText('共 1 条').waitFor();
  await page.locator('.dlg .tb .link').first().click();
  await page.waitForURL(new RegExp(`#/alarm/${alarms[2]}`));
  quiet(faults);
  await ctx.close();
});

test('what cannot be counted is said so, never 100 %', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, '/statistics');
  const tile = page.locator('.tile', { hasText: '派警用时' });
  await tile.getByText('不适用').waitFor();
  expect(await page.locator('.tile .big', { hasText: '100' }).count()).toBe(0);
  quiet(faults);
  await ctx.close();
});

test('staffing names who counts and why not; an open drill does not count', async () => {
  const { ctx, page, faults } = await desk(b, s, PLAIN);
  await go(page, '/staffing?on=2026-11-22');
  await page.getByText('已关闭 0 次，要求不少于 2 次').waitFor();
  await page.getByText('还缺 2 次').waitFor();
  await page.locator(`a[href="#/r/drill/${drill}"]`).waitFor();
  await page.getByText('第四季度已到，请安排演练').waitFor();
  await page.locator('summary', { hasText: '人员与理由' }).click();
  await page.locator('details[open] .tag').first().waitFor();
  await page.locator('summary', { hasText: '配备表' }).click();
  await page.getByText('10,001 户及以上').waitFor();
  quiet(faults);
  await ctx.close();
});
