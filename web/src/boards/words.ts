/** The words of the stream: closed sets of the server (doc/alarm.md), each with a tone. */
import { has, type Key, t } from '../core/i18n';
import type { Tag } from '../core/meta';
import type { Tone } from '../core/types';

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

/** P1 and P2 are coloured, the rest is calm: a log is read, not obeyed. */
export const prioTone = (p: number): Tone => (p === 1 ? 'bad' : p === 2 ? 'warn' : 'plain');
