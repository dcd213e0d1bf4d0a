import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Register } from '../../src/core/types';
import { launch, open } from './browser';
import { ask, context, desk, go, mark, quiet, shot, signIn, toast } from './desk';
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

const field = (page: Page, name: string) => page.locator(`.dlg [data-field="${name}"]`);

/** Fills whatever the register asks for; what matters to the test is filled by the test. */
async function fillRequired(page: Page): Promise<void> {
  for (const f of await page.locator('.dlg [data-field]:has(.req)').all()) {
    const select = f.locator('select');
    if (await select.count()) await select.selectOption({ index: 1 });
    else if (await f.locator('[role=combobox]').count()) {
      await f.locator('[role=combobox]').click();
      await f.locator('[role=option]').first().click();
    } else if (await f.locator('[type=radio]').count()) await f.locator('[type=radio]').first().check();
    else if (await f.locator('[type=checkbox]').count()) await f.locator('[type=checkbox]').first().check();
    else
      await f
        .locator('input,textarea')
        .first()
        .fill((await f.locator('.date').count()) ? '2026-03-05' : '1');
  }
}

/** A new supplier of data: made through the screens once, later through the interface. */
async function newCustomer(page: Page, name: string): Promise<{ id: string; version: number }> {
  await go(page, '/r/customer/new');
  await page.waitForSelector('.dlg [data-field=name]');
  await fillRequired(page);
  await field(page, 'name').locator('input').fill(name);
  await page.locator('.dlg-f .btn.pri').click();
  await page.waitForURL(/#\/r\/customer\/\d+$/);
  const id = page.url().split('/').pop()!;
  const version = (await ask(page, 'GET', `customer/${id}`)).body.version;
  return { id, version };
}

test('a wrong password is refused with a sentence, the right one opens the desk, signing out closes it', async () => {
  const ctx = await context(b);
  const { page, faults } = await open(ctx, s.url, /401|429/);
  await page.goto(s.url);
  await page.fill('#login', s.login);
  await page.fill('#password', 'certainly wrong');
  await page.keyboard.press('Enter');
  await page.getByText('用户名或密码不正确').waitFor();
  await signIn(page, s);
  await page.locator('.me').click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.waitForSelector('#login');
  expect((await ask(page, 'GET', 'meta').catch(() => ({ status: 401 }))).status).toBe(401);
  quiet(faults);
  await ctx.close();
});

test('create with a fault at its field, edit, history in words, retire with a reason, restore', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const name = mark();
  await go(page, '/r/customer/new');
  await page.waitForSelector('.dlg [data-field=name]');
  await page.locator('.dlg-f .btn.pri').click();
  await field(page, 'name').getByText('不能为空').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  const { id } = await newCustomer(page, name);
  await page.getByRole('heading', { name, exact: true }).waitFor();

  await page.getByRole('link', { name: '编辑' }).click();
  await field(page, 'name').locator('input').fill(`${name} 二`);
  await page.keyboard.press('Control+Enter');
  await toast(page, '已保存');
  await page.getByRole('heading', { name: `${name} 二`, exact: true }).waitFor();
  await page.locator('#tab-journal').click();
  const entry = page.locator('.entry').first();
  await entry.getByText(`${name} 二`).waitFor();
  expect(await entry.locator('del').first().textContent()).toBe(name);
  expect(await page.locator('.entry').count()).toBe(2);

  await page.getByRole('button', { name: '停用' }).click();
  await page.locator('.dlg .btn.bad').click();
  await page.getByText('请填写原因').waitFor();
  await page.fill('#retire-reason', '合同到期');
  await page.locator('.dlg .btn.bad').click();
  await toast(page, '已停用');
  await page.locator('.entry').first().getByText('合同到期').waitFor();
  await go(page, `/r/customer?q=${name}`);
  await page.waitForSelector('.list .empty');
  await go(page, `/r/customer?q=${name}&retired=yes`);
  await page.locator('.tb .tr.retired').waitFor();
  await go(page, `/r/customer/${id}`);
  await page.getByRole('button', { name: '恢复' }).click();
  await page.fill('#retire-reason', '续签');
  await page.locator('.dlg .btn.pri').click();
  await toast(page, '已恢复');
  quiet(faults);
  await ctx.close();
});

