/** How a process clock stands at a moment. Pure. */
import type { Clock } from './types';

export interface ClockView {
  tone: 'info' | 'ok' | 'warn' | 'bad' | 'plain';
  /** Still counting: left_ms changes with time. */
  running: boolean;
  left_ms: number;
  /** Per cent of the limit that is used, not above 100. */
  share: number;
}

const TONES = {
  running: 'info',
  warned: 'warn',
  overdue: 'bad',
  met: 'ok',
  missed: 'bad',
  void: 'plain',
} as const;

/** The server's state is as old as its answer; between two answers time goes on here. */
export function clockView(c: Clock, now: number): ClockView {
  const running = c.state === 'running' || c.state === 'warned' || c.state === 'overdue';
  const at = running ? now : (c.stopped_ms ?? now);
  const limit = Math.max(1, c.due_ms - c.started_ms);
  const share = Math.max(0, Math.min(100, Math.round(((at - c.started_ms) * 100) / limit)));
  const left_ms = c.due_ms - at;
  const tone = running ? (left_ms < 0 ? 'bad' : share >= 80 ? 'warn' : TONES[c.state]) : TONES[c.state];
  return { tone, running, left_ms, share };
}
