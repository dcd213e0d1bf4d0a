/** Between a row and the form that edits it. Pure; the server remains the judge of every rule. */
import { same } from './conflict';
import { dateParse, fixedParse } from './fmt';
import type { Field, Process, Register, Value } from './types';

export type Values = Record<string, unknown>;
const PLACES: Partial<Record<Field['type'], number>> = { money: 2, tenths: 1 };
export const placesOf = (f: Field): number => f.places ?? PLACES[f.type] ?? 0;

export const formFields = (reg: Register): Field[] =>
  reg.fields.filter((f) => f.form !== false && !f.readonly);

/** A new row of a process takes the inputs of its opening event; the rest comes with later steps. */
export function openingFields(reg: Register, process: Process): Field[] {
  const event = process.events.find((e) => e.opens) ?? process.events[0];
  return formFields(reg).filter((f) => event?.fields.includes(f.name));
}

/** Conditional fields: shown, sent and required only while another field has one of these values. */
export function isShown(f: Field, values: Values): boolean {
  if (!f.when) return true;
  const v = values[f.when.field];
  const text = typeof v === 'boolean' ? String(Number(v)) : String(v ?? '');
  return f.when.in.some((x) => (Array.isArray(v) ? v.includes(x) : String(x) === text || x === v));
}

export function emptyOf(f: Field): Value {
  if (f.type === 'set') return [];
  if (f.type === 'bool') return false;
  return null;
}

export function fromRow(fields: Field[], row: Values | null): Values {
  const out: Values = {};
  for (const f of fields) {
    const v = row?.[f.name];
    out[f.name] = f.type === 'secret' ? null : (v ?? emptyOf(f));
  }
  return out;
}

/** What a customer is asked for when he reports something; the rest waits behind a fold. */
export const isEssential = (f: Field): boolean =>
  !!f.required || f.type === 'phone' || f.type === 'file' || f.name === 'device';

export interface Section {
  title: Field['section'];
  fields: Field[];
}

/** A field without a section belongs to the section of the field before it. */
export function sections(fields: Field[]): Section[] {
  const out: Section[] = [];
  for (const f of fields) {
    const last = out[out.length - 1];
    if (!last || (f.section && f.section.zh !== last.title?.zh))
      out.push({ title: f.section ?? null, fields: [f] });
    else last.fields.push(f);
  }
  return out;
}

/** For a reader: nothing is there. */
export const isEmpty = (v: unknown) =>
  v === null || v === undefined || v === '' || (Array.isArray(v) && !v.length);

export type FaultCode =
  | 'required'
  | 'number'
  | 'too_long'
  | 'too_small'
  | 'too_big'
  | 'pattern'
  | 'email'
  | 'date';

/** What can be told without asking the server; code only, the screen has the words. */
export function faultOf(f: Field, v: unknown, creating: boolean): FaultCode | null {
  if (isEmpty(v)) {
    const keptSecret = f.type === 'secret' && !creating;
    return f.required && f.type !== 'bool' && !keptSecret ? 'required' : null;
  }
  if (['int', 'money', 'tenths'].includes(f.type)) return numberFault(f, v);
  if (typeof v !== 'string') return null;
  if (f.type === 'time') return 'date'; // a time that could be read is a number
  if (f.type === 'date') return dateParse(v) === v ? null : 'date';
  if (f.max_length && [...v].length > f.max_length) return 'too_long';
  if (f.type === 'email' && !/^[^@\s]+@[^@\s]+$/.test(v)) return 'email';
  return patternOf(f)?.test(v) === false ? 'pattern' : null;
}

function numberFault(f: Field, v: unknown): FaultCode | null {
  if (typeof v !== 'number' || !Number.isSafeInteger(v)) return 'number';
  if (f.min !== null && f.min !== undefined && v < f.min) return 'too_small';
  if (f.max !== null && f.max !== undefined && v > f.max) return 'too_big';
  return null;
}

/** The server's patterns are POSIX; one that this engine cannot read is left to the server. */
function patternOf(f: Field): RegExp | null {
  if (!f.pattern) return null;
  try {
    return new RegExp(`^(?:${f.pattern})$`, 'u');
  } catch {
    return null;
  }
}

/** Typed text of a number field; what is not a number stays text, so that it can be shown as wrong. */
export function parseNumber(f: Field, s: string): number | string | null {
  if (s.trim() === '') return null;
  return fixedParse(s, placesOf(f)) ?? s;
}

export function createBody(fields: Field[], values: Values): Values {
  const out: Values = {};
  for (const f of fields) if (isShown(f, values) && !isEmpty(values[f.name])) out[f.name] = values[f.name];
  return out;
}

/** Only what changed travels; an emptied field travels as null, one whose condition no longer holds too. */
export function patchBody(fields: Field[], base: Values, values: Values): Values {
  const out: Values = {};
  for (const f of fields) {
    const v = isShown(f, values) ? values[f.name] : f.type === 'secret' ? base[f.name] : emptyOf(f);
    if (!same(base[f.name], v) || (f.type === 'bool' && !base[f.name] !== !v))
      out[f.name] = isEmpty(v) && f.type !== 'set' ? null : v;
  }
  return out;
}

export const isDirty = (fields: Field[], base: Values, values: Values): boolean =>
  fields.some(
    (f) => !same(base[f.name], values[f.name]) && !(f.type === 'bool' && !base[f.name] && !values[f.name]),
  );
