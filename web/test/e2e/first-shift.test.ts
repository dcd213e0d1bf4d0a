/** doc/howto/first-shift.md, followed step by step on the real server: what the page says must be so. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, open } from './browser';
import { arrowTo, ask, context, go, type Look, quiet, shot, tabTo } from './desk';
import { ANWEI, type Server, start } from './server';

const DESK: Look = { width: 1366, lang: 'en', theme: 'light' };
const PHONE: Look = { width: 390, lang: 'en', theme: 'light' };
const KEY = '00112233445566778899AABBCCDDEEFF';
const SITE = '青屏药店总部';
const ANSWERS = /^Failed to load resource: the server responded with a status of (401|409|412|422)/;

let b: Browser;
let s: Server;
let box: ChildProcess;
let said = '';
let alarm = '';

interface Seat {
  ctx: BrowserContext;
  page: Page;
  faults: string[];
}
async function sit(login: string, look: Look = DESK, path = '/'): Promise<Seat> {
  const ctx = await context(b, look);
  const { page, faults } = await open(ctx, s.url, ANSWERS);
  await page.goto(`${s.url}${path}`);
  await page.fill('#login', login);
  await page.fill('#password', s.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector(path === '/' ? '.line.live' : '[data-test=duty]');
  return { ctx, page, faults };
}
/** A word to the panel that was started by hand; it must be acknowledged. */
async function word(text: string): Promise<void> {
  const had = said.split('acknowledged').length;
  box.stdin!.write(`${text}\n`);
  await expect.poll(() => said.split('acknowledged').length, { timeout: 10_000 }).toBe(had + 1);
}
const field = (page: Page, name: string) => page.locator(`.dlg [data-field=${name}]`);
const save = (page: Page) => page.locator('.dlg-f .btn.pri').click();
const state = async (page: Page): Promise<string> =>
  String((await ask(page, 'GET', `alarm/${alarm}`)).body.state);
const becomes = (page: Page, what: string) => expect.poll(() => state(page), { timeout: 8000 }).toBe(what);
const dialog = (page: Page) => page.locator('.dlg').waitFor();
async function sent(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.locator('.dlg').waitFor({ state: 'detached' });
}

