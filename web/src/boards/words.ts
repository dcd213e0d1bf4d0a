/** The words of the stream: closed sets of the server (doc/alarm.md), each with a tone. */
import { has, type Key, t } from '../core/i18n';
import { fieldOf, register, type Tag, tagOf } from '../core/meta';
import type { Tone } from '../core/types';
import type { Refused } from './api';
import { lagText } from './frame';

const word = (prefix: string, v: string | null): string => {
  const k = `${prefix}_${v}`;
  return v && has(k) ? t(k as Key) : (v ?? '');
};

const FATE_TONES: Record<string, Tone> = {
  raised: 'bad',
  joined: 'warn',
  restored: 'ok',
  test: 'info',
  delayed: 'warn',
  swinger: 'warn',
  runaway: 'warn',
  fault: 'info',
  undecoded: 'bad',
  unknown: 'bad',
  again: 'info',
};
export const FATES = [
  'logged',
  'raised',
  'joined',
  'restored',
  'test',
  'delayed',
  'lapsed',
  'swinger',
  'runaway',
  'fault',
  'undecoded',
  'unknown',
  'settled',
  'again',
];
export const fateTag = (f: string): Tag => ({ text: word('fate', f), tone: FATE_TONES[f] ?? 'plain' });

export const CLASSES = [
  'medical',
  'fire',
  'holdup',
  'duress',
  'intrusion',
  'tamper',
  'gas',
  'environment',
  'video',
  'power',
  'battery',
  'comms',
  'equipment',
  'supervision',
  'openclose',
  'arming',
  'bypass',
  'access',
  'test',
  'service',
  'system',
];
export const classWord = (c: string | null): string => word('class', c);
export const roleWord = (r: string | null): string => word('role', r);

export const STATES = ['decoded', 'undecoded', 'unknown'];
export const stateTag = (s: string): Tag => ({
  text: word('sigstate', s),
  tone: s === 'decoded' ? 'plain' : 'warn',
});
export const sourceWord = (s: string): string => word('source', s);

/** A carrier as the panel's own field names it. */
export function carrierWord(c: string | null): string {
  const reg = register('panel');
  const field = reg && fieldOf(reg, 'main_carrier');
  return c && reg && field ? tagOf(reg, field, c).text : (c ?? '');
}
export const carriers = (): string[] => {
  const reg = register('panel');
  return (reg && fieldOf(reg, 'main_carrier')?.options?.map((o) => o.value)) ?? [];
};
export const refusedText = (r: Refused): string =>
  r.why === 'time' ? t('ref_time', { d: lagText(r.diff_ms, 0) }) : t(`ref_${r.why}`);

/** P1 and P2 are coloured, the rest is calm: a log is read, not obeyed. */
export const prioTone = (p: number): Tone => (p === 1 ? 'bad' : p === 2 ? 'warn' : 'plain');

const STORMS: Record<string, 'storm_line' | 'storm_carrier' | 'storm_region'> = {
  line: 'storm_line',
  carrier: 'storm_carrier',
  region: 'storm_region',
};
/** "region:黄浦区" as words. */
export function stormText(group: string): string {
  const [kind = '', ...rest] = group.split(':');
  const k = STORMS[kind];
  return k ? t(k, { what: rest.join(':') }) : group;
}
