/** An incident from the confirmed alarm to the closed review, by the operator's keys and the leader's shift page. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, open, overflow, violations } from './browser';
import { ask, context, go, type Look, quiet, shot } from './desk';
import { type Server, start } from './server';

interface Seat {
  ctx: BrowserContext;
  page: Page;
  faults: string[];
}
const DESK: Look = { width: 1366, lang: 'en', theme: 'light' };
const ANSWERS = /^Failed to load resource: the server responded with a status of (401|403|404|409|412|422)/;
let b: Browser;
let s: Server;
let leader: Seat;
let operator: Seat;
let site: { id: string; panel: string; zone: string };
const crews: string[] = [];

async function sit(login: string): Promise<Seat> {
  const ctx = await context(b, DESK);
  const { page, faults } = await open(ctx, s.url, ANSWERS);
  await page.goto(s.url);
  await page.fill('#login', login);
  await page.fill('#password', s.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.line.live');
  return { ctx, page, faults };
}
const field = (page: Page, name: string) => page.locator(`.dlg [data-field=${name}]`);
const dialog = (page: Page) => page.locator('.dlg').waitFor();
async function send(page: Page) {
  await page.keyboard.press('Control+Enter');
  await page.locator('.dlg').waitFor({ state: 'detached' });
}
const loose = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).blur());
async function press(page: Page, key: string) {
  await loose(page);
  await page.keyboard.press(key);
}
const rowOf = async (page: Page, path: string) =>
  (await ask(page, 'GET', path)).body as unknown as Record<string, unknown> & { id: string; version: number };
async function step(page: Page, register: string, id: string, event: string, body: unknown = {}) {
  const row = await rowOf(page, `${register}/${id}`);
  const r = await ask(page, 'POST', `${register}/${id}/steps/${event}`, body, row.version);
  expect(r.status, JSON.stringify(r.body)).toBe(200);
}
/** A reported alarm that the operator has, verified so far. */
async function alarm(what: string, more: Record<string, unknown> = {}): Promise<string> {
  const body = { ...site, class: 'intrusion', priority: 'p2', summary: what, ...more };
  const r = await ask(operator.page, 'POST', 'alarm', body);
  expect(r.status, JSON.stringify(r.body)).toBe(201);
  await step(operator.page, 'alarm', r.body.id, 'claim');
  return r.body.id;
}

beforeAll(async () => {
  [b, s] = await Promise.all([launch(), start()]);
  const manager = await sit('demo.manager');
  const zone = (await ask(manager.page, 'GET', 'zone?limit=1')).body.items[0] as unknown as Record<
    string,
    string
  >;
  const panel = await rowOf(manager.page, `panel/${zone.panel}`);
  site = { site: String(panel.site), panel: panel.id, zone: zone.id } as never;
  const all = (await ask(manager.page, 'GET', 'patrol?limit=20')).body.items as unknown as {
    id: string;
    version: number;
  }[];
  for (const x of all) {
    await ask(manager.page, 'PATCH', `patrol/${x.id}`, { duty: 'on' }, x.version);
    crews.push(x.id);
  }
  await manager.ctx.close();
  leader = await sit('demo.shift_leader');
  operator = await sit('demo.operator');
  for (const [seat, who] of [
    ['leader', leader],
    ['seat1', operator],
  ] as const)
    expect((await ask(who.page, 'POST', 'duty', { seat })).status).toBe(201);
}, 120_000);
afterAll(async () => {
  await b.close();
  await s.close();
});

