/** Small things kept in the browser. A full or forbidden storage never breaks a page. */

export function load<T>(key: string, otherwise: T): T {
  try {
    const s = localStorage.getItem(key);
    return s === null ? otherwise : (JSON.parse(s) as T);
  } catch {
    return otherwise;
  }
}

export function save(key: string, value: unknown): void {
  try {
    if (value === null || value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // storage is full or blocked: the page works without it
  }
}

/** What was typed and not sent, by user, register and row. */
export interface Draft {
  at: number;
  version: number | null;
  values: Record<string, unknown>;
}
export const draftKey = (user: string, register: string, id: string | null): string =>
  `draft:${user}:${register}:${id ?? 'new'}`;

const DRAFT_LIFE_MS = 14 * 86_400_000;

export function draftLoad(key: string, now: number): Draft | null {
  const d = load<Draft | null>(key, null);
  return d && now - d.at < DRAFT_LIFE_MS ? d : null;
}

/** Secrets stay out of the browser's storage. */
export function draftSave(
  key: string,
  values: Record<string, unknown>,
  secrets: string[],
  version: number | null,
  now: number,
) {
  const kept = Object.fromEntries(Object.entries(values).filter(([k]) => !secrets.includes(k)));
  save(key, { at: now, version, values: kept } satisfies Draft);
}

/** Entered and not yet taken by the server: it waits for its person, also over a sign-out. */
export const outboxKey = (user: string): string => `draft:${user}:outbox`;

/** Signing out on a shared desk must not leave another person's typing behind. */
export function draftsClear(user: string): void {
  try {
    for (const k of Object.keys(localStorage))
      if (k.startsWith(`draft:${user}:`) && k !== outboxKey(user)) localStorage.removeItem(k);
  } catch {
    // nothing to clear
  }
}
