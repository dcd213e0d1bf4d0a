import { expect, test } from 'vitest';
import {
  createBody,
  faultOf,
  formFields,
  fromRow,
  isDirty,
  isShown,
  parseNumber,
  patchBody,
  sections,
} from '../../src/core/form';
import { device } from './register';

const fields = formFields(device);
const by = (n: string) => device.fields.find((f) => f.name === n)!;

test('fields follow their section until the next one', () => {
  expect(sections(fields).map((s) => s.fields.map((f) => f.name))).toEqual([
    ['number', 'name'],
    ['protocol', 'account', 'price_fen', 'tags', 'warranty', 'key', 'on'],
  ]);
});

test('a conditional field is shown, checked and sent only under its condition', () => {
  const v = { ...fromRow(fields, null), number: '1', name: 'n', protocol: 'onvif', account: '77' };
  expect(isShown(by('account'), v)).toBe(false);
  expect(createBody(fields, v)).toEqual({ number: '1', name: 'n', protocol: 'onvif', on: false });
  expect(isShown(by('account'), { ...v, protocol: 'dc09' })).toBe(true);
  expect(createBody(fields, { ...v, protocol: 'dc09' }).account).toBe('77');
});

test('a change sends only what differs, null for what was emptied', () => {
  const base = fromRow(fields, {
    number: '1',
    name: 'n',
    protocol: 'dc09',
    account: '7',
    tags: ['a'],
    on: false,
    key: true,
  });
  expect(patchBody(fields, base, base)).toEqual({});
  expect(patchBody(fields, base, { ...base, name: 'm', warranty: '2026-01-01' })).toEqual({
    name: 'm',
    warranty: '2026-01-01',
  });
  expect(patchBody(fields, base, { ...base, tags: [], on: true })).toEqual({ tags: [], on: true });
  expect(patchBody(fields, base, { ...base, protocol: 'onvif' })).toEqual({
    protocol: 'onvif',
    account: null,
  });
  expect(patchBody(fields, base, { ...base, key: 'new' })).toEqual({ key: 'new' });
});

test('a form is dirty only when something differs for a reader', () => {
  const base = fromRow(fields, { number: '1', tags: ['a', 'b'] });
  expect(isDirty(fields, base, { ...base, tags: ['b', 'a'], name: '', on: false })).toBe(false);
  expect(isDirty(fields, base, { ...base, on: true })).toBe(true);
});

test('what the browser can tell by itself', () => {
  expect(faultOf(by('name'), '', true)).toBe('required');
  expect(faultOf(by('key'), null, true)).toBe('required');
  expect(faultOf(by('key'), null, false)).toBeNull(); // kept as it is
  expect(faultOf(by('number'), '1234567', true)).toBe('too_long');
  expect(faultOf(by('number'), '银行银行银行', true)).toBeNull();
  expect(faultOf(by('price_fen'), 'ten', true)).toBe('number');
  expect(faultOf(by('price_fen'), -1, true)).toBe('too_small');
  expect(faultOf(by('price_fen'), 1001, true)).toBe('too_big');
  expect(faultOf(by('warranty'), '2026-02-31', true)).toBe('date');
  expect(faultOf({ ...by('name'), pattern: '[A-Z]{2}' }, 'abc', true)).toBe('pattern');
  expect(faultOf({ ...by('name'), pattern: '[[:broken' }, 'abc', true)).toBeNull();
});

test('numbers that cannot be read stay as typed', () => {
  expect(parseNumber(by('price_fen'), '12.5')).toBe(1250);
  expect(parseNumber(by('price_fen'), '12.555')).toBe('12.555');
  expect(parseNumber(by('price_fen'), ' ')).toBeNull();
});