async function newZone(page: Page, panel: string, n: number, name: string): Promise<void> {
  await go(page, `/r/panel/${panel}?tab=work`);
  await page.getByRole('link', { name: 'New zone' }).click();
  await field(page, 'name').locator('input').fill(name);
  await field(page, 'number').locator('input').fill(String(n));
  await field(page, 'zone_type').locator('select').selectOption('instant');
  await field(page, 'detector').locator('select').selectOption('pir');
  await field(page, 'principle').locator('select').selectOption('infrared');
  await save(page);
  await page.waitForURL(/#\/r\/zone\/\d+$/);
}

beforeAll(async () => {
  [b, s] = await Promise.all([launch(), start()]);
}, 120_000);
afterAll(async () => {
  box?.stdin?.end();
  await b?.close();
  await s?.close();
});

test('a panel is connected by hand: key, zones, every zone tested, live', async () => {
  const { ctx, page, faults } = await sit('demo.manager');
  await go(page, '/r/panel/new');
  await field(page, 'name').locator('input').fill('First shift panel');
  await field(page, 'site').locator('input').fill(SITE);
  await page.locator('.dlg [role=option]', { hasText: SITE }).click();
  await field(page, 'state').locator('select').selectOption('installed');
  await field(page, 'protocol').locator('select').selectOption('dc09');
  await field(page, 'account').locator('input').fill('7001');
  await field(page, 'receiver_line').locator('input').fill('L0');
  await field(page, 'format').locator('select').selectOption('sia');
  await field(page, 'encryption').locator('select').selectOption('aes128');
  await field(page, 'key_ref').locator('input').fill('panel.7001');
  await field(page, 'key_ref').getByRole('button', { name: 'Set…' }).click();
  await page.fill('#key-value', KEY);
  await page.locator('button[form=secret]').click();
  await field(page, 'key_ref').getByText('Set since').waitFor();
  await field(page, 'paths').getByText('Wired IP').click();
  await field(page, 'standby_h').locator('input').fill('8');
  await shot(page, 'first-shift-1-panel', DESK);
  await save(page);
  await page.waitForURL(/#\/r\/panel\/\d+$/);
  const panel = /panel\/(\d+)/.exec(page.url())![1]!;
  for (const [i, name] of ['Front door', 'Hall', 'Office window'].entries())
    await newZone(page, panel, i + 1, name);
  await go(page, `/r/panel/${panel}?tab=work`);
  await page.locator('.steps li.ok', { hasText: 'Key' }).waitFor();
  await page.getByRole('button', { name: 'Begin commissioning' }).click();
  const live = page.getByRole('button', { name: 'Accept and go live' });
  await live.waitFor();
  expect(await live.isDisabled()).toBe(true);
  await page.waitForTimeout(2000); // the page says: two seconds until the receiver knows it

  const args = ['panel', '--to', s.receiver, '--account', '7001', '--key', KEY, '--interactive'];
  box = spawn(ANWEI, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  box.stdout!.on('data', (d) => {
    said += String(d);
  });
  for (const x of ['test', 'burglary 1', 'burglary 2', 'burglary 3']) await word(x);
  for (const x of ['restore 1', 'restore 2', 'restore 3']) await word(x);
  await page.waitForFunction(() => document.querySelectorAll('.zones li.seen').length === 3);
  await shot(page, 'first-shift-2-tested', DESK);
  await live.click();
  await page.fill('#live-who', 'Keyholder');
  await save(page);
  await page.locator('.note.ok').waitFor();
  quiet(faults);
  await ctx.close();
});

/** Whoever sits at the desk has a keyboard: nothing below clicks, sets or moves the focus but by keys. */
test('the burglary: keyboard only, from the signal to the closed alarm and the signed hand-over', async () => {
  const leader = await sit('demo.shift_leader');
  const { page, faults } = await sit('demo.operator');
  const l = leader.page;
  const key = (k: string) => page.keyboard.press(k);
  /** The field of the open dialog, and what is typed into it. */
  const write = async (p: Page, name: string, text: string) => {
    await tabTo(p, `.dlg [data-field=${name}]`);
    await p.keyboard.type(text);
  };
  for (const p of [l, page]) {
    await p.keyboard.press('Control+k');
    await p.locator('.dlg [role=combobox]').waitFor();
    await p.keyboard.type('alarm desk');
    await p.locator('.dlg [role=option]', { hasText: 'Alarm desk' }).waitFor();
    await p.keyboard.press('Enter');
    await p.locator('[data-duty]').waitFor();
    await p.locator('.dlg').waitFor({ state: 'detached' });
    await p.keyboard.press('b');
    await dialog(p);
    await p.keyboard.press('Control+Enter');
    await p.getByRole('button', { name: 'End duty' }).waitFor();
  }
  const phone = await sit('demo.patrol', PHONE, '/m');

  await word('burglary 3');
  await page.locator('.queue .line', { hasText: 'Office window' }).waitFor();
  await key('/');
  await page.keyboard.type('office');
  await key('Enter');
  await page.locator('[data-pane] .where', { hasText: SITE }).waitFor();
  await key('Enter');
  await page.waitForSelector('[data-act=verify]');
  alarm = /a=(\d+)/.exec(page.url())![1]!;
  await becomes(page, 'claimed');
  await shot(page, 'first-shift-3-accepted', DESK);

  await key('v');
  await dialog(page);
  await sent(page);
  await page.waitForSelector('[data-act=confirm]');
  await key('c');
  await dialog(page);
  await key('ArrowDown'); // from Reached to No answer
  await sent(page);
  await page.locator('.steps .step.done').first().waitFor(); // the call is the plan's step, too
  await key('d'); // nobody has confirmed it: that comes first, then whom to send
  await dialog(page);
  await key('Control+Enter');
  await becomes(page, 'confirmed');
  await page.locator('.dlg .patrol input:checked').waitFor();
  await shot(page, 'first-shift-4-patrol', DESK);
  await key('Enter');
  await page.locator('[data-child=dispatch]', { hasText: '巡逻一组' }).waitFor();
  await page.locator('.dlg').waitFor({ state: 'detached' });
  await becomes(page, 'dispatched');
  await page.locator('.steps .step.done[data-step="1"]').waitFor(); // done by the patrol itself
  await key('4');
  await key('Enter'); // the question: Yes has the focus
  await page.locator('.steps .step.done[data-step="4"]').waitFor();

  await key('r');
  await field(page, 'content').locator('textarea').waitFor();
  expect(await field(page, 'content').locator('textarea').inputValue()).toContain(SITE);
  await shot(page, 'first-shift-5-police', DESK);
  await sent(page);
  await page.locator('[data-child=police_report] .acts kbd').waitFor();
  await key('e');
  await dialog(page);
  await write(page, 'receipt_by', '110 desk 07');
  await write(page, 'receipt_number', 'JJ-0001');
  await sent(page);
  await page.locator('[data-child=police_report]', { hasText: 'JJ-0001' }).waitFor();
  await key('i');
  await dialog(page);
  await shot(page, 'first-shift-6-notice', DESK);
  await sent(page);
  await page.locator('[data-child=notice] [data-event=acknowledge]').waitFor();
  await tabTo(page, '[data-child=notice] [data-event=acknowledge]', 90);
  await key('Enter');
  await dialog(page);
  await write(page, 'acknowledged_by', 'Keyholder');
  await sent(page);
  await key('n');
  await page.keyboard.type('Lights on in the office');
  await key('Enter');
  await page.locator('.tl .e:not(.wait)', { hasText: 'Lights on' }).waitFor();
  await key('Escape'); // out of the text, the keys of the desk again

  const m = phone.page;
  const press = (name: string) => m.locator(`[data-test=${name}]`).click();
  await m.locator('[data-test=call]').waitFor({ timeout: 30_000 });
  await shot(m, 'first-shift-7-phone', PHONE);
  await press('call-accept');
  await press('depart');
  await press('arrive'); // no position in this browser: somebody there confirms
  await m.fill('[data-test=confirmed]', 'Keyholder');
  await press('arrive-customer');
  await press('secure-true');
  await press('leave');
  await m.selectOption('[data-test=result]', 'traces');
  await m.fill('[data-test=report-text]', 'Window broken, nobody inside');
  await shot(m, 'first-shift-8-phone-report', PHONE);
  await press('report');
  await page.locator('[data-child=dispatch]', { hasText: 'Reported' }).waitFor({ timeout: 15_000 });
  await word('restore 3');

  await key('f');
  await dialog(page);
  await tabTo(page, '.dlg [data-field=disposition]');
  await arrowTo(page, 'real_intrusion');
  await write(page, 'narrative', 'Broken window; the patrol met the key holder');
  await shot(page, 'first-shift-9-clear', DESK);
  await key('Escape'); // gone by mistake: what was typed is still there
  await page.locator('.dlg').waitFor({ state: 'detached' });
  await key('f');
  await dialog(page);
  expect(await field(page, 'narrative').locator('textarea').inputValue()).toContain('Broken window');
  await sent(page);
  await becomes(page, 'cleared');
  await page.waitForSelector('[data-act=close_alarm]');
  await key('Control+Enter');
  await dialog(page);
  await key('Control+Enter');
  await page.locator('.dlg .note.bad').waitFor(); // four eyes: the leader first
  await shot(page, 'first-shift-10-four-eyes', DESK);
  await key('Escape');

  const lkey = (k: string) => l.keyboard.press(k);
  await lkey('Shift+Digit2');
  await lkey('/');
  await l.keyboard.type('office');
  await lkey('Enter');
  await l.getByRole('button', { name: /^Approve/ }).waitFor();
  await lkey('a');
  await l.locator('.tl .e', { hasText: 'Approve' }).waitFor();
  await page.locator('.tl .e', { hasText: 'Approve' }).waitFor({ timeout: 15_000 });
  await key('Control+Enter');
  await dialog(page);
  await sent(page);
  await becomes(page, 'closed');
  await shot(page, 'first-shift-11-closed', DESK);

  await lkey('Control+k');
  await l.locator('.dlg [role=combobox]').waitFor();
  await l.keyboard.type('hand-over');
  await l.locator('.dlg [role=option]', { hasText: 'Shift and hand-over' }).waitFor();
  await lkey('Enter');
  await l.locator('.entry-text').waitFor();
  await tabTo(l, '.entry-text', 70);
  await l.keyboard.type('Glazier called, comes at eight');
  await lkey('Tab');
  await lkey('Enter'); // Add
  await l.locator('.log .entry', { hasText: 'Glazier called' }).waitFor();
  await tabTo(l, '.sign .btn.pri');
  await lkey('Enter');
  await dialog(l);
  await tabTo(l, '.dlg textarea');
  await l.keyboard.type('Broken window boarded up');
  await lkey('Control+Enter');
  await l.locator('.dlg').waitFor({ state: 'detached' });
  await l.locator('.sign .btn.pri:focus').waitFor(); // the next signature has the focus
  await shot(l, 'first-shift-12a-signed', DESK);
  await lkey('Enter');
  await l.locator('#hs-login').waitFor();
  await l.keyboard.type('demo.shift_leader_2');
  await lkey('Tab');
  await l.keyboard.type(s.password);
  await lkey('Enter');
  await l.getByRole('button', { name: 'Sign as incoming leader' }).waitFor();
  await tabTo(l, '.sign .btn.pri', 70);
  await lkey('Enter');
  await dialog(l);
  await lkey('Control+Enter');
  await expect
    .poll(async () => (await ask(l, 'GET', 'shift?state=closed&limit=1')).body.items.length, {
      timeout: 8000,
    })
    .toBe(1);
  await shot(l, 'first-shift-12-handed', DESK);

  const events = async (of: string): Promise<string[]> =>
    (await ask(page, 'GET', `${of}/journal`)).body.items.map((x) => String(x.event));
  const told = await events(`alarm/${alarm}`);
  for (const x of ['raise', 'claim', 'verify', 'confirm', 'dispatch', 'clear', 'approve', 'close'])
    expect(told, x).toContain(x);
  const shift = (await ask(l, 'GET', 'shift?state=closed&limit=1')).body.items[0] as unknown as Record<
    string,
    string
  >;
  expect(shift.taken_by).not.toBe(shift.handed_by);
  await go(page, `/alarm/${alarm}`);
  await page.locator('.tl .e').first().waitFor();
  const line = await page.locator('.tl').innerText();
  for (const x of [
    'Accept',
    'Begin verifying',
    'No answer',
    'Confirm',
    '巡逻一组',
    'JJ-0001',
    'Window broken, nobody inside',
    'Approve',
    'Close',
  ])
    expect(line, x).toContain(x);
  await shot(page, 'first-shift-13-record', DESK);
  quiet(faults);
  quiet(leader.faults);
  quiet(phone.faults);
}, 120_000);
