import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './app.js';
import { CounterModule } from './http/counter.js';

let waybill: TestApp;
beforeAll(async () => {
  waybill = await startApp({ rooms: [CounterModule] });
});
afterAll(() => waybill.close());

const count = (id: string, by: number, headers = {}) =>
  waybill.send('POST', `/test/counters/${id}/counts`, { body: { by }, key: crypto.randomUUID(), headers });

describe('a write', () => {
  it('answers with status, view, Location, ETag and Event-Position', async () => {
    const reply = await count('a', 2);
    expect(reply.body).toEqual({ counterId: 'a', total: 2, version: 1 });
    expect(reply.status).toBe(201);
    expect(reply.headers.get('location')).toBe('/test/counters/a');
    expect(reply.headers.get('etag')).toBe('"1"');
    expect(Number(reply.headers.get('event-position'))).toBeGreaterThan(0);
  });

  it('without an Idempotency-Key tells its position too', async () => {
    const reply = await waybill.send('POST', '/test/counters/loose/loose-counts');
    expect([reply.status, reply.body['total']]).toEqual([200, 1]);
    expect(Number(reply.headers.get('event-position'))).toBeGreaterThan(0);
  });

  it('is refused when If-Match names an older version, and says which is right', async () => {
    await count('b', 1);
    const reply = await count('b', 1, { 'if-match': '"0"' });
    expect([reply.status, reply.body['code'], reply.body['currentVersion']]).toEqual([
      412,
      'precondition-failed',
      1,
    ]);
    expect((await count('b', 1, { 'if-match': '"1"' })).status).toBe(201);
    expect((await count('b', 1, { 'if-match': '*' })).status).toBe(201);
  });
});

describe('If-Match on a write (RFC 9110, section 13)', () => {
  const at = async (ifMatch: string) => {
    const id = crypto.randomUUID();
    await count(id, 1);
    await count(id, 1);
    return (await count(id, 1, { 'if-match': ifMatch })).status;
  };

  it.each(['"2"', '"1", "2"', '"2","7"', ' "9" ,\t"2" ', '"a,b", "2"', 'W/"1", "2"', '*', ' * '])(
    'lets %j pass at version 2',
    async (ifMatch) => {
      expect(await at(ifMatch)).toBe(201);
    },
  );

  it.each([
    'W/"2"',
    '"1"',
    '"1", "3"',
    '"abc"',
    '""',
    '"02"',
    '"0"',
    'W/"2", W/"1"',
    '"99999999999999999999"',
  ])('stops %j with 412', async (ifMatch) => {
    expect(await at(ifMatch)).toBe(412);
  });

  it.each(['2', '"2 "', 'W/2', '"2', '"2" "3"', '*, "2"', 'w/"2"', ','])(
    'cannot read %j',
    async (ifMatch) => {
      expect(await at(ifMatch)).toBe(400);
    },
  );

  it('never makes a thing that is not there, whatever it names', async () => {
    for (const ifMatch of ['*', '"0"', '"1"', 'W/"0"']) {
      expect((await count('not-there', 1, { 'if-match': ifMatch })).status).toBe(412);
    }
    expect((await waybill.send('GET', '/test/counters/not-there')).status).toBe(404);
  });

  it('has a counterpart that makes a thing and never changes one: If-None-Match: *', async () => {
    const id = crypto.randomUUID();
    const statuses = [];
    for (let n = 0; n < 2; n++) statuses.push((await count(id, 1, { 'if-none-match': '*' })).status);
    expect(statuses).toEqual([201, 412]);
  });

  it('does not read a list again for every character of it', async () => {
    expect(await at(Array.from({ length: 2000 }, (_, n) => `"${n + 10}"`).join(','))).toBe(412);
    expect(await at(`"1"${' '.repeat(10_000)}x`)).toBe(400);
  });
});

describe('a read', () => {
  it('carries the version as ETag and answers 304 to who has it', async () => {
    await count('c', 1);
    const read = (etag?: string) =>
      waybill.send('GET', '/test/counters/c', {
        headers: etag === undefined ? {} : { 'if-none-match': etag },
      });
    expect((await read()).headers.get('etag')).toBe('"1"');
    expect([(await read('"1"')).status, (await read('"1"')).text]).toEqual([304, '']);
    expect([
      (await read('W/"1"')).status,
      (await read('"0", "1"')).status,
      (await read('"2"')).status,
    ]).toEqual([304, 304, 200]);
    expect([
      (await read('*')).status,
      (await read('"a,b", W/"1"')).status,
      (await read('1')).status,
      (await read('"1x"')).status,
    ]).toEqual([304, 304, 200, 200]);
  });

  it('of a version that If-Match does not name is refused', async () => {
    await count('cc', 1);
    const read = (ifMatch: string) =>
      waybill.send('GET', '/test/counters/cc', { headers: { 'if-match': ifMatch } });
    expect([(await read('"1"')).status, (await read('*')).status, (await read('"2"')).status]).toEqual([
      200, 200, 412,
    ]);
  });
});

