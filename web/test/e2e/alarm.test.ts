import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, open, overflow, seen, violations } from './browser';
import { arrowTo, ask, context, drawPlan, go, type Look, mark, quiet, shot, tabTo, toast } from './desk';
import { type Server, start } from './server';

/** A line that the test can cut: the browser of the operator speaks through it. */
async function line(to: string) {
  const sockets = new Set<net.Socket>();
  let cut = false;
  const port = Number(new URL(to).port);
  const server = net.createServer((a) => {
    if (cut) {
      a.destroy();
      return;
    }
    const z = net.connect(port, '127.0.0.1');
    for (const x of [a, z]) {
      sockets.add(x);
      x.on('error', () => {});
      x.on('close', () => {
        sockets.delete(x);
        a.destroy();
        z.destroy();
      });
    }
    a.pipe(z);
    z.pipe(a);
  });
  await new Promise<void>((ok) => server.listen(0, '127.0.0.1', () => ok()));
  return {
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    cut() {
      cut = true;
      for (const x of sockets) x.destroy();
    },
    mend() {
      cut = false;
    },
    close: () => server.close(),
  };
}

let b: Browser;
let s: Server;
let wire: Awaited<ReturnType<typeof line>>;
let leader: Seat;
let operator: Seat;
let site: { id: string; name: string; panel: string; zone: string };
const WORD = 'open sesame';
const DURESS = 'blue umbrella';

const ANSWERS =
  /^Failed to load resource: (the server responded with a status of (401|403|404|409|412|422|429|503)|net::ERR)/;

interface Seat {
  ctx: BrowserContext;
  page: Page;
  faults: string[];
}
const DARK: Look = { width: 1366, lang: 'zh', theme: 'dark' };

