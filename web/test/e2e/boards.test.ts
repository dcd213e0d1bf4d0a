/** The boards on the real thing: simulated panels talk to the receiver, the screens show what came. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, overflow, seen, violations } from './browser';
import { ask, desk, drawPlan, go, type Look, PLAIN, quiet, shot } from './desk';
import { type Server, start } from './server';

let b: Browser;
let s: Server;
const KNOWN = '100F'; // a demo panel that speaks plainly
const LOST = 'ABCD';
beforeAll(async () => {
  [b, s] = await Promise.all([launch(), start()]);
  for (const what of [
    'SIA:BA03',
    'SIA:BR03',
    'SIA:OP14',
    'SIA:CL14',
    'SIA:AT00',
    'SIA:ri1/QQ7|Agarbled',
    'null',
  ])
    expect(s.panel(KNOWN, what, '--line', '2', '--receiver', '1')).toBe(true);
  s.panel(LOST, 'SIA:BA01', '--line', '7');
  s.panel(LOST, 'SIA:BA02', '--line', '7');
  s.panel('B0B0', 'null', '--line', '7'); // only polls
}, 120_000);
afterAll(async () => {
  await b.close();
  await s.close();
});

async function judge(page: Page, name: string, look: Look, visible: string): Promise<void> {
  await page.waitForSelector(visible);
  await page.waitForTimeout(150);
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
const panelOf = async (page: Page, account: string) =>
  (await ask(page, 'GET', `panel?q=${account}&limit=5`)).body.items[0] as unknown as {
    id: string;
    site: string;
    name: string;
    version: number;
  };

describe.each(LOOKS)('$width px, $lang, $theme', (look) => {
  test('every board can be read by everyone', async () => {
    const { ctx, page, faults } = await desk(b, s, look);
    await go(page, '/signals');
    await judge(page, 'signals', look, 'main .tb .tr');
    await page.locator('main .tb .open').first().click();
    await judge(page, 'signal', look, '.dlg .hex, .dlg .note');
    await page.keyboard.press('Escape');
    await go(page, '/unknown');
    await judge(page, 'unknown', look, 'main .tb .tr');
    await go(page, '/supervision');
    await judge(page, 'supervision', look, '.tile .n');
    await go(page, '/service-mode');
    await judge(page, 'service-none', look, 'main .h1');
    await go(page, '/service-mode?new=1');
    await judge(page, 'service-new', look, '#mode-purpose');
    await page.locator('#mode-new .check input').first().check();
    await judge(page, 'service-narrow', look, '#mode-part');
    await page.keyboard.press('Escape');
    await go(page, '/faults');
    await judge(page, 'faults', look, 'main .h1');
    const p = await panelOf(page, KNOWN);
    await go(page, `/r/panel/${p.id}?tab=work`);
    await judge(page, 'panel-live', look, '[role=tabpanel] .tb .tr');
    quiet(faults);
    await ctx.close();
  });
});

test('the log is searched by account and class, page by page, and looks on', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, '/signals');
  await page.fill('#f-account', KNOWN);
  await page.keyboard.press('Enter');
  await page.waitForURL(/account=100F/);
  await page.waitForFunction((account) => {
    const all = [...document.querySelectorAll('main .tb .tr td:nth-child(5) code')];
    return all.length >= 5 && all.every((e) => e.textContent === account);
  }, KNOWN);
  await page.selectOption('#f-class', 'openclose');
  await page.waitForURL(/class=openclose/);
  await page.waitForFunction(() => document.querySelectorAll('main .tb .tr').length === 2);
  await page.selectOption('#f-class', 'fire');
  await page.locator('.empty').waitFor();
  await page.locator('.empty .btn').click();
  await page.waitForFunction(() => document.querySelectorAll('main .tb .tr').length >= 7);
  await page.getByRole('checkbox', { name: '实时跟踪' }).check();
  s.panel(KNOWN, 'SIA:FA09', '--line', '2', '--receiver', '1');
  await page.locator('main .tb .tr', { hasText: 'FA' }).first().waitFor();
  const first = await page.locator('main .tb .tr').first().textContent();
  expect(first).toContain('FA');
  quiet(faults);
  await ctx.close();
});

test('the log is narrowed by code, zone and words, says how far it looked, and goes to a file', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, `/signals?account=${KNOWN}`);
  await page.waitForFunction(() => document.querySelectorAll('main .tb .tr').length >= 5);
  await page.getByRole('button', { name: '更多条件' }).click();
  await page.fill('#f-code', 'OP');
  await page.keyboard.press('Enter');
  await page.waitForURL(/code=OP/);
  await page.waitForFunction(() => document.querySelectorAll('main .tb .tr').length < 5);
  const codes = await page.locator('main .tb .tr .code').allTextContents();
  expect(new Set(codes)).toEqual(new Set(['OP']));
  await page.fill('#f-text', 'no such words');
  await page.keyboard.press('Enter');
  await page.locator('.empty').waitFor();
  await shot(page, 'signals-extra');
  await page.locator('.empty .btn').click();
  await page.selectOption('#f-priority', '1');
  await page.waitForURL(/priority=1/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^信号.*\.xlsx$/);
  quiet(faults);
  await ctx.close();
});

test('the drawer shows every byte, and which field it belongs to', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, `/signals?account=${KNOWN}&class=intrusion`);
  await page.locator('main .tb .open').last().click();
  await page.waitForSelector('.hex');
  const cuts = await page.locator('.cuts > div').allTextContents();
  expect(cuts.some((x) => x.includes('"SIA-DCS"'))).toBe(true);
  expect(cuts.some((x) => x.includes(`#${KNOWN}`))).toBe(true);
  await page.locator('.cuts > div', { hasText: '"SIA-DCS"' }).hover();
  const marked = await page.locator('.hex .c .on').allTextContents();
  expect(marked.join('')).toBe('"SIA-DCS"');
  quiet(faults);
  await ctx.close();
});

test('a panel is tested zone by zone; only then may it go live', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const old = await panelOf(page, KNOWN);
  const made = await ask(page, 'POST', 'panel', {
    name: '新装主机',
    site: old.site,
    state: 'installed',
    protocol: 'dc09',
    account: 'C0DE',
    receiver_line: 'R1L2',
    format: 'sia',
    encryption: 'none',
    paths: ['ip'],
    standby_h: 80,
  });
  expect(made.status).toBe(201);
  const panel = made.body.id;
  for (const n of [1, 2])
    expect(
      (
        await ask(page, 'POST', 'zone', {
          name: `防区${n}`,
          panel,
          number: n,
          zone_type: 'instant',
          detector: 'pir',
          principle: 'infrared',
        })
      ).status,
    ).toBe(201);
  await go(page, `/r/panel/${panel}?tab=work`);
  const live = page.getByRole('button', { name: '验收并接入' });
  await page.getByRole('button', { name: '开始调试' }).click();
  await live.waitFor();
  expect(await live.isDisabled()).toBe(true);
  await page.waitForTimeout(1500); // the receiver learns of the panel once a second
  s.panel('C0DE', 'SIA:BA01', '--line', '2', '--receiver', '1');
  await page.locator('.zones li.seen').first().waitFor();
  await shot(page, 'panel-commissioning');
  expect(await page.locator('.zones li.seen').count()).toBe(1);
  expect(await live.isDisabled()).toBe(true);
  const now = (await ask(page, 'GET', `panel/${panel}`)).body.version;
  const refused = await ask(page, 'POST', `panel/${panel}/live`, { accepted_by: 'x' }, now);
  expect(refused.status).toBe(409);
  expect(JSON.stringify(refused.body)).toContain('2');
  s.panel('C0DE', 'SIA:BA02', '--line', '2', '--receiver', '1');
  await page.waitForFunction(() => document.querySelectorAll('.zones li.seen').length === 2);
  await live.click();
  await page.fill('#live-who', '演示签字人');
  await page.locator('.dlg-f .btn.pri').click();
  await page.getByText('已验收接入').waitFor();
  quiet(faults);
  await ctx.close();
});

test('what nobody can read gets a rule and is judged again', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const old = await panelOf(page, KNOWN);
  s.panel(KNOWN, 'SIA:ri1/QZ7', '--line', '2', '--receiver', '1');
  await go(page, '/unknown');
  const row = page
    .locator('main section', { hasText: '代码表和规则' })
    .locator('.tb .tr', { hasText: KNOWN });
  await row.first().waitFor();
  await row.first().getByRole('button', { name: '建立代码规则' }).click();
  await page.waitForURL(/code_rule\/new/);
  const field = (name: string) => page.locator(`.dlg [data-field=${name}]`);
  expect(await field('scope').locator('select').inputValue()).toBe('panel');
  expect(await field('format').locator('select').inputValue()).toBe('sia');
  const code = await field('code').locator('input').inputValue();
  expect(code).toMatch(/^Q[A-Z]$/);
  await shot(page, 'unknown-rule', PLAIN);
  await field('class').locator('select').selectOption('tamper');
  await field('role').locator('select').selectOption('alarm');
  await page.locator('.dlg-f .btn.pri').click();
  await page.waitForURL(/#\/r\/code_rule\/\d+$/);
  const of = async () =>
    (await ask(page, 'GET', `signal?panel=${old.id}&code=${code}&limit=5`)).body.items as unknown as {
      source: string;
      class: string;
    }[];
  await go(page, '/unknown');
  await row.first().getByRole('button', { name: '重新判断' }).click();
  await expect
    .poll(async () => (await of()).some((x) => x.source === 'again' && x.class === 'tamper'))
    .toBe(true);
  quiet(faults);
  await ctx.close();
});

test('a panel that only polls is connected where it is seen', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const old = await panelOf(page, KNOWN);
  const made = await ask(page, 'POST', 'panel', {
    name: '只发心跳的主机',
    site: old.site,
    state: 'installed',
    protocol: 'dc09',
    account: '1',
    receiver_line: 'L0',
    format: 'sia',
    encryption: 'none',
    paths: ['ip'],
    standby_h: 80,
  });
  expect(made.status).toBe(201);
  await go(page, '/unknown');
  const row = page.locator('main .tb .tr', { hasText: 'B0B0' });
  await row.getByRole('button', { name: '归入主机' }).click();
  await page.fill('#settle-panel', '只发心跳的主机');
  await page.locator('.dlg [role=option]', { hasText: '只发心跳的主机' }).click();
  await page.locator('.dlg-f .btn.pri').click();
  await page.locator('.dlg').waitFor({ state: 'detached' });
  const row2 = (await ask(page, 'GET', `panel/${made.body.id}`)).body as unknown as Record<string, string>;
  expect([row2.account, row2.receiver_line]).toEqual(['B0B0', 'R0L7']);
  quiet(faults);
  await ctx.close();
});

test('an unknown account leads to a new panel that is filled in', async () => {
  const { ctx, page, faults } = await desk(b, s);
  await go(page, '/unknown');
  const row = page.locator('main .tb .tr', { hasText: LOST });
  await row.waitFor();
  expect(await row.locator('td').nth(2).textContent()).toBe('2');
  await row.getByRole('link', { name: '新建主机' }).click();
  await page.waitForSelector('.dlg [data-field=account]');
  expect(await page.locator('[data-field=account] input').inputValue()).toBe(LOST);
  expect(await page.locator('[data-field=receiver_line] input').inputValue()).toContain('L7');
  quiet(faults);
  await ctx.close();
});

test('without the server a board says so and goes on when it is back', async () => {
  const { ctx, page, faults } = await desk(b, s, PLAIN, /Failed to load resource|ERR_/);
  await page.route('**/api/v1/signal?*', (r) =>
    r.fulfill({ status: 500, body: '{}', contentType: 'application/problem+json' }),
  );
  await go(page, '/signals');
  await page.locator('main [role=alert]').waitFor();
  await shot(page, 'signals-error');
  await page.unroute('**/api/v1/signal?*');
  await page.locator('main [role=alert] .btn').click();
  await page.locator('main .tb .tr').first().waitFor();
  quiet(faults);
  await ctx.close();
});

