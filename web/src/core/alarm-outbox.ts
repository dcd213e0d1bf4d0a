/**
 * What an operator has entered and the server has not yet confirmed. Each entry has a key of its own, so that sending
 * it twice writes it once; it survives a reload; the order of one alarm's entries is kept. Pure but for `send`.
 */
export interface Pending {
  key: string;
  /** Entries of one subject leave in their order. */
  subject: string;
  path: string;
  body: unknown;
  /** In words, for the list of what waits. */
  what: string;
  at_ms: number;
  tries: number;
  next_ms: number;
  /** The server's refusal: a person decides. */
  fault: string | null;
}
export type Verdict = { ok: true } | { ok: false; again: boolean; why: string };

export const waitMs = (tries: number): number => Math.min(15_000, 500 * 2 ** Math.min(tries, 5));

export interface OutboxParts {
  load(): Pending[];
  save(all: Pending[]): void;
  send(p: Pending): Promise<Verdict>;
  now(): number;
  changed(all: Pending[]): void;
  sent(p: Pending): void;
}

export class Outbox {
  private all: Pending[];
  private busy = new Set<string>();
  constructor(private readonly parts: OutboxParts) {
    this.all = parts.load();
  }
  get pending(): Pending[] {
    return this.all;
  }
  of(subject: string): Pending[] {
    return this.all.filter((p) => p.subject === subject);
  }
  private keep(all: Pending[]): void {
    this.all = all;
    this.parts.save(all);
    this.parts.changed(all);
  }
  private patch(key: string, more: Partial<Pending>): void {
    this.keep(this.all.map((p) => (p.key === key ? { ...p, ...more } : p)));
  }
  add(p: Pick<Pending, 'key' | 'subject' | 'path' | 'body' | 'what'>): void {
    const now = this.parts.now();
    this.keep([...this.all, { ...p, at_ms: now, tries: 0, next_ms: now, fault: null }]);
  }
  again(key: string): void {
    this.patch(key, { fault: null, next_ms: this.parts.now() });
  }
  drop(key: string): void {
    this.keep(this.all.filter((p) => p.key !== key));
  }

  /** Sends what is due; the first of each subject only, one at a time. */
  async pump(): Promise<void> {
    const heads = new Map<string, Pending>();
    for (const p of this.all) if (!heads.has(p.subject)) heads.set(p.subject, p);
    const due = [...heads.values()].filter(
      (p) => !p.fault && !this.busy.has(p.subject) && p.next_ms <= this.parts.now(),
    );
    await Promise.all(due.map((p) => this.one(p)));
  }
  private async one(p: Pending): Promise<void> {
    this.busy.add(p.subject);
    const v = await this.parts.send(p).catch((): Verdict => ({ ok: false, again: true, why: '' }));
    this.busy.delete(p.subject);
    if (v.ok) {
      this.drop(p.key);
      this.parts.sent(p);
      return;
    }
    const tries = p.tries + 1;
    if (v.again) this.patch(p.key, { tries, next_ms: this.parts.now() + waitMs(tries) });
    else this.patch(p.key, { tries, fault: v.why });
  }
}
