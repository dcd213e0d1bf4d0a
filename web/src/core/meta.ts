/** The register and process tables, loaded once after sign-in, and what the screens ask of them. */
import { shallowRef } from 'vue';
import { fixedText, minuteText, moneyText } from './fmt';
import { placesOf } from './form';
import { lang, t, tl } from './i18n';
import { rows } from './rows';
import type { Field, Meta, Process, Refs, Register, Row, Session, Tone } from './types';

export const meta = shallowRef<Meta | null>(null);
let regs = new Map<string, Register>();
let procs = new Map<string, Process>();

export async function loadMeta(): Promise<void> {
  const m = await rows.meta();
  // a state is text in the table of a process; on the screens it is one of its options
  for (const r of m.registers)
    if (r.process) for (const f of r.fields) if (f.name === 'state') f.type = 'enum';
  regs = new Map(m.registers.map((r) => [r.name, r]));
  procs = new Map(m.processes.map((p) => [p.name, p]));
  meta.value = m;
}
export function clearMeta(): void {
  meta.value = null;
  regs.clear();
  procs.clear();
}

export const register = (name: string): Register | undefined => (meta.value ? regs.get(name) : undefined);
export const processOf = (r: Register): Process | undefined => (r.process ? procs.get(r.process) : undefined);
export const regLabel = (name: string): string => tl(register(name)?.label) || name;
/** The heading of a list. */
export const manyOf = (r: Register | undefined): string => tl(r?.plural) || tl(r?.label);
/** A reference into a register that this person may not read cannot be chosen: the server decides it. */
export const mayChoose = (f: Field): boolean => f.type !== 'ref' || !!f.required || !f.ref || regs.has(f.ref);
export const titleOf = (r: Register, row: Row): string => String(row[r.title] ?? row.number ?? row.id);

/** What a numbered record is about: its listed required references and words, such as site and symptom. */
export function aboutOf(r: Register, row: Row, refs: Refs = {}): string {
  return r.fields
    .filter((f) => f.required && f.list && f.name !== r.title && ['ref', 'text', 'lines'].includes(f.type))
    .map((f) => (f.type === 'ref' ? (refs[String(row[f.name])] ?? '') : String(row[f.name] ?? '')))
    .filter(Boolean)
    .join(' · ');
}

/** The other references of a form that narrow the choice for one of them: a device of the chosen site. */
export function withinOf(f: Field, fields: Field[], values: Record<string, unknown>): Record<string, string> {
  const out: Record<string, string> = {};
  const target = regs.get(f.ref ?? '');
  for (const o of fields) {
    const same = o !== f && o.type === 'ref' && target?.fields.find((x) => x.name === o.name && x.filter);
    if (same && same.ref === o.ref && typeof values[o.name] === 'string')
      out[o.name] = String(values[o.name]);
  }
  return out;
}

/** Registers that point to this one, with the field that does. */
export function relatedTo(name: string): { reg: Register; field: Field }[] {
  const out: { reg: Register; field: Field }[] = [];
  for (const reg of meta.value?.registers ?? [])
    for (const field of reg.fields)
      if (field.type === 'ref' && field.ref === name && field.filter) out.push({ reg, field });
  return out;
}

const builtIn = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  type: 'time',
  label: { zh: '', en: '' },
  readonly: true,
  form: false,
  ...more,
});
const BUILT_IN: Record<string, Field> = {
  created_ms: builtIn('created_ms'),
  created_by: builtIn('created_by', { type: 'ref', ref: 'user' }),
  changed_ms: builtIn('changed_ms'),
  retired_ms: builtIn('retired_ms'),
};
/** What people did: a list of it says who and when. */
const ACTS = new Set(['alarm_entry']);
export const listColumns = (r: Register): string[] => [
  ...r.fields.filter((f) => f.list).map((f) => f.name),
  ...(ACTS.has(r.name) ? ['created_by', 'created_ms'] : []),
];

/** A field by name, the common columns of every row included. */
export const fieldOf = (r: Register, name: string): Field | undefined =>
  r.fields.find((f) => f.name === name) ?? BUILT_IN[name];
export const fieldLabel = (f: Field): string => tl(f.label) || builtInLabel(f.name);

function builtInLabel(name: string): string {
  const keys = {
    created_ms: 'f_created',
    created_by: 'f_created_by',
    changed_ms: 'f_changed',
    retired_ms: 'f_retired',
  } as const;
  return name in keys ? t(keys[name as keyof typeof keys]) : name;
}

export const unitOf = (f: Field): string => (typeof f.unit === 'string' ? f.unit : tl(f.unit));

export interface Tag {
  text: string;
  tone: Tone;
}

/** The words of an enum value or of a state. */
export function tagOf(r: Register, f: Field, v: unknown): Tag {
  const p = f.name === 'state' ? processOf(r) : undefined;
  const s = p?.states.find((x) => x.name === v);
  if (s) return { text: tl(s.label), tone: s.tone ?? 'plain' };
  const o = f.options?.find((x) => x.value === v);
  return { text: o ? tl(o.label) : String(v ?? ''), tone: o?.tone ?? 'plain' };
}

export const roleText = (s: Session): string =>
  s.roles.map((r) => tl(s.role_labels[r]) || r).join(lang.value === 'zh' ? '、' : ', ');

/** A value as plain text, for tables, journals and conflicts. */
export function valueText(r: Register, f: Field | undefined, v: unknown, refs: Refs = {}): string {
  if (v === null || v === undefined || v === '') return '—';
  if (!f) return typeof v === 'object' ? JSON.stringify(v) : String(v);
  if (f.type === 'money') return moneyText(Number(v));
  if (f.type === 'time') return minuteText(Number(v));
  if (f.type === 'secret' || f.secret) return t('secret_set');
  if (f.type === 'bool') return v ? t('yes') : t('no');
  if (f.type === 'ref') return String(refs[String(v)] ?? v);
  if (f.type === 'enum') return tagOf(r, f, v).text;
  if (f.type === 'set') return listText((v as string[]).map((x) => tagOf(r, f, x).text));
  const places = placesOf(f);
  const s = places ? fixedText(Number(v), places) : String(v);
  const unit = unitOf(f);
  return unit && typeof v === 'number' ? `${s}${unit === '°' ? '' : ' '}${unit}` : s;
}

const listText = (xs: string[]): string => (xs.length ? xs.join(lang.value === 'zh' ? '、' : ', ') : '—');
