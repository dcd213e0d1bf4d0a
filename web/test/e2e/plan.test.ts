/** The plan of an alarm in the browser: what is sent is not ticked, branches, leaving out, waiting, looking, drafts. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, open, violations } from './browser';
import { ask, context, go, type Look, mark, quiet, shot } from './desk';
import { type Server, start } from './server';

const LOOK: Look = { width: 1366, lang: 'zh', theme: 'dark' };
const ANSWERS = /^Failed to load resource: the server responded with a status of (401|404|409|412|422)/;

let b: Browser;
let s: Server;
let seat: Awaited<ReturnType<typeof sit>>;
let place: { site: string; panel: string; zone: string; camera: string };

async function sit(login: string) {
  const ctx = await context(b, LOOK);
  const { page, faults } = await open(ctx, s.url, ANSWERS);
  await page.goto(s.url);
  await page.fill('#login', login);
  await page.fill('#password', s.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.line.live');
  return { ctx, page, faults };
}
type Items = { id: string; version: number; site: string; panel: string; customer: string; state: string }[];
const all = async (path: string): Promise<Items> =>
  (await ask(seat.page, 'GET', path)).body.items as unknown as Items;
const good = async (method: string, path: string, body: unknown, version?: number) => {
  const r = await ask(seat.page, method, path, body, version);
  expect(r.status, `${path} ${JSON.stringify(r.body)}`).toBeLessThan(300);
  return r.body;
};

const STEPS = [
  { kind: 'call', text: '呼叫联系人', required: true },
  { kind: 'video', text: '查看视频', required: true },
  { kind: 'question', text: '有人？', required: true, next_yes: 4, next_no: 6 },
  { kind: 'dispatch', text: '派巡逻组', required: true },
  { kind: 'police', text: '报110', required: true },
  { kind: 'wait', text: '等待恢复', required: true, wait_s: 240 },
  { kind: 'notify', text: '通报', required: true },
  { kind: 'text', text: '记录结果', required: true },
];
/** A zone with a camera, a first contact who may not be called any more, a plan with every kind of step. */
async function prepare(): Promise<void> {
  const zone = (await all('zone?limit=200'))[0]!;
  const panel = (await ask(seat.page, 'GET', `panel/${zone.panel}`)).body as unknown as Items[0];
  const site = (await ask(seat.page, 'GET', `site/${panel.site}`)).body as unknown as Items[0];
  const device = (await all(`device?site=${site.id}&limit=1`))[0]!;
  const camera = await good('POST', 'camera', {
    name: '后门枪机',
    site: site.id,
    device: device.id,
    stream: `${s.url}/healthz`,
    sub_stream: 'rtsp://192.0.2.9/sub',
  });
  await good('PATCH', `zone/${zone.id}`, { camera: camera.id }, zone.version);
  const past = { valid_from: '2020-01-01', valid_to: '2020-12-31' };
  const old = { name: '旧联系人', role: 'keyholder', phone: '10000007001', call_order: 1 };
  await good('POST', 'contact', { ...old, ...past, customer: site.customer });
  place = { site: site.id, panel: panel.id, zone: zone.id, camera: camera.id };
  const plan = await good('POST', 'plan', {
    name: '全步骤',
    class: 'intrusion',
    priority: 'p2',
    band: 'any',
  });
  for (const [i, x] of STEPS.entries()) await good('POST', 'plan_step', { plan: plan.id, no: i + 1, ...x });
  await good('POST', `plan/${plan.id}/steps/issue`, {}, plan.version);
}
const step = (n: number) => seat.page.locator(`.steps .step[data-step="${n}"]`);
const key = (k: string) => seat.page.keyboard.press(k);
const dialog = () => seat.page.locator('.dlg');
const gone = () => dialog().waitFor({ state: 'detached' });
let alarm = '';
const state = async () => String((await ask(seat.page, 'GET', `alarm/${alarm}`)).body.state);
const becomes = (what: string) => expect.poll(state, { timeout: 8000 }).toBe(what);
const entries = async () =>
  (await ask(seat.page, 'GET', `alarm/${alarm}/desk`)).body.entries as unknown as Record<string, string>[];
