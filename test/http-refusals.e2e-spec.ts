import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JsonLogger } from '../src/platform/telemetry/logger.js';
import { startApp, type TestApp } from './app.js';
import { CounterModule } from './http/counter.js';
import { raw } from './http/wire.js';

let waybill: TestApp;
const lines: string[] = [];
beforeAll(async () => {
  waybill = await startApp({
    rooms: [CounterModule],
    config: { LOG_LEVEL: 'info' },
    logger: new JsonLogger('info', { write: (line: string) => void lines.push(line) }),
  });
});
afterAll(() => waybill.close());

const get = (path: string) => raw(waybill.url, `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
/** Announces a body that never comes: whoever wants to read it has to wait. */
const announce = (path: string, headers = '') =>
  raw(waybill.url, `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n${headers}\r\n{`, 3000);
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
    const from = lines.length;
    await get(`/v1/${'b.'.repeat(7500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const mine = lines.slice(from).filter((line) => line.includes('b.b.b'));
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
