/** The real server with the demo company, in a temp folder that goes when it ends. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export interface Server {
  url: string;
  login: string;
  password: string;
  /** Where panels are heard, host:port. */
  receiver: string;
  /** One message of a simulated panel; tells whether it was acknowledged. */
  panel(account: string, send: string, ...more: string[]): boolean;
  /** Holds the program still, and lets it go on. */
  stop(): void;
  go(): void;
  close(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
export const ANWEI = process.env.ANWEI ?? path.join(ROOT, 'build/anwei');

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

/** The server says the password of the demo users once, when it makes them. */
function demoPassword(env: NodeJS.ProcessEnv): string {
  const said = execFileSync(ANWEI, ['demo', 'load'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const m = /password (\S+):/.exec(said);
  if (!m) throw new Error(`anwei demo load tells no password: ${said}`);
  return m[1]!;
}

export async function start(): Promise<Server> {
  if (!existsSync(ANWEI)) throw new Error(`${ANWEI} is missing: run make first`);
  const dir = mkdtempSync(path.join(os.tmpdir(), 'anwei-web-'));
  const port = await freePort();
  const receiver = `127.0.0.1:${await freePort()}`;
  const env = {
    ...process.env,
    LANG: 'C',
    ANWEI_DATA_DIR: dir,
    ANWEI_WEB_DIR: path.join(ROOT, 'web/dist'),
    ANWEI_HTTP_LISTEN: `127.0.0.1:${port}`,
    ANWEI_RECEIVER_LISTEN: receiver,
  };
  const password = demoPassword(env);
  const child = spawn(ANWEI, ['serve'], { cwd: ROOT, env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child);
  return {
    url,
    login: 'demo.manager',
    password,
    receiver,
    panel: (account, send, ...more) => {
      const args = [
        'panel',
        '--to',
        receiver,
        '--account',
        account,
        '--send',
        send,
        '--timeout',
        '5',
        ...more,
      ];
      return spawnSync(ANWEI, args, { stdio: 'ignore' }).status === 0;
    },
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
