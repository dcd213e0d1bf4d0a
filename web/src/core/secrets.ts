/** Names of the key store and when they were set; values go in and never come out. */
import { shallowRef } from 'vue';
import { call } from './http';
import { may } from './session';

const base = '/api/v1/secret';
export type SecretKind = 'panel_key' | 'password';

/** By name: when it was set. Null until they were read, or for who may not see them. */
export const secrets = shallowRef<Map<string, number> | null>(null);
export const maySecrets = (): boolean => may('edit_alarm_rules');

export async function readSecrets(): Promise<void> {
  if (!maySecrets()) return;
  const { items } = (await call<{ items: { name: string; changed_ms: number }[] }>(base)).data;
  secrets.value = new Map(items.map((x) => [x.name, x.changed_ms]));
}

export async function putSecret(name: string, value: string, kind: SecretKind): Promise<void> {
  const body = kind === 'panel_key' ? { value, kind } : { value };
  await call(`${base}/${encodeURIComponent(name)}`, { method: 'PUT', body });
  await readSecrets();
}
