import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { emptyTestDatabase } from '../src/platform/testing/database.js';
import { copyOfTheProject } from './project-copy.js';

interface RunFile {
  readonly url: string;
  readonly pid: number;
  readonly databaseUrl: string;
  readonly tokens: Record<'operator' | 'service' | 'customer' | 'otherCustomer', string>;
  readonly customerId: string;
  readonly otherCustomerId: string;
}

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** One `npm start`, as a shell would run it: a process group of its own. */
class Start {
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  constructor(
    readonly folder: string,
    settings: Record<string, string> = {},
    as: { uid?: number; gid?: number } = {},
  ) {
    const { PATH, LANG } = process.env;
    const env = { PATH, LANG, HOME: path.dirname(folder), ...settings } as unknown as NodeJS.ProcessEnv;
    this.child = spawn('npm', ['start'], { cwd: folder, env, detached: true, ...as });
    this.child.stdout?.on('data', (chunk) => (this.output += chunk));
    this.child.stderr?.on('data', (chunk) => (this.output += chunk));
    this.ended = once(this.child, 'close');
  }

  async ready(): Promise<RunFile> {
    while (!this.output.includes('Stop: Ctrl-C')) {
      if (this.child.exitCode !== null) throw new Error(`npm start ended:\n${this.output}`);
      await sleep(50);
    }
    return this.runFile();
  }

  runFile(name = 'run.json'): RunFile {
    return JSON.parse(readFileSync(path.join(this.folder, '.data', name), 'utf8')) as RunFile;
  }

  /** To everybody in the terminal, as Ctrl-C does. */
  signal(name: NodeJS.Signals): void {
    process.kill(-Number(this.child.pid), name);
  }

  async exitCode(): Promise<number | null> {
    await this.ended;
    return this.child.exitCode;
  }

  /** Nothing survives: npm, the starter, the application, the database server. */
  async killEverything(): Promise<void> {
    const application = this.runFile().pid;
    this.signal('SIGKILL');
    process.kill(application, 'SIGKILL');
    process.kill(this.postmaster(), 'SIGKILL');
    await this.ended;
  }

  postmaster(): number {
    return Number(readFileSync(this.postmasterFile, 'utf8').split('\n')[0]);
  }

  get postmasterFile(): string {
    return path.join(this.folder, '.data', 'postgres', 'data', 'postmaster.pid');
  }
}

async function occupy(port: number): Promise<() => void> {
  const server = net.createServer().listen(port, '127.0.0.1');
  await Promise.race([once(server, 'listening'), once(server, 'error')]);
  return () => server.close();
}

const products = async ({ url, tokens }: RunFile) => {
  const reply = await fetch(`${url}/v1/products?limit=100`, {
    headers: { authorization: `Bearer ${tokens.customer}` },
  });
  return ((await reply.json()) as { items: unknown[] }).items.length;
};

const isRunning = (pid: number) => spawnSync('kill', ['-0', String(pid)]).status === 0;

// The first one compiles everything, on two cores that other suites use as well.
jest.setTimeout(180_000);

