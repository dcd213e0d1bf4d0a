/** The real server with the demo company, in a temp folder that goes when it ends. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { start as mock } from '../mock/server.mjs';

export interface Server {
  url: string;
  login: string;
  password: string;
  /** Holds the program still, and lets it go on. */
  stop(): void;
  go(): void;
  close(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
const ANWEI = process.env.ANWEI ?? path.join(ROOT, 'build/anwei');

const freePort = (): Promise<number> =>
  new Promise((ok) => {
    const s = createServer().listen(0, '127.0.0.1', () => {
      const { port } = s.address() as { port: number };
      s.close(() => ok(port));
    });
  });

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (child.exitCode !== null) throw new Error(`anwei ended with ${child.exitCode}`);
    if (
      await fetch(`${url}/readyz`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return;
    await new Promise((t) => setTimeout(t, 100));
  }
  throw new Error('anwei does not become ready');
}

export async function start(): Promise<Server> {
  if (process.env.ANWEI_URL)
    return {
      url: process.env.ANWEI_URL,
      login: 'admin2',
      password: 'Long-secret-77',
      stop() {},
      go() {},
      close: async () => {},
    };
  if (!existsSync(ANWEI)) return standIn();
  const dir = mkdtempSync(path.join(os.tmpdir(), 'anwei-web-'));
  const port = await freePort();
  const env = {
    ...process.env,
    ANWEI_DATA_DIR: dir,
    ANWEI_WEB_DIR: path.join(ROOT, 'web/dist'),
    ANWEI_HTTP_LISTEN: `127.0.0.1:${port}`,
  };
  execFileSync(ANWEI, ['demo', 'load'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const child = spawn(ANWEI, ['serve'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child);
  return {
    url,
    login: 'demo',
    password: 'demo',
    stop: () => child.kill('SIGSTOP'),
    go: () => child.kill('SIGCONT'),
    close: () =>
      new Promise((ok) => {
        child.once('exit', () => {
          rmSync(dir, { recursive: true, force: true });
          ok();
        });
        child.kill('SIGCONT');
        child.kill('SIGTERM');
      }),
  };
}

async function standIn(): Promise<Server> {
  const m = await mock('dist');
  return { url: m.url, login: 'admin', password: 'admin', stop: m.stop, go: m.go, close: m.close };
}
