import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { emptyTestDatabase } from '../src/platform/testing/database.js';
import { isRunning, Start, type RunFile } from './npm-start.js';
import { copyOfTheProject } from './project-copy.js';

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

async function occupy(port: number): Promise<() => void> {
  const server = net.createServer().listen(port, '127.0.0.1');
  // Somebody else may hold it already.
  await once(server, 'listening').catch(() => undefined);
  return () => server.close();
}

const products = async ({ url, tokens }: RunFile) => {
  const reply = await fetch(`${url}/v1/products?limit=100`, {
    headers: { authorization: `Bearer ${tokens.customer}` },
  });
  return ((await reply.json()) as { items: unknown[] }).items.length;
};

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
    const banner = first.output.slice(first.output.indexOf('Start page')).trimEnd().split('\n');
    expect(banner.length).toBeLessThanOrEqual(12);
    expect(first.output).not.toContain(run.tokens.operator);
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
    expect(rival.output).toMatch(/already runs on .*: process \d+ \(npm start, since .* UTC\)/);
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

  it('does not begin where the port that was asked for is taken, and says so in one sentence', async () => {
    const holder = net.createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    releases.push(() => holder.close());
    const { port } = holder.address() as net.AddressInfo;
    const refused = begin({ PORT: String(port) });
    expect(await refused.exitCode()).toBe(1);
    expect(refused.output).toMatch(
      new RegExp(`^Port ${port} is taken by another program\\. Set PORT .*\\.$`, 'm'),
    );
    expect(refused.output).not.toContain('3/6');
    expect(existsSync(refused.postmasterFile)).toBe(false);
  });

  it('waits for who is about to leave, and says for whom', async () => {
    const before = begin();
    await before.ready();
    before.signal('SIGTERM');
    await before.says('stopping');
    const after = begin();
    await after.ready();
    expect(await before.exitCode()).toBe(0);
    after.signal('SIGINT');
    expect(await after.exitCode()).toBe(0);
  });

  it('shows every wrong setting in one table and exits with 78, having started nothing', async () => {
    const wrong = begin({ PORT: '3o00', LEASE_SECONDS: 'soon', AUTH_JWT_SECRET: 'hunter2' });
    expect(await wrong.exitCode()).toBe(78);
    expect(wrong.output).toMatch(/3 settings are wrong[^]*\nPORT +"3o00"[^]*\nAUTH_JWT_SECRET +\(hidden/);
    expect(wrong.output).not.toContain('hunter2');
    expect(existsSync(wrong.postmasterFile)).toBe(false);
  });

  it('says what it can be asked for, and begins nothing for a word that it does not know', () => {
    const said = (...words: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', ...words], {
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    };
    const help = said('--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    for (const option of ['--dev', '--json', '--logs', '--no-seed', '--orders', '--no-orders']) {
      expect(help.stdout).toContain(option);
    }
    expect(said('--jsn')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--jsn') });
    expect(said('4000')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('4000') });
  });

  it('with DATABASE_URL starts no server, and two of them are one cluster, however few requests they allow', async () => {
    const database = await emptyTestDatabase();
    // Half a file of somebody who was killed is no reason to fail.
    writeFileSync(path.join(folder, '.data', 'run.json'), '');
    const one = begin({ DATABASE_URL: database.url, PORT: '0', RATE_LIMIT_PER_MINUTE: '20' });
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

  it('npm run dev is there again with every save, and outlives one that cannot be compiled', async () => {
    const dev = new Start(folder, { PORT: '0' }, { words: ['--dev', '--no-seed'] });
    start = dev;
    const { url } = await dev.ready();
    const source = path.join(folder, 'src', 'platform', 'http', 'health.controller.ts');
    const text = readFileSync(source, 'utf8');
    writeFileSync(source, `${text}\n)`);
    await dev.says('waiting for the next save');
    expect((await (await fetch(`${url}/health/live`)).json()) as object).toEqual({ status: 'ok' });
    writeFileSync(source, text.replace(`return { status: 'ok' };`, `return { status: 'saved' };`));
    await dev.says('health.controller.ts: ready again after');
    expect((await (await fetch(`${url}/health/live`)).json()) as object).toEqual({ status: 'saved' });
    writeFileSync(source, text);
    dev.signal('SIGINT');
    expect(await dev.exitCode()).toBe(0);
  });
});