test('two people edit one row: each field is shown as mine and theirs, and nothing is lost', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const name = mark();
  const { id, version } = await newCustomer(page, name);
  await go(page, `/r/customer/${id}/edit`);
  await field(page, 'name').locator('input').fill(`${name} 我`);
  expect(
    (await ask(page, 'PATCH', `customer/${id}`, { name: `${name} 他`, phone: '0571-88001234' }, version))
      .status,
  ).toBe(200);
  await page.locator('.dlg-f .btn.pri').click();
  await page.getByText('这条记录刚被别人修改过').waitFor();
  const dlg = page.locator('.dlg.wide');
  await dlg.getByText('0571-88001234').waitFor(); // theirs alone: kept without a question
  expect(await dlg.locator('.dlg-f .btn.pri').isDisabled()).toBe(true);
  await shot(page, 'conflict');
  await dlg.locator('input[value=mine]').check();
  await dlg.locator('.dlg-f .btn.pri').click();
  await toast(page, '已保存');
  const row = (await ask(page, 'GET', `customer/${id}`)).body as Record<string, unknown>;
  expect([row.name, row.phone, row.version]).toEqual([`${name} 我`, '0571-88001234', version + 2]);
  quiet(faults);
  await ctx.close();
});

test('the state of a list is its address; order, columns and pages', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, '/r/customer');
  await page.waitForSelector('.tb .tr');
  const first = () => page.locator('.tb .tr').first().getAttribute('data-id');
  const top = await first();
  await page.getByRole('button', { name: '下一页' }).click();
  await page.waitForFunction((t) => document.querySelector('.tb .tr')?.getAttribute('data-id') !== t, top);
  expect(page.url()).toContain('after=');
  const second = await first();
  await page.reload();
  await page.waitForSelector('.tb .tr');
  expect(await first()).toBe(second);
  await page.getByRole('button', { name: '上一页' }).click();
  await page.waitForFunction((t) => document.querySelector('.tb .tr')?.getAttribute('data-id') === t, top);

  const select = page.locator('.bar select').first();
  const all = await page.locator('header .dim').textContent();
  await select.selectOption({ index: 1 });
  await page.waitForURL(/#\/r\/customer\?/);
  await page.waitForFunction((a) => document.querySelector('main header .dim')?.textContent !== a, all);
  const n = await page.locator('header .dim').textContent();
  await page.reload();
  await page.waitForSelector('.list .tr, .list .empty');
  expect(await page.locator('header .dim').textContent()).toBe(n);
  await page.getByRole('button', { name: '重置' }).click();

  await page.locator('.th .sort').first().click();
  await page.waitForSelector('.th[aria-sort=ascending], .th[aria-sort=descending]');
  await page.getByRole('button', { name: '显示列' }).click();
  const box = page.locator('.dlg .check', { hasText: '创建时间' }).locator('input');
  await box.check();
  await page.locator('.dlg-f .btn.pri').click();
  await page.locator('.th', { hasText: '创建时间' }).waitFor();
  await page.reload();
  await page.locator('.th', { hasText: '创建时间' }).waitFor();
  quiet(faults);
  await ctx.close();
});

test('a change by somebody else is announced and moves no row until asked', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const name = mark();
  const { id, version } = await newCustomer(page, name);
  const other = await desk(b, s);
  await go(page, `/r/customer?q=${name}`);
  await page.locator('.tb .tr').getByText(name).waitFor();
  await ask(other.page, 'PATCH', `customer/${id}`, { name: `${name} 新` }, version);
  await page.getByText('＋1 项有变化').waitFor();
  expect(await page.locator('.tb .link').first().textContent()).toBe(name);
  await shot(page, 'list-changed');
  await page.getByRole('button', { name: '刷新' }).click();
  await page.locator('.tb .link', { hasText: `${name} 新` }).waitFor();
  expect(await page.getByText('项有变化').count()).toBe(0);
  quiet([...faults, ...other.faults]);
  await ctx.close();
  await other.ctx.close();
});

