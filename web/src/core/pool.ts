/** Runs at most n jobs at a time; a home page with thirty questions must not crowd out the rest. */
export async function pooled<T, R>(n: number, items: T[], job: (x: T) => Promise<R>): Promise<(R | null)[]> {
  const out: (R | null)[] = new Array(items.length).fill(null);
  let at = 0;
  const worker = async () => {
    for (let i = at++; i < items.length; i = at++) out[i] = await job(items[i]!).catch(() => null);
  };
  await Promise.all(Array.from({ length: Math.min(n, items.length) }, worker));
  return out;
}
