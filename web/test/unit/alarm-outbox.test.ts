import { expect, test } from 'vitest';
import { Outbox, type Pending, type Verdict, waitMs } from '../../src/core/alarm-outbox';

function post(answer: (p: Pending) => Verdict | Promise<Verdict>, kept: Pending[] = []) {
  const w = { now: 0, kept, sent: [] as string[] };
  const box = new Outbox({
    load: () => w.kept,
    save: (all) => {
      w.kept = all;
    },
    send: async (p) => answer(p),
    now: () => w.now,
    changed: () => {},
    sent: (p) => w.sent.push(p.key),
  });
  return { w, box };
}
const entry = (key: string, subject = 'a') => ({ key, subject, path: '/x', body: { key }, what: key });

test('sent once, in order, and gone from the store', async () => {
  const { w, box } = post(() => ({ ok: true }));
  box.add(entry('1'));
  box.add(entry('2'));
  expect(w.kept.length).toBe(2);
  await box.pump();
  await box.pump();
  expect(w.sent).toEqual(['1', '2']);
  expect(w.kept).toEqual([]);
});

test('no line: tried again ever more patiently with the same key, also after a reload', async () => {
  const keys: string[] = [];
  const down = (p: Pending): Verdict => {
    keys.push(p.key);
    return { ok: false, again: true, why: '' };
  };
  const { w, box } = post(down);
  box.add(entry('1'));
  for (let t = 0; t < 3000; t += 100) {
    w.now = t;
    await box.pump();
  }
  expect(keys.length).toBe(2); // at 0 and 1000; the third is due at 3000
  const next = post(() => ({ ok: true }), w.kept);
  next.w.now = 60_000;
  await next.box.pump();
  expect(next.w.sent).toEqual(['1']);
  expect(waitMs(20)).toBe(15_000);
});

test('a refusal waits for a person and holds back what comes after it, not other alarms', async () => {
  let good = false;
  const { w, box } = post((p) =>
    p.subject === 'a' && !good ? { ok: false, again: false, why: 'no' } : { ok: true },
  );
  box.add(entry('1'));
  box.add(entry('2'));
  box.add(entry('3', 'b'));
  await box.pump();
  await box.pump();
  expect(w.sent).toEqual(['3']);
  expect(box.of('a').map((p) => p.fault)).toEqual(['no', null]);
  good = true;
  box.again('1');
  await box.pump();
  await box.pump();
  expect(w.sent).toEqual(['3', '1', '2']);
});