test('what was typed survives leaving: a question first, then a draft', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const name = mark();
  await go(page, '/r/customer/new');
  await field(page, 'name').locator('input').fill(name);
  await page.keyboard.press('Escape');
  await page.getByText('离开前不保存吗').waitFor();
  await page.getByRole('button', { name: '继续编辑' }).click();
  expect(await field(page, 'name').locator('input').inputValue()).toBe(name);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '离开', exact: true }).click();
  await page.waitForURL(/#\/r\/customer$/);
  await page.reload();
  await go(page, '/r/customer/new');
  await page.getByRole('button', { name: '恢复草稿' }).click();
  expect(await field(page, 'name').locator('input').inputValue()).toBe(name);
  quiet(faults);
  await ctx.close();
});

test('the session ends in the middle of work: signing in again goes on with the same save', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const name = mark();
  const { id } = await newCustomer(page, name);
  await go(page, `/r/customer/${id}/edit`);
  await field(page, 'name').locator('input').fill(`${name} 后`);
  await ctx.clearCookies();
  await page.locator('.dlg-f .btn.pri').click();
  await page.getByText('登录已过期').waitFor();
  await shot(page, 'lapsed');
  await page.fill('#password', s.password);
  await page.keyboard.press('Enter');
  await toast(page, '已保存');
  await page.getByRole('heading', { name: `${name} 后`, exact: true }).waitFor();
  quiet(faults);
  await ctx.close();
});

test('the network is away: said in words, tried again by itself and by hand', async () => {
  const { ctx, page, faults } = await desk(b, s, undefined, /ERR_FAILED|status of (401|503)/);
  let tries = 0;
  await page.route('**/api/v1/customer?**', (r) => {
    tries++;
    return r.abort('failed');
  });
  await go(page, '/r/customer');
  await page.locator('.list .bone').first().waitFor();
  await page.getByText('无法连接服务器').waitFor();
  expect(tries).toBe(4);
  await shot(page, 'network-away');
  await page.unroute('**/api/v1/customer?**');
  await page.getByRole('button', { name: '重试' }).click();
  await page.waitForSelector('.tb .tr');
  let busy = 2;
  await page.route('**/api/v1/site?**', (r) =>
    busy-- > 0
      ? r.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: '{"status":503,"code":"busy","title":"busy"}',
        })
      : r.continue(),
  );
  await go(page, '/r/site');
  await page.waitForSelector('.tb .tr'); // no hand was needed
  quiet(faults);
  await ctx.close();
});

test('import: dry run with the reasons, the good rows, then the list', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, '/r/customer');
  await page.waitForSelector('.tb .tr');
  const name = mark();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV', exact: true }).click(),
  ]);
  const lines = readFileSync(await file.path(), 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  expect(lines.length).toBeGreaterThan(50);
  const head = lines[0]!.split(',');
  const meta = (await ask(page, 'GET', 'meta')).body as unknown as { registers: Register[] };
  const fields = meta.registers.find((r) => r.name === 'customer')!.fields;
  const row = (n: string, category?: string) =>
    head
      .map((label) => {
        const f = fields.find((x) => x.label.zh === label);
        if (f?.name === 'number' || f?.name === 'name') return n;
        if (f?.name === 'category' && category) return category;
        return f?.required ? (f.options?.[0]?.label.zh ?? '1') : '';
      })
      .join();
  const csv = [lines[0], row(`${name}A`), row(`${name}bad`, '没有这一类')].join('\n');
  await page.getByRole('link', { name: '导入' }).click();
  await page.setInputFiles('#import-file', { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByText('共 2 行：1 行可导入，1 行有误').waitFor();
  await page.locator('.box .tr').first().waitFor();
  await shot(page, 'import-dry-run');
  const [bad] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载有误的行' }).click(),
  ]);
  expect(readFileSync(await bad.path(), 'utf8')).toContain(`${name}bad`);
  await page.locator('input[type=radio]').nth(1).check();
  expect(await page.getByRole('button', { name: '导入 1 行' }).isDisabled()).toBe(true);
  await page.locator('input[type=radio]').nth(0).check();
  await page.getByRole('button', { name: '导入 1 行' }).click();
  await page.getByText('新建 1 条').waitFor();
  await shot(page, 'import-done');
  expect((await ask(page, 'GET', `customer?q=${name}A`)).body.total).toBe(1);
  quiet(faults);
  await ctx.close();
});

