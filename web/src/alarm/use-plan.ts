/** The plan of one alarm at the desk: which step is next, what a step's key does, whom to call, what to look at. */
import { computed, type Ref, ref, watch } from 'vue';
import { isWeb, wayOf } from '../core/alarm-plan';
import type { Contact, PlanStep, Sight } from '../core/alarm-wire';
import { lang, t } from '../core/i18n';
import { say } from '../ui/toast';
import type { Response } from './IncidentStrip.vue';
import type { AlarmDesk } from './use-alarm';

const RESPONSES: readonly string[] = ['dispatch', 'police', 'notify'];
export const isResponse = (kind: string): kind is Response => RESPONSES.includes(kind);

export const stepText = (s: PlanStep): string => (lang.value === 'en' && s.text_en) || s.text;

/** Without a secure connection a browser lets no page copy. */
function copy(url: string) {
  const byHand = () => say(t('sight_copy_by_hand'), true);
  if (navigator.clipboard) navigator.clipboard.writeText(url).then(() => say(t('sight_copied')), byHand);
  else byHand();
}

/** A step as the desk shows it. */
export interface DeskStep extends PlanStep {
  done: boolean;
  /** Entered here and not yet confirmed by the server. */
  pending: boolean;
  /** Not left out by a branch. */
  applies: boolean;
  /** A wait that is running: until when. */
  until_ms: number | null;
}

export function usePlan(
  desk: AlarmDesk,
  handles: Ref<boolean>,
  time: Ref<number>,
  /** Sends somebody or tells somebody. */
  respond: (what: Response) => void,
) {
  const d = desk.detail;
  const steps = computed<DeskStep[]>(() => {
    const sent = new Map<string, string>();
    for (const q of desk.pending.value) {
      const b = q.body as { step?: string; answer?: string };
      if (b.step && !q.fault) sent.set(b.step, b.answer ?? 'done');
    }
    const all = (d.value?.plan?.steps ?? []).map((s) => {
      const pending = !s.done_ms && sent.has(s.id);
      return {
        ...s,
        done: !!s.done_ms || pending,
        pending,
        answer: pending ? sent.get(s.id)! : s.answer,
        applies: true,
        until_ms:
          s.kind === 'wait' && s.done_ms && s.answer !== 'skipped' && s.done_ms + s.wait_s * 1000 > time.value
            ? s.done_ms + s.wait_s * 1000
            : null,
      };
    });
    const way = new Set(wayOf(all).map((s) => s.id));
    return all.map((s) => ({ ...s, applies: way.has(s.id) }));
  });
  const openSteps = computed(() => steps.value.filter((s) => s.applies && !s.done));
  /** Required steps on the way that are not done. */
  const required = computed(() =>
    openSteps.value.filter((s) => s.required).map((s) => `${s.n} ${stepText(s)}`),
  );
  watch(
    () => steps.value.filter((s) => s.until_ms).map((s) => s.id),
    (now, before) => {
      for (const id of before.filter((x) => !now.includes(x))) {
        const s = steps.value.find((x) => x.id === id);
        if (s?.done_ms) say(t('plan_wait_over', { what: `${s.n} ${stepText(s)}` }));
      }
    },
  );
  /** The next step of the plan that a key of its own answers too: what was done needs no second mark. */
  const awaited = (kind: string): string | null => openSteps.value.find((s) => s.kind === kind)?.id ?? null;

  // ---- calls
  const calling = ref<{ contact: Contact; step: string | null } | null>(null);
  /** How the last call to a contact ended. */
  const called = computed(() => {
    const out = new Map<string, string>();
    for (const e of d.value?.entries ?? [])
      if (e.kind === 'call' && e.contact) out.set(String(e.contact), String(e.outcome ?? ''));
    return out;
  });
  /** Who is next: within his dates and not called yet; when all were, from the first again. */
  const nextCall = computed(() => {
    const all = d.value?.contacts.filter((c) => c.valid) ?? [];
    return all.find((c) => !called.value.has(c.id)) ?? all[0] ?? null;
  });
  function ring(contact: Contact | null, step = awaited('call')) {
    if (!contact) say(t('contact_none'), true);
    else if (handles.value) calling.value = { contact, step };
  }

  // ---- pictures
  const seen = computed(() => {
    const out = new Set<string>();
    for (const e of d.value?.entries ?? []) if (e.kind === 'video') out.add(String(e.camera || e.text || ''));
    for (const q of desk.pending.value) {
      const b = q.body as { kind?: string; camera?: string; text?: string };
      if (b.kind === 'video') out.add(String(b.camera ?? b.text ?? ''));
    }
    return out;
  });
  const nextSight = computed(() => {
    const all = d.value?.sights ?? [];
    return all.find((s) => !seen.value.has(s.key)) ?? all[0] ?? null;
  });
  /** Opens it and writes down who looked at what. */
  function show(s: Sight | null, url = s?.urls[0]) {
    if (!s) return say(t('sight_none'), true);
    if (!handles.value) return;
    if (url && isWeb(url)) window.open(url, '_blank', 'noopener,noreferrer');
    else if (url) copy(url);
    const step = awaited('video');
    desk.enter(
      {
        kind: 'video',
        ...(s.camera && { camera: s.camera }),
        ...(step && { step }),
        ...(url && { text: url }),
      },
      `${t('sight')} ${s.name || url}`,
    );
  }

  // ---- steps
  const skipping = ref<string | null>(null);
  /** What may be left out with a reason; a question is answered. */
  const skippable = computed(() => openSteps.value.filter((s) => s.kind !== 'question'));
  function skip(id = skippable.value[0]?.id) {
    if (!handles.value) return;
    if (id) skipping.value = id;
    else say(t('skip_none'));
  }
  function skipped(id: string, reason: string) {
    const s = steps.value.find((x) => x.id === id);
    skipping.value = null;
    if (s)
      desk.enter(
        { kind: 'step', step: id, answer: 'skipped', text: reason },
        `${s.n} ${stepText(s)} · ${reason}`,
      );
  }
  function doStep(s: DeskStep, answer?: 'yes' | 'no') {
    if (!handles.value || s.done) return;
    if (!s.applies) return say(t('plan_off_way', { n: s.n }));
    if (s.kind === 'call') ring(nextCall.value, s.id);
    else if (s.kind === 'video') show(nextSight.value);
    else if (isResponse(s.kind)) respond(s.kind);
    else if (s.kind !== 'question' || answer)
      desk.enter({ kind: 'step', step: s.id, answer: answer ?? 'done' }, `${s.n} ${stepText(s)}`);
  }
  return {
    steps,
    required,
    calling,
    called,
    nextCall,
    ring,
    seen,
    nextSight,
    show,
    skipping,
    skippable,
    skip,
    skipped,
    doStep,
  };
}
export type DeskPlan = ReturnType<typeof usePlan>;