describe('npm start', () => {
  let folder: string;
  let start: Start | undefined;
  const folders: string[] = [];
  const releases: (() => void)[] = [];
  const begin = (settings?: Record<string, string>, where = folder, as?: { uid?: number; gid?: number }) =>
    (start = new Start(where, settings, as));

  beforeAll(() => {
    folder = copyOfTheProject(process.cwd());
    folders.push(path.dirname(folder));
  });
  afterEach(async () => {
    for (const release of releases.splice(0)) release();
    // A test that failed half-way must not leave servers behind.
    if (start && (await Promise.race([start.exitCode(), sleep(10, 'running')])) === 'running') {
      start.signal('SIGTERM');
      await start.exitCode();
    }
  });
  afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true, force: true })));

  it('builds, serves a demo catalogue, says where, and stops at Ctrl-C with 0', async () => {
    const first = begin();
    const run = await first.ready();
    expect(first.output).toMatch(/2\/6 build +ok .*built/);
    expect(first.output).toMatch(/3\/6 postgres \d+\.\d+ +ok/);
    expect(first.output).toMatch(/6\/6 demo data +ok .*40 products with stock/);
    expect(first.output).toContain(`/docs`);
    expect(first.output).toContain(run.tokens.operator);
    expect(first.output).not.toMatch(/npm warn (?!Unknown)/i);

    expect(statSync(path.join(folder, '.data', 'run.json')).mode & 0o777).toBe(0o600);
    expect(Object.keys(run)).toEqual([
      'url',
      'pid',
      'databaseUrl',
      'tokens',
      'customerId',
      'otherCustomerId',
    ]);
    expect(Object.keys(run.tokens)).toEqual(['operator', 'service', 'customer', 'otherCustomer']);
    expect((await fetch(`${run.url}/health/ready`)).status).toBe(200);

    first.signal('SIGINT');
    expect(await first.exitCode()).toBe(0);
    expect(existsSync(path.join(folder, '.data', 'run.json'))).toBe(false);
    expect([isRunning(run.pid), existsSync(first.postmasterFile)]).toEqual([false, false]);
  });

  it('takes other ports when its own are taken', async () => {
    const remembered = Number(readFileSync(path.join(folder, '.data', 'postgres', 'port'), 'utf8'));
    releases.push(await occupy(3000), await occupy(remembered));
    const second = begin();
    const run = await second.ready();
    expect(second.output).toMatch(new RegExp(`postgres .*port ${remembered} is taken`));
    expect(second.output).toMatch(/application .*port 3000 is taken/);
    expect(run.url).not.toMatch(/:3000$/);
    expect(await products(run)).toBe(40);
    await second.killEverything();
    expect(existsSync(path.join(folder, '.data', 'run.json'))).toBe(true);
  });

  it('finds its data after kill -9 of everything, and a database server that outlived its starter', async () => {
    const third = begin();
    const run = await third.ready();
    expect(await products(run)).toBe(40);
    expect(third.output).toMatch(/demo data +ok .*data kept/);
    expect(third.output).toMatch(/build +ok .*up to date/);

    const rival = new Start(folder);
    expect(await rival.exitCode()).toBe(1);
    expect(rival.output).toContain('already runs');
    const server = third.postmaster();
    third.signal('SIGKILL');
    await third.exitCode();
    // The application notices that its starter is gone, drains and leaves.
    for (let waited = 0; isRunning(run.pid) && waited < 300; waited++) await sleep(100);
    expect([isRunning(run.pid), isRunning(server)]).toEqual([false, true]);

    const fourth = begin();
    const again = await fourth.ready();
    expect(fourth.output).toMatch(/postgres .*was still running/);
    expect(fourth.postmaster()).toBe(server);

    process.kill(again.pid, 'SIGKILL');
    expect(await fourth.exitCode()).toBe(1);
    expect(fourth.output).toContain('Waybill stopped by itself (killed by SIGKILL)');
    expect(existsSync(fourth.postmasterFile)).toBe(false);
  });

  it('shows every wrong setting in one table and exits with 78, having started nothing', async () => {
    const wrong = begin({ PORT: '3o00', LEASE_SECONDS: 'soon', AUTH_JWT_SECRET: 'hunter2' });
    expect(await wrong.exitCode()).toBe(78);
    expect(wrong.output).toMatch(/3 settings are wrong[^]*\nPORT +"3o00"[^]*\nAUTH_JWT_SECRET +\(hidden/);
    expect(wrong.output).not.toContain('hunter2');
    expect(existsSync(wrong.postmasterFile)).toBe(false);
  });

  it('with DATABASE_URL starts no server, and two of them are one cluster', async () => {
    const database = await emptyTestDatabase();
    const one = begin({ DATABASE_URL: database.url, PORT: '0' });
    const first = await one.ready();
    const two = new Start(folder, { DATABASE_URL: database.url, PORT: '0' });
    await two.ready();
    const second = two.runFile(readdirSync(path.join(folder, '.data')).find((name) => /^run-\d+/.test(name)));
    expect(await products({ ...second, tokens: first.tokens })).toBe(40);
    expect(existsSync(one.postmasterFile)).toBe(false);
    two.signal('SIGINT');
    expect(await two.exitCode()).toBe(0);
    one.signal('SIGTERM');
    expect(await one.exitCode()).toBe(0);
    await database.drop();
  });

  // Only root can become somebody else; started by an ordinary user, every test above is this one.
  const asAnother = isRoot ? { uid: nobody, gid: nobody } : {};
  it('works for an ordinary user', async () => {
    const theirs = copyOfTheProject(folder, ['dist']);
    folders.push(path.dirname(theirs));
    for (const file of ['..', '.', ...readdirSync(theirs)]) {
      if (isRoot && file !== 'node_modules') chownSync(path.join(theirs, file), nobody, nobody);
    }
    const ordinary = begin({}, theirs, asAnother);
    const run = await ordinary.ready();
    expect(await products(run)).toBe(40);
    expect(statSync(path.join(theirs, '.data', 'run.json')).uid).toBe(asAnother.uid ?? process.getuid?.());
    ordinary.signal('SIGINT');
    expect(await ordinary.exitCode()).toBe(0);
  });
});
