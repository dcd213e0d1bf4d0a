import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk & {
  viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> };
};

/** All files that an entry needs, by the graph of chunks. */
function needed(bundle: Rolldown.OutputBundle, entry: string): string[] {
  const found = new Set<string>();
  const walk = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    const c = bundle[name];
    if (c?.type !== 'chunk') return;
    const meta = (c as Chunk).viteMetadata;
    const more = [...(meta?.importedCss ?? []), ...(meta?.importedAssets ?? [])];
    for (const f of [...c.imports, ...c.dynamicImports, ...more]) walk(f);
  };
  for (const c of Object.values(bundle))
    if (c.type === 'chunk' && c.isEntry && c.name === entry) walk(c.fileName);
  return [...found].sort().map((f) => `/${f}`);
}

/** Writes /sw.js: the worker with the list of files that the phone page needs. */
export function swPlugin(o: { entry: string; source: string; more: string[] }): Plugin {
  return {
    name: 'sw',
    apply: 'build',
    enforce: 'post',
    generateBundle(_opts, bundle) {
      const files = [...o.more, ...needed(bundle, o.entry)];
      const worker = readFileSync(o.source, 'utf8');
      const hash = createHash('sha256');
      hash.update(worker + files.join());
      for (const f of o.more) {
        const b = bundle[f.slice(1)];
        if (b?.type === 'asset') hash.update(b.source);
      }
      const version = hash.digest('hex').slice(0, 12);
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: worker.replace('__FILES__', JSON.stringify(files)).replace('__VERSION__', version),
      });
    },
  };
}