async function sit(login: string, look: Look = DARK, url = s.url): Promise<Seat> {
  const ctx = await context(b, look);
  const { page, faults } = await open(ctx, url, ANSWERS);
  await page.goto(url);
  await page.fill('#login', login);
  await page.fill('#password', s.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.line.live');
  return { ctx, page, faults };
}

/** The site of the tests: a plan of its floor, a first contact with a password and a duress word, an action plan. */
async function makeSite(manager: Page): Promise<void> {
  const zones = (await ask(manager, 'GET', 'zone?limit=200')).body.items as unknown as {
    id: string;
    panel: string;
    version: number;
  }[];
  const panel = (await ask(manager, 'GET', `panel/${zones[0]!.panel}`)).body as unknown as { site: string };
  const row = (await ask(manager, 'GET', `site/${panel.site}`)).body as unknown as {
    id: string;
    version: number;
    name: string;
    customer: string;
  };
  const all = zones.filter((z) => z.panel === zones[0]!.panel);
  site = { id: row.id, name: row.name, panel: all[0]!.panel, zone: all[0]!.id };
  await ask(manager, 'PATCH', `site/${row.id}`, { map: await drawPlan(manager) }, row.version);
  for (const [i, z] of all.entries())
    await ask(
      manager,
      'PATCH',
      `zone/${z.id}`,
      { plan_x_pm: 130 + ((i * 230) % 800), plan_y_pm: i % 2 ? 700 : 300 },
      z.version,
    );
  const contacts = (await ask(manager, 'GET', `contact?customer=${row.customer}&limit=20`)).body
    .items as unknown as { id: string; version: number }[];
  for (const c of contacts)
    await ask(manager, 'PATCH', `contact/${c.id}`, { password: WORD, duress_word: DURESS }, c.version);
}

/** A plan of our own, through draft and issue: the test does not depend on the plans that are shipped. */
async function makePlan(manager: Page): Promise<void> {
  const name = '入侵报警处置预案（测试）';
  const made = await ask(manager, 'POST', 'plan', { name, class: 'intrusion', priority: 'p2', band: 'any' });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const steps = [
    { kind: 'call', text: '呼叫第一联系人，核对口令', required: true },
    { kind: 'video', text: '查看关联视频', required: true },
    { kind: 'question', text: '现场有人活动迹象？', required: false },
    { kind: 'notify', text: '向用户通报情况', required: false },
  ];
  for (const [i, x] of steps.entries())
    expect((await ask(manager, 'POST', 'plan_step', { plan: made.body.id, no: i + 1, ...x })).status).toBe(
      201,
    );
  const r = await ask(manager, 'POST', `plan/${made.body.id}/steps/issue`, {}, made.body.version);
  expect(r.status, JSON.stringify(r.body)).toBe(200);
}

async function report(page: Page, summary: string, more: Record<string, unknown> = {}): Promise<string> {
  const zoned = { site: site.id, panel: site.panel, zone: site.zone };
  const body = { ...zoned, class: 'intrusion', priority: 'p2', summary, ...more };
  const r = await ask(page, 'POST', 'alarm', body);
  expect(r.status, JSON.stringify(r.body)).toBe(201);
  return r.body.id;
}
const row = (page: Page, text: string) => page.locator('.queue .line', { hasText: text });
const stateOf = async (page: Page, id: string): Promise<string> =>
  String((await ask(page, 'GET', `alarm/${id}`)).body.state);

beforeAll(async () => {
  [b, s] = await Promise.all([launch(), start()]);
  const manager = await sit('demo.manager');
  await makeSite(manager.page);
  await makePlan(manager.page);
  // who is certified on the demo's own patrol goes on this one too
  const crews = await ask(manager.page, 'GET', 'patrol?duty=on&limit=1');
  const { staff } = crews.body.items[0]! as unknown as { staff: string };
  const crew = { name: '巡逻一组（测试）', phone: '10000009001', duty: 'on', staff };
  expect((await ask(manager.page, 'POST', 'patrol', crew)).status).toBe(201);
  await manager.ctx.close();
  leader = await sit('demo.shift_leader');
  wire = await line(s.url);
  operator = await sit('demo.operator', DARK, wire.url);
}, 120_000);
afterAll(async () => {
  await b.close();
  wire.close();
  await s.close();
});

test('duty begins on the page, each for himself; the sound is off until a touch, and says so in red', async () => {
  const { page } = leader;
  await go(page, '/desk');
  await page.getByText('没有警情').waitFor();
  expect(await seen(page, '[data-sound=off]')).toBe(1);
  expect(
    (await ask(page, 'POST', 'alarm', { site: site.id, class: 'fire', priority: 'p1', summary: 'x' })).status,
  ).toBe(409);
  await page.locator('[data-duty]').click();
  await page.locator('.dlg-f .btn.pri').click();
  await toast(page, '已上岗');
  await page.waitForSelector('[data-sound=on]');

  await go(operator.page, '/desk');
  await operator.page.locator('[data-duty]').click();
  await operator.page.locator('.dlg-f .btn.pri').click();
  await toast(operator.page, '已上岗');
  await operator.page.getByRole('button', { name: '结束值班' }).waitFor();
});

test('a burglary by the keyboard alone: accepted, verified, called, confirmed, planned, cleared, closed', async () => {
  const { page } = operator;
  const what = mark();
  const id = await report(leader.page, what);
  await row(page, what).waitFor();
  await page.waitForSelector('[data-sounding]:not([data-sounding=""])'); // it sounds until somebody takes it
  await page.keyboard.press('Enter');
  await expect.poll(() => stateOf(page, id)).toBe('claimed');
  await page.waitForSelector('[data-sounding=""]');
  await page.waitForSelector('[data-act=verify]');
  await page.locator('.plan .hot').first().waitFor(); // the dot on the floor plan
  await shot(page, 'desk-accepted', DARK);

  await page.keyboard.press('v');
  await page.locator('.dlg').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => stateOf(page, id)).toBe('verifying');
  await page.waitForSelector('[data-act=confirm]');

  await page.keyboard.press('c');
  await page.locator('#call-word').waitFor();
  await shot(page, 'desk-call', DARK);
  await page.keyboard.press('Space'); // reached: the first choice has the focus
  await tabTo(page, '#call-word');
  await page.keyboard.type(WORD);
  await page.keyboard.press('Control+Enter');
  await toast(page, '通话已记录');
  await page.locator('.tl .e', { hasText: '口令正确' }).waitFor();

  await page.keyboard.press('n');
  await page.keyboard.type('j k f p'); // typing moves nothing and closes nothing
  await page.keyboard.press('Enter');
  await page.locator('.tl .e', { hasText: 'j k f p' }).waitFor();
  expect(await stateOf(page, id)).toBe('verifying');
  await page.keyboard.press('Escape'); // out of the text

  // the call has done the first step; looking at the zone's camera does the second
  await page.locator('.steps .step.done[data-step="1"]').waitFor();
  await page.keyboard.press('2');
  await page.locator('.steps .step.done[data-step="2"]').waitFor();
  await page.keyboard.press('3');
  await page.keyboard.press('Tab'); // from Yes to No
  await page.keyboard.press('Enter');
  await page.locator('.steps .step.done[data-step="3"]').waitFor();

  await page.keyboard.press('f');
  await page.locator('.dlg').waitFor();
  await tabTo(page, '.dlg [data-field=disposition]');
  await arrowTo(page, 'false_environment');
  await tabTo(page, '.dlg [data-field=narrative]');
  await page.keyboard.insertText('大风吹动卷帘');
  await page.keyboard.press('Escape'); // gone by mistake: what was typed is still there
  await page.locator('.dlg').waitFor({ state: 'detached' });
  await page.keyboard.press('f');
  expect(await page.locator('.dlg [data-field=narrative] textarea').inputValue()).toBe('大风吹动卷帘');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => stateOf(page, id)).toBe('cleared');
  await page.waitForSelector('[data-act=close_alarm]');
  await page.keyboard.press('Control+Enter');
  await page.locator('.dlg').waitFor();
  await shot(page, 'desk-close', DARK);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => stateOf(page, id)).toBe('closed');
  await page.getByText('已结案').first().waitFor();
  await row(page, what).waitFor({ state: 'detached' });
});

