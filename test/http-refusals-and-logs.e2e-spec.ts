import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { JsonLogger } from '../src/platform/telemetry/logger.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { CounterModule, whims } from './http/counter.js';
import { raw } from './http/wire.js';

type Line = Record<string, unknown> & { err?: { stack?: string; message?: string } };

let waybill: TestApp;
let lines: Line[] = [];
const sink = { write: (line: string) => void lines.push(JSON.parse(line) as Line) };
beforeAll(async () => {
  waybill = await startApp({
    rooms: [CounterModule],
    config: { LOG_LEVEL: 'info' },
    logger: new JsonLogger('info', sink),
  });
});
afterAll(() => waybill.close());
beforeEach(() => {
  lines = [];
  whims.before = () => Promise.resolve();
});
const lineOf = (test: (line: Line) => boolean): Promise<Line> => eventually(() => lines.find(test));

describe('the log', () => {
  it('has a line for each request: who, what, how long, and its ids', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await waybill.send('POST', '/test/counters/log/counts?secret=hunter2', {
      body: { by: 1, note: 'canary-4711' },
      key: 'canary-key',
      headers: { 'x-request-id': 'req-log', traceparent },
    });
    const line = await lineOf(({ msg }) => msg === 'request');
    expect(line).toMatchObject({
      level: 'info',
      service: 'waybill',
      requestId: 'req-log',
      trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
      span_id: '00f067aa0ba902b7',
      method: 'POST',
      route: '/test/counters/:id/counts',
      path: '/test/counters/log/counts',
      status: 201,
      actor: 'operator:demo-operator',
      position: expect.any(Number),
      ms: expect.any(Number),
    });
    expect(String(line['time'])).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('never holds tokens, keys, bodies or queries', async () => {
    whims.before = () =>
      Promise.reject(new Error('cannot reach postgres://waybill:hunter2@db/waybill?password=hunter3'));
    await waybill.send('POST', '/test/counters/log/counts?secret=hunter4', {
      body: { by: 1, note: 'canary-4711' },
      key: 'canary-key',
    });
    new Logger('room').warn({
      msg: 'paying with tok_ok_hunter5',
      body: 'hunter6',
      cardNumber: 'hunter7',
      orderId: 'o-1',
    });
    new Logger('room').error(`Authorization: Bearer ${waybill.tokens.operator}`);
    await lineOf(({ context }) => context === 'room');
    const all = JSON.stringify(lines);
    expect(all).not.toMatch(/hunter\d|canary|eyJ/);
    expect(all).not.toContain(waybill.tokens.operator.slice(0, 30));
    expect(lines.find(({ orderId }) => orderId === 'o-1')).toBeDefined();
  });

  it('tells under the error id of the answer what really happened', async () => {
    whims.before = () => Promise.reject(new Error('the disk is on fire'));
    const { body } = await waybill.send('POST', '/test/counters/log/counts', {
      body: { by: 1 },
      key: 'fire',
      headers: { 'x-request-id': 'req-fire' },
    });
    const line = await lineOf(({ errorId }) => errorId === body['errorId']);
    expect(line).toMatchObject({
      level: 'error',
      requestId: 'req-fire',
      err: { message: 'the disk is on fire' },
    });
    expect(line.err?.stack).toContain('http-refusals-and-logs.e2e-spec');
  });

  it('says why a token was refused, without the token', async () => {
    await waybill.send('GET', '/test/counters', {
      as: 'nobody',
      headers: { authorization: 'Bearer wrong-canary' },
    });
    expect(await lineOf(({ status }) => status === 401)).toMatchObject({ refusal: 'no such API key' });
    expect(JSON.stringify(lines)).not.toContain('wrong-canary');
  });
});

const get = (path: string) => raw(waybill.url, `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
/** Announces a body that never comes: whoever wants to read it has to wait. */
const announce = (path: string, headers = '') =>
  raw(waybill.url, `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n${headers}\r\n{`);
const token = () => `Authorization: Bearer ${waybill.tokens.operator}\r\n`;

describe('an address', () => {
  it.each([
    ['of many dots', `/v1/${'a.'.repeat(7500)}`],
    ['of many slashes', `/${'a/'.repeat(1000)}`],
    ['with one long part', `/v1/orders/${'x'.repeat(300)}`],
    ['with an endless query', `/test/counters?cursor=${'x'.repeat(8000)}`],
    ['that looks like a token', `/v1/${'eyJ-'.repeat(3500)}`],
  ])('%s is too long: 414', async (_, path) => {
    const { status, body } = await get(path);
    expect([status, JSON.parse(body)]).toEqual([414, expect.objectContaining({ code: 'uri-too-long' })]);
    expect(body.length).toBeLessThan(1000);
  });

  it('as long as a list may ask for is served', async () => {
    const { status } = await waybill.send('GET', `/test/counters?cursor=${'x'.repeat(512)}`);
    expect(status).toBe(200);
  });

  it('is logged as far as it says something', async () => {
    await get(`/v1/${'b.'.repeat(7500)}`);
    await get(`/v1/${'c.'.repeat(7500)}`);
    await lineOf((line) => JSON.stringify(line).includes('c.c.c'));
    const mine = lines.map((line) => JSON.stringify(line)).filter((line) => line.includes('b.b.b'));
    expect(mine).toHaveLength(1);
    expect(mine[0]!.length).toBeLessThan(1000);
  });
});

describe('what will be refused is refused before its body is read', () => {
  it('from somebody unknown', async () => {
    expect((await announce('/test/counters/x/counts', 'Content-Type: application/json\r\n')).status).toBe(
      401,
    );
  });
  it('for a path that is not served', async () => {
    expect((await announce('/nowhere', token())).status).toBe(404);
    expect((await announce('/health/live', token())).status).toBe(405);
  });
  it('in a form that is not understood', async () => {
    for (const headers of [
      '',
      'Content-Type: text/plain\r\n',
      'Content-Type: application/json; charset=utf-16\r\n',
    ]) {
      expect((await announce('/test/counters/x/counts', token() + headers)).status).toBe(415);
    }
  });
});

describe('a body is JSON', () => {
  const send = async (type: string) =>
    (
      await fetch(`${waybill.url}/test/counters/typed/counts`, {
        method: 'POST',
        body: '{"by":1}',
        headers: {
          authorization: `Bearer ${waybill.tokens.operator}`,
          'content-type': type,
          'idempotency-key': crypto.randomUUID(),
        },
      })
    ).status;

  it.each([
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'Application/Json ; Charset="utf-8"',
    'application/json; version=2',
    'application/vnd.waybill+json; charset=utf-8',
  ])('as %s', async (type) => {
    expect(await send(type)).toBe(201);
  });

  it.each([
    'application/json; charset=iso-8859-1',
    'application/json;charset="UTF-16"',
    'text/json',
    'application/xml',
  ])('and not as %s', async (type) => {
    expect(await send(type)).toBe(415);
  });
});
