import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from '../scripts/start/build.mjs';
import { freePort } from '../scripts/postgres.mjs';
import { testDatabase } from '../src/platform/testing/database.js';
import { typed } from './cli.js';

const nobody = 65_534;

describe('An address that cannot be had', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waybill-address-'));
  let settings: Record<string, string>;

  beforeAll(async () => {
    await build();
    const { url } = await testDatabase();
    settings = { DATABASE_URL: url, AUTH_JWT_SECRET: 'y'.repeat(40), PORT: '0', WAYBILL_DATA_DIR: folder };
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // Of a range that is for documents alone, and of a domain that never is.
  const hosts = [
    ['192.0.2.1', /EADDRNOTAVAIL/],
    ['nowhere.invalid', /ENOTFOUND|EAI_AGAIN/],
  ] as const;

  it.each(hosts)('is no port that is taken: %s', async (host, reason) => {
    const refused = await freePort(3000, host).catch((error: Error) => error);
    expect(refused).toMatchObject({ exitCode: 78, message: expect.stringMatching(reason) });
    expect((refused as Error).message).toMatch(`HOST=${host} is no address of this machine`);
  });

  it.each(hosts)('ends npm start with 78, before anything is started: %s', async (HOST, reason) => {
    const { code, out, err } = await typed([process.execPath, 'scripts/start.mjs'], { ...settings, HOST });
    expect([code, err.trim()]).toEqual([78, expect.stringMatching(reason)]);
    expect(err.trim()).toMatch(new RegExp(`^HOST=${HOST} is no address of this machine .*\\.$`));
    expect(out).not.toContain('3/6');
  });

  it.each(hosts)('is not blamed on the database by dist/main.js: %s', async (HOST, reason) => {
    const { code, out } = await typed([process.execPath, 'dist/main.js'], { ...settings, HOST });
    const last = JSON.parse(out.trim().split('\n').at(-1)!) as { msg: string };
    expect([code, Object.keys(last).includes('err')]).toEqual([1, false]);
    expect(last.msg).toMatch(`Waybill could not start: it cannot listen on HOST=${HOST}, PORT=0: `);
    expect(last.msg).toMatch(reason);
  });

  /** What an ordinary account hears of a port. */
  const choose = (port: number): string => {
    const script = `
      import { choosePort } from './scripts/start/stages.mjs';
      const asked = { config: { PORT: ${port}, HOST: '127.0.0.1' }, isPortGiven: true };
      console.log(await choosePort(asked).catch((error) => error.message));`;
    const whom = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
    const words = ['--input-type=module', '--eval', script];
    return spawnSync(process.execPath, words, { encoding: 'utf8', ...whom }).stdout.trim();
  };

  it('names the account that may not open a port', () => {
    const open = readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8');
    // Where containers let everybody have every port, there is nothing to refuse.
    const expected = Number(open) > 81 ? /^Port 81 may not be opened by this account\. Set PORT / : /^81$/;
    expect(choose(81)).toMatch(expected);
  });

  it('names the port that somebody else has', async () => {
    const holder = net.createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as net.AddressInfo;
    expect(choose(port)).toMatch(new RegExp(`^Port ${port} is taken by another program\\. Set PORT `));
    holder.close();
    expect(readdirSync(folder)).not.toContain('postgres');
  });
});