test('a duress word raises no voice on the screen: the same message, one quiet line', async () => {
  const { page } = operator;
  const what = mark();
  const id = await report(leader.page, what);
  await row(page, what).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => stateOf(page, id)).toBe('claimed');
  await page.waitForSelector('[data-act=verify]');
  await page.keyboard.press('v');
  await page.locator('.dlg').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('[data-act=confirm]');
  await page.keyboard.press('c');
  await page.locator('#call-word').fill(DURESS);
  const loud = await page.locator('.toast.bad').count();
  await page.locator('.dlg input[type=radio]').first().check();
  await page.keyboard.press('Control+Enter');
  await page.locator('.quiet').waitFor();
  expect(await page.locator('.toast.bad').count()).toBe(loud);
  expect(await page.locator('.tl').innerText()).not.toContain('胁迫');
  await expect.poll(() => stateOf(page, id)).toBe('confirmed');
});

test('a patrol is sent, the police told, the receipt written down, each with one key', async () => {
  const { page } = operator;
  const id = (await ask(page, 'GET', 'alarm?state=confirmed&limit=1')).body.items[0]!.id as unknown as string;
  await page.keyboard.press('d');
  await page.locator('.patrol').first().waitFor();
  await shot(page, 'desk-patrols', DARK);
  await page.keyboard.press('Enter');
  await page.locator('[data-child=dispatch]').waitFor();
  await expect.poll(() => stateOf(page, id)).toBe('dispatched');
  await page.locator('.dlg').waitFor({ state: 'detached' });

  await page.keyboard.press('r');
  await page.locator('.dlg [data-field=content] textarea').waitFor();
  await shot(page, 'desk-police', DARK);
  expect(await page.locator('.dlg [data-field=content] textarea').inputValue()).toContain(site.name);
  await page.keyboard.press('Control+Enter');
  const report110 = page.locator('[data-child=police_report]');
  await report110.getByText('尚无回执').waitFor();
  await page.keyboard.press('e');
  await tabTo(page, '.dlg [data-field=receipt_by]');
  await page.keyboard.insertText('110 接警员 07');
  await tabTo(page, '.dlg [data-field=receipt_number]');
  await page.keyboard.type('JJ-2026-0917');
  await page.keyboard.press('Control+Enter');
  await report110.getByText('JJ-2026-0917').waitFor();
  await shot(page, 'desk-response', DARK);
});