let id: string;
let incident: string;
test('its clocks and its steps stand on the pane; a patrol that declines has its next one key away', async () => {
  const { page } = operator;
  id = await alarm('Back door');
  await step(page, 'alarm', id, 'verify', { method: 'video' });
  await go(page, `/desk?a=${id}`);
  await page.locator('[data-act=confirm]').waitFor();
  await press(page, 'y');
  await dialog(page);
  expect(await field(page, 'avs').locator('input').inputValue()).toBe('2');
  await send(page);
  await page.locator('[data-incident]').waitFor();
  await page.locator('.clock', { hasText: 'Report to the police' }).waitFor();
  incident = String((await rowOf(page, `alarm/${id}`)).incident);

  await press(page, 'd');
  await page.locator('.dlg .patrol.on').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.clock', { hasText: 'Answer' }).waitFor();
  await shot(page, 'incident-1-clocks', DESK);
  const first = page.locator('[data-child=dispatch]').first();
  await first.locator('summary').click();
  await first.locator('.rest .btn', { hasText: 'Decline' }).click();
  await field(page, 'reason').locator('textarea, input').first().fill('flat tyre');
  await send(page);
  await page.locator('[data-next]').waitFor();
  await shot(page, 'incident-2-next', DESK);
  const proposed = String(
    (await ask(page, 'GET', `dispatch?incident=${incident}`)).body.items[0]?.next_patrol,
  );
  expect(crews).toContain(proposed);
  await press(page, 'd');
  await page.locator('.dlg .patrol.on').waitFor();
  expect(await page.locator('.dlg .patrol.on input').getAttribute('value')).toBe(proposed);
  await page.keyboard.press('Enter');
  await page.locator('.dlg').waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('[data-child=dispatch]').count()).toBe(2);
  expect(await page.locator('[data-next]').count()).toBe(0);
});