describe('every answer', () => {
  it('echoes a decent X-Request-Id and makes one otherwise', async () => {
    const idFor = async (given: string) =>
      (await waybill.send('GET', '/health/live', { headers: { 'x-request-id': given } })).headers.get(
        'x-request-id',
      );
    expect(await idFor('order-4711')).toBe('order-4711');
    expect(await idFor('no spaces, please')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('keeps X-Request-Id, traceparent and tracestate with the events it caused', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const headers = { traceparent, tracestate: 'shop=42', 'x-request-id': 'req-1' };
    const reply = await count('traced', 1, headers);
    expect(reply.headers.get('traceparent')).toBe(traceparent);
    const [row] = await waybill.database.query<{ metadata: object }>(
      `select metadata from platform.events where stream_id = 'testcounter-traced'`,
    );
    expect(row!.metadata).toMatchObject({
      traceparent,
      tracestate: 'shop=42',
      correlationId: 'req-1',
      actor: 'operator:demo-operator',
    });
    await count('badly-traced', 1, { traceparent, tracestate: 'no list' });
    const [other] = await waybill.database.query<{ metadata: object }>(
      `select metadata from platform.events where stream_id = 'testcounter-badly-traced'`,
    );
    expect(other!.metadata).toMatchObject({ traceparent });
    expect(other!.metadata).not.toHaveProperty('tracestate');
  });

  it('carries the headers that keep browsers from being too helpful, and no CORS', async () => {
    for (const path of ['/health/live', '/nowhere', '/test/counters/c']) {
      const { headers } = await waybill.send('GET', path, {
        as: 'nobody',
        headers: { origin: 'https://evil.example' },
      });
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});

describe('health', () => {
  it('is alive and ready, and readiness looks at database and schema; without subscriptions nobody works', async () => {
    expect((await waybill.send('GET', '/health/live', { as: 'nobody' })).body).toEqual({ status: 'ok' });
    const ready = await waybill.send('GET', '/health/ready', { as: 'nobody' });
    expect([ready.status, ready.body]).toEqual([
      200,
      { status: 'ok', checks: { database: 'up', schema: 'up', log: 'up', work: 'down', stopping: false } },
    ]);
  });

  const ready = async () => {
    const { status, body } = await waybill.send('GET', '/health/ready');
    return [status, body['checks']];
  };
  const changed = async (change: string, back: string) => {
    await waybill.database.query(change);
    try {
      return await ready();
    } finally {
      await waybill.database.query(back);
    }
  };
  const future = `insert into public.schema_migrations (timestamp, name) values (9, 'Future9')`;
  const past = `delete from public.schema_migrations where name = 'Future9'`;

  it('stays ready when a newer program has migrated, as long as this one can live with it', async () => {
    const checks = { database: 'up', schema: 'up', log: 'up', work: 'down', stopping: false };
    expect(await changed(future, past)).toEqual([200, checks]);
    const demand = (needs: string) =>
      changed(
        `with m as (${future}) insert into public.schema_demands values ('Future9', '${needs}')`,
        `with m as (${past}) delete from public.schema_demands where migration = 'Future9'`,
      );
    expect(await demand('Timeline1763700001500')).toEqual([200, checks]);
    expect(await demand('Future9')).toEqual([503, { ...checks, schema: 'down' }]);
  });

  it('is not ready without one of its own migrations', async () => {
    const rename = (from: string, to: string) =>
      `update public.schema_migrations set name = '${to}' where name = '${from}'`;
    const lacking = changed(
      rename('Timeline1763700001500', 'Missing'),
      rename('Missing', 'Timeline1763700001500'),
    );
    expect(await lacking).toMatchObject([
      503,
      { database: 'up', schema: 'down', log: 'up', stopping: false },
    ]);
  });

  it('is not ready while its session cannot write, and is again when it can', async () => {
    const all = (readOnly: 'on' | 'off') =>
      Promise.all(
        Array.from({ length: waybill.config.DB_POOL_SIZE }, () =>
          waybill.database.query(
            `select set_config('default_transaction_read_only', $1, false), pg_sleep(0.2)`,
            [readOnly],
          ),
        ),
      );
    await all('on');
    expect(await ready()).toMatchObject([
      503,
      { database: 'read-only', schema: 'up', log: 'up', stopping: false },
    ]);
    await all('off');
    expect((await ready())[0]).toBe(200);
  });
});

describe('metrics', () => {
  it('count requests by route, commands, appends and replays, and never name an id', async () => {
    const key = crypto.randomUUID();
    for (let n = 0; n < 2; n++)
      await waybill.send('POST', '/test/counters/m/counts', { body: { by: 1 }, key });
    const { status, text, headers } = await waybill.send('GET', '/metrics', { as: 'nobody' });
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    const value = (line: string) =>
      Number(
        text
          .split('\n')
          .find((each) => each.startsWith(line))
          ?.split(' ')
          .at(-1),
      );
    const route = 'route="/test/counters/:id/counts"';
    expect(
      value(`waybill_http_request_duration_seconds_count{method="POST",${route},status="201"}`),
    ).toBeGreaterThan(1);
    expect(value('waybill_commands_total{command="Count"}')).toBeGreaterThan(0);
    expect(value('waybill_appends_total{outcome="appended"}')).toBeGreaterThan(0);
    expect(value('waybill_events_appended_total')).toBeGreaterThan(0);
    expect(value('waybill_idempotent_replays_total')).toBeGreaterThan(0);
    expect(value('waybill_log_head_position')).toBeGreaterThan(0);
    expect(value('waybill_database_up')).toBe(1);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });
});
