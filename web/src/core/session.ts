/** Who is signed in. The only place that holds the session and its CSRF token. */
import { computed, shallowRef } from 'vue';
import { anonymousApi, api, data } from './api';
import { setZone } from './fmt';
import { ApiError, setHooks } from './http';
import { lang } from './i18n';
import { draftsClear } from './store';
import type { Session, Token } from './types';

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
  setZone(s.org.zone);
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
      accept(data(await anonymousApi.GET('/api/v1/session')));
    } catch (e) {
      if (!(e instanceof ApiError) || e.status !== 401) throw e;
    }
  },
  async signIn(login: string, password: string, totp: string): Promise<void> {
    const body = { login, password, ...(totp && { totp }) };
    accept(data(await anonymousApi.POST('/api/v1/session', { body })));
  },
  async signOut(everywhere = false): Promise<void> {
    try {
      await anonymousApi.DELETE(everywhere ? '/api/v1/session/all' : '/api/v1/session');
    } catch (e) {
      if (!(e instanceof ApiError) || e.status !== 401) throw e;
    }
    forget();
  },
  async password(old: string, fresh: string): Promise<void> {
    accept(data(await api.POST('/api/v1/session/password', { body: { old, new: fresh } })));
  },
  totpStart: async () => data(await api.POST('/api/v1/session/totp')),
  async totpConfirm(code: string): Promise<void> {
    await api.POST('/api/v1/session/totp/confirm', { body: { code } });
    if (session.value) session.value = { ...session.value, totp: true };
  },
  async totpOff(password: string): Promise<void> {
    await api.DELETE('/api/v1/session/totp', { body: { password } });
    if (session.value) session.value = { ...session.value, totp: false };
  },
  giveUp: forget,
};

export const tokens = {
  list: async (): Promise<Token[]> => data(await api.GET('/api/v1/token')).items,
  create: async (name: string, scopes: string[], days: number) =>
    data(await api.POST('/api/v1/token', { body: { name, scopes, days } })),
  revoke: async (id: string): Promise<void> => {
    await api.DELETE('/api/v1/token/{id}', { params: { path: { id } } });
  },
};

/** Another person's account, for those who may edit the organisation. */
export const accounts = {
  reset: async (id: string, password: string): Promise<void> => {
    await api.POST('/api/v1/user/{id}/password', { params: { path: { id } }, body: { password } });
  },
  totpOff: async (id: string): Promise<void> => {
    await api.DELETE('/api/v1/user/{id}/totp', { params: { path: { id } } });
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
