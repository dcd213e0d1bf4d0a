import { ApiError, within } from '../core/http';

/** A server that is slow or gone keeps nobody from muting: what it does not take in this time is not in the log. */
export const MUTE_WAIT_MS = 3000;

/** Writes the mute down; false: the server cannot be reached. What it refuses is thrown. */
export async function muteLogged(write: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await within(MUTE_WAIT_MS, () => write().then(() => true))) ?? false;
  } catch (e) {
    if (e instanceof ApiError && (e.status === 0 || e.status >= 500)) return false;
    throw e;
  }
}
