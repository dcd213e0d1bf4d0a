import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../src/core/en';
import { zh } from '../../src/core/zh';

const keys = Object.keys(zh) as (keyof typeof zh)[];

test('both languages have the same keys and places', () => {
  const places = (s: string) => (s.match(/\{\w+\}/g) ?? []).sort().join();
  expect(Object.keys(en).sort()).toEqual([...keys].sort());
  for (const k of keys) expect(`${k} ${places(en[k])}`).toBe(`${k} ${places(zh[k])}`);
});

test('the English words hold no Chinese, except the names that are both', () => {
  const both = new Set(['app', 'demo']);
  expect(keys.filter((k) => !both.has(k) && /[\u4e00-\u9fff]/.test(en[k]))).toEqual([]);
});

function* sources(dir: string): Generator<string> {
  for (const f of readdirSync(dir, { withFileTypes: true })) {
    const p = path.join(dir, f.name);
    if (f.isDirectory()) yield* sources(p);
    else if (/\.(ts|vue)$/.test(p) && !/\/(zh|en)\.ts$/.test(p)) yield p;
  }
}

test('no screen has words of its own', () => {
  const allowed = new Set(['Shell.vue', 'SignIn.vue', 'words.ts']); // the name of the other language; the phone's words
  for (const f of sources('src')) {
    if (allowed.has(path.basename(f))) continue;
    const code = readFileSync(f, 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\/|\/\^.*\$\//g, '');
    expect(`${f}: ${code.match(/[\u4e00-\u9fff]+/g) ?? ''}`).toBe(`${f}: `);
  }
});

test('every word is used', () => {
  const all = [...sources('src')].map((f) => readFileSync(f, 'utf8')).join('\n');
  const computed =
    /^(op|line|theme|v|frame|fate|class|role|sigstate|source|period|path|lack|st_by|nt_c|ref|sup_none|pan_refused|dp)_|^st_(\d+|own)$/; // built from a value
  expect(keys.filter((k) => !computed.test(k) && !all.includes(`'${k}'`))).toEqual([]);
});