test('the patrol reports, the police has it: hand over by a key, and the customer is told', async () => {
  const { page } = operator;
  await press(page, 'r');
  await field(page, 'content').locator('textarea').waitFor();
  expect(await field(page, 'content').locator('textarea').inputValue()).toMatch(/AVS/);
  await send(page);
  await page.locator('[data-child=police_report] kbd').waitFor();
  await press(page, 'e');
  await field(page, 'receipt_by').locator('input').fill('Officer 7');
  await field(page, 'receipt_number').locator('input').fill('JJ-1');
  await send(page);
  const second = (await ask(page, 'GET', `dispatch?incident=${incident}&state=sent`)).body.items[0]!
    .id as never;
  await step(page, 'dispatch', second, 'accept');
  await step(page, 'dispatch', second, 'arrive', { arrival_proof: 'video', confirmed_by: 'desk' });
  await step(page, 'dispatch', second, 'leave', { secure: true });
  await step(page, 'dispatch', second, 'report', { result: 'traces', report: 'Door forced, nobody inside' });
  await page.locator('[data-child=dispatch]', { hasText: 'Door forced' }).waitFor();

  await press(page, 'f');
  await field(page, 'disposition').locator('select').selectOption('real_intrusion');
  await page.keyboard.press('Control+Enter');
  await field(page, 'not_told').locator('.err, .bad, [role=alert]').first().waitFor();
  await shot(page, 'incident-3-not-told', DESK);
  await page.keyboard.press('Escape');
  await press(page, 'i');
  await dialog(page);
  await send(page);
  await page.locator('[data-child=notice] .btn', { hasText: 'Acknowledged' }).click();
  await field(page, 'acknowledged_by').locator('input').fill('Owner');
  await send(page);

  await page.locator('.clock', { hasText: 'Tell the customer' }).waitFor({ state: 'detached' });
  await press(page, 'h');
  await dialog(page);
  expect(await field(page, 'handed_to').locator('input').inputValue()).toBe('Officer 7');
  expect(await field(page, 'findings').locator('textarea').inputValue()).toContain('Door forced');
  await send(page);
  await page.locator('[data-incident][data-state=handed_over]').waitFor();
  await shot(page, 'incident-4-handed-over', DESK);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test('the alarm closes with two persons; the incident is told, reviewed by the leader, closed', async () => {
  const { page } = operator;
  await press(page, 'f');
  await field(page, 'disposition').locator('select').selectOption('real_intrusion');
  await field(page, 'narrative').locator('textarea').fill('Handed to the police');
  await send(page);
  await press(page, 'o');
  await dialog(page);
  expect(await field(page, 'told').locator('textarea').inputValue()).toContain('Telephone');
  await send(page);
  await page.locator('[data-incident][data-state=reported]').waitFor();
  await page.locator('[data-incident]', { hasText: 'shift leader' }).waitFor(); // the operator reads who is next
  await shot(page, 'incident-5-told', DESK);

  const l = leader.page;
  await step(l, 'alarm', id, 'approve');
  const steps = (await ask(page, 'GET', `alarm/${id}/desk`)).body as unknown as {
    plan_steps: { id: string; kind: string }[];
  };
  for (const x of steps.plan_steps)
    await ask(page, 'POST', `alarm/${id}/entry`, {
      kind: 'step',
      step: x.id,
      ...(x.kind === 'question' ? { answer: 'yes' } : { answer: 'skipped', text: 'the police have it' }),
    });
  await step(page, 'alarm', id, 'close', { narrative: 'Handed to the police' });
  expect((await ask(l, 'GET', 'desk')).body.counts as unknown).toMatchObject({ incidents_to_review: 1 });

  await go(l, '/shift');
  const line = l.locator('[data-incidents] [data-child=incident]');
  await line.locator('.btn', { hasText: 'Review' }).waitFor();
  await shot(l, 'incident-6-shift', DESK);
  await line.locator('.btn', { hasText: 'Review' }).click();
  await field(l, 'review').locator('textarea').fill('Well done; a second crew sooner');
  await send(l);
  await line.locator('.btn', { hasText: 'Close' }).click();
  await dialog(l);
  await send(l);
  await expect.poll(async () => (await rowOf(l, `incident/${incident}`)).state).toBe('closed');
  await expect.poll(() => line.count()).toBe(0);
  expect(await violations(l)).toEqual([]);
});

test('the record holds limits, incident, photos, seals; it prints and downloads whole', async () => {
  const { page } = operator;
  await go(page, `/alarm/${id}`);
  await page.locator('[data-incident]', { hasText: 'Well done' }).waitFor();
  await page.locator('.tb', { hasText: 'Report to the police' }).waitFor();
  await page.locator('.tb', { hasText: '巡逻' }).waitFor();
  await page
    .locator('.seal', { hasText: /sealed|signed/ })
    .first()
    .waitFor();
  await shot(page, 'incident-7-record', DESK);
  await page.pdf({ path: 'test-results/incident-record.pdf', format: 'A4', printBackground: true });
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export]').click()]);
  expect(file.suggestedFilename()).toMatch(/^JB.*\.json$/);
  expect(await violations(page)).toEqual([]);
});

test('when no patrol has a certificate one is sent all the same, with a reason that is kept', async () => {
  const { page } = operator;
  const manager = await sit('demo.manager');
  const staff = new Set<string>();
  for (const x of crews) staff.add(String((await rowOf(manager.page, `patrol/${x}`)).staff));
  for (const x of staff) {
    const all = (await ask(manager.page, 'GET', `certificate?staff=${x}&limit=20`)).body.items as unknown as {
      id: string;
      version: number;
    }[];
    for (const c of all)
      await ask(manager.page, 'PATCH', `certificate/${c.id}`, { valid_to: '2026-01-01' }, c.version);
  }
  await manager.ctx.close();
  const night = await alarm('Side door');
  await step(page, 'alarm', night, 'verify', { method: 'video' });
  await step(page, 'alarm', night, 'confirm', { method: 'video' });
  await go(page, `/desk?a=${night}`);
  await page.locator('[data-incident]').waitFor();
  await press(page, 'd');
  await page.locator('.dlg .patrol.on .tag.bad').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#patrol-reason-fault').waitFor();
  expect(await page.locator('#patrol-reason').evaluate((x) => x === document.activeElement)).toBe(true);
  await shot(page, 'incident-9-no-certificate', DESK);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.insertText('Nobody else is there tonight');
  await page.keyboard.press('Enter');
  await page.locator('.dlg').waitFor({ state: 'detached' });
  await page.locator('[data-child=dispatch]').waitFor();
});

test('a technical alarm is told without an incident', async () => {
  const { page } = operator;
  const power = await alarm('Mains lost', { class: 'power', priority: 'p3' });
  await go(page, `/desk?a=${power}`);
  await page.locator('.clock', { hasText: 'To tell the customer' }).waitFor();
  await press(page, 'i');
  await dialog(page);
  await send(page);
  await page.locator('[data-child=notice]').waitFor();
  await shot(page, 'incident-8-technical', DESK);
  quiet(operator.faults);
  quiet(leader.faults);
});
