// The client's types from the server's own description of its interface.
//   npm run openapi    build/anwei openapi -> src/api/openapi.json -> src/api/schema.d.ts
//   npm run gen        src/api/openapi.json -> src/api/schema.d.ts
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const json = new URL('../src/api/openapi.json', import.meta.url);
const types = new URL('../src/api/schema.d.ts', import.meta.url);
const anwei = process.env.ANWEI ?? new URL('../../build/anwei', import.meta.url).pathname;

if (process.argv.includes('--from-server')) {
  const text = execFileSync(anwei, ['openapi'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  writeFileSync(json, `${JSON.stringify(JSON.parse(text), null, 1)}\n`);
}
const head = '// Generated from openapi.json by `npm run gen`; never edited by hand.\n';
writeFileSync(types, head + astToString(await openapiTS(json)));
