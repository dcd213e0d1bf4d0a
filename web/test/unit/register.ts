import type { Field, Register } from '../../src/core/types';

const field = (name: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  name,
  type,
  label: { zh: name, en: name },
  ...more,
});

/** A register with one field of most kinds, for the tests of the core. */
export const device: Register = {
  name: 'device',
  group: 'estate',
  label: { zh: '设备', en: 'Device' },
  title: 'name',
  may: { read: true, create: true, update: true, retire: true, import: true, export: true },
  sorts: ['number', 'warranty', 'checked_ms', 'created_ms'],
  default_sort: '-created_ms',
  search: true,
  labels: false,
  fields: [
    field('number', 'text', { required: true, section: { zh: '一', en: 'one' }, max_length: 6 }),
    field('name', 'text', { required: true }),
    field('protocol', 'enum', { filter: true, options: [], section: { zh: '二', en: 'two' } }),
    field('account', 'text', { required: true, when: { field: 'protocol', in: ['dc09'] } }),
    field('price_fen', 'money', { min: 0, max: 1000 }),
    field('tags', 'set', { options: [] }),
    field('warranty', 'date', { filter: true }),
    field('key', 'secret', { required: true }),
    field('on', 'bool', { filter: true }),
    field('checked_ms', 'time', { readonly: true }),
    field('state', 'enum', { readonly: true }),
  ],
};
