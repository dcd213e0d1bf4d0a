/** The timeline in words: journal, entries of people and signals as one list. */
import type { Detail, Entry } from '../core/alarm-wire';
import { timeText } from '../core/fmt';
import { t, tl } from '../core/i18n';
import { fieldLabel, fieldOf, register, valueText } from '../core/meta';
import type { Label } from '../core/types';
import { stateTag, wordOf } from './words';

type Any = Record<string, unknown>;
const str = (v: unknown): string => (v === null || v === undefined ? '' : String(v));
const join = (parts: string[]): string => parts.filter(Boolean).join(' · ');

/** What people wrote or chose; times, counters and references tell nothing here. */
function changed(reg: string, changes: Any): string[] {
  const r = register(reg);
  if (!r) return [];
  const out: string[] = [];
  for (const [name, v] of Object.entries(changes)) {
    const f = fieldOf(r, name);
    if (reg === 'alarm' && !TOLD.has(name)) continue;
    if (
      !f ||
      name === 'time_source' ||
      v === null ||
      v === '' ||
      v === false ||
      name === 'state' ||
      name === 'number'
    )
      continue;
    if (!['text', 'lines', 'enum'].includes(f.type)) continue;
    out.push(`${fieldLabel(f)}：${valueText(r, f, v)}`);
  }
  return out;
}

/** Of an alarm: what was found and decided; the rest of its row stands at the head of the page. */
const TOLD = new Set([
  'method',
  'outcome',
  'person',
  'avs',
  'disposition',
  'narrative',
  'hint',
  'verified_why',
]);

/** Steps by which signals follow an alarm say the same as the signals themselves. */
const QUIET = new Set(['join', 'raise']);

/** When a step of a patrol was taken, if it was told later: the journal's own time is when it was told. */
const STEP_TIMES = ['accepted_ms', 'declined_ms', 'en_route_ms', 'arrived_ms', 'left_ms', 'reported_ms'];
const TOLD_LATE_MS = 5000;
function taken(e: Any, source: string): string {
  const changes = (e.changes as Any) ?? {};
  const at = STEP_TIMES.map((k) => Number(changes[k] || 0)).find((ms) => ms > 0);
  if (!at || Number(e.at_ms) - at <= TOLD_LATE_MS) return '';
  return t('taken_at', {
    at: timeText(at).slice(11, 19),
    source: source ? wordOf('dispatch', 'time_source', source).text : '',
  });
}
/** Whose clock it was, by journal entry: a source that did not change is not said again. */
function sourcesOf(d: Detail): Map<string, string> {
  const now = new Map<string, string>();
  const out = new Map<string, string>();
  const steps = d.timeline.filter((e) => e.register === 'dispatch');
  for (const e of [...steps].sort((a, b) => Number(a.at_ms) - Number(b.at_ms))) {
    const said = (e.changes as Any | null)?.time_source;
    if (said) now.set(str(e.row), str(said));
    out.set(str(e.id), now.get(str(e.row)) ?? '');
  }
  return out;
}
const sealOf = (e: Any): string =>
  e.seal !== null && e.seal !== undefined
    ? t('seal_signed', { n: str(e.seal) })
    : t(e.pos !== null && e.pos !== undefined ? 'seal_sealed' : 'seal_open');

/** `quiet`: a duress word was spoken and the screen may be seen; reasons and hints stay on the paper. */
function journal(e: Any, quiet: boolean, source: string): Entry | null {
  const reg = str(e.register);
  if (reg === 'alarm' && (QUIET.has(str(e.event)) || (quiet && e.event === 'hint'))) return null;
  const to = str(e.to_state);
  const state =
    to && to !== str(e.from_state)
      ? reg === 'alarm'
        ? stateTag(to).text
        : wordOf(reg, 'state', to).text
      : '';
  const what = tl(e.label as Label | null) || str(e.event) || str(e.op);
  return {
    id: `j${str(e.id)}`,
    at_ms: Number(e.at_ms),
    kind: str(e.op) === 'clock' ? 'clock' : reg === 'alarm' ? 'move' : reg,
    who: str(e.by_name) || t('the_program'),
    source: t('src_journal'),
    seal: sealOf(e),
    text: join([
      // an order or a notice says its number at its first line
      reg !== 'alarm' && !e.from_state ? str((e.changes as Any | null)?.number) : '',
      state ? `${what} → ${state}` : what,
      reg === 'dispatch' ? taken(e, source) : '',
      ...(quiet ? [] : [str(e.text), ...changed(reg, (e.changes as Any) ?? {})]),
    ]),
    contact: null,
    alert: false,
  };
}

function entry(e: Any, stepText: Map<string, string>, open: boolean, seal: string): Entry {
  const call = str(e.kind) === 'call';
  const duress = str(e.word_result) === 'duress';
  // on the desk the duress word is one quiet word; the record says it in full
  const word = e.word_result
    ? duress && open
      ? t('word_checked')
      : wordOf('alarm_entry', 'word_result', e.word_result).text
    : '';
  const head = call ? str(e.contact_name) : join([str(stepText.get(str(e.step))), str(e.camera_name)]);
  return {
    id: `e${str(e.id)}`,
    at_ms: Number(e.at_ms),
    kind: str(e.kind),
    who: str(e.by_name),
    source: t('src_person'),
    seal,
    text: join([
      head,
      e.outcome ? wordOf('alarm_entry', 'outcome', e.outcome).text : '',
      word,
      e.answer && e.answer !== 'done' ? wordOf('alarm_entry', 'answer', e.answer).text : '',
      str(e.text),
    ]),
    contact: e.contact ? str(e.contact) : null,
    alert: duress,
  };
}

const dispatchOf = (d: Detail, e: Any) => d.incident?.dispatches.find((x) => str(x.id) === str(e.row));

export function timelineOf(d: Detail, paper: boolean): Entry[] {
  const steps = new Map(d.plan?.steps.map((s) => [s.id, `${s.n} ${s.text}`]) ?? []);
  const sources = sourcesOf(d);
  const quiet = !paper && d.entries.some((e) => e.word_result === 'duress');
  const seals = new Map(d.timeline.filter((e) => e.source === 'entry').map((e) => [str(e.row), sealOf(e)]));
  const out: Entry[] = d.entries.map((e) => entry(e, steps, !paper, seals.get(str(e.id)) ?? ''));
  for (const e of d.timeline) {
    if (e.source === 'entry') continue;
    if (e.source === 'signal')
      out.push({
        id: `s${str(e.row ?? e.id)}`,
        at_ms: Number(e.at_ms),
        kind: 'signal',
        who: str(e.by_name),
        source: t('src_panel'),
        seal: '',
        text: str(e.text) || wordOf('alarm', 'class', e.register).text,
        contact: null,
        alert: false,
      });
    else {
      const j = journal(e, quiet, sources.get(str(e.id)) ?? '');
      // who was sent stands at the first line of a dispatch
      const sent = e.register === 'dispatch' && !e.from_state && dispatchOf(d, e);
      if (j) out.push(sent ? { ...j, text: join([j.text, str(sent.patrol_name)]) } : j);
    }
  }
  return out;
}
