/** The shift on the real thing: its log, another leader, the sheet on paper, shifts of the past, closing the centre; what is due. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, open, overflow, seen, violations } from './browser';
import { ask, context, desk, go, type Look, PLAIN, quiet, shot } from './desk';
import { type Server, start } from './server';

let b: Browser;
let s: Server;

beforeAll(async () => {
  [b, s] = await Promise.all([launch(), start()]);
  await certify(['demo.shift_leader', 'demo.shift_leader_2']);
}, 120_000);
afterAll(async () => {
  await b.close();
  await s.close();
});

/** Who takes a seat needs a guard's certificate: the user is tied to somebody who has one. */
async function certify(logins: string[]): Promise<void> {
  const { ctx, page } = await desk(b, s);
  type Row = { id: string; version: number; staff: string | null; login: string; valid_to: string | null };
  const list = async (path: string) => (await ask(page, 'GET', path)).body.items as unknown as Row[];
  const certificates = await list('certificate?kind=guard&limit=200');
  const users = await list('user?limit=200');
  const free = certificates.filter(
    (c) => (!c.valid_to || c.valid_to > '2027') && !users.some((u) => u.staff === c.staff),
  );
  for (const login of logins) {
    const user = users.find((u) => u.login === login)!;
    const staff = free.shift()!.staff;
    if (!user.staff) await ask(page, 'PATCH', `user/${user.id}`, { staff }, user.version);
  }
  await ctx.close();
}
async function as(login: string, look: Look = PLAIN) {
  const ctx = await context(b, look);
  const { page, faults } = await open(ctx, s.url, /status of (401|403|404|409|412|422|429|503)/);
  await page.goto(s.url);
  await page.fill('#login', login);
  await page.fill('#password', s.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.line.live');
  return { ctx, page, faults };
}
const duty = (page: Page, seat: string) => ask(page, 'POST', 'duty', { seat });
const text = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
async function judge(page: Page, name: string, look: Look, visible: string): Promise<void> {
  await page.waitForSelector(visible);
  await page.waitForTimeout(200);
  await shot(page, name, look);
  expect.soft(`${name}: ${(await seen(page, visible)) > 0}`).toBe(`${name}: true`);
  expect.soft(`${name}: ${await violations(page)}`).toBe(`${name}: `);
  expect.soft(`${name}: ${await overflow(page)} px too wide`).toBe(`${name}: 0 px too wide`);
}

test('a leader who cannot sign does not hold up the shift', async () => {
  const first = await as('demo.shift_leader');
  expect((await duty(first.page, 'leader')).status).toBe(201);
  await go(first.page, '/shift');
  // nobody else is there: no seat empty
  await first.page.locator('[data-duty]').click();
  await first.page.locator('.dlg-f .btn.pri').click();
  await first.page.locator('.dlg .note.bad', { hasText: '不得空岗' }).waitFor();
  await first.page.keyboard.press('Escape');
  await first.page.locator('.entry-text').fill('夜间 2 号发电机试机');
  await first.page.keyboard.press('Control+Enter');
  await first.page.locator('.log .entry', { hasText: '发电机' }).waitFor();
  expect(await first.page.locator('.log .entry button, .log .entry input').count()).toBe(0);

  const second = await as('demo.shift_leader_2');
  const { page } = second;
  await go(page, '/shift');
  await page.getByText('应由本班值班长签字交班').waitFor();
  expect(await page.getByRole('button', { name: '接任值班长' }).count()).toBe(0); // not on duty yet
  expect((await duty(page, 'support')).status).toBe(201);
  await page.getByRole('button', { name: '接任值班长' }).click();
  await page.locator('.dlg-f .btn.pri').click();
  await page.locator('.dlg .err').first().waitFor(); // a reason
  await page.locator('.dlg textarea').fill('值班长发烧回家');
  await page.locator('.dlg-f .btn.pri').click();
  await page.locator('.log .entry', { hasText: '值班长发烧回家' }).waitFor();
  await page.getByRole('button', { name: '交班签字' }).click();
  await page.locator('.dlg textarea').fill('关注三号门');
  await page.locator('.dlg-f .btn.pri').click();
  await page.getByText('待接班').first().waitFor();

  await first.page.getByRole('button', { name: '接班签字' }).click();
  await first.page.locator('.dlg-f .btn.pri').click();
  await first.page.locator('.past .one', { hasText: '已交接' }).waitFor();
  quiet(first.faults);
  quiet(second.faults);
  await first.ctx.close();
  await second.ctx.close();
});

test('the sheet says on paper what both signed', async () => {
  const { ctx, page, faults } = await as('demo.shift_leader');
  await go(page, '/shift');
  await page.locator('.past .one', { hasText: '已交接' }).locator('a').click();
  await page.locator('.sheet .signs').waitFor();
  await judge(page, 'shift-sheet', PLAIN, '.sheet .signs');
  const pdf = 'test-results/shift-sheet.pdf';
  writeFileSync(pdf, await page.pdf({ format: 'A4' }));
  const paper = text(pdf);
  for (const x of ['交接班记录单', '发电机试机', '值班长发烧回家', '关注三号门', '交班人', '接班人', '均无'])
    expect(paper).toContain(x);
  for (const x of ['全局搜索', '上一班']) expect(paper).not.toContain(x);
  quiet(faults);
  await ctx.close();
});

test('a day finds its shifts; the centre is closed with a reason', async () => {
  const { ctx, page, faults } = await as('demo.shift_leader');
  await go(page, '/shift');
  await page.locator('.past .one').nth(1).waitFor();
  const days = page.locator('.days input:not([type=date])');
  await days.nth(1).fill('2020-01-01');
  await days.nth(1).press('Enter');
  await page.getByText('这些日期没有班次').waitFor();
  await days.nth(1).fill('');
  await days.nth(1).press('Enter');
  await page.locator('.past .one').nth(1).waitFor();
  await page.getByRole('button', { name: '停止值守' }).click();
  await page.locator('.dlg textarea').fill('迁往新中心');
  await page.locator('.dlg-f .btn.pri').click();
  await page.getByText('当前没有值班班次').waitFor();
  expect((await ask(page, 'GET', 'desk')).body).toMatchObject({ shift: null });
  quiet(faults);
  await ctx.close();
});

const LOOKS: Look[] = [
  { width: 1366, lang: 'zh', theme: 'light' },
  { width: 1366, lang: 'en', theme: 'dark' },
  { width: 1920, lang: 'en', theme: 'light' },
  { width: 390, lang: 'zh', theme: 'dark' },
];
describe.each(LOOKS)('$width px, $lang, $theme', (look) => {
  test('what is due stands on the first page of who leads', async () => {
    for (const login of ['demo.manager', 'demo.shift_leader']) {
      const { ctx, page, faults } = await as(login, look);
      await judge(page, `home-${login.slice(5)}`, look, '[data-due] li');
      await page.locator('[data-due] a[href="#/staffing"]').first().waitFor();
      await go(page, '/shift');
      await judge(page, `shift-${login.slice(5)}`, look, '.past .one');
      quiet(faults);
      await ctx.close();
    }
  });
});