test('what is settled leaves the queue, and says what was done', async () => {
  const { ctx, page, faults } = await desk(b, { ...s, login: 'demo.shift_leader' });
  await go(page, '/unknown');
  const rows = page.locator('main .tb .tr', { hasText: KNOWN });
  await rows.first().waitFor();
  await rows.first().getByRole('button', { name: '处理完毕' }).click();
  await page.locator('.dlg-f .btn.pri').click();
  await page.locator('.dlg [role=alert]').waitFor();
  await page.fill('#settle-note', '已与用户核对');
  await page.locator('.dlg-f .btn.pri').click();
  await rows.first().waitFor({ state: 'detached' });
  await go(page, `/signals?account=${KNOWN}&fate=settled`);
  await page.locator('main .tb .tr').first().waitFor();
  const settled = (await ask(page, 'GET', `signal?account=${KNOWN}&fate=settled&limit=50`)).body.items;
  const at = settled.findIndex((x) => x.reason === '已与用户核对');
  expect(at).toBeGreaterThanOrEqual(0);
  await page.locator('main .tb .open').nth(at).click();
  await page.locator('.dlg', { hasText: '已与用户核对' }).waitFor();
  quiet(faults);
  await ctx.close();
});

test('a service mode begins on the phone, shows what it masks, and ends', async () => {
  const phone: Look = { width: 390, lang: 'zh', theme: 'light' };
  const { ctx, page, faults } = await desk(b, s, phone);
  const p = await panelOf(page, KNOWN);
  await go(page, `/service-mode?panel=${p.id}`);
  await page.waitForSelector('#mode-purpose');
  await page.locator('.dlg-f .btn.pri').click();
  await page.locator('.dlg .err').first().waitFor();
  await page.fill('#mode-purpose', '更换探测器');
  await page.locator('.dlg-f .btn.pri').click();
  const card = page.locator('article.card', { hasText: '更换探测器' });
  await card.waitFor();
  await card.getByText('照常处理').waitFor();
  s.panel(KNOWN, 'SIA:BA04', '--line', '2', '--receiver', '1');
  await card.locator('.masked li', { hasText: '入侵报警' }).first().waitFor();
  await shot(page, 'service-active', phone);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await card.getByRole('button', { name: '结束维护' }).click();
  await page.locator('#step-form').waitFor();
  await page.locator('.dlg-f .btn.pri').click();
  await card.waitFor({ state: 'detached' });
  quiet(faults);
  await ctx.close();
});

