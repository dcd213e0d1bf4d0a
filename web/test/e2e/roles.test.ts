/** What each role meets first: a short report form, his own orders, a page that follows by itself. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, open, overflow, violations } from './browser';
import { ask, context, go, type Look, PLAIN, quiet, shot, signIn } from './desk';
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

async function as(login: string, look: Look): Promise<{ page: Page; done: () => Promise<void> }> {
  const ctx = await context(b, look);
  const { page, faults } = await open(ctx, s.url, /status of (401|404|409|412|422)/);
  await signIn(page, { ...s, login });
  const done = async () => {
    quiet(faults);
    await ctx.close();
  };
  return { page, done };
}
const PHONE: Look = { width: 390, lang: 'zh', theme: 'light' };

test('a customer reports a fault with four fields; the rest is folded away', async () => {
  const { page, done } = await as('demo.customer', PHONE);
  await go(page, '/r/workorder/new');
  await page.waitForSelector('.dlg [data-field=symptom]');
  const seen = page.locator('.dlg [data-field]:visible');
  const names = await seen.evaluateAll((all) => all.map((e) => e.getAttribute('data-field')));
  expect(names.sort()).toEqual(['device', 'reporter', 'reporter_phone', 'site', 'symptom']);
  expect(await page.locator('[data-field=reporter] input').inputValue()).not.toBe('');
  await shot(page, 'report-customer', PHONE);
  expect(await violations(page)).toEqual([]);
  await page.locator('[data-field=site] [role=combobox]').click();
  await page.locator('[data-field=site] [role=option]').first().click();
  await page.locator('[data-field=symptom] textarea').fill('门口摄像机黑屏');
  await page.locator('.dlg-f .btn.pri').click();
  await page.waitForURL(/#\/r\/workorder\/\d+$/);
  // the heading says what it is about, not only its number
  await page.locator('h1', { hasText: '门口摄像机黑屏' }).waitFor();
  await shot(page, 'order-heading', PHONE);
  expect(await overflow(page)).toBe(0);
  await done();
});

test('the technician finds his own orders first', async () => {
  const { page, done } = await as('demo.technician', PHONE);
  const mine = page.locator('section', { has: page.locator('h2', { hasText: '我的工单' }) });
  await mine.locator('.one').first().waitFor();
  const me = (await ask(page, 'GET', 'session')).body as unknown as { staff: string };
  for (const a of await mine.locator('a.one').all()) {
    const id = (await a.getAttribute('href'))?.split('/').pop();
    const row = (await ask(page, 'GET', `workorder/${id}`)).body as unknown as { technician: string };
    expect(row.technician).toBe(me.staff);
  }
  await shot(page, 'home-technician', PHONE);
  expect(await violations(page)).toEqual([]);
  await done();
});

test('a page at rest follows the change of another; a page with an open form waits', async () => {
  const { page, done } = await as('demo.dispatcher', PLAIN);
  const order = (await ask(page, 'GET', 'workorder?limit=1&state=reported')).body.items[0]!;
  await go(page, `/r/workorder/${order.id}`);
  await page.waitForSelector('main .tag');
  const grade = { grade: 'general', extent: 'single' };
  expect((await ask(page, 'POST', `workorder/${order.id}/steps/grade`, grade, order.version)).status).toBe(
    200,
  );
  await page.locator('main > header .tag', { hasText: '已定级' }).waitFor({ timeout: 8000 });
  await page.locator('section .row > .btn').first().click();
  await page.waitForSelector('#step-form');
  const now = (await ask(page, 'GET', `workorder/${order.id}`)).body.version;
  const again = { grade: 'urgent', reason: '升级' };
  expect((await ask(page, 'POST', `workorder/${order.id}/steps/regrade`, again, now)).status).toBe(200);
  await page.waitForTimeout(3500);
  expect(await page.locator('#step-form').count()).toBe(1);
  await done();
});
