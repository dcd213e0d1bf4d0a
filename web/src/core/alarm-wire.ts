/** From the server's rows to what the desk shows; the only place that knows how a field of an alarm is called. */
import type { Alarm, DeskClock } from './alarm';
import type { Clock, Refs, Row, Steps } from './types';

type Any = Record<string, unknown>;
const str = (v: unknown): string => (v === null || v === undefined ? '' : String(v));
const num = (v: unknown): number => Number(v ?? 0) || 0;
const idOf = (v: unknown): string | null => (v === null || v === undefined || v === '' ? null : String(v));
export const levelOf = (v: unknown): number => Number(String(v ?? '').replace(/\D/g, '')) || 5;

export function alarmOf(r: Any, refs: Refs = {}): Alarm {
  const name = (k: string): string => str(r[`${k}_name`]) || str(refs[str(r[k])]);
  return {
    id: str(r.id),
    version: num(r.version),
    number: str(r.number),
    state: str(r.state),
    priority: levelOf(r.priority),
    class: str(r.class),
    family: str(r.family),
    opened_ms: num(r.opened_ms ?? r.created_ms),
    site: idOf(r.site),
    site_name: name('site'),
    district: str(r.district),
    what: str(r.summary),
    zone_name: str(r.zones) || name('zone'),
    owner: idOf(r.owner),
    owner_name: name('owner'),
    signals: num(r.count) || 1,
    escalated: num(r.escalated),
    back_ms: r.parked_until_ms ? num(r.parked_until_ms) : null,
    cause: str(r.code),
    clocks: (r.clocks as DeskClock[] | undefined) ?? [],
  };
}

export interface Counts {
  new: number;
  handling: number;
  parked: number;
  closing: number;
  escalated: number;
  undecoded: number;
  unknown: number;
  service_modes: number;
  faults: number;
}
export interface DeskAnswer {
  now_ms: number;
  counts: Counts;
  alarms: Any[];
  total: number;
  shift: Any | null;
  flood: unknown;
  refs?: Refs;
}

export interface Contact {
  id: string;
  name: string;
  role: string;
  phone: string;
  phone_2: string;
  hours: string;
  note: string;
  has_password: boolean;
  has_duress: boolean;
}
export interface PlanStep {
  id: string;
  /** Its place, 1 to n: the number key that ticks it. */
  n: number;
  kind: string;
  text: string;
  text_en: string;
  required: boolean;
  done_ms: number | null;
  done_by: string;
  /** yes or no, of a question. */
  answer: string;
}
export interface Entry {
  id: string;
  at_ms: number;
  kind: string;
  who: string;
  source: string;
  text: string;
  contact: string | null;
  /** A duress word was spoken. */
  alert: boolean;
}
export interface ZoneDot {
  id: string;
  number: number;
  name: string;
  x_pm: number | null;
  y_pm: number | null;
  alarm: boolean;
  restored_ms: number | null;
}
export interface Detail {
  alarm: Alarm;
  row: Row;
  steps: Steps['steps'];
  clocks: Clock[];
  site: Row | null;
  customer: Row | null;
  zones: ZoneDot[];
  contacts: Contact[];
  plan: { title: string; revision: number; steps: PlanStep[] } | null;
  timeline: Entry[];
  signals: Any[];
  modes: Any[];
  faults: Any[];
  incident: { row: Row; dispatches: Row[]; reports: Row[]; notices: Row[] } | null;
  previous: Any[];
  refs: Refs;
}

const list = (v: unknown): Any[] => (Array.isArray(v) ? (v as Any[]) : []);
const row = (v: unknown): Row | null => (v && typeof v === 'object' ? (v as Row) : null);
const nums = (v: unknown): number | null => (typeof v === 'number' ? v : null);

function planOf(v: unknown, refs: Refs): Detail['plan'] {
  const p = row(v) as Any | null;
  if (!p) return null;
  const steps = list(p.steps).map(
    (s, i): PlanStep => ({
      id: str(s.id),
      n: num(s.no) || i + 1,
      kind: str(s.kind),
      text: str(s.text),
      text_en: str(s.text_en),
      required: s.required === true,
      done_ms: nums(s.done_ms),
      done_by: str(s.done_by_name) || str(refs[str(s.done_by)]),
      answer: str(s.answer),
    }),
  );
  return { title: str(p.name) || str(p.number), revision: num(p.revision), steps };
}

const entryOf = (e: Any, refs: Refs): Entry => ({
  id: str(e.id),
  at_ms: num(e.at_ms ?? e.created_ms),
  kind: str(e.kind),
  who: str(e.who) || str(e.actor_name) || str(refs[str(e.actor ?? e.created_by)]),
  source: str(e.source),
  text: str(e.text),
  contact: idOf(e.contact),
  alert: e.word_result === 'duress',
});

export function detailOf(d: Any): Detail {
  const refs = (d.refs as Refs | undefined) ?? {};
  const base = row(d.alarm) as Row;
  const incident = row(d.incident);
  const i = (incident ?? {}) as Any;
  return {
    row: { ...base, refs: base.refs ?? refs },
    alarm: alarmOf({ ...base, clocks: d.clocks }, { ...refs, ...base.refs }),
    steps: (d.steps as Detail['steps'] | undefined) ?? [],
    clocks: (d.clocks as Clock[] | undefined) ?? [],
    site: row(d.site),
    customer: row(d.customer),
    zones: list(d.zones).map((z) => ({
      id: str(z.id ?? z.zone ?? z.zone_no),
      number: num(z.number ?? z.zone_no),
      name: str(z.name),
      x_pm: nums(z.plan_x_pm),
      y_pm: nums(z.plan_y_pm),
      alarm: z.alarm === true || num(z.count) > 0,
      restored_ms: nums(z.restored_ms),
    })),
    contacts: list(d.contacts).map((c) => ({
      id: str(c.id),
      name: str(c.name),
      role: str(c.role),
      phone: str(c.phone),
      phone_2: str(c.phone_2),
      hours: str(c.hours),
      note: str(c.note),
      has_password: c.password === true || c.has_password === true,
      has_duress: c.duress_word === true || c.has_duress_word === true,
    })),
    plan: planOf(d.plan, refs),
    timeline: list(d.timeline).map((e) => entryOf(e, refs)),
    signals: list(d.signals),
    modes: list(d.modes),
    faults: list(d.faults),
    incident: incident
      ? {
          row: incident,
          dispatches: list(i.dispatches) as Row[],
          reports: list(i.reports) as Row[],
          notices: list(i.notices) as Row[],
        }
      : null,
    previous: list(d.previous),
    refs,
  };
}
