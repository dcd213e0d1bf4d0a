/** What the rules keep from the desk, and a technical alarm that gets its repair order with one key. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, overflow, violations } from './browser';
import { ask, desk, go, type Look, quiet, shot, toast } from './desk';
import { type Server, start } from './server';

let b: Browser;
let s: Server;
const KNOWN = '100F'; // a demo panel that speaks plainly
const LINE = ['--line', '2', '--receiver', '1'];
beforeAll(async () => {
  [b, s] = await Promise.all([launch(), start()]);
  s.login = 'demo.shift_leader';
}, 120_000);
afterAll(async () => {
  await b.close();
  await s.close();
});

test('a technical alarm of no maintenance code gets its order with key G', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, '/desk');
  await page.locator('[data-duty]').click();
  await page.locator('.dlg-f .btn.pri').click();
  await toast(page, '已上岗');
  expect(s.panel(KNOWN, 'SIA:RT00', ...LINE)).toBe(true);
  await page.locator('[data-id]', { hasText: '传输' }).first().waitFor();
  await page.locator('[data-id]', { hasText: '传输' }).first().click();
  await page.waitForSelector('[data-pane] .box');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-act=verify], [data-act=false_alarm]');
  await page.keyboard.press('g');
  await page.locator('.dlg').waitFor();
  await shot(page, 'desk-repair');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => (await ask(page, 'GET', 'fault?state=ordered&limit=50')).body.items.length)
    .toBeGreaterThan(0);
  const found = (await ask(page, 'GET', 'fault?state=ordered&limit=50')).body.items as unknown as {
    code: string;
    workorder: string | null;
  }[];
  expect(found.some((f) => f.code === 'RT' && f.workorder)).toBe(true);
  quiet(faults);
  await ctx.close();
});

const LOOKS: Look[] = [
  { width: 1366, lang: 'zh', theme: 'light' },
  { width: 1920, lang: 'en', theme: 'dark' },
  { width: 390, lang: 'zh', theme: 'dark' },
];
test('what is held back stands on its board, and is raised by hand', async () => {
  expect(s.panel(KNOWN, 'SIA:AT00', ...LINE)).toBe(true);
  for (const look of LOOKS) {
    const { ctx, page, faults } = await desk(b, s, look);
    await go(page, '/held');
    await page.waitForFunction(() => document.querySelectorAll('main .tb .tbody .tr').length === 1);
    await page.waitForTimeout(150);
    await shot(page, 'held', look);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    quiet(faults);
    await ctx.close();
  }
  const { ctx, page, faults } = await desk(b, s);
  await go(page, '/held');
  await page
    .locator('main .tb .tr', { hasText: '延时等待' })
    .getByRole('button', { name: '立即报警' })
    .click();
  await toast(page, '已送达处置席');
  await page.waitForFunction(() => document.querySelectorAll('main .tb .tbody .tr').length === 0);
  quiet(faults);
  await ctx.close();
});

test('the rules in force name where each limit comes from', async () => {
  for (const look of LOOKS) {
    const { ctx, page, faults } = await desk(b, s, look);
    await go(page, '/rules?class=power');
    await page.waitForFunction(() => document.querySelectorAll('main .tb .tbody .tr').length > 15);
    await shot(page, 'rules', look);
    expect(await page.locator('main .tb').textContent()).toContain('30 min'); // a mains failure waits
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    quiet(faults);
    await ctx.close();
  }
});