test('two operators: the second sees the name and a lock, takes over with a reason', async () => {
  const what = mark();
  const id = await report(leader.page, what);
  await row(operator.page, what).waitFor();
  await row(operator.page, what).click();
  await operator.page.locator('[data-pane] .what', { hasText: what }).waitFor();
  await operator.page.keyboard.press('Enter');
  await expect.poll(() => stateOf(operator.page, id)).toBe('claimed');

  const { page } = leader;
  await go(page, `/desk?a=${id}`);
  await page.reload();
  await page.locator('.lock', { hasText: '演示值机员' }).waitFor();
  await shot(page, 'desk-locked', DARK);
  expect(await page.locator('[data-act=verify]').count()).toBe(0);
  const r = await ask(page, 'POST', `alarm/${id}/steps/verify`, { method: 'call' }, 2);
  expect([409, 412]).toContain(r.status);
  await page.keyboard.press('t');
  await page.locator('.dlg [data-field=reason] textarea').fill('值机员在通话');
  await page.keyboard.press('Control+Enter');
  await page.locator('.lock').waitFor({ state: 'detached' });
  await operator.page.locator('.lock', { hasText: '演示值班长' }).waitFor();
  await leader.page.keyboard.press('v');
  await page.locator('.dlg').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => stateOf(page, id)).toBe('verifying');
});

test('the line is cut: the frame says so, what was typed waits, and when it is back nothing was missed', async () => {
  const { page } = operator;
  const mine = mark();
  const id = await report(leader.page, mine);
  await row(page, mine).waitFor();
  await row(page, mine).click();
  await page.locator('[data-pane] .what', { hasText: mine }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => stateOf(leader.page, id)).toBe('claimed');
  await page.waitForSelector('[data-act=verify]');

  wire.cut();
  const lost = [mark(), mark(), mark()];
  for (const x of lost) await report(leader.page, x, { class: 'power', priority: 'p3' });
  await page.keyboard.press('n');
  await page.keyboard.type('断线时写的备注');
  await page.keyboard.press('Enter');
  await page.locator('.tl .e.wait', { hasText: '断线时写的备注' }).waitFor();
  await page.getByText('待同步 1').waitFor();
  await page.waitForSelector('.shell.line-stale, .shell.line-down, .line.connecting', { timeout: 25_000 });
  await shot(page, 'desk-line-cut', DARK);
  wire.mend();
  await page.waitForSelector('.line.live', { timeout: 40_000 });
  for (const x of lost) await row(page, x).waitFor();
  await page.locator('.tl .e:not(.wait)', { hasText: '断线时写的备注' }).waitFor();
  expect(await page.locator('.tl .e', { hasText: '断线时写的备注' }).count()).toBe(1);
  const d = await ask(page, 'GET', `alarm/${id}/desk`);
  const notes = (d.body.entries as unknown as { text: string }[]).filter((e) => e.text === '断线时写的备注');
  expect(notes.length).toBe(1);
});

test('a silent server: the whole frame is orange and a sound of its own says it, an empty queue or not', async () => {
  const { page } = leader;
  await go(page, '/desk');
  await page.waitForSelector('.deskbar');
  s.stop();
  await page.waitForSelector('.shell.line-stale', { timeout: 30_000 });
  expect(await seen(page, '.staleline')).toBe(1);
  if (await page.locator('[data-sound=on]').count()) await page.waitForSelector('[data-sounding=stale]');
  await shot(page, 'desk-stale', DARK);
  s.go();
  await page.waitForSelector('.shell.line-live', { timeout: 20_000 });
});

test('under the hand the list keeps still and counts what is new', async () => {
  const { page } = operator;
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('j');
  const before = await page.locator('.queue .line').count();
  const what = mark();
  await report(leader.page, what, { class: 'holdup', priority: 'p1' });
  await page.locator('.newer.hot').waitFor();
  await shot(page, 'desk-held', DARK);
  expect(await page.locator('.queue .line').count()).toBe(before);
  await page.locator('.newer').click();
  expect(await page.locator('.queue .line').first().innerText()).toContain(what);
});

test('a flood: urgent ones stay single, the others are grouped and acknowledged with one reason', async () => {
  const { page } = operator;
  for (let i = 0; i < 22; i++) await report(leader.page, `停电 ${i}`, { class: 'power', priority: 'p3' });
  await page.getByText('警情洪峰').waitFor();
  await page.locator('.queue .line .times', { hasText: /×2\d/ }).waitFor({ timeout: 10_000 });
  await shot(page, 'desk-flood', DARK);
  await page.getByRole('button', { name: '批量确认' }).click();
  await page.locator('.dlg input[type=checkbox]').first().check();
  await page.locator('#bulk-code').selectOption('fault_power');
  await page.locator('#bulk-why').fill('片区停电，供电局已通知');
  await page.locator('.dlg-f .btn.pri').click();
  await page.locator('.dlg').waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await ask(page, 'GET', 'alarm?state=new&class=power&limit=1')).body.total, {
      timeout: 10_000,
    })
    .toBe(0);
});

