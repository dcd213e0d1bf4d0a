/** Short messages that do not stop the work. */
import { ref } from 'vue';
import { ApiError } from '../core/http';
import { type Key, t } from '../core/i18n';

export interface Toast {
  id: number;
  text: string;
  bad: boolean;
}
export const toasts = ref<Toast[]>([]);
let next = 1;

export function say(text: string, bad = false): void {
  const id = next++;
  toasts.value = [...toasts.value.slice(-3), { id, text, bad }];
  setTimeout(() => drop(id), bad ? 10_000 : 4000);
}
export const drop = (id: number): void => {
  toasts.value = toasts.value.filter((x) => x.id !== id);
};

const WORDS: Record<string, Key> = {
  network: 'e_network',
  forbidden: 'e_forbidden',
  not_found: 'e_not_found',
  busy: 'e_busy',
  uncertain: 'e_uncertain',
  storage: 'e_storage',
  rate_limited: 'e_rate',
};

/** A failure in words: the server's sentence, or ours where the server could not speak. */
export function errorText(e: unknown): string {
  if (!(e instanceof ApiError)) return String(e);
  if (e.status === 429) return t('e_rate', { s: Math.ceil((e.problem.retry_after_ms ?? 1000) / 1000) });
  const own = WORDS[e.code];
  if (e.problem.detail && e.status > 0) return e.problem.detail;
  return own ? t(own) : `${e.problem.title} (${e.code})`;
}
export const sayError = (e: unknown): void => say(errorText(e), true);
