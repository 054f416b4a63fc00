import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Module } from '@nestjs/common';
import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { SignJWT } from 'jose';
import { Database } from '../src/platform/event-store/database.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { Counted, CounterModule } from './http/counter.js';

const heard: number[] = [];

@EventsHandler(Counted)
class CountWatcher implements IEventHandler<Counted> {
  handle({ data: { by } }: Counted): void {
    heard.push(by);
    if (by === 13) throw new Error('this handler is superstitious');
  }
}

@Module({ imports: [CounterModule], providers: [CountWatcher] })
class WatchedModule {}

const views: AbortController[] = [];
afterEach(() => {
  for (const view of views.splice(0)) view.abort();
});

/** A reader of a live view: what it was sent so far, and whether it was ended. */
const follow = (waybill: TestApp, id: string, as: 'operator' | string = 'operator', after?: number) =>
  open(waybill, `/test/counters/${id}/live`, as, after);

async function open(waybill: TestApp, path: string, as: 'operator' | string = 'operator', after?: number) {
  const stop = new AbortController();
  views.push(stop);
  const token = as === 'operator' ? waybill.tokens.operator : as;
  const reply = await fetch(`${waybill.url}${path}`, {
    signal: stop.signal,
    headers: {
      authorization: `Bearer ${token}`,
      ...(after !== undefined && { 'last-event-id': String(after) }),
    },
  });
  const view = { status: reply.status, text: '', ended: false, reply, close: () => stop.abort() };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of reply.body!) view.text += decoder.decode(chunk as Uint8Array);
    view.ended = true;
  })().catch(() => undefined);
  return view;
}

