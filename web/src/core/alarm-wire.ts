/** From the server's rows to what the desk shows; the only place that knows how a field of an alarm is called. */
import type { Alarm, DeskClock, Tally } from './alarm';
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
    incident: idOf(r.incident),
    clocks: list(r.clocks).map(queueClock),
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
  incidents_escalated: number;
  incidents_to_tell: number;
  incidents_to_review: number;
}
export interface DeskAnswer {
  now_ms: number;
  counts: Counts;
  tally: Any[];
  alarms: Any[];
  total: number;
  shift: Any | null;
  me: { on_duty: boolean; why: string | null };
  flood: { rate_10min: number; operators: number; per_operator: number; is_flood: boolean };
  refs?: Refs;
}

export const tallyIn = (all: Any[] | undefined): Tally[] =>
  list(all).map((t) => ({
    state: str(t.state),
    priority: levelOf(t.priority),
    escalated: num(t.escalated),
    n: num(t.n),
    oldest_ms: num(t.oldest_ms),
  }));

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
  /** Within the dates that he may be called. */
  valid: boolean;
}
export interface PlanStep {
  id: string;
  /** Its place, 1 to n: the number key that ticks it. */
  n: number;
  kind: string;
  text: string;
  text_en: string;
  required: boolean;
  /** Of a wait. */
  wait_s: number;
  /** Of a question: the number of the step that follows the answer; 0: the end; null: the next one. */
  next_yes: number | null;
  next_no: number | null;
  done_ms: number | null;
  done_by: string;
  /** yes or no of a question, done, skipped. */
  answer: string;
  /** Why it does not apply. */
  reason: string;
}
/** A picture that may be looked at: a camera of a ringing zone, or what a panel's message names (x-data V). */
export interface Sight {
  key: string;
  camera: string | null;
  name: string;
  zone: string;
  urls: string[];
}
export interface Entry {
  id: string;
  at_ms: number;
  kind: string;
  who: string;
  source: string;
  text: string;
  /** How the journal proves it; empty: not of the journal. */
  seal: string;
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
  /** The plan of its area; null: the site's. */
  map: string | null;
  area: string;
  alarm: boolean;
  restored_ms: number | null;
}
export interface Detail {
  alarm: Alarm;
  row: Row;
  steps: Steps['steps'];
  clocks: Clock[];
  /** Of the incident and of its dispatches. */
  response_clocks: Clock[];
  site: Row | null;
  customer: Row | null;
  zones: ZoneDot[];
  sights: Sight[];
  contacts: Contact[];
  plan: { title: string; revision: number; steps: PlanStep[] } | null;
  /** The number of the first required step that is not done. */
  missing: number | null;
  /** As the server tells it; words are made by the screens. */
  timeline: Any[];
  entries: Any[];
  signals: Any[];
  modes: Any[];
  faults: Any[];
  incident: { row: Row; dispatches: Row[]; reports: Row[] } | null;
  /** About the incident, and about the alarm before it had one. */
  notices: Row[];
  photos: Any[];
  /** The AVS level of a confirmed alarm of its class; 0: has none. */
  avs_default: number;
  previous: Any[];
  history: { days: number; alarms: number; false_alarms: number } | undefined;
  refs: Refs;
}

const list = (v: unknown): Any[] => (Array.isArray(v) ? (v as Any[]) : []);
const row = (v: unknown): Row | null => (v && typeof v === 'object' ? (v as Row) : null);
const nums = (v: unknown): number | null => (typeof v === 'number' ? v : null);

/** A running clock of the queue: how it stands follows from the times. */
export function queueClock(c: Any): DeskClock {
  const done = c.stopped_ms !== undefined && c.stopped_ms !== null;
  return {
    name: str(c.name),
    state: done ? 'met' : 'running',
    started_ms: num(c.started_ms ?? c.start_ms),
    due_ms: num(c.due_ms),
    stopped_ms: nums(c.stopped_ms),
  };
}

