import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGS });

/** A page that fails the test on any console error, uncaught exception or request to another host. */
export async function open(
  ctx: BrowserContext,
  origin: string,
  allow: RegExp = /$^/,
): Promise<{ page: Page; faults: string[] }> {
  const page = await ctx.newPage();
  page.setDefaultTimeout(8000); // a missing element names itself instead of the whole test timing out
  const faults: string[] = [];
  page.on('pageerror', (e) => faults.push(String(e)));
  page.on('console', (m) => {
    if (m.type() === 'error' && !allow.test(m.text())) faults.push(m.text());
  });
  page.on('request', (r) => {
    if (!/^(data|blob):/.test(r.url()) && !r.url().startsWith(origin))
      faults.push(`outside request ${r.url()}`);
  });
  return { page, faults };
}

export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const r = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
      resultTypes: ['violations'],
      elementRef: false,
    }),
  );
  return r.violations.map(
    (v) =>
      `${v.impact} ${v.id} ×${v.nodes.length}: ${v.nodes[0]?.target.join(' ')} — ${v.nodes[0]?.failureSummary
        ?.split('\n')
        .slice(1, 2)
        .join()}`,
  );
}

/** How many elements really can be seen: laid out, inside the viewport and not covered. */
export const seen = (page: Page, sel: string): Promise<number> =>
  page.evaluate(
    (q) =>
      [...document.querySelectorAll(q)].filter((e) => {
        const r = e.getBoundingClientRect();
        const t = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
        return r.height > 4 && t !== null && (e.contains(t) || t.contains(e));
      }).length,
    sel,
  );

/** Nothing may stick out of the screen sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const m = document.querySelector('#main') ?? document.documentElement;
    return Math.max(m.scrollWidth - m.clientWidth, document.documentElement.scrollWidth - innerWidth);
  });