const counts = (text: string) => [...text.matchAll(/"by":(\d+)/g)].map(([, by]) => Number(by));
const types = (text: string) => [...text.matchAll(/^event: (.+)$/gm)].map(([, type]) => type);
const metric = async (waybill: TestApp, name: string) => {
  const { text } = await waybill.send('GET', '/metrics');
  return Number(new RegExp(`^${name.replace(/[{}"]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
};

/** Events as another program would store them: n of them, each in a stream of its own unless one is named. */
const stored = (
  waybill: TestApp,
  {
    n = 1,
    stream,
    type = 'TestCounted',
    data = {},
  }: { n?: number; stream?: string; type?: string; data?: object },
) =>
  waybill.database.query(
    `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version, data,
       metadata, occurred_at)
     select coalesce($2, 'testcounter-' || gen_random_uuid()),
       coalesce((select max(version) from platform.events where stream_id = $2), 0) + i, gen_random_uuid(),
       gen_random_uuid(), 0, $3, 1, $4, '{"actor":"spec","correlationId":"c","causationId":null}', clock_timestamp()
     from generate_series(1, $1::int) i`,
    [
      n,
      stream === undefined ? null : `testcounter-${stream}`,
      type,
      JSON.stringify({ counterId: 'x', by: 0, ...data }),
    ],
  );

describe('What happens now', () => {
  let waybill: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    waybill = await startApp({ rooms: [WatchedModule] });
    other = await startApp({ rooms: [CounterModule], databaseUrl: waybill.config.DATABASE_URL! });
  });
  afterAll(async () => {
    await other.close();
    await waybill.close();
  });
  const count = (on: TestApp, id: string, by: number) =>
    on.send('POST', `/test/counters/${id}/counts`, { body: { by }, key: `${id}-${by}` });

  it('is seen on every instance, whichever stored it, by live handlers and live views', async () => {
    const view = await follow(waybill, 'everywhere');
    await count(other, 'everywhere', 1);
    await count(waybill, 'everywhere', 2);
    await eventually(() => counts(view.text).length === 2);
    expect(counts(view.text)).toEqual([1, 2]);
    await eventually(() => heard.includes(1) && heard.includes(2));
  });

  it('is seen after a handler has thrown', async () => {
    await count(waybill, 'thrown', 13);
    await count(waybill, 'thrown', 14);
    await eventually(() => heard.includes(14));
  });

  it('is seen after an event of a type, and one of a version, that only a newer program knows', async () => {
    const before = await metric(waybill, 'waybill_live_unreadable_events_total');
    const view = await follow(waybill, 'newer');
    await count(waybill, 'newer', 21);
    await eventually(() => counts(view.text).length === 1);
    await stored(waybill, { stream: 'newer', type: 'TestRecounted' });
    await waybill.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select 'testcounter-elsewhere', 1, gen_random_uuid(), gen_random_uuid(), 0, type, 7, data, metadata, now()
       from platform.events where type = 'TestCounted' limit 1`,
    );
    await count(other, 'after-newer', 22);
    await eventually(() => heard.includes(22) && types(view.text).includes('unreadable'));
    expect(view.text).toContain('written-by-newer-program');
    // Both instances of this process count into one registry.
    expect(await metric(waybill, 'waybill_live_unreadable_events_total')).toBeGreaterThanOrEqual(before + 2);
    expect(view.ended).toBe(false);
  });

  it('is not drowned by a flood: handlers go on from the head, a view misses nothing of its own', async () => {
    const view = await follow(waybill, 'flood');
    await count(waybill, 'flood', 31);
    await eventually(() => counts(view.text).length === 1);
    const heardBefore = heard.length;
    await waybill.database.transaction(async (tx) => {
      await tx.query(FLOOD, [4_000, 'a']);
      await tx.query(FLOOD, [1, 'testcounter-flood']);
      await tx.query(FLOOD, [4_000, 'b']);
    });
    await eventually(() => counts(view.text).length === 2);
    await count(waybill, 'flood', 32);
    await eventually(() => heard.includes(32) && counts(view.text).includes(32));
    expect(heard.length - heardBefore).toBeLessThan(100);
    expect(counts(view.text)).toEqual([31, 99, 32]);
    expect(await metric(waybill, 'waybill_live_skipped_positions_total')).toBeGreaterThan(8_000);
  });

  it('is read once for all who watch, not once for each', async () => {
    const open = await Promise.all(Array.from({ length: 25 }, () => follow(waybill, 'crowd')));
    await count(waybill, 'crowd', 41);
    await eventually(() => open.every(({ text }) => counts(text).length === 1));
    const asked = jest.spyOn(waybill.app.get(Database), 'query');
    for (let by = 42; by < 52; by++) await count(waybill, 'crowd', by);
    await eventually(() => open.every(({ text }) => counts(text).length === 11));
    const own = asked.mock.calls.filter(([sql]) => sql.includes('stream_id = any'));
    asked.mockRestore();
    expect(own.length).toBeLessThanOrEqual(40);
    expect(counts(open[24]!.text)).toEqual([41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51]);
  });

  it('starts again from the first event for a reader who has seen more than the log has', async () => {
    await count(waybill, 'restored', 61);
    const view = await follow(waybill, 'restored', 'operator', 900_000_000);
    await eventually(() => counts(view.text).length === 1);
    expect(types(view.text)).toEqual(['reset', 'TestCounted']);
    await count(waybill, 'restored', 62);
    await eventually(() => counts(view.text).length === 2);
  });
});

