import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '../src/platform/core/ids.js';
import { emptyTestDatabase, testDatabase } from '../src/platform/testing/database.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { cli } from './cli.js';
import { demoCatalogue } from './demo-catalogue.js';

describe('The command line of somebody on duty', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waybill-duty-'));
  const before = { ...process.env };
  let waybill: TestApp;
  let order: string;

  beforeAll(async () => {
    waybill = await startApp({ config: { SAGA_ATTEMPTS: 2 } });
    await demoCatalogue(waybill);
    const body = {
      customerId: waybill.customerId,
      currency: 'EUR',
      items: [{ sku: 'MUG-BLUE', quantity: 1 }],
      shippingAddress: { name: 'Ada', line1: '1 Quay St', city: 'Dublin', postalCode: 'DOWN', country: 'IE' },
      paymentMethod: { type: 'card', token: 'tok_ok' },
      confirm: true,
    };
    order = String((await waybill.send('POST', '/v1/orders', { key: 'stuck', body })).body['id']);
    await eventually(async () => {
      const { body: saga } = await waybill.send('GET', `/v1/orders/${order}/fulfilment`);
      return saga['state'] === 'needs-attention';
    });
  });
  afterAll(async () => {
    await waybill.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Settings are what they are in a terminal, for one command. */
  const say = (env: Record<string, string>) => {
    for (const name of ['DATABASE_URL', 'WAYBILL_URL', 'WAYBILL_TOKEN']) delete process.env[name];
    Object.assign(process.env, { WAYBILL_DATA_DIR: folder, ...env });
  };
  const onDuty = () => say({ WAYBILL_URL: waybill.url, WAYBILL_TOKEN: waybill.tokens.operator });
  afterEach(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });

  const head = async () => {
    const [row] = await waybill.database.query<{ head: number }>(
      'select max(position) as head from platform.events',
    );
    return row!.head;
  };
  const dataOf = (out: string) => (JSON.parse(out) as { data: Record<string, unknown> }).data;

  it('names what waits, with an exit code of its own', async () => {
    onDuty();
    const { code, out } = await cli('attention');
    expect([code, out]).toEqual([6, expect.stringMatching(new RegExp(`^saga +.*${order}`, 'm'))]);
    expect(await cli('saga', 'list', '--state', 'needs-attention')).toMatchObject({
      code: 0,
      out: expect.stringContaining(order),
    });
    const shown = await cli('saga', 'show', order, '--json');
    expect(dataOf(shown.out)).toMatchObject({ state: 'needs-attention' });
    const topics = await cli('topics');
    expect([topics.code, topics.out]).toEqual([6, 'Kafka is off (set KAFKA_BROKERS)\n']);
  });

  it('a dry run shows what a verb would do, and does nothing', async () => {
    onDuty();
    const position = await head();
    for (const verb of ['retry', 'compensate']) {
      const { code, out } = await cli('saga', verb, order, '--reason', 'look', '--dry-run', '--json');
      expect([code, dataOf(out)]).toEqual([0, expect.objectContaining({ dryRun: expect.anything() })]);
    }
    const paused = await cli('subscriptions', 'pause', 'orders.order-list', '--reason', 'x', '--dry-run');
    expect(paused).toMatchObject({ code: 0, out: expect.stringContaining('"state": "running"') });
    expect(await head()).toBe(position);
    const list = dataOf((await cli('subscriptions', 'list', '--json')).out)['items'] as { state: string }[];
    expect(new Set(list.map(({ state }) => state))).toEqual(new Set(['running']));
  });

  it('verbs do it, for the record', async () => {
    onDuty();
    for (const verb of ['pause', 'resume']) {
      const done = await cli('subscriptions', verb, 'orders.order-list', '--reason', 'a drill');
      expect(done).toMatchObject({ code: 0, out: `${verb}: orders.order-list\n` });
    }
    const ended = await cli('saga', 'compensate', order, '--reason', 'it will not come back', '--json');
    expect([ended.code, ended.err]).toEqual([0, '']);
    await eventually(async () => {
      const { body } = await waybill.send('GET', `/v1/orders/${order}`);
      return body['status'] === 'cancelled';
    });
    for (const [noun, verb] of [
      ['parked', 'list'],
      ['dead-letters', 'list'],
      ['attention', '--limit'],
    ] as const) {
      const more = verb === '--limit' ? ['5'] : [];
      expect(await cli(noun, verb, ...more)).toMatchObject({ code: 0, out: 'none\n' });
    }
  });

  it('what cannot be done ends with the code of its kind, and says what to do', async () => {
    onDuty();
    const nobody = '019a9f00-0000-7000-8000-0000000000ff';
    expect((await cli('saga', 'retry', nobody, '--reason', 'x')).code).toBe(3);
    expect((await cli('parked', 'retry', nobody, '--reason', 'x')).code).toBe(3);
    expect((await cli('subscriptions', 'pause', 'nobody', '--reason', 'x')).code).toBe(3);
    const useless = await cli('subscriptions', 'rewind', 'orders.order-list', '--reason', 'x');
    expect([useless.code, useless.err]).toEqual([4, expect.stringContaining('subscription.not-beyond-head')]);
    expect((await cli('saga', 'retry', 'x', '--reason', 'x')).code).toBe(2);
    expect((await cli('saga', 'retry', nobody)).code).toBe(2);
    say({ WAYBILL_URL: waybill.url, WAYBILL_TOKEN: 'wrong' });
    expect((await cli('attention')).code).toBe(1);
    say({ WAYBILL_URL: 'http://127.0.0.1:9', WAYBILL_TOKEN: 'x' });
    expect(await cli('attention')).toMatchObject({
      code: 5,
      err: expect.stringContaining('does not answer'),
    });
    say({});
    expect(await cli('attention')).toMatchObject({ code: 5, err: expect.stringContaining('npm start') });
  });

  it('a dead letter that fails again is no success: exit code 1, with what it failed with', async () => {
    onDuty();
    const letter = newId();
    await waybill.database.query(
      `insert into platform.dead_letters (id, consumer, topic, partition, "offset", headers, reason, error, attempts)
       values ($1, 'spec', 'waybill.commands.v1', 0, 1, '[]', 'schema', 'no', 1)`,
      [letter],
    );
    const asked = ['dead-letters', 'replay', letter, '--reason', 'perhaps it works now'];
    const told = await cli(...asked);
    expect([told.code, told.out]).toEqual([1, expect.stringMatching(`^replay: ${letter} failed: .+`)]);
    const { code, out } = await cli(...asked, '--json');
    expect([code, dataOf(out)]).toEqual([1, { replayed: [], open: 1, error: expect.any(String) }]);
    const recorded = await waybill.database.query(
      'select outcome from platform.operator_actions where object = $1 order by seq',
      [letter],
    );
    expect(recorded.map(({ outcome }) => outcome)).toEqual(['started', 'failed', 'started', 'failed']);
    const discarded = await cli('dead-letters', 'discard', letter, '--reason', 'it cannot be mended');
    expect(discarded).toMatchObject({ code: 0, out: `discard: ${letter}\n` });
  });

  it('a token is what the server gives now', async () => {
    const { url, tokens } = waybill;
    say({});
    writeFileSync(path.join(folder, 'run.json'), JSON.stringify({ url, tokens: {}, databaseUrl: '' }));
    const { code, out } = await cli('token', 'operator');
    rmSync(path.join(folder, 'run.json'));
    expect(code).toBe(0);
    const headers = { authorization: `Bearer ${out.trim()}` };
    expect((await fetch(`${url}/v1/ops/attention`, { headers })).status).toBe(200);
    expect(tokens.operator).toMatch(/^eyJ/);
  });

  it('there is help at every level', async () => {
    const seen: string[] = [];
    const walk = async (words: string[]): Promise<void> => {
      const { code, out } = await cli(...words, '--help');
      expect([words, code]).toEqual([words, 0]);
      const below = [...(out.split('Commands:\n')[1] ?? '').matchAll(/^ {2}([a-z][a-z-]*)/gm)];
      for (const [, name] of below) {
        if (name === 'help') continue;
        seen.push([...words, name].join(' '));
        await walk([...words, name!]);
      }
    };
    await walk([]);
    expect(seen).toEqual(
      expect.arrayContaining(
        'attention,saga list,saga show,saga retry,saga compensate,saga resolve,parked list,dead-letters replay,subscriptions rebuild,token,topics,doctor'.split(
          ',',
        ),
      ),
    );
  });

  describe('doctor', () => {
    const findings = async () => {
      const { code, out } = await cli('doctor', '--json');
      const list = dataOf(out)['findings'] as { check: string; state: string; what: string; fix?: string }[];
      return { code, faults: list.filter(({ state }) => state === 'fault') };
    };

    it('has nothing to say about a Waybill that is well', async () => {
      say({ WAYBILL_URL: waybill.url, WAYBILL_TOKEN: waybill.tokens.operator });
      process.env['DATABASE_URL'] = waybill.config.DATABASE_URL;
      expect(await findings()).toEqual({ code: 0, faults: [] });
    });

    const at = (url: string, change: Partial<URL>) => Object.assign(new URL(url), change).href;
    it.each<[string, () => Record<string, string> | Promise<Record<string, string>>, string, RegExp]>([
      ['a wrong setting', () => ({ LEASE_SECONDS: 'soon' }), 'settings', /LEASE_SECONDS[^]*\.env\.example/],
      [
        'a password that is not right',
        () => ({ DATABASE_URL: at(waybill.config.DATABASE_URL, { password: 'hunter2' }) }),
        'database',
        /password in DATABASE_URL/,
      ],
      [
        'a database that is not there',
        () => ({ DATABASE_URL: at(waybill.config.DATABASE_URL, { pathname: '/nowhere' }) }),
        'database',
        /create database/,
      ],
      [
        'a server that is not there',
        () => ({ DATABASE_URL: 'postgres://waybill:x@127.0.0.1:9/waybill' }),
        'database',
        /nothing listens there/,
      ],
      [
        'an empty database',
        async () => ({ DATABASE_URL: (await emptyTestDatabase()).url }),
        'schema',
        /npm run migrate/,
      ],
      [
        'a clock that was ahead',
        async () => {
          const { url } = await testDatabase();
          const client = new pg.Client({ connectionString: url });
          await client.connect();
          await client.query(
            `insert into platform.events (stream_id, version, event_id, command_id, command_index, type,
               schema_version, data, metadata, occurred_at, recorded_at)
             select 'stock-LATER', 1, id, id, 0, 'StockReceived', 1, '{}', '{}', now(), now() + interval '1 hour'
             from gen_random_uuid() as id`,
          );
          await client.end();
          return { DATABASE_URL: url };
        },
        'clock',
        /recorded 3600 s ahead[^]*NTP/,
      ],
      [
        'a file where the folder should be',
        () => {
          const file = path.join(folder, 'file');
          writeFileSync(file, '');
          return { WAYBILL_DATA_DIR: file };
        },
        'folder',
        /is no folder.*WAYBILL_DATA_DIR/,
      ],
      [
        'a server that was killed',
        () => ({ WAYBILL_URL: 'http://127.0.0.1:9', WAYBILL_TOKEN: 'x' }),
        'server',
        /does not answer.*npm start/,
      ],
      [
        'a token of a customer',
        () => ({ WAYBILL_URL: waybill.url, WAYBILL_TOKEN: waybill.tokens.customer }),
        'token',
        /must be of an operator/,
      ],
      ['a broker that is down', () => ({ KAFKA_BROKERS: '127.0.0.1:9' }), 'kafka', /start the broker/],
      [
        'a port that is taken',
        async () => {
          const holder = net.createServer().listen(0, '127.0.0.1');
          await once(holder, 'listening');
          holder.unref();
          return { PORT: String((holder.address() as net.AddressInfo).port) };
        },
        'port',
        /taken by another program.*set PORT/,
      ],
    ])('names the cause and the remedy of %s', async (_, seeded, check, words) => {
      // Another Waybill may run on the port that is meant where none is named.
      say({ PORT: '0', ...(await seeded()) });
      const { code, faults } = await findings();
      expect([code, faults.map((it) => it.check)]).toEqual([6, [check]]);
      expect(`${faults[0]!.what} ${faults[0]!.fix}`).toMatch(words);
      expect(JSON.stringify(faults)).not.toContain('hunter2');
    });

    it('looks on with the settings that are right', async () => {
      const nowhere = at(waybill.config.DATABASE_URL, { pathname: '/nowhere' });
      say({ PORT: '0', LEASE_SECONDS: 'soon', DATABASE_URL: nowhere, KAFKA_BROKERS: '127.0.0.1:9' });
      const { faults } = await findings();
      expect(faults.map(({ check }) => check)).toEqual(['settings', 'database', 'kafka']);
    });
  });
});