test('a trouble becomes a repair order with one key, and both know each other', async () => {
  const { ctx, page, faults } = await desk(b, s);
  s.panel(KNOWN, 'SIA:YT00', '--line', '2', '--receiver', '1');
  await go(page, '/faults');
  const row = page.locator('main .tb .tr').first();
  await row.waitFor();
  await shot(page, 'faults-proposed');
  expect(await violations(page)).toEqual([]);
  await row.focus();
  await page.keyboard.press('w');
  await page.locator('.toast', { hasText: '已生成维修工单' }).waitFor();
  await go(page, '/faults?state=ordered');
  await page.locator('main .tb .tr a[href*="/r/workorder/"]').first().click();
  await page.waitForURL(/#\/r\/workorder\/\d+$/);
  await page.locator('main a[href*="/r/fault/"]').first().waitFor();
  await shot(page, 'order-of-fault');
  quiet(faults);
  await ctx.close();
});

test('a key goes in where it is named, must fit, and never comes out', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const old = await panelOf(page, KNOWN);
  const field = (name: string) => page.locator(`.dlg [data-field=${name}]`);
  const put = async (value: string) => {
    await page.fill('#key-value', value);
    await page.locator('button[form=secret]').click();
  };
  await go(page, `/r/panel/${old.id}/edit`);
  await field('encryption').locator('select').selectOption('aes128');
  await field('key_ref').locator('input').fill('panel.C0DF');
  await field('key_ref').locator('.missing').waitFor();
  // a name that the key store has not is refused, at its field
  await page.locator('.dlg-f .btn.pri').click();
  await field('key_ref').locator('.err').waitFor();
  await field('key_ref').getByRole('button', { name: '设置…' }).click();
  await put('too short');
  await page.locator('.dlg [role=alert]').last().waitFor();
  const long = '0123456789ABCDEF'.repeat(4);
  await put(long);
  await field('key_ref').getByText('已设置，自').waitFor();
  // AES-256 is no key for AES-128
  await page.locator('.dlg-f .btn.pri').last().click();
  await field('key_ref').locator('.err').filter({ hasText: '128' }).waitFor();
  await shot(page, 'key-field', PLAIN);
  await field('key_ref').getByRole('button', { name: '更换…' }).click();
  const key = '0123456789ABCDEF0123456789ABCDEF';
  await put(key);
  await page.locator('button[form=secret]').waitFor({ state: 'detached' });
  await page.locator('.dlg-f .btn.pri').last().click();
  await page.waitForURL(/#\/r\/panel\/\d+$/);
  // a live panel's key is replaced on its page
  await go(page, `/r/panel/${old.id}?tab=work`);
  await page.getByRole('button', { name: '更换密钥' }).click();
  await put(key);
  await page.locator('button[form=secret]').waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(key);
  expect(JSON.stringify((await ask(page, 'GET', 'secret')).body)).not.toContain(key);
  const now = await panelOf(page, KNOWN);
  await ask(page, 'PATCH', `panel/${old.id}`, { encryption: 'none', key_ref: null }, now.version);
  quiet(faults);
  await ctx.close();
});

test('a zone is placed on the plan of its area by a click, and moved by the arrows', async () => {
  const { ctx, page, faults } = await desk(b, s);
  const panel = await panelOf(page, KNOWN);
  const site = (await ask(page, 'GET', `site/${panel.site}`)).body as unknown as { version: number };
  await ask(page, 'PATCH', `site/${panel.site}`, { map: await drawPlan(page) }, site.version);
  const area = await ask(page, 'POST', 'area', {
    name: '二层库房',
    site: panel.site,
    level: 'ordinary',
    map: await drawPlan(page, '#a33'),
  });
  expect(area.status, JSON.stringify(area.body)).toBe(201);
  const zone = (await ask(page, 'GET', `zone?panel=${panel.id}&limit=1`)).body.items[0] as unknown as {
    id: string;
    version: number;
  };
  await ask(
    page,
    'PATCH',
    `zone/${zone.id}`,
    { area: area.body.id, plan_x_pm: null, plan_y_pm: null },
    zone.version,
  );
  await go(page, `/r/zone/${zone.id}/edit`);
  const map = page.getByRole('application');
  await map.locator('img').waitFor();
  expect(await map.getAttribute('aria-label')).toContain('二层库房');
  const box = (await map.boundingBox())!;
  await map.click({ position: { x: box.width / 4, y: box.height / 2 } });
  const at = (name: string) => page.locator(`.dlg [data-field=${name}] input`).inputValue();
  expect(Math.abs(Number(await at('plan_x_pm')) - 250)).toBeLessThan(8);
  const x = Number(await at('plan_x_pm'));
  await map.press('ArrowRight');
  await map.press('Shift+ArrowRight');
  expect(Number(await at('plan_x_pm'))).toBe(x + 11);
  await map.scrollIntoViewIfNeeded();
  await judge(page, 'zone-place', PLAIN, '.dlg .map');
  await page.locator('.dlg-f .btn.pri').click();
  await page.waitForURL(/#\/r\/zone\/\d+$/);
  const now = (await ask(page, 'GET', `zone/${zone.id}`)).body as unknown as Record<string, number>;
  expect(now.plan_x_pm).toBe(x + 11);
  quiet(faults);
  await ctx.close();
});