describe('The log, for an operator who watches it', () => {
  let waybill: TestApp;
  beforeAll(async () => {
    waybill = await startApp({ rooms: [CounterModule] });
  });
  afterAll(() => waybill.close());
  const count = (id: string, by: number) =>
    waybill.send('POST', `/test/counters/${id}/counts`, { body: { by }, key: `${id}-${by}` });
  const lastId = (text: string) => Number([...text.matchAll(/^id: (\d+)$/gm)].at(-1)![1]);

  it('comes from now on, whole, and goes on after the last id as if nothing had been in between', async () => {
    await count('before', 1);
    const view = await open(waybill, '/v1/ops/events/live');
    await eventually(() => types(view.text).includes('following'));
    await count('now', 2);
    await count('other', 3);
    await eventually(() => counts(view.text).length === 2);
    expect(types(view.text)).toEqual(['following', 'TestCounted', 'TestCounted']);
    expect(view.text).toContain('"stream":"testcounter-now","version":1');
    expect(view.text).toContain('"type":"TestCounted","schemaVersion":1');
    view.close();
    await stored(waybill, { n: 250 });
    const resumed = await open(waybill, '/v1/ops/events/live', 'operator', lastId(view.text));
    await eventually(() => counts(resumed.text).length === 250);
    expect(new Set(types(resumed.text))).toEqual(new Set(['TestCounted']));
  });

  it('comes of one type, and of one stream', async () => {
    const ofType = await open(waybill, '/v1/ops/events/live?type=TestCounted');
    const ofNone = await open(waybill, '/v1/ops/events/live?type=OrderPaid');
    const ofStream = await open(waybill, '/v1/ops/events/live?stream=testcounter-mine');
    await eventually(() => [ofType, ofNone, ofStream].every(({ text }) => types(text).length === 1));
    await count('yours', 5);
    await count('mine', 6);
    await eventually(() => counts(ofType.text).length === 2 && counts(ofStream.text).length === 1);
    expect([counts(ofType.text), counts(ofStream.text), counts(ofNone.text)]).toEqual([[5, 6], [6], []]);
    const past = await open(waybill, '/v1/ops/events/live?type=TestCounted', 'operator', 1);
    await eventually(() => counts(past.text).length > 250);
    for (const view of views.splice(0)) view.abort();
  });

  it('is for operators', async () => {
    for (const path of ['/v1/ops/events/live', '/v1/ops/attention/live']) {
      expect((await open(waybill, path, waybill.tokens.customer)).status).toBe(403);
      expect((await open(waybill, path, 'nobody')).status).toBe(401);
    }
  });

  it('tells how many things wait, and again when that changes', async () => {
    const view = await open(waybill, '/v1/ops/attention/live');
    await eventually(() => view.text.includes('"count":0,"more":false'));
    await waybill.database.query(
      `insert into platform.dead_letters (id, consumer, topic, partition, "offset", headers, reason, error, attempts)
       values (gen_random_uuid(), 'spec', 'a.topic', 0, 1, '{}', 'failed', 'no', 1)`,
    );
    await eventually(() => view.text.includes('"count":1,"more":false'));
    const second = await open(waybill, '/v1/ops/attention/live');
    await eventually(() => second.text.includes('"count":1,'));
  });

  it('tells that the log has moved on, and nothing while it rests', async () => {
    const view = await open(waybill, '/v1/ops/attention/live');
    const progress = () => [...view.text.matchAll(/"progress":"([^"]+)"/g)].map(([, mark]) => mark);
    await eventually(() => progress().length === 1);
    for (let by = 0; by < 20; by++) await count('moving', by);
    await eventually(() => new Set(progress()).size >= 2);
    await eventually(async () => {
      const before = progress().length;
      await new Promise((resolve) => setTimeout(resolve, 2_200));
      return progress().length === before;
    });
  });
});

const FLOOD = `
  insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version, data,
    metadata, occurred_at)
  select case when $2 like '%-%' then $2 else 'testcounter-' || $2 || i end,
    coalesce((select max(version) from platform.events where stream_id = $2), 0) + i, gen_random_uuid(),
    gen_random_uuid(), 0, 'TestCounted', 1, '{"counterId":"x","by":99}',
    '{"actor":"spec","correlationId":"c","causationId":null}', clock_timestamp()
  from generate_series(1, $1::int) i`;

