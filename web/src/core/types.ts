/** The shapes of doc/api.md that every generated screen relies on. */

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

export interface Change {
  field: string;
  from: unknown;
  to: unknown;
}
export interface Entry {
  id: string;
  at_ms: number;
  actor: { id: string; name: string } | null;
  op: 'create' | 'update' | 'retire' | 'restore' | 'step' | 'clock' | 'import';
  event: string | null;
  from_state: string | null;
  to_state: string | null;
  reason: string | null;
  changes: Change[] | null;
  pos: number | null;
}
export interface Journal {
  items: Entry[];
  next: string | null;
  refs: Refs;
}

export interface Step {
  event: string;
  label: Label;
  to: string;
  allowed: boolean;
  why: string | null;
  required: string[];
  optional: string[];
}
export interface Clock {
  name: string;
  label: Label;
  state: 'running' | 'warned' | 'overdue' | 'met' | 'missed' | 'void';
  started_ms: number;
  due_ms: number;
  stopped_ms: number | null;
  share: number;
  source: string | null;
}
export interface Steps {
  state: string;
  version: number;
  steps: Step[];
  clocks: Clock[];
}

export interface Session {
  user: { id: string; login: string; name: string };
  org: { id: string; name: string; demo: boolean };
  roles: string[];
  permissions: string[];
  csrf: string;
  totp: boolean;
  must_change_password: boolean;
  idle_ms: number;
  expires_ms: number;
  version: string;
  node: string | number;
}
export interface Token {
  id: string;
  name: string;
  scopes: string[];
  created_ms: number;
  expires_ms: number | null;
  last_used_ms: number | null;
}

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
export interface ImportResult {
  rows: number;
  good: number;
  created: number;
  updated: number;
  bad: number;
  errors: {
    line: number;
    column: string | number | null;
    field: string | null;
    value: string | null;
    code: string;
    message: string;
  }[];
  errors_cut: boolean;
  rejected_csv: string | null;
}
export interface Hit {
  register: string;
  id: string;
  title: string;
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