async function raise(): Promise<void> {
  const what = mark();
  const body = { ...place, camera: undefined, class: 'intrusion', priority: 'p2', summary: what };
  alarm = (await good('POST', 'alarm', body)).id;
  await go(seat.page, `/desk?a=${alarm}`);
  await seat.page.reload();
  await seat.page.locator('[data-pane] .what', { hasText: what }).waitFor();
  await key('Enter');
  await seat.page.waitForSelector('[data-act=verify]');
}

beforeAll(async () => {
  [b, s] = await Promise.all([launch(), start()]);
  seat = await sit('demo.manager');
  await prepare();
  await seat.ctx.close();
  seat = await sit('demo.shift_leader');
  await go(seat.page, '/desk');
  await seat.page.locator('[data-duty]').waitFor();
  await good('POST', 'duty', { seat: 'leader' });
  await good('POST', 'alarm', { site: place.site, class: 'test', priority: 'p4', summary: 'x' });
}, 120_000);
afterAll(async () => {
  await b?.close();
  await s?.close();
});

test('before the alarm is confirmed nobody can be ticked as sent', async () => {
  const { page } = seat;
  await raise();
  await key('4');
  await page.locator('.toast', { hasText: '请先复核' }).waitFor();
  expect(await dialog().count()).toBe(0);
  await key('v');
  await dialog().waitFor();
  await key('Control+Enter');
  await page.waitForSelector('[data-act=confirm]');
  await key('4');
  await dialog().getByText('确认报警').first().waitFor();
  await page.locator('.toast', { hasText: '先确认报警' }).waitFor();
  await key('Escape');
  await gone();
  expect(await state()).toBe('verifying');
  expect(await entries()).toEqual([]);
  expect(await step(4).getAttribute('class')).not.toContain('done');
});

test('the call skips who is out of his dates; the note survives a reload; the call does the step', async () => {
  const { page } = seat;
  const off = page.locator('.contact.off');
  await off.getByText('不在有效期').waitFor();
  await key('c');
  await dialog().waitFor();
  expect(await dialog().locator('h2').innerText()).not.toContain('旧联系人');
  await page.keyboard.press('ArrowDown');
  await page.locator('#call-note').fill('铃响八声');
  await page.reload();
  await page.waitForSelector('[data-act=confirm]');
  await key('c');
  expect(await page.locator('#call-note').inputValue()).toBe('铃响八声');
  expect(await page.locator('.dlg input:checked').getAttribute('value')).toBe('no_answer');
  await key('Control+Enter');
  await gone();
  await page.locator('.steps .step.done[data-step="1"]').waitFor();
  await page.locator('.contact', { hasText: '无人接听' }).waitFor();
});

test('a camera is opened with a key, and who looked at which stands in the record', async () => {
  const { page, ctx } = seat;
  await page.locator('[data-sights] b', { hasText: '后门枪机' }).waitFor();
  await page.locator('[data-sights] .url', { hasText: 'rtsp://192.0.2.9/sub' }).waitFor();
  await shot(page, 'plan-camera', LOOK);
  const [tab] = await Promise.all([ctx.waitForEvent('page'), key('2')]);
  expect(await tab.evaluate(() => window.opener)).toBeNull();
  await tab.close();
  await page.locator('.steps .step.done[data-step="2"]').waitFor();
  await page.locator('.tl .e:not(.wait)', { hasText: '后门枪机' }).waitFor();
  await page.locator('[data-sights]').getByText('已登记').waitFor();
  const log = await ask(page, 'GET', `alarm_entry?kind=video&camera=${place.camera}`);
  expect(log.body.items.map((x) => String(x.alarm))).toEqual([alarm]);
});