test('the wall, the record on paper, the plans, the hand-over signed by two', async () => {
  const { page, faults } = leader;
  const id = (await ask(page, 'GET', 'alarm?state=closed&limit=1')).body.items[0]!.id as unknown as string;
  await go(page, `/alarm/${id}`);
  await page.locator('.tl .e').first().waitFor();
  await page.locator('#extra').fill('用户次日来电确认');
  await page.getByRole('button', { name: '补充记录' }).click();
  await page.locator('.tl .e:not(.wait)', { hasText: '用户次日来电确认' }).waitFor();
  const pdf = 'test-results/alarm-record.pdf';
  writeFileSync(pdf, await page.pdf({ format: 'A4' }));
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const x of ['报警处置记录', '用户次日来电确认', '演示值机员', '受理']) expect(text).toContain(x);
  expect(text).not.toContain('全局搜索');

  await go(page, '/shift');
  await page.locator('.entry-text').fill('备用电源已切换');
  await page.keyboard.press('Control+Enter');
  await page.locator('.log .entry', { hasText: '备用电源已切换' }).waitFor();
  await page.getByRole('button', { name: '交班签字' }).click();
  await page.locator('.dlg textarea').fill('三号门锁坏，钥匙在值班室');
  await page.locator('.dlg-f .btn.pri').click();
  await page.getByText('待接班').first().waitFor();
  await shot(page, 'shift-handed', DARK);
  // the incoming leader signs in at the same desk, with his own name
  await page.getByRole('button', { name: '由接班人登录签字' }).click();
  await page.locator('#hs-login').fill('demo.shift_leader_2');
  await page.locator('#hs-pw').fill(s.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '接班签字' }).click();
  await page.locator('.dlg-f .btn.pri').click();
  await page.getByText('值班中').first().waitFor();
  const past = (await ask(page, 'GET', 'shift?state=closed&limit=1')).body.items[0] as unknown as {
    handed_by: string;
    taken_by: string;
    notes: string;
  };
  expect(past.notes).toBe('三号门锁坏，钥匙在值班室');
  expect(past.taken_by).not.toBe(past.handed_by);
  quiet(faults);
  quiet(operator.faults);
});

const LOOKS: Look[] = [
  { width: 1366, lang: 'zh', theme: 'dark' },
  { width: 1366, lang: 'en', theme: 'light' },
  { width: 390, lang: 'zh', theme: 'dark' },
  { width: 1920, lang: 'en', theme: 'dark' },
];
describe.each(LOOKS)('$width px, $lang, $theme', (look) => {
  test('the pages of the alarm centre', async () => {
    const { ctx, page, faults } = await sit('demo.shift_leader', look);
    const judge = async (name: string, visible: string) => {
      await page.waitForSelector(visible);
      await page.waitForTimeout(300);
      await shot(page, name, look);
      expect.soft(`${name}: ${(await seen(page, visible)) > 0}`).toBe(`${name}: true`);
      expect.soft(`${name}: ${await violations(page)}`).toBe(`${name}: `);
      expect.soft(`${name}: ${await overflow(page)} px too wide`).toBe(`${name}: 0 px too wide`);
    };
    const any = (await ask(page, 'GET', 'alarm?state=verifying&limit=1')).body.items[0]!;
    await go(page, '/desk');
    await judge('desk', '.deskbar');
    await go(page, `/desk?a=${any.id}`);
    await page.reload();
    await judge('desk-alarm', '[data-pane] .what');
    await go(page, '/wall');
    await judge('wall', '.wall .count');
    await go(page, '/shift');
    await judge('shift', '.signs, .note');
    await go(page, `/alarm/${any.id}`);
    await judge('alarm-record', '.facts');
    await go(page, '/plans');
    await judge('plans', '.matrix .th');
    const plan = (await ask(page, 'GET', 'plan?limit=1')).body.items[0];
    if (plan) {
      await go(page, `/plans/${plan.id}`);
      await judge('plan', '.facts');
    }
    quiet(faults);
    await ctx.close();
  });
});
