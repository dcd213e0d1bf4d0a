/** The shapes of doc/api.md that every generated screen relies on; those that OpenAPI names come from there. */
import type { components } from '../api/schema';

export interface Label {
  zh: string;
  en: string;
}
export type Tone = 'plain' | 'info' | 'ok' | 'warn' | 'bad';
export interface Option {
  value: string;
  label: Label;
  tone?: Tone;
}
export type FieldType =
  | 'text'
  | 'lines'
  | 'int'
  | 'bool'
  | 'date'
  | 'time'
  | 'money'
  | 'enum'
  | 'set'
  | 'ref'
  | 'file'
  | 'secret'
  | 'key_ref'
  | 'secret_ref'
  | 'phone'
  | 'email'
  | 'tenths'
  | 'number';

export interface Field {
  name: string;
  type: FieldType;
  label: Label;
  help?: Label | null;
  unit?: string | Label | null;
  required?: boolean;
  readonly?: boolean;
  secret?: boolean;
  list?: boolean;
  filter?: boolean;
  form?: boolean;
  section?: Label | null;
  max_length?: number | null;
  /** Digits behind the point of an integer. */
  places?: number;
  min?: number | null;
  max?: number | null;
  pattern?: string | null;
  ref?: string | null;
  options?: Option[] | null;
  when?: { field: string; in: unknown[] } | null;
}
export interface May {
  read: boolean;
  create: boolean;
  update: boolean;
  retire: boolean;
  import: boolean;
  export: boolean;
}
export interface Register {
  name: string;
  group: string;
  label: Label;
  /** The label of many of them: lists, menus. */
  plural?: Label | null;
  title: string;
  process?: string | null;
  may: May;
  sorts: string[];
  default_sort: string;
  search: boolean;
  labels: boolean;
  /** Rows have a parent in the same register. */
  tree?: boolean;
  fields: Field[];
}
export interface Process {
  name: string;
  label: Label;
  states: { name: string; label: Label; tone?: Tone; final?: boolean }[];
  /** `opens`: the event that makes a new row. */
  events: { name: string; label: Label; fields: string[]; opens?: boolean }[];
  clocks: { name: string; label: Label }[];
}
export interface Meta {
  groups: { name: string; label: Label }[];
  registers: Register[];
  processes: Process[];
}

export type Value = string | number | boolean | null | string[] | undefined;
export interface Row {
  id: string;
  version: number;
  created_ms: number;
  created_by: string | null;
  changed_ms: number;
  changed_by: string | null;
  retired_ms: number | null;
  refs?: Refs;
  [field: string]: unknown;
}
export type Refs = Record<string, string>;
export interface Page {
  items: Row[];
  next: string | null;
  refs: Refs;
  total: number;
  total_exact: boolean;
}

type Schemas = components['schemas'];
export type Journal = Schemas['Journal'];
export type Entry = Journal['items'][number];
export type Steps = Schemas['Steps'];
export type Step = Steps['steps'][number];
export type Clock = Steps['clocks'][number];
export interface Running {
  register: string;
  row: Row;
  clock: Clock;
}
export type Session = Schemas['Session'];
export type Token = Schemas['Tokens']['items'][number];
export type ImportResult = Schemas['ImportResult'];
export type Hit = Schemas['Found']['items'][number];

export interface FieldFault {
  field: string;
  code: string;
  message: string;
}
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  fields?: FieldFault[];
  current?: Row;
  retry_after_ms?: number;
  position?: number;
}
/** One message of the live feed. */
export interface Ev {
  n: number;
  at_ms: number;
  register: string;
  id: string;
  op: string;
  event?: string | null;
  state?: string | null;
  version: number;
}
