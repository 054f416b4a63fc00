import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { JsonLogger } from '../src/platform/telemetry/logger.js';
import { startApp, type TestApp } from './app.js';
import { CounterModule, whims } from './http/counter.js';

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
const lineOf = async (test: (line: Line) => boolean): Promise<Line> => {
  for (let n = 0; n < 100 && !lines.some(test); n++) await new Promise((resolve) => setTimeout(resolve, 10));
  return lines.find(test)!;
};

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
      traceparent,
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
    expect(line.err?.stack).toContain('http-logs.e2e-spec');
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
