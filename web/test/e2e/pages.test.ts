import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, open, overflow, seen, violations } from './browser';
import { ask, context, desk, go, type Look, quiet, shot } from './desk';
import { type Server, start } from './server';

let b: Browser;
let s: Server;
beforeAll(async () => {
  [b, s] = await Promise.all([launch(), start()]);
});
afterAll(async () => {
  await b.close();
  await s.close();
});

async function judge(page: Page, name: string, look: Look, visible: string): Promise<void> {
  await page.waitForSelector(visible);
  await page.waitForTimeout(100);
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
  test('the sign-in page', async () => {
    const ctx = await context(b, look);
    const { page, faults } = await open(ctx, s.url, /401/);
    await page.goto(s.url);
    await judge(page, 'sign-in', look, '#login');
    quiet(faults);
    await ctx.close();
  });

  test('the pages of everyday work', async () => {
    const { ctx, page, faults } = await desk(b, s, look);
    await judge(page, 'home', look, 'main .cols a');
    await go(page, '/r/customer');
    await judge(page, 'list', look, '.tb .tr');
    await page.locator('.bar .acts .btn.bare').click();
    await judge(page, 'list-filters', look, '.bar select');
    await go(page, '/r/customer/new');
    await judge(page, 'new', look, '.dlg [data-field=name]');
    await page.locator('.dlg-f .btn.pri').click();
    await judge(page, 'new-faults', look, '.dlg .err');
    const first = (await ask(page, 'GET', 'site?limit=1')).body.items[0]!;
    await go(page, `/r/site/${first.id}`);
    await judge(page, 'row', look, '.facts dd');
    await page.locator('[role=tab]').nth(1).click();
    await judge(page, 'row-related', look, '[role=tabpanel] .foot, [role=tabpanel] .tr');
    await page.locator('#tab-journal').click();
    await judge(page, 'row-journal', look, '.entry');
    await go(page, '/r/customer/import');
    await judge(page, 'import', look, '.steps');
    await go(page, '/profile');
    await judge(page, 'profile', look, '#pw-old');
    await go(page, '/nowhere');
    await judge(page, 'not-found', look, '.empty .btn');
    await page.keyboard.press('Control+k');
    await judge(page, 'find', look, '[role=option]');
    quiet(faults);
    await ctx.close();
  });

  test('the pages of a process', async () => {
    const { ctx, page, faults } = await desk(b, s, look);
    await go(page, '/r/workorder');
    await judge(page, 'orders', look, 'main .h1');
    const order = (await ask(page, 'GET', 'workorder?limit=1&state=graded')).body.items[0]!;
    await go(page, `/r/workorder/${order.id}`);
    await judge(page, 'order', look, '.clock');
    await page.locator('section .row > .btn').first().click();
    await judge(page, 'order-step', look, '#step-form');
    quiet(faults);
    await ctx.close();
  });
});

test('every register has a list, a form and a page that can be read by everyone', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const look: Look = { width: 1366, lang: 'zh', theme: 'light' };
  const meta = (await ask(page, 'GET', 'meta')).body as unknown as {
    registers: { name: string; may: { create: boolean } }[];
  };
  for (const r of meta.registers) {
    await go(page, `/r/${r.name}`);
    await page.waitForSelector('.list .tr, .list .empty');
    await judge(page, `register-${r.name}`, look, 'main .h1');
    const rows = (await ask(page, 'GET', `${r.name}?limit=1`)).body.items;
    if (rows[0]) {
      await go(page, `/r/${r.name}/${rows[0].id}`);
      await judge(page, `row-${r.name}`, look, '.facts dd');
    }
    if (!r.may.create) continue;
    await go(page, `/r/${r.name}/new`);
    await judge(page, `new-${r.name}`, look, '.dlg .field');
  }
  quiet(faults);
  await ctx.close();
}, 300_000);
