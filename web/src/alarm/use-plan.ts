/** The plan of one alarm at the desk: which step is next, what a step's key does, whom to call. */
import { computed, type Ref, ref } from 'vue';
import type { Contact, PlanStep } from '../core/alarm-wire';
import { t } from '../core/i18n';
import { say } from '../ui/toast';
import type { Response } from './IncidentStrip.vue';
import type { AlarmDesk } from './use-alarm';

const RESPONSES: readonly string[] = ['dispatch', 'police', 'notify'];
export const isResponse = (kind: string): kind is Response => RESPONSES.includes(kind);

export function usePlan(
  desk: AlarmDesk,
  handles: Ref<boolean>,
  /** Opens the dialog that sends somebody or tells somebody. */
  respond: (what: Response, step: PlanStep) => void,
) {
  const d = desk.detail;
  const steps = computed(() => d.value?.plan?.steps ?? []);
  const calling = ref<{ contact: Contact; step: string | null } | null>(null);
  const pending = computed(() => {
    const out = new Set<string>();
    for (const q of desk.pending.value) {
      const s = (q.body as { step?: string }).step;
      if (s) out.add(s);
    }
    return out;
  });
  const required = computed(() =>
    steps.value.filter((s) => s.required && !s.done_ms).map((s) => `${s.n} ${s.text}`),
  );
  /** Who was called about this alarm. */
  const called = computed(
    () => new Set(desk.timeline.value.filter((e) => e.kind === 'call').map((e) => e.contact)),
  );
  /** The next step of the plan that a key of its own answers too: what was done needs no second mark. */
  const awaited = (kind: string): PlanStep | null =>
    steps.value.find((s) => s.kind === kind && !s.done_ms && !pending.value.has(s.id)) ?? null;

  function callNext(step: string | null = awaited('call')?.id ?? null) {
    const all = d.value?.contacts ?? [];
    const c = all.find((x) => !called.value.has(x.id)) ?? all[0];
    if (!c) say(t('contact_none'), true);
    else if (handles.value) calling.value = { contact: c, step };
  }
  function doStep(s: PlanStep, answer?: 'yes' | 'no') {
    if (!handles.value || s.done_ms || pending.value.has(s.id)) return;
    if (s.kind === 'call') callNext(s.id);
    else if (isResponse(s.kind) && d.value?.incident) respond(s.kind, s);
    else if (s.kind !== 'question' || answer)
      desk.enter(
        { kind: s.kind === 'video' ? 'video' : 'step', step: s.id, answer: answer ?? 'done' },
        `${s.n} ${s.text}`,
      );
  }
  return { steps, calling, pending, required, called, awaited, callNext, doStep };
}
