/** Three-way merge of one row, field by field: what I loaded, what I have now, what another person saved. Pure. */

export interface Clash {
  field: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}
export interface Merge {
  /** Both changed it, differently: a person must choose. */
  clashes: Clash[];
  /** Only they changed it: taken over silently, but shown. */
  taken: Clash[];
  /** Only I changed it: kept. */
  kept: Clash[];
}

export function same(a: unknown, b: unknown): boolean {
  const empty = (x: unknown) => x === null || x === undefined || x === '' || (Array.isArray(x) && !x.length);
  if (empty(a) || empty(b)) return empty(a) && empty(b);
  if (Array.isArray(a) && Array.isArray(b))
    return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
  return JSON.stringify(a) === JSON.stringify(b);
}

type Values = Record<string, unknown>;

export function merge(fields: string[], base: Values, mine: Values, theirs: Values): Merge {
  const out: Merge = { clashes: [], taken: [], kept: [] };
  for (const field of fields) {
    const c = { field, base: base[field], mine: mine[field], theirs: theirs[field] };
    const i = !same(c.base, c.mine);
    const they = !same(c.base, c.theirs);
    if (i && they && !same(c.mine, c.theirs)) out.clashes.push(c);
    else if (they) out.taken.push(c);
    else if (i) out.kept.push(c);
  }
  return out;
}

/** The values to go on with, once each clash has been decided. */
export function resolve(m: Merge, mine: Values, pick: Record<string, 'mine' | 'theirs'>): Values {
  const out = { ...mine };
  for (const c of m.taken) out[c.field] = c.theirs;
  for (const c of m.clashes) out[c.field] = pick[c.field] === 'theirs' ? c.theirs : c.mine;
  return out;
}
