/** What the newest openings and closings say about each partition. Pure. */
import type { Signal } from './api';

export interface PartState {
  part: number | null;
  role: string;
  at_ms: number;
  user: number | null;
}
/** Signals newest first; the first word about a partition is the last that was said. */
export function partStates(
  items: Pick<Signal, 'part_no' | 'role' | 'received_ms' | 'user_no'>[],
): PartState[] {
  const seen = new Map<number | null, PartState>();
  for (const s of items)
    if ((s.role === 'open' || s.role === 'close') && !seen.has(s.part_no))
      seen.set(s.part_no, { part: s.part_no, role: s.role, at_ms: s.received_ms, user: s.user_no });
  return [...seen.values()].sort((a, b) => (a.part ?? 0) - (b.part ?? 0));
}
