import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(js|css|html|svg|json|webmanifest|wasm)$/;

function* files(dir: string): Generator<string> {
  for (const name of readdirSync(dir)) {
    const p = path.join(dir, name);
    if (statSync(p).isDirectory()) yield* files(p);
    else yield p;
  }
}

/** Writes a .gz beside every text file of the build, so that the server sends it without work. */
export function gzipPlugin(): Plugin {
  let dir = 'dist';
  return {
    name: 'gzip',
    apply: 'build',
    configResolved(c) {
      dir = path.resolve(c.root, c.build.outDir);
    },
    closeBundle() {
      for (const f of files(dir))
        if (TEXT.test(f)) writeFileSync(`${f}.gz`, gzipSync(readFileSync(f), { level: 9 }));
    },
  };
}
