import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';
import { ANWEI } from './server';

const json = new URL('../../src/api/openapi.json', import.meta.url);

/** After a change of a route or a field: npm run openapi. */
test('the client is generated from the interface that the server has', async () => {
  const text = execFileSync(ANWEI, ['openapi'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(json, 'utf8')));
  const types = readFileSync(new URL('../../src/api/schema.d.ts', import.meta.url), 'utf8');
  expect(types.split('\n').slice(1).join('\n') === astToString(await openapiTS(json))).toBe(true);
});
