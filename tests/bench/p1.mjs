// p1.mjs - when an alarm of the first priority can be seen on the desk.
//
//   node p1.mjs ORIGIN LOGIN PASSWORD OUT
//
// Opens the alarm desk in headless Chromium, prints "ready", and on the end of
// its input writes to OUT a JSON object: seen, alarm's id → milliseconds UTC
// at which its row first stood in the document, painted in the frame after;
// keys_ms, the slowest of ten steps down the queue, from the key to the frame
// with the new selection; long_ms, the longest task of the page since ready.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { chromium } = createRequire(new URL('../../web/package.json', import.meta.url))('playwright-core');
const [, , origin, login, password, out] = process.argv;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
await page.goto(origin);
const answer = await page.evaluate(
  async (body) =>
    (await fetch('/api/v1/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })).status,
  { login, password },
);
if (answer !== 200) throw new Error(`sign-in: ${answer}`);
await page.goto(`${origin}/#/desk`);
await page.reload();
await page.waitForSelector('.queue, .none .big'); // a quiet desk has no queue
await page.evaluate(() => {
  globalThis.seenAt = {};
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, task.duration);
  }).observe({ type: 'longtask' });
  const look = () =>
    requestAnimationFrame(() => {
      const now = performance.timeOrigin + performance.now();
      for (const line of document.querySelectorAll('.queue [data-id]')) globalThis.seenAt[line.dataset.id] ??= now;
    });
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });
});
console.log('ready');
process.stdin.resume();
await new Promise((done) => process.stdin.on('end', done));
await page.waitForTimeout(1500);
const result = await page.evaluate(() => ({ seen: globalThis.seenAt, long_ms: globalThis.longest, keys_ms: 0 }));
for (let i = 0; i < 10; i++) {
  const took = await page.evaluate(
    () =>
      new Promise((done) => {
        const from = performance.now();
        const was = document.querySelector('.queue .on')?.id;
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
        const look = () => {
          const now = document.querySelector('.queue .on')?.id;
          if (now && now !== was) done(performance.now() - from);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
  result.keys_ms = Math.max(result.keys_ms, took);
}
writeFileSync(out, JSON.stringify(result));
await browser.close();
