import { expect, test } from 'vitest';
import type { Alarm } from '../../src/core/alarm';
import { Attention, concerns, whyOf } from '../../src/core/attention';
import type { Ev } from '../../src/core/types';

const row = (more: Partial<Alarm> = {}) =>
  ({ id: '7', state: 'claimed', priority: 2, owner: 'me', back_ms: null, incident: '30', ...more }) as Alarm;
const ev = (event: string, state = 'claimed', id = '7'): Ev => ({
  n: 1,
  at_ms: 100,
  register: 'alarm',
  id,
  op: 'step',
  event,
  state,
  version: 2,
});

test('a new alarm sounds by itself; one that somebody has calls when it becomes more urgent or its limit passes', () => {
  expect(whyOf(ev('escalate', 'new'), row({ state: 'new' }), 0)).toBeNull();
  expect(whyOf(ev('urgent'), row(), 0)).toBe('urgent');
  expect(whyOf(ev('urgent', 'verifying'), row({ state: 'waiting', back_ms: 9 }), 0)).toBe('urgent');
  expect(whyOf(ev('escalate', 'verifying'), row(), 0)).toBe('limit');
  expect(whyOf(ev('join'), row(), 0)).toBeNull();
});

test('a parked one calls when its time is over, not when a person takes it back before', () => {
  const parked = row({ state: 'waiting', back_ms: 60_000 });
  expect(whyOf(ev('resume', 'verifying'), parked, 60_100)).toBe('back');
  expect(whyOf(ev('confirm', 'confirmed'), parked, 60_100)).toBe('back');
  expect(whyOf(ev('resume', 'verifying'), parked, 20_000)).toBeNull();
});

test('who has it hears it; the leader hears what others let lie', () => {
  expect(concerns('urgent', 'me', 'me', false)).toBe(true);
  expect(concerns('urgent', null, 'me', false)).toBe(true);
  expect(concerns('urgent', 'other', 'me', true)).toBe(false);
  expect(concerns('limit', 'other', 'me', false)).toBe(false);
  expect(concerns('limit', 'other', 'me', true)).toBe(true);
  expect(concerns('no_answer', 'other', 'me', true)).toBe(true);
});

test('a call ends when it is heard, when a person acts, or when the alarm leaves; signals and clocks do not end it', () => {
  const get = () => row();
  const n = (a: Attention) => a.list(get, 'me', false).length;
  for (const end of ['confirm', 'take', 'verify']) {
    const a = new Attention();
    a.step(ev('escalate'), row(), 0);
    a.step(ev('join'), row(), 0);
    expect(n(a)).toBe(1);
    a.step(ev(end), row(), 0);
    expect(n(a)).toBe(0);
  }
  const a = new Attention();
  a.raise('alarm', '7', 'limit', 5);
  a.raise('incident', '30', 'report', 6);
  expect(n(a)).toBe(2);
  a.hear(row());
  expect(n(a)).toBe(0);
  a.raise('incident', '30', 'no_answer', 6);
  a.step(ev('close', 'closed'), row(), 0);
  expect(n(a)).toBe(0);
});

test('the most urgent first, then the oldest', () => {
  const a = new Attention();
  a.raise('alarm', '1', 'limit', 9);
  a.raise('alarm', '2', 'limit', 5);
  a.raise('incident', '3', 'no_answer', 7);
  const list = a.list((c) => row({ id: c.id, priority: c.id === '3' ? 1 : 2 }), 'me', false);
  expect(list.map((x) => x.row.id)).toEqual(['3', '2', '1']);
});
