/** What is opened as soon as the alarm has an incident, whichever answer of the server brings it. */
import { type Ref, ref, watch } from 'vue';
import type { Detail } from '../core/alarm-wire';
import type { Response } from './IncidentStrip.vue';

export function useDue(id: Ref<string | null>, detail: Ref<Detail | null>, open: (what: Response) => void) {
  const due = ref<Response | null>(null);
  watch(id, () => {
    due.value = null;
  });
  watch(
    [due, detail],
    () => {
      const what = due.value;
      if (!what || detail.value?.alarm.id !== id.value || !detail.value?.incident) return;
      due.value = null;
      open(what);
    },
    { flush: 'post' }, // the strip that opens it is drawn with the incident
  );
  return due;
}