function planOf(v: unknown, steps: Any[]): Detail['plan'] {
  const p = row(v) as Any | null;
  if (!p) return null;
  return {
    title: str(p.name) || str(p.number),
    revision: num(p.revision),
    steps: steps.map(
      (s): PlanStep => ({
        id: str(s.id),
        n: num(s.no),
        kind: str(s.kind),
        text: str(s.text),
        text_en: str(s.text_en),
        required: s.required === true,
        wait_s: num(s.wait_s),
        next_yes: nums(s.next_yes),
        next_no: nums(s.next_no),
        done_ms: s.done === true ? num(s.at_ms) : null,
        done_by: str(s.by_name),
        answer: str(s.answer),
        reason: s.answer === 'skipped' ? str(s.reason) : '',
      }),
    ),
  };
}

const rings = (z: Any, zone: string): boolean => num(z.count) > 0 || str(z.id) === zone;
/** Each camera once, with all its ringing zones; then the links of signals, newest first. */
function sightsOf(zones: Any[], links: Any[], zone: string): Sight[] {
  const out = new Map<string, Sight>();
  for (const z of zones.filter((x) => x.camera && rings(x, zone))) {
    const key = str(z.camera);
    const name = str(z.name) || str(z.number);
    const had = out.get(key);
    if (had) had.zone += `, ${name}`;
    else
      out.set(key, {
        key,
        camera: key,
        name: str(z.camera_name),
        zone: name,
        urls: [z.stream, z.sub_stream].map(str).filter(Boolean),
      });
  }
  for (const l of links) {
    const url = str(l.url);
    const zone = num(l.zone_no) > 0 ? str(l.zone_no) : '';
    if (url && !out.has(url)) out.set(url, { key: url, camera: null, name: '', zone, urls: [url] });
  }
  return [...out.values()];
}

export function detailOf(d: Any): Detail {
  const refs = (d.refs as Refs | undefined) ?? {};
  const base = row(d.alarm) as Row;
  const incident = row(d.incident);
  const zones = list(d.zones);
  return {
    row: { ...base, refs: { ...refs, ...base.refs } },
    alarm: alarmOf({ ...base }, { ...refs, ...base.refs }),
    steps: list(d.steps) as unknown as Detail['steps'],
    clocks: list(d.clocks) as unknown as Clock[],
    response_clocks: list(d.response_clocks) as unknown as Clock[],
    site: row(d.site),
    customer: row(d.customer),
    zones: zones.map((z) => ({
      id: str(z.id),
      number: num(z.number),
      name: str(z.name),
      x_pm: nums(z.plan_x_pm),
      y_pm: nums(z.plan_y_pm),
      map: str(z.area_map) || null,
      area: str(z.area_name),
      alarm: rings(z, str(base.zone)),
      restored_ms: nums(z.restored_ms),
    })),
    sights: sightsOf(zones, list(d.links), str(base.zone)),
    contacts: list(d.contacts).map((c) => ({
      id: str(c.id),
      name: str(c.name),
      role: str(c.role),
      phone: str(c.phone),
      phone_2: str(c.phone_2),
      hours: str(c.hours),
      note: str(c.note),
      has_password: c.has_password === true,
      has_duress: c.has_duress === true,
      valid: c.valid_now !== false,
    })),
    plan: planOf(d.plan, list(d.plan_steps)),
    missing: nums(d.plan_missing),
    timeline: list(d.timeline),
    entries: list(d.entries),
    signals: list(d.signals),
    modes: list(d.modes),
    faults: list(d.faults),
    incident: incident && {
      row: incident,
      dispatches: list(d.dispatches) as Row[],
      reports: list(d.police_reports) as Row[],
    },
    notices: list(d.notices) as Row[],
    photos: list(d.photos),
    avs_default: num(d.avs_default),
    previous: list(d.previous),
    history: d.history as Detail['history'],
    refs,
  };
}
