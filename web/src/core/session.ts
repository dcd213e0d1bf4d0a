/** Who is signed in. The only place that holds the session and its CSRF token. */
import { computed, shallowRef } from 'vue';
import { ApiError, call, setHooks } from './http';
import { lang } from './i18n';
import { draftsClear } from './store';
import type { Session, Token } from './types';

const path = '/api/v1/session';

export const session = shallowRef<Session | null>(null);
/** The session ended while somebody was working: the page stays, a sign-in lies over it. */
export const lapsed = shallowRef(false);
export const signedIn = computed(() => session.value !== null);
export const may = (permission: string): boolean => session.value?.permissions.includes(permission) ?? false;

let again: { ok: () => void; no: (e: Error) => void; wait: Promise<void> } | null = null;

function signInAgain(): Promise<void> {
  if (!again) {
    let ok = () => {};
    let no: (e: Error) => void = () => {};
    const wait = new Promise<void>((a, b) => {
      ok = a;
      no = b;
    });
    again = { ok, no, wait };
    lapsed.value = true;
  }
  return again.wait;
}

function accept(s: Session): void {
  const other = session.value && session.value.user.id !== s.user.id;
  session.value = s;
  lapsed.value = false;
  if (other) location.reload(); // another person at the same desk must not inherit the page
  again?.ok();
  again = null;
}

function forget(): void {
  if (session.value) draftsClear(session.value.user.id);
  session.value = null;
  lapsed.value = false;
  again?.no(new Error('signed out'));
  again = null;
}

export const auth = {
  async resume(): Promise<void> {
    try {
      accept((await call<Session>(path, { anonymous: true })).data);
    } catch (e) {
      if (!(e instanceof ApiError) || e.status !== 401) throw e;
    }
  },
  async signIn(login: string, password: string, totp: string): Promise<void> {
    const body = { login, password, ...(totp && { totp }) };
    accept((await call<Session>(path, { method: 'POST', body, anonymous: true })).data);
  },
  async signOut(everywhere = false): Promise<void> {
    try {
      await call(everywhere ? `${path}/all` : path, { method: 'DELETE', anonymous: true });
    } catch (e) {
      if (!(e instanceof ApiError) || e.status !== 401) throw e;
    }
    forget();
  },
  async password(old: string, fresh: string): Promise<void> {
    accept((await call<Session>(`${path}/password`, { method: 'POST', body: { old, new: fresh } })).data);
  },
  async totpStart(): Promise<{ secret: string; uri: string }> {
    return (await call<{ secret: string; uri: string }>(`${path}/totp`, { method: 'POST' })).data;
  },
  async totpConfirm(code: string): Promise<void> {
    await call(`${path}/totp/confirm`, { method: 'POST', body: { code } });
    if (session.value) session.value = { ...session.value, totp: true };
  },
  async totpOff(password: string): Promise<void> {
    await call(`${path}/totp`, { method: 'DELETE', body: { password } });
    if (session.value) session.value = { ...session.value, totp: false };
  },
  giveUp: forget,
};

export const tokens = {
  list: async (): Promise<Token[]> => (await call<{ items: Token[] }>('/api/v1/token')).data.items,
  create: async (name: string, scopes: string[], days: number) =>
    (
      await call<{ id: string; token: string }>('/api/v1/token', {
        method: 'POST',
        body: { name, scopes, days },
      })
    ).data,
  revoke: async (id: string): Promise<void> => {
    await call(`/api/v1/token/${id}`, { method: 'DELETE' });
  },
};

/** Another person's account, for those who may edit the organisation. */
export const accounts = {
  reset: async (user: string, password: string): Promise<void> => {
    await call(`/api/v1/user/${user}/password`, { method: 'POST', body: { password } });
  },
  totpOff: async (user: string): Promise<void> => {
    await call(`/api/v1/user/${user}/totp`, { method: 'DELETE' });
  },
};

setHooks({
  lang: () => (lang.value === 'zh' ? 'zh-CN' : 'en'),
  csrf: () => session.value?.csrf ?? '',
  signInAgain,
  passwordExpired: () => {
    if (session.value) session.value = { ...session.value, must_change_password: true };
  },
});
