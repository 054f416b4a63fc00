import http from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Config } from '../src/platform/config.js';
import { RateLimit } from '../src/platform/http/rate-limit.js';
import { stop } from '../src/platform/http/shutdown.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { CounterModule, whims } from './http/counter.js';
import { raw } from './http/wire.js';

const started: TestApp[] = [];
const start = async (config: Partial<Config>, databaseUrl?: string): Promise<TestApp> => {
  const waybill = await startApp({
    rooms: [CounterModule],
    config,
    ...(databaseUrl !== undefined && { databaseUrl }),
  });
  started.push(waybill);
  return waybill;
};
let letGo = () => {};
/** Every count is held where it begins, until letGo(). */
const holdCounts = () => {
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  let begun = 0;
  whims.before = () => {
    begun++;
    return gate;
  };
  return { begun: () => begun, haveBegun: (n: number) => eventually(() => begun === n) };
};
beforeEach(() => {
  whims.before = () => Promise.resolve();
  // Limits are counted by minutes of the clock: each case begins with one.
  const now = Date.now;
  const early = now() % 60_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now() - early);
});
afterEach(async () => {
  letGo();
  for (const waybill of started.splice(0).reverse()) await waybill.close();
  jest.restoreAllMocks();
});
/** One may be on its way that does not hold the newest counts yet. */
const told = async (waybill: TestApp) => {
  for (let n = 0; n < 2; n++) await waybill.app.get(RateLimit).share();
};
const count = (waybill: TestApp, as: 'operator' | 'customer' = 'operator') =>
  waybill.send('POST', '/test/counters/load/counts', { as, body: { by: 1 }, key: crypto.randomUUID() });

