import { createHash } from 'node:crypto';
import http from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import type { Reply } from './client.js';
import { CounterModule, whims } from './http/counter.js';

let waybill: TestApp;
let second: TestApp;
beforeAll(async () => {
  waybill = await startApp({ rooms: [CounterModule] });
  second = await startApp({ rooms: [CounterModule], databaseUrl: waybill.config.DATABASE_URL });
});
afterAll(async () => {
  await second.close();
  await waybill.close();
});
beforeEach(() => {
  whims.before = () => Promise.resolve();
});

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const count = (id: string, by: number, key: string | undefined, app = waybill): Promise<Reply> =>
  app.send('POST', `/test/counters/${id}/counts`, { body: { by }, ...(key !== undefined && { key }) });
const eventsOf = async (id: string): Promise<number> => {
  const [row] = await waybill.database.query<{ n: number }>(
    'select count(*) as n from platform.events where stream_id = $1',
    [`testcounter-${id}`],
  );
  return row!.n;
};
const sameAnswer = (again: Reply, first: Reply) => {
  expect(again.status).toBe(first.status);
  expect(again.text).toBe(first.text);
  for (const name of ['location', 'etag', 'event-position', 'content-type']) {
    expect(again.headers.get(name)).toBe(first.headers.get(name));
  }
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(again.headers.get('idempotency-replayed')).toBe('true');
};

describe('a repeat under the same key', () => {
  it('gets the same status, bytes and headers, and changes nothing', async () => {
    const first = await count('same', 2, 'k-same');
    await count('same', 5, 'k-other');
    sameAnswer(await count('same', 2, 'k-same'), first);
    expect(await eventsOf('same')).toBe(2);
  });

  it('is recognised by another instance', async () => {
    const first = await count('cluster', 1, 'k-cluster');
    sameAnswer(await count('cluster', 1, 'k-cluster', second), first);
  });

  it('is the same key with and without the quotes of the draft', async () => {
    const first = await count('quotes', 1, 'k "q" \\');
    sameAnswer(await count('quotes', 1, '"k \\"q\\" \\\\"'), first);
  });

  it('does not depend on the order of properties or on white space', async () => {
    const send = (text: string) =>
      fetch(`${waybill.url}/test/counters/order/counts`, {
        method: 'POST',
        body: text,
        headers: {
          authorization: `Bearer ${waybill.tokens.operator}`,
          'content-type': 'application/json',
          'idempotency-key': 'k-order',
        },
      });
    expect((await send('{"by":1,"note":"x"}')).status).toBe(201);
    const again = await send('{ "note": "x", "by": 1 }');
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
  });

  it('gets a refusal again, even when it would be accepted by now', async () => {
    const first = await count('refused', -1, 'k-refused');
    expect([first.status, first.body['code']]).toEqual([409, 'counter.negative']);
    sameAnswer(await count('refused', -1, 'k-refused'), first);
  });

  it('gets the answer of a command that decided nothing', async () => {
    await count('nothing', 1, 'k-before');
    const first = await count('nothing', 0, 'k-nothing');
    await count('nothing', 1, 'k-after');
    sameAnswer(await count('nothing', 0, 'k-nothing'), first);
  });
});

