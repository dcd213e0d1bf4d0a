import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, ref } from 'vue';
import { draftKey, draftLoad, draftsClear, load, outboxKey, save } from '../../src/core/store';
import { useDraft } from '../../src/ui/draft';

/** Keys are the object's own, as in a browser. */
class Storage {
  [k: string]: unknown;
  getItem = (k: string) => (k in this ? String(this[k]) : null);
  setItem = (k: string, v: string) => {
    this[k] = v;
  };
  removeItem = (k: string) => {
    delete this[k];
  };
}
beforeEach(() => vi.stubGlobal('localStorage', new Storage()));
afterEach(() => vi.unstubAllGlobals());

const A = draftKey('me', 'alarm_note', '1');
const B = draftKey('me', 'alarm_note', '2');
const kept = (k: string) => draftLoad(k, Date.now())?.values.text;

test('a text stays with its row while the page goes', () => {
  const key = ref(A);
  const scope = effectScope();
  const d = scope.run(() => useDraft(() => key.value))!;
  d.text.value = 'half';
  key.value = B;
  expect(d.text.value).toBe('');
  expect(kept(A)).toBe('half');
  scope.stop();
  const again = effectScope().run(() => useDraft(() => A))!;
  expect(again.text.value).toBe('half');
  again.text.value = '';
  expect(load(A, null)).toBeNull();
});

test('sent: only what was sent is cleared', async () => {
  const d = effectScope().run(() => useDraft(() => A))!;
  d.text.value = ' one ';
  const write = vi.fn(async () => {
    d.text.value = ' one and two';
  });
  await d.send(write);
  expect(write).toHaveBeenCalledWith('one');
  expect(kept(A)).toBe(' one and two');
  await d.send(async () => {});
  expect(d.text.value).toBe('');
  d.text.value = 'kept';
  await expect(d.send(() => Promise.reject(new Error('no')))).rejects.toThrow();
  expect(kept(A)).toBe('kept');
});

test('signing out clears what was typed, not what waits to be sent', () => {
  save(A, { at: 1 });
  save(outboxKey('me'), [{ key: '1' }]);
  draftsClear('me');
  expect(load(A, null)).toBeNull();
  expect(load(outboxKey('me'), [])).toEqual([{ key: '1' }]);
});