describe('with too much to do', () => {
  it('new requests get 503 before their body is read; probes and operators are served', async () => {
    const waybill = await start({ SHED_IN_FLIGHT: 3, REQUEST_TIMEOUT_MS: 30_000 });
    const held = holdCounts();
    const running = Array.from({ length: 3 }, () => count(waybill));
    await held.haveBegun(3);
    const shed = await count(waybill);
    expect([shed.status, shed.body['code'], shed.body['retryable']]).toEqual([503, 'overloaded', true]);
    expect(Number(shed.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    const unread = await raw(
      waybill.url,
      'POST /test/counters/x/counts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{',
    );
    expect(unread.status).toBe(503);
    expect((await waybill.send('GET', '/health/live')).status).toBe(200);
    expect((await waybill.send('GET', '/metrics')).text).toMatch(
      /waybill_http_shed_total\{reason="in-flight"\} [1-9]/,
    );
    expect((await waybill.send('GET', '/v1/ops/nothing')).status).toBe(404);
    for (const as of ['nobody', 'customer', 'service'] as const) {
      expect([as, (await waybill.send('GET', '/v1/ops/nothing', { as })).status]).toEqual([as, 503]);
    }
    letGo();
    expect((await Promise.all(running)).map(({ status }) => status)).toEqual([201, 201, 201]);
    await eventually(async () => (await count(waybill)).status === 201);
  });

  it('of one caller, that caller is stopped and nobody else', async () => {
    const waybill = await start({ IN_FLIGHT_PER_CALLER: 3, REQUEST_TIMEOUT_MS: 30_000 });
    const held = holdCounts();
    const running = Array.from({ length: 3 }, () => count(waybill, 'customer'));
    await held.haveBegun(3);
    const fourth = await count(waybill, 'customer');
    expect([fourth.status, fourth.body['code'], fourth.headers.get('retry-after')]).toEqual([
      429,
      'rate-limited',
      '1',
    ]);
    expect((await waybill.send('GET', '/test/counters')).status).toBe(200);
    letGo();
    expect((await Promise.all(running)).map(({ status }) => status)).toEqual([201, 201, 201]);
    await eventually(async () => (await count(waybill, 'customer')).status === 201);
  });

  it('a blocked event loop is noticed, and forgotten when it runs again', async () => {
    const waybill = await start({ SHED_EVENT_LOOP_MS: 100 });
    let shed = 0;
    // In pairs: how late the loop is counts from the first request of a window on.
    for (let n = 0; n < 10 && shed === 0; n++) {
      const pair = [1, 2].map(() => waybill.send('GET', '/test/counters/broken/busy'));
      shed = (await Promise.all(pair)).filter(({ status }) => status === 503).length;
    }
    expect(shed).toBeGreaterThan(0);
    await eventually(async () => (await waybill.send('GET', '/test/counters/broken/fast')).status === 200);
  });

  it('a long queue for the database is noticed', async () => {
    const waybill = await start({ DB_POOL_SIZE: 2, SHED_POOL_WAIT_MS: 300 });
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const hogs = Array.from({ length: 4 }, () => waybill.database.transaction(() => gate));
    // A list that needs no connection, which would wait with the hogs.
    const list = () => waybill.send('GET', '/test/counters');
    await eventually(async () => (await list()).body['code'] === 'overloaded');
    letGo();
    await Promise.all(hogs);
    await eventually(async () => (await count(waybill)).status === 201);
  });
});

describe('a caller that sends too much', () => {
  it('is told the limit, then 429; others are not touched, and headers change nothing', async () => {
    const waybill = await start({ RATE_LIMIT_PER_MINUTE: 5 });
    const replies = [];
    for (let n = 0; n < 7; n++) {
      replies.push(
        await waybill.send('GET', '/test/counters/none', {
          as: 'customer',
          headers: { 'x-forwarded-for': `10.0.0.${n}`, 'x-request-id': `r${n}` },
        }),
      );
    }
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 429, 429]);
    expect(replies[0]!.headers.get('ratelimit-policy')).toBe('"default";q=5;w=60');
    expect(replies[1]!.headers.get('ratelimit')).toMatch(/^"default";r=3;t=\d+$/);
    expect(Number(replies[6]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(replies[6]!.body['code']).toBe('rate-limited');
    expect((await count(waybill)).status).toBe(201);
    expect((await waybill.send('GET', '/health/live', { as: 'customer' })).status).toBe(200);
  });

  it('has one limit over all instances', async () => {
    const one = await start({ RATE_LIMIT_PER_MINUTE: 10 });
    const two = await start({ RATE_LIMIT_PER_MINUTE: 10 }, one.config.DATABASE_URL);
    const read = (waybill: TestApp) => waybill.send('GET', '/test/counters/none', { as: 'customer' });
    for (let n = 0; n < 6; n++) await read(one);
    await told(one);
    for (let n = 0; n < 4; n++) await read(two);
    await told(two);
    expect((await read(two)).status).toBe(429);
  });

  it('without a token is counted by its address', async () => {
    const waybill = await start({ RATE_LIMIT_PER_MINUTE: 3 });
    const guess = () =>
      waybill.send('GET', '/test/counters/x', { as: 'nobody', headers: { authorization: 'Bearer x' } });
    const statuses = [];
    for (let n = 0; n < 5; n++) statuses.push((await guess()).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });
});

describe('somebody who guesses tokens', () => {
  const guess = async (waybill: TestApp, n: number, path = '/v1/ops/attention') =>
    (
      await waybill.send('GET', path, {
        as: 'nobody',
        headers: { authorization: `Bearer guess-${n}`, 'x-forwarded-for': `10.0.0.${n}` },
      })
    ).status;

  it('is soon not listened to any more, wherever it is tried; who is known goes on', async () => {
    const waybill = await start({ AUTH_FAILURES_PER_MINUTE: 4 });
    const known = await waybill.send('GET', '/test/counters');
    expect(known.status).toBe(200);
    const statuses = [];
    for (let n = 0; n < 6; n++)
      statuses.push(await guess(waybill, n, n % 2 ? '/test/counters' : '/v1/ops/attention'));
    expect(statuses.map((status) => (status === 404 ? 401 : status))).toEqual([401, 401, 401, 401, 429, 429]);
    expect((await waybill.send('GET', '/test/counters')).status).toBe(200);
    expect((await waybill.send('GET', '/test/counters/x', { as: 'customer' })).body['code']).toBe(
      'rate-limited',
    );
    expect((await waybill.send('GET', '/health/live', { as: 'nobody' })).status).toBe(200);
  });

  it('is counted over all instances', async () => {
    const one = await start({ AUTH_FAILURES_PER_MINUTE: 4 });
    const two = await start({ AUTH_FAILURES_PER_MINUTE: 4 }, one.config.DATABASE_URL);
    await guess(two, 0);
    for (let n = 0; n < 3; n++) await guess(one, n);
    await told(one);
    await guess(two, 5);
    await told(two);
    expect(await guess(two, 6)).toBe(429);
  });
});

describe('probes and operations', () => {
  it('have their limit too: a flood of either is stopped and does not stop the other', async () => {
    const waybill = await start({ RATE_LIMIT_PER_MINUTE: 3 });
    const flood = async (path: string) => {
      const statuses = [];
      for (let n = 0; n < 5; n++) statuses.push((await waybill.send('GET', path, { as: 'nobody' })).status);
      return statuses;
    };
    expect(await flood('/v1/ops/attention')).toEqual([401, 401, 401, 429, 429]);
    expect(await flood('/health/ready')).toEqual([200, 200, 200, 429, 429]);
    expect((await waybill.send('GET', '/test/counters')).status).toBe(200);
  });
});

describe('a deadline', () => {
  it('ends the wait, not the work: the outcome is found under the key', async () => {
    const waybill = await start({ REQUEST_TIMEOUT_MS: 300 });
    const held = holdCounts();
    const send = () => waybill.send('POST', '/test/counters/late/counts', { body: { by: 1 }, key: 'late' });
    const late = await send();
    expect([late.status, late.body['code'], late.headers.get('retry-after') !== null]).toEqual([
      503,
      'deadline-exceeded',
      true,
    ]);
    await held.haveBegun(1);
    // On a busy machine the deadline may pass before that answer, too.
    await eventually(send, ({ body }) => body['code'] === 'idempotency-in-progress');
    letGo();
    const found = await eventually(send, ({ status }) => status === 201);
    expect([found.headers.get('idempotency-replayed'), held.begun()]).toEqual(['true', 1]);
  });

  it('also holds for headers and bodies that trickle in', async () => {
    const waybill = await start({ REQUEST_TIMEOUT_MS: 600 });
    const slow = await raw(
      waybill.url,
      `POST /test/counters/x/counts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${waybill.tokens.operator}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 60\r\n\r\n{',
      4000,
    );
    expect([slow.status, slow.head]).toEqual([408, expect.stringContaining('problem+json')]);
  });
});

describe('An instance that is told to stop', () => {
  const patient = { REQUEST_TIMEOUT_MS: 30_000 };
  const count = (waybill: TestApp, key: string) =>
    waybill.send('POST', '/test/counters/stop/counts', { body: { by: 1 }, key });

  /** Opens a live view and collects what it sends. */
  function follow(waybill: TestApp, lastEventId?: number) {
    const view = { text: '', status: 0, ended: Promise.resolve() };
    view.ended = new Promise<void>((resolve, reject) => {
      const request = http.get(
        `${waybill.url}/test/counters/stop/live`,
        {
          headers: {
            authorization: `Bearer ${waybill.tokens.operator}`,
            ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
          },
        },
        (reply) => {
          view.status = reply.statusCode ?? 0;
          reply.on('data', (chunk: Buffer) => (view.text += chunk.toString()));
          reply.on('end', resolve);
          reply.on('error', reject);
        },
      );
      request.on('error', reject);
    });
    return view;
  }
  const idsIn = (text: string) =>
    [...text.matchAll(/^event: TestCounted\nid: (\d+)$/gm)].map(([, id]) => Number(id));

  describe('a live view', () => {
    it('shows what was and what comes, and resumes after the last id it saw', async () => {
      const waybill = await start(patient);
      await count(waybill, 'k1');
      const view = follow(waybill);
      await eventually(() => idsIn(view.text).length === 1);
      await count(waybill, 'k2');
      await eventually(() => idsIn(view.text).length === 2);
      expect(view.text).toContain('event: TestCounted\n');
      expect(view.text).toContain('data: {"counterId":"stop","by":1}');
      const [first, second] = idsIn(view.text);
      const resumed = follow(waybill, first);
      await eventually(() => idsIn(resumed.text).length > 0);
      expect(idsIn(resumed.text)).toEqual([second]);
      await stop(waybill.app, { drainMs: 0, finishMs: 1000 });
      await view.ended;
    });
  });

  describe('a stop', () => {
    it('goes on serving while readiness says no, finishes what runs, refuses what comes, ends what never ends', async () => {
      const waybill = await start(patient);
      const view = follow(waybill);
      await eventually(() => view.status === 200);
      const held = holdCounts();
      const running = count(waybill, 'running');
      await held.haveBegun(1);

      const stopped = stop(waybill.app, { drainMs: 3_000, finishMs: 30_000 });
      const ready = await waybill.send('GET', '/health/ready');
      expect([ready.status, (ready.body['checks'] as { stopping: boolean }).stopping]).toEqual([503, true]);
      expect((await waybill.send('GET', '/test/counters')).status).toBe(200);

      const refused = await eventually(
        () => waybill.send('GET', '/test/counters'),
        ({ status }) => status !== 200,
      );
      expect([refused.status, refused.body['code'], refused.headers.get('connection')]).toEqual([
        503,
        'shutting-down',
        'close',
      ]);
      letGo();
      expect((await running).status).toBe(201);
      await view.ended;
      expect(await stopped).toBe(true);
      await expect(fetch(waybill.url)).rejects.toThrow();
    });

    it('does not wait for ever', async () => {
      const waybill = await start(patient);
      const held = holdCounts();
      const hanging = count(waybill, 'hanging').catch(() => 'cut');
      await held.haveBegun(1);
      const since = Date.now();
      expect(await stop(waybill.app, { drainMs: 0, finishMs: 200 })).toBe(false);
      expect(Date.now() - since).toBeLessThan(8000);
      await hanging;
    });
  });
});
