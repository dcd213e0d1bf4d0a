/** What a person has set in this browser: theme, language, columns of each list. */
import { ref } from 'vue';
import { type Lang, setLang } from './i18n';
import { load, save } from './store';

export type Theme = 'light' | 'dark' | 'auto';
export const theme = ref<Theme>('auto');

/** Operators work in the dark: their pages are dark unless the person has chosen. */
let operator = false;

const media = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

function paint(): void {
  const dark = theme.value === 'dark' || (theme.value === 'auto' && (operator || media?.matches));
  document.documentElement.classList.toggle('dark', !!dark);
}

export function setTheme(v: Theme): void {
  theme.value = v;
  save('theme', v);
  paint();
}

export function operatorPage(on: boolean): void {
  operator = on;
  paint();
}

export function startPrefs(): void {
  theme.value = load<Theme>('theme', 'auto');
  const l = localStorage.getItem('lang');
  setLang((l === 'en' || l === 'zh' ? l : 'zh') satisfies Lang);
  media?.addEventListener('change', paint);
  paint();
}

export const columnsOf = (register: string): string[] | null =>
  load<string[] | null>(`cols:${register}`, null);
export const keepColumns = (register: string, cols: string[] | null): void => save(`cols:${register}`, cols);
