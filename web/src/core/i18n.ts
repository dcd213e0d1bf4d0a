import { ref } from 'vue';
import { en } from './en';
import type { Label } from './types';
import { zh } from './zh';

export type Key = keyof typeof zh;
export type Lang = 'zh' | 'en';

const all: Record<Lang, Record<Key, string>> = { zh, en };
export const lang = ref<Lang>('zh');

/** Typed look-up: an unknown key, or a language that lacks one, does not compile. */
export const t = (k: Key, v?: Record<string, string | number>): string => {
  const s = all[lang.value][k];
  return v ? s.replace(/\{(\w+)\}/g, (_, n: string) => String(v[n] ?? '')) : s;
};

/** Our own words in the shape of the server's labels. */
export const labelOf = (k: Key): Label => ({ zh: zh[k], en: en[k] });

/** The text of a label that came from the server. */
export const tl = (l: Label | null | undefined): string => l?.[lang.value] || l?.zh || l?.en || '';

/** Whether a computed key exists, for codes that the server may extend. */
export const has = (k: string): k is Key => k in zh;

export function setLang(l: Lang): void {
  lang.value = l;
  if (typeof document === 'undefined') return;
  document.documentElement.lang = l === 'zh' ? 'zh-CN' : 'en';
  localStorage.setItem('lang', l);
}
