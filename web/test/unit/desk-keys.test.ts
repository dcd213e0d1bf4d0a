import { expect, test } from 'vitest';
import { actOf, answerOf, BINDINGS, capOf, type Pressed, type Where } from '../../src/core/keys';

const free: Where = { typing: false, dialog: false, control: false };
const act = (p: Partial<Pressed>, w: Partial<Where> = {}) => actOf({ key: '', ...p }, { ...free, ...w });

test('no two actions on one key', () => {
  const ways = BINDINGS.map((b) => `${b.ctrl ? 'c' : ''}${b.shift ? 's' : ''}${b.key}`);
  expect(new Set(ways).size).toBe(ways.length);
});

test('the letters, the arrows, the numbers, with caps lock too', () => {
  expect(act({ key: 'ArrowDown' })).toBe('down');
  expect(act({ key: 'j' })).toBe('down');
  expect(act({ key: 'K' })).toBe('up');
  expect(act({ key: 'Enter' })).toBe('accept');
  expect(act({ key: 'Enter', ctrlKey: true })).toBe('close_alarm');
  expect(act({ key: '3', code: 'Digit3' })).toBe('step3');
  expect(act({ key: '#', code: 'Digit3', shiftKey: true })).toBe('list_parked');
  expect(act({ key: '/' })).toBe('search');
  expect(act({ key: 'c', ctrlKey: true })).toBeNull(); // copying stays copying
  expect(act({ key: 'x' })).toBe('skip');
  expect(act({ key: 'w' })).toBe('video');
  expect(act({ key: 'q' })).toBeNull();
});

test('none while typing, composing, in a dialog; Enter belongs to the button that has the focus', () => {
  for (const b of BINDINGS) {
    const p = { key: b.key, ctrlKey: !!b.ctrl, shiftKey: !!b.shift };
    expect(act(p, { dialog: true })).toBeNull();
    expect(act({ ...p, isComposing: true })).toBeNull();
    expect(act({ ...p, keyCode: 229 })).toBeNull();
    if (!b.ctrl) expect(act(p, { typing: true })).toBeNull();
  }
  expect(act({ key: 'Enter' }, { control: true })).toBeNull();
  expect(act({ key: 'c' }, { control: true })).toBe('call');
});

test('a key that is held down moves the selection and does nothing else', () => {
  expect(act({ key: 'j', repeat: true })).toBe('down');
  expect(act({ key: 'Enter', repeat: true })).toBeNull();
  expect(act({ key: 'f', repeat: true })).toBeNull();
});

test('what stands on the buttons', () => {
  expect([capOf('accept'), capOf('close_alarm'), capOf('step4'), capOf('dispatch')]).toEqual([
    'Enter',
    'Ctrl+Enter',
    '4',
    'D',
  ]);
});

test('a question of the plan is answered by Y and N alone', () => {
  expect(answerOf({ key: 'y' })).toBe('yes');
  expect(answerOf({ key: 'N' })).toBe('no');
  expect(answerOf({ key: 'x' })).toBeNull();
  for (const more of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey', 'isComposing', 'repeat'])
    expect(answerOf({ key: 'y', [more]: true })).toBeNull();
  expect(answerOf({ key: 'n', keyCode: 229 })).toBeNull();
});
