/** One text that outlives its page: kept in the browser while it is typed, gone from there when it is empty. */
import { type Ref, ref, watch } from 'vue';
import { draftLoad, draftSave, save } from '../core/store';

export interface TextDraft {
  text: Ref<string>;
  /** Hands it over; what was typed on meanwhile stays. */
  send(write: (text: string) => Promise<unknown>): Promise<void>;
}

export function useDraft(key: () => string): TextDraft {
  const text = ref('');
  watch(
    key,
    (k) => {
      text.value = String(draftLoad(k, Date.now())?.values.text ?? '');
    },
    { immediate: true, flush: 'sync' },
  );
  watch(
    text,
    (now) => {
      if (now) draftSave(key(), { text: now }, [], null, Date.now());
      else save(key(), null);
    },
    { flush: 'sync' },
  );
  return {
    text,
    async send(write) {
      const sent = text.value;
      await write(sent.trim());
      if (text.value === sent) text.value = '';
    },
  };
}
