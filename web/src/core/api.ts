/** The fixed paths, typed by the server's own description. Rows of registers go through rows.ts. */
import createClient from 'openapi-fetch';
import type { paths } from '../api/schema';
import { send } from './http';

/** openapi-fetch makes the request, http.ts sends it: patience, tokens and problems are the same for all calls. */
function transport(anonymous: boolean) {
  return async (r: Request): Promise<Response> => {
    const body = r.method === 'GET' ? null : await r.blob();
    const type = r.headers.get('Content-Type');
    return send(r.url.slice(location.origin.length), {
      method: r.method,
      anonymous,
      ...(body?.size && { raw: body, ...(type && { headers: { 'Content-Type': type } }) }),
    });
  };
}
const client = (anonymous: boolean) => {
  const baseUrl = typeof location === 'undefined' ? 'http://localhost' : location.origin;
  return createClient<paths>({ baseUrl, fetch: transport(anonymous) });
};
export const api = client(false);
/** For signing in and out, which must see their own 401. */
export const anonymousApi = client(true);

/** A failed call has thrown before this. */
export const data = <T>(r: { data?: T }): T => r.data as T;
