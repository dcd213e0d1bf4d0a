// For now the stand-in; the same interface will start the real server.
import { start as mock } from '../mock/server.mjs';

export interface Server {
  url: string;
  login: string;
  password: string;
  pid: number;
  close(): Promise<void>;
}

export async function start(): Promise<Server> {
  const m = await mock('dist');
  return { url: m.url, login: 'admin', password: 'admin', pid: 0, close: m.close };
}