test('a process moves by its buttons; what is refused says why; the history shows the step', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, '/r/workorder/new');
  await page.waitForSelector('.dlg [data-field]');
  await fillRequired(page);
  await page.locator('.dlg-f .btn.pri').click();
  await page.waitForURL(/#\/r\/workorder\/\d+$/);
  const state = () => page.locator('main > header .tag').first().textContent();
  const old = await state();
  await page.locator('section .row > .btn').first().click();
  await page.waitForSelector('#step-form');
  await page.locator('.dlg-f .btn.pri').click();
  await page.locator('#step-form .err').first().waitFor();
  await fillRequired(page);
  await page.locator('.dlg-f .btn.pri').click();
  await page.waitForFunction((o) => document.querySelector('main > header .tag')?.textContent !== o, old);
  await page.locator('.clock').first().waitFor();
  const left = () => page.locator('.clock .word').first().textContent();
  const before = await left();
  await page.waitForTimeout(1500);
  expect(await left()).not.toBe(before);
  await page.locator('details summary').click();
  expect((await page.locator('details li .dim').first().textContent())?.length).toBeGreaterThan(3);
  await shot(page, 'order-after-step');
  await page.locator('#tab-journal').click();
  await page
    .locator('.entry')
    .first()
    .getByText(String(await state()))
    .waitFor();
  quiet(faults);
  await ctx.close();
});

test('search over everything, by keyboard alone', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const name = mark();
  const { id } = await newCustomer(page, name);
  await go(page, '/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.locator('[role=option]', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`#/r/customer/${id}$`));
  quiet(faults);
  await ctx.close();
});

test('a token is shown once and can be taken back', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, '/profile');
  await page.getByRole('button', { name: '新建令牌' }).click();
  const name = mark();
  await page.fill('#token-name', name);
  await page.locator('.dlg .check input').first().check();
  await page.getByRole('button', { name: '生成' }).click();
  expect((await page.locator('.dlg .mono').inputValue()).length).toBeGreaterThan(10);
  await page.getByRole('button', { name: '已保存' }).click();
  const row = page.locator('.tb .tr', { hasText: name });
  await row.getByRole('button', { name: '吊销' }).click();
  await row.waitFor({ state: 'detached' });
  quiet(faults);
  await ctx.close();
});

test('eight tabs share one line; when the leading tab closes another takes over', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const name = mark();
  const row = await newCustomer(page, name);
  const pages = [page];
  for (let i = 0; i < 7; i++) {
    const more = await open(ctx, s.url);
    await more.page.goto(s.url);
    await more.page.waitForSelector('.line.live');
    pages.push(more.page);
  }
  const seq = (p: Page) => p.evaluate(() => Number(document.getElementById('seq')?.textContent));
  const all = async (n: string) => {
    const p = pages[pages.length - 1]!;
    const was = Math.max(...(await Promise.all(pages.map(seq))));
    const { version } = (await ask(p, 'GET', `customer/${row.id}`)).body;
    await ask(p, 'PATCH', `customer/${row.id}`, { name: n }, version);
    for (const x of pages)
      await x.waitForFunction((w) => Number(document.getElementById('seq')?.textContent) > w, was, {
        polling: 100,
      });
  };
  await all(`${name} 1`);
  await pages.shift()?.close();
  await all(`${name} 2`);
  quiet(faults);
  await ctx.close();
});

test('a silent server is never taken for a quiet day: the whole frame says so', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, '/r/customer');
  await page.waitForSelector('.tb .tr');
  s.stop();
  await page.waitForSelector('.shell.line-stale', { timeout: 25_000 });
  await page.getByText('已超过 15 秒没有收到服务器消息').waitFor();
  await shot(page, 'stale');
  s.go();
  await page.waitForSelector('.shell.line-live', { timeout: 25_000 });
  quiet(faults);
  await ctx.close();
});
