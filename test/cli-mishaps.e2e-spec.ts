import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cli } from './cli.js';

/** The answers of a program that is no Waybill. */
const strangers: Record<string, string> = {
  page: '<!doctype html><title>It works!</title>',
  nothing: 'null',
  list: '[]',
};

const sockets = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;

describe('A command line that is set wrong', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waybill-mishaps-'));
  const before = { ...process.env };
  let answer = '';
  const stranger = http.createServer((_, reply) => reply.end(answer));
  let url: string;

  beforeAll(async () => {
    await once(stranger.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    for (const name of ['DATABASE_URL', 'WAYBILL_URL', 'WAYBILL_TOKEN']) delete process.env[name];
    Object.assign(process.env, { WAYBILL_DATA_DIR: folder, PORT: '0' });
    rmSync(path.join(folder, 'run.json'), { force: true });
  });
  afterAll(() => {
    process.env = before;
    stranger.close();
    stranger.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });

  const announce = (facts: unknown) => writeFileSync(path.join(folder, 'run.json'), JSON.stringify(facts));
  const faults = async () => {
    const { code, out, err } = await cli('doctor', '--json');
    const { data } = JSON.parse(out) as {
      data: { findings: { check: string; state: string; what: string }[] };
    };
    const wrong = data.findings.filter(({ state }) => state === 'fault');
    return { code, err, checked: data.findings.map(({ check }) => check), wrong };
  };

  it.each([
    ['a wrong password', (at: URL) => (at.password = 'hunter2'), /^the database refuses us: password auth/],
    ['no password', (at: URL) => (at.password = ''), /^the database refuses us: SASL/],
    [
      'a database that is not there',
      (at: URL) => (at.pathname = '/nowhere'),
      /^the database refuses us: .*"nowhere"/,
    ],
  ])('hears from the database in a sentence: %s', async (_, spoil, sentence) => {
    const at = new URL(before['WAYBILL_TEST_SERVER']!);
    spoil(at);
    process.env['DATABASE_URL'] = at.href;
    const openBefore = sockets();
    for (const words of [['verify'], ['backup', path.join(folder, 'copy')]]) {
      const { code, out, err } = await cli(...words);
      expect([code, out, err]).toEqual([5, '', expect.stringMatching(sentence)]);
      expect(err).not.toMatch(/\n +at |hunter2/);
    }
    // One that is left open keeps the process from ending until the server loses patience.
    expect(sockets()).toBe(openBefore);
    const { code, wrong } = await faults();
    expect([code, wrong.map(({ check }) => check)]).toEqual([6, ['database']]);
  });

  it.each(['nonsense', 'postgres://waybill:hunter2@127.0.0.1/waybill', '127.0.0.1:3000'])(
    'hears that WAYBILL_URL is none: %s',
    async (given) => {
      Object.assign(process.env, { WAYBILL_URL: given, WAYBILL_TOKEN: 'x' });
      const err = 'WAYBILL_URL is not the address of a Waybill, such as http://127.0.0.1:3000\n';
      expect(await cli('attention')).toEqual({ code: 78, out: '', err });
      const { code, checked, wrong } = await faults();
      expect([code, checked]).toEqual([6, ['settings', 'folder', 'database', 'server']]);
      expect(wrong).toMatchObject([{ check: 'server', what: err.trim() }]);
    },
  );

  it('hears that a token is missing, and doctor says the rest', async () => {
    process.env['WAYBILL_URL'] = 'http://127.0.0.1:9';
    const what = expect.stringContaining('WAYBILL_TOKEN is not set');
    expect(await cli('attention')).toMatchObject({ code: 5, err: what });
    const { code, checked, wrong } = await faults();
    expect([code, checked]).toEqual([6, ['settings', 'folder', 'database', 'server']]);
    expect(wrong).toMatchObject([{ check: 'server', what }]);
  });

  it.each<[string, unknown]>([
    ['an empty object', {}],
    ['nothing', null],
    ['without tokens', { url: 'http://127.0.0.1:9' }],
    ['of another address', { url: 'nonsense', tokens: {} }],
  ])('takes half a run.json for none: %s', async (_, facts) => {
    announce(facts);
    for (const words of [['attention'], ['token', 'operator']])
      expect(await cli(...words)).toMatchObject({
        code: 5,
        err: expect.stringMatching(/^no Waybill runs .*npm start/),
      });
    expect(await faults()).toMatchObject({ code: 0, err: '', wrong: [] });
  });

  it.each(Object.keys(strangers))('knows that another program answers: %s', async (kind) => {
    answer = strangers[kind]!;
    Object.assign(process.env, { WAYBILL_URL: url, WAYBILL_TOKEN: 'x' });
    const err = `${url} answers, but not as a Waybill does\n`;
    for (const words of [['attention'], ['saga', 'list'], ['topics']])
      expect(await cli(...words)).toEqual({ code: 5, out: '', err });
    expect(await faults()).toMatchObject({ code: 6, wrong: [{ check: 'server', what: err.trim() }] });
    delete process.env['WAYBILL_URL'];
    announce({ url, tokens: { operator: 'as it was' } });
    expect(await cli('token', 'operator')).toMatchObject({ code: 0, out: 'as it was\n' });
  });

  it.each(['{"at"', '{}', 'null'])('is refused a backup whose mark is %s', async (text) => {
    const copy = path.join(folder, 'copy');
    mkdirSync(copy, { recursive: true });
    writeFileSync(path.join(copy, 'waybill-backup.json'), text);
    const err = `${copy} is no whole backup (its waybill-backup.json is not as it was written)\n`;
    expect(await cli('restore', copy)).toEqual({ code: 3, out: '', err });
  });
});