test('the branch not taken is grey and asked for by nobody', async () => {
  const { page } = seat;
  await page.getByText('必做 6 项未完成').waitFor();
  await key('3');
  await key('n'); // on the question it is its answer, not the key of the note
  await page.locator('.steps .step.done[data-step="3"]').waitFor();
  expect(await page.locator('#desk-note').evaluate((e) => e === document.activeElement)).toBe(false);
  for (const n of [4, 5]) expect(await step(n).getAttribute('class')).toContain('off');
  await page.getByText('必做 3 项未完成').waitFor();
  await key('5');
  await page.locator('.toast', { hasText: '所选分支之外' }).waitFor();
  expect(await dialog().count()).toBe(0);
  await shot(page, 'plan-branch', LOOK);
  expect(await violations(page)).toEqual([]);
});

test('a wait parks the alarm, counts down, and the key goes on', async () => {
  const { page } = seat;
  await key('6');
  await becomes('waiting');
  expect(await step(6).locator('.until').innerText()).toMatch(/还剩 [34]:\d\d/);
  const row = (await ask(page, 'GET', `alarm/${alarm}/desk`)).body as unknown as {
    alarm: { parked_until_ms: number };
    now_ms: number;
  };
  expect(row.alarm.parked_until_ms - row.now_ms).toBeGreaterThan(200_000);
  await page.locator('.tl .e', { hasText: '等待恢复' }).first().waitFor();
  await shot(page, 'plan-wait', LOOK);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await key('Enter');
  await becomes('verifying');
});

test('a step that does not apply is left out with a reason, by the keyboard, for who approves to read', async () => {
  const { page } = seat;
  await page.waitForSelector('[data-act=confirm]');
  await key('x');
  await dialog().waitFor();
  await key('Control+Enter');
  await page.locator('.dlg .note.bad').waitFor(); // why?
  await page.keyboard.type('用户已在电话中得知'); // the focus is where it is missing
  await shot(page, 'plan-skip', LOOK);
  await key('Control+Enter');
  await gone();
  await step(7).getByText('用户已在电话中得知').waitFor();
  await page.locator('.tl .e:not(.wait)', { hasText: '用户已在电话中得知' }).waitFor();
  await page.getByText('必做 1 项未完成').waitFor();
  // closing says exactly what is missing, and not the branch that was not taken
  await key('f');
  await dialog().waitFor();
  await page.locator('.dlg [data-field=disposition] select').selectOption('unverifiable');
  await page.locator('.dlg [data-field=narrative] textarea').fill('无人应答');
  await key('Control+Enter');
  await becomes('cleared');
  await key('8');
  await page.locator('.steps .step.done[data-step="8"]').waitFor();
  await page.getByText('必做已完成').waitFor();
  const d = (await ask(page, 'GET', `alarm/${alarm}/desk`)).body as unknown as {
    plan_missing: number | null;
  };
  expect(d.plan_missing).toBeNull();
});

test('yes: confirmed and sent in one go, and what was sent does the step', async () => {
  const { page } = seat;
  await raise();
  await key('v');
  await dialog().waitFor();
  await key('Control+Enter');
  await page.waitForSelector('[data-act=confirm]');
  await key('5');
  await dialog().waitFor();
  await key('Control+Enter'); // confirm …
  await becomes('confirmed');
  await page.locator('.dlg [data-field=content] textarea').waitFor(); // … and the report opens by itself
  await page.keyboard.press('Tab');
  await page.locator('.dlg [data-field=content] textarea').fill('后门有人，正在撬门');
  await page.reload();
  await page.locator('.resp .btn:not(:disabled)').first().waitFor();
  await key('r');
  expect(await page.locator('.dlg [data-field=content] textarea').inputValue()).toBe('后门有人，正在撬门');
  await key('Control+Enter');
  await gone();
  await page.locator('.steps .step.done[data-step="5"]').waitFor();
  expect(await step(4).getAttribute('class')).not.toContain('done');
  expect(await entries()).toEqual([]);
  await shot(page, 'plan-sent', LOOK);
  quiet(seat.faults);
});
