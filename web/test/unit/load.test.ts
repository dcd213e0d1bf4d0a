import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope } from 'vue';
import { joined } from '../../src/core/rows';
import type { Page } from '../../src/core/types';
import { paced } from '../../src/ui/load';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a stream of changes: each loading ends before the next begins, and the last change is loaded', async () => {
  let under = 0;
  let ended = 0;
  const run = async () => {
    expect(++under).toBe(1);
    await new Promise((ok) => setTimeout(ok, 800)); // slower than the changes come
    under--;
    ended++;
  };
  const scope = effectScope();
  const soon = scope.run(() => paced(run, 500))!;
  for (let ms = 0; ms < 13_000; ms += 100) {
    soon();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(ended).toBe(10);
  await vi.advanceTimersByTimeAsync(5000);
  const rest = ended;
  await vi.advanceTimersByTimeAsync(5000);
  expect(ended).toBe(rest);
  soon();
  scope.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(ended).toBe(rest);
});

test('several lists as one are counted by what is behind them', () => {
  const page = (n: number, total: number, total_exact = true) =>
    ({
      items: Array.from({ length: n }, (_, id) => ({ id })),
      refs: { [n]: 'x' },
      total,
      total_exact,
    }) as unknown as Page;
  expect(joined([page(2, 2), page(50, 120)])).toMatchObject({
    total: 122,
    total_exact: true,
    refs: { 2: 'x', 50: 'x' },
  });
  expect(joined([page(2, 2), page(50, 120, false)]).total_exact).toBe(false);
  expect(joined([page(2, 2), page(50, 120)]).items.length).toBe(52);
});
