// src/api/openapi.json -> src/api/schema.d.ts.  With "--check" only compares and fails on a difference.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const from = new URL('../src/api/openapi.json', import.meta.url);
const to = new URL('../src/api/schema.d.ts', import.meta.url);
const head = '// Generated from openapi.json by `npm run gen`; never edited by hand.\n';

if (!existsSync(from)) process.exit(0); // before the server has told its interface once
const text = head + astToString(await openapiTS(from));
if (process.argv.includes('--check')) {
  if (!existsSync(to) || readFileSync(to, 'utf8') !== text) {
    console.error('src/api/schema.d.ts is not what openapi.json says: run `npm run gen`');
    process.exit(1);
  }
} else writeFileSync(to, text);