describe('a key', () => {
  it('is required', async () => {
    const reply = await count('missing', 1, undefined);
    expect([reply.status, reply.body['code']]).toEqual([400, 'idempotency-key-required']);
    expect(await eventsOf('missing')).toBe(0);
  });

  it.each([' ', 'é', 'x'.repeat(256), '""'])('must be 1-255 printable ASCII characters: %j', async (key) => {
    const reply = await count('bad-key', 1, key);
    expect(reply.status).toBe(400);
    expect(String(reply.body['code'])).toMatch(/idempotency-key/);
  });

  it('with another body or address is refused, and nothing happens', async () => {
    await count('reuse', 1, 'k-reuse');
    const replies = [await count('reuse', 2, 'k-reuse'), await count('reuse-b', 1, 'k-reuse')];
    expect(replies.map(({ status, body }) => [status, body['code']])).toEqual([
      [422, 'idempotency-key-reused'],
      [422, 'idempotency-key-reused'],
    ]);
    expect([await eventsOf('reuse'), await eventsOf('reuse-b')]).toEqual([1, 0]);
  });

  it('belongs to its caller', async () => {
    await count('mine', 1, 'k-mine');
    const other = await waybill.send('POST', '/test/counters/mine/counts', {
      as: 'customer',
      body: { by: 1 },
      key: 'k-mine',
    });
    expect([other.status, other.headers.get('idempotency-replayed'), other.body['total']]).toEqual([
      201,
      null,
      2,
    ]);
  });

  it('is not used up by a request that does not fit the schema', async () => {
    const wrong = await waybill.send('POST', '/test/counters/fixed/counts', {
      body: { by: 'x' },
      key: 'k-fixed',
    });
    expect(wrong.status).toBe(400);
    expect((await count('fixed', 1, 'k-fixed')).status).toBe(201);
  });

  it('is not used up by a stale If-Match', async () => {
    await count('stale', 1, 'k-stale-1');
    const send = (etag: string) =>
      waybill.send('POST', '/test/counters/stale/counts', {
        body: { by: 1 },
        key: 'k-stale-2',
        headers: { 'if-match': etag },
      });
    const refused = await send('"7"');
    expect([refused.status, refused.body['currentVersion']]).toEqual([412, 1]);
    expect((await send('"1"')).status).toBe(201);
  });

  it('is remembered as used for ever, though its answer is not', async () => {
    await count('expired', 1, 'k-expired');
    await waybill.database.query(
      `update platform.idempotency set expires_at = now() - interval '1 s' where key = $1`,
      ['k-expired'],
    );
    const reply = await count('expired', 1, 'k-expired');
    expect([reply.status, reply.body['code']]).toEqual([409, 'idempotency-key-expired']);
    expect(await eventsOf('expired')).toBe(1);
  });

  it('is free again with the refusal it led to, whether or not that was removed by then', async () => {
    await count('free', -1, 'k-free');
    await waybill.database.query(
      `update platform.idempotency set expires_at = now() - interval '1 s' where key = $1`,
      ['k-free'],
    );
    const anew = await count('free', -1, 'k-free');
    expect([anew.status, anew.body['code']]).toEqual([409, 'counter.negative']);
    sameAnswer(await count('free', -1, 'k-free'), anew);
  });
});

describe('copies at once', () => {
  it('run once: the others wait or get its answer', async () => {
    whims.before = () => pause(50);
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => count('crowd', 3, 'k-crowd', n % 2 ? waybill : second)),
    );
    expect(await eventsOf('crowd')).toBe(1);
    const done = replies.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    for (const { status, headers, body } of replies.filter((reply) => reply.status !== 201)) {
      expect([status, body['code']]).toEqual([409, 'idempotency-in-progress']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await count('crowd', 3, 'k-crowd')).text).toBe(done[0]!.text);
  });
});

describe('a caller that lost the connection', () => {
  it('finds the outcome under its key, also at another instance', async () => {
    let reached: () => void = () => undefined;
    const isReached = new Promise<void>((resolve) => (reached = resolve));
    whims.before = () => {
      reached();
      return pause(100);
    };
    const request = http.request(`${waybill.url}/test/counters/cut/counts`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${waybill.tokens.operator}`,
        'content-type': 'application/json',
        'idempotency-key': 'k-cut',
      },
    });
    request.on('error', () => undefined);
    request.end('{"by":4}');
    await isReached;
    request.destroy();
    whims.before = () => Promise.resolve();
    await eventually(async () => (await eventsOf('cut')) === 1);
    const found = await count('cut', 4, 'k-cut', second);
    expect([found.status, found.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(found.body['total']).toBe(4);
    expect(await eventsOf('cut')).toBe(1);
  });

  it('never finds "we do not know" there: only decisions are kept', async () => {
    whims.before = () => Promise.reject(new Error('the disk is on fire'));
    expect((await count('unknown', 1, 'k-unknown')).status).toBe(500);
    whims.before = () => Promise.resolve();
    const retried = await count('unknown', 1, 'k-unknown');
    expect([retried.status, retried.headers.get('idempotency-replayed')]).toEqual([201, null]);
  });
});

describe('the auditor', () => {
  it('sees the record that committed with the events', async () => {
    const reply = await count('audit', 1, 'k-audit');
    const [row] = await waybill.database.query('select * from audit.idempotency where key = $1', ['k-audit']);
    expect(row).toMatchObject({
      principal: 'operator:demo-operator',
      route: 'POST /test/counters/:id/counts',
      state: 'completed',
      http_status: 201,
      resource_id: 'audit',
      body_sha256: createHash('sha256').update(reply.text).digest('hex'),
    });
  });
});