describe('A live view', () => {
  let waybill: TestApp;
  beforeAll(async () => {
    waybill = await startApp({ rooms: [CounterModule], config: { LIVE_VIEWS: 5, LIVE_VIEWS_PER_CALLER: 3 } });
  });
  afterAll(() => waybill.close());

  const token = async (sub: string, seconds: number) =>
    new SignJWT({ role: 'operator' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(sub)
      .setIssuer(waybill.config.AUTH_ISSUER)
      .setAudience(waybill.config.AUTH_AUDIENCE)
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(new TextEncoder().encode(waybill.config.AUTH_JWT_SECRET!));

  it('is refused beyond what one caller may have, and what all may have; a closed one makes room', async () => {
    const [ann, bob] = [await token('ann', 600), await token('bob', 600)];
    const open = await Promise.all([1, 2, 3].map(() => follow(waybill, 'caps', ann)));
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200]);
    const fourth = await follow(waybill, 'caps', ann);
    await eventually(() => fourth.ended);
    expect([fourth.status, fourth.reply.headers.get('retry-after')]).toEqual([429, '10']);
    expect(JSON.parse(fourth.text)).toMatchObject({ code: 'too-many-live-views', limit: 3 });
    expect((await follow(waybill, 'caps', bob)).status).toBe(200);
    expect((await follow(waybill, 'caps', bob)).status).toBe(200);
    const sixth = await follow(waybill, 'caps', bob);
    await eventually(() => sixth.ended);
    expect([sixth.status, JSON.parse(sixth.text).code]).toEqual([503, 'overloaded']);
    expect(await metric(waybill, 'waybill_live_views')).toBe(5);
    open[0]!.close();
    await eventually(async () => (await follow(waybill, 'caps', bob)).status === 200);
  });

  it('ends when its token does, says so, and goes on under a new one', async () => {
    await waybill.send('POST', '/test/counters/token/counts', { body: { by: 1 }, key: 't1' });
    const started = Date.now();
    const view = await follow(waybill, 'token', await token('short', 5));
    await eventually(() => view.ended);
    expect(Date.now() - started).toBeGreaterThan(3_900);
    expect(types(view.text)).toEqual(['TestCounted', 'token-expired']);
    const last = Number([...view.text.matchAll(/^id: (\d+)$/gm)].at(-1)![1]);
    await waybill.send('POST', '/test/counters/token/counts', { body: { by: 2 }, key: 't2' });
    const resumed = await follow(waybill, 'token', await token('short', 600), last);
    await eventually(() => counts(resumed.text).length > 0);
    expect(counts(resumed.text)).toEqual([2]);
  });

  it('does not end before a token of a distant future', async () => {
    const view = await follow(waybill, 'token', await token('patient', 100 * 365 * 86_400));
    await eventually(() => counts(view.text).length > 0);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(view.ended).toBe(false);
  });

  it('of a reader that does not read is cut instead of filling the memory; others are not held up', async () => {
    const cut = 'waybill_live_views_cut_total{reason="too-slow"}';
    const before = await metric(waybill, cut);
    const { hostname, port } = new URL(waybill.url);
    const socket = net.connect(Number(port), hostname);
    socket.write(
      `GET /test/counters/slow/live HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${waybill.tokens.operator}\r\n\r\n`,
    );
    await new Promise((resolve) => socket.once('data', resolve));
    socket.pause();
    const reader = await follow(waybill, 'slow');
    const note = randomBytes(30_000).toString('base64');
    for (let n = 0; n < 40; n++) await stored(waybill, { n: 10, stream: 'slow', data: { note, by: n } });
    await eventually(() => reader.text.length > 400 * note.length);
    expect(counts(reader.text)).toHaveLength(400);
    await eventually(async () => (await metric(waybill, cut)) === before + 1, 30_000);
    expect(reader.ended).toBe(false);
    let rest = '';
    socket.on('data', (chunk) => (rest += chunk.toString('latin1')));
    socket.resume();
    await eventually(() => rest.includes('event: too-slow'));
    socket.destroy();
    expect(types(rest).at(-1)).toBe('too-slow');
    const last = Number([...rest.matchAll(/^id: (\d+)$/gm)].at(-1)![1]);
    const resumed = await follow(waybill, 'slow', 'operator', last);
    await eventually(() => resumed.text.includes('"by":39'));
    expect(counts(rest).length).toBeLessThan(400);
    await eventually(() => counts(rest).length + counts(resumed.text).length === 400);
  });
});
