/** Ways in and their obstacles: lock-out, second factor, forced change, forbidden pages; and files with their preview. */
import { createHmac } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, open } from './browser';
import { ask, context, desk, go, mark, quiet, signIn, toast } from './desk';
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

async function guest(): Promise<{ page: Page; done: () => Promise<void> }> {
  const ctx = await context(b);
  const { page, faults } = await open(ctx, s.url, /status of (401|403|404|422|429)/);
  await page.goto(s.url);
  const done = async () => {
    quiet(faults);
    await ctx.close();
  };
  return { page, done };
}
const enter = (page: Page, login: string) => signIn(page, { ...s, login });
async function type(page: Page, login: string, password: string): Promise<void> {
  await page.fill('#login', login);
  await page.fill('#password', password);
  await page.keyboard.press('Enter');
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** RFC 6238 of an independent hand: SHA-1, 30 seconds, six digits. */
function totp(secret: string, ms: number): string {
  const bits = [...secret.replace(/[\s=]/g, '')]
    .map((c) => BASE32.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((x) => Number.parseInt(x, 2)));
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(Math.floor(ms / 30_000)));
  const mac = createHmac('sha1', key).update(count).digest();
  const n = mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff;
  return String(n % 1_000_000).padStart(6, '0');
}

test('five wrong passwords: the page counts the seconds down and the button waits', async () => {
  const { page, done } = await guest();
  for (let i = 0; i < 5; i++) {
    await type(page, 'demo.patrol', `wrong ${i}`);
    await page.locator('[role=alert]').waitFor();
    await page.waitForFunction(() => !/…/.test(document.querySelector('.btn.pri')?.textContent ?? ''));
    await page.waitForTimeout(250);
  }
  const alert = page.getByText(/请 \d+ 秒后再试/);
  await alert.waitFor();
  const seconds = async () => Number(/(\d+) 秒/.exec((await alert.textContent()) ?? '')?.[1]);
  const first = await seconds();
  expect(first).toBeGreaterThan(30);
  expect(await page.locator('form .btn.pri').isDisabled()).toBe(true);
  await page.waitForTimeout(2100);
  expect(await seconds()).toBeLessThan(first);
  await done();
});

test('a second factor is set up, asked for at the next sign-in, and turned off', async () => {
  const { page, done } = await guest();
  await enter(page, 'demo.archivist');
  await go(page, '/profile');
  await page
    .locator('.row', { has: page.locator('.tag.plain') })
    .getByRole('button')
    .click();
  const secret = (await page.locator('code.secret').textContent()) ?? '';
  await page.fill('#totp-code', '000000');
  await page.locator('.dlg-f .btn.pri').click();
  await page.locator('.dlg .err').waitFor();
  await page.fill('#totp-code', totp(secret, Date.now()));
  await page.locator('.dlg-f .btn.pri').click();
  await page.locator('.tag.ok').waitFor();
  await page.locator('.me').click();
  await page.getByRole('menuitem', { name: '退出登录', exact: true }).click();
  await page.waitForSelector('#login');
  await type(page, 'demo.archivist', s.password);
  await page.locator('#totp').fill(totp(secret, Date.now() + 30_000)); // a code counts once
  await page.keyboard.press('Enter');
  await page.waitForSelector('.shell');
  await go(page, '/profile');
  await page
    .locator('.row', { has: page.locator('.tag.ok') })
    .getByRole('button')
    .click();
  await page.fill('#totp-pw', s.password);
  await page.locator('.dlg-f .btn.bad').click();
  await page.locator('.dlg').waitFor({ state: 'detached' });
  expect(await page.locator('.tag.ok').count()).toBe(0);
  await done();
});

test('a password set by somebody else must be changed before anything is shown', async () => {
  const boss = await desk(b, s);
  const user = (await ask(boss.page, 'GET', 'user?q=demo.installer')).body.items[0]!;
  const given = 'given-by-the-boss-7';
  expect((await ask(boss.page, 'POST', `user/${user.id}/password`, { password: given })).status).toBe(204);
  await boss.ctx.close();
  const { page, done } = await guest();
  await type(page, 'demo.installer', given);
  await page.getByText('首次登录或密码已到期').waitFor();
  expect(await page.locator('.shell').count()).toBe(0);
  const own = 'only-mine-from-now-4';
  await page.fill('#pw-old', given);
  await page.fill('#pw-new', own);
  await page.fill('#pw-again', `${own}x`);
  await page.getByText('两次输入的新密码不一致').waitFor();
  await page.fill('#pw-again', own);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.shell');
  await done();
});

test('who may not see a register is told so, and offered no link to it', async () => {
  const { page, done } = await guest();
  await enter(page, 'demo.customer');
  await go(page, '/r/contract');
  await page.getByText('或您无权查看').waitFor();
  expect(await page.locator('.nav a[href*="contract"]').count()).toBe(0);
  const order = (await ask(page, 'GET', 'workorder?limit=1')).body.items[0]!;
  await go(page, `/r/workorder/${order.id}`);
  await page.waitForSelector('.facts dd');
  expect(await page.locator('.facts a[href*="/contract/"]').count()).toBe(0);
  await go(page, '/r/workorder/new');
  await page.locator('.dlg [data-field=symptom]').waitFor();
  expect(await page.locator('.dlg [data-field=contract]').count()).toBe(0);
  await page.locator('.dlg-h .btn').click();
  await page.locator('.me').click();
  await page.getByText('demo.customer · 用户单位').waitFor(); // the role in words, without the right to read users
  await done();
});

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
test('a picture shows itself after the upload, a table is taken, degrees are degrees', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const site = (await ask(page, 'GET', 'site?limit=1')).body.items[0]!;
  await go(page, `/r/site/${site.id}/edit`);
  const map = page.locator('.dlg [data-field=map]');
  await map
    .locator('input[type=file]')
    .setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: DOT });
  await map.locator('img').waitFor();
  expect(
    await map.locator('img').evaluate((i: HTMLImageElement) => i.decode().then(() => i.naturalWidth)),
  ).toBe(1);
  const degrees = page.locator('.dlg [data-field=longitude_e6]');
  await degrees.locator('input').fill('200');
  await page.locator('.dlg-f .btn.pri').click();
  await degrees.locator('.err').waitFor();
  expect(await degrees.locator('.err').textContent()).toContain('180');
  await degrees.locator('input').fill('120.153576');
  await page.locator('.dlg-f .btn.pri').click();
  await toast(page, '已保存');
  await page.locator('.facts').getByText('120.153576°').waitFor();
  expect((await ask(page, 'GET', `site/${site.id}`)).body.longitude_e6).toBe(120_153_576);

  await go(page, '/r/document/new');
  const file = page.locator('.dlg [data-field=file]');
  await file
    .locator('input[type=file]')
    .setInputFiles({ name: `${mark()}.csv`, mimeType: '', buffer: Buffer.from('a,b\n1,2\n') });
  await file.locator('a.link').waitFor();
  expect(await file.locator('.err').count()).toBe(0);
  quiet(faults);
  await ctx.close();
});
