import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './app.js';
import { CounterModule } from './http/counter.js';
import { raw, type WireReply } from './http/wire.js';

let waybill: TestApp;
beforeAll(async () => {
  waybill = await startApp({ rooms: [CounterModule] });
});
afterAll(() => waybill.close());

const auth = () => `Authorization: Bearer ${waybill.tokens.operator}\r\n`;
const post = (headers: string, body: string | Buffer) =>
  Buffer.concat([
    Buffer.from(
      `POST /test/counters/w/counts HTTP/1.1\r\nHost: x\r\nIdempotency-Key: ${crypto.randomUUID()}\r\n${auth()}` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n\r\n`,
    ),
    Buffer.from(body),
  ]);
const json = 'Content-Type: application/json';
const inside =
  /node_modules|\.ts:|\.js:|\bat (async |new )?[\w.<>]+ \(|select |insert |platform\.|password|postgres|fastify|nest/i;

function isProblem(reply: WireReply, status: number, code: string) {
  expect([reply.status, reply.head]).toEqual([status, expect.stringMatching(/application\/problem\+json/i)]);
  const problem = JSON.parse(reply.body) as Record<string, unknown>;
  expect(problem).toMatchObject({ status, code, type: `/problems/${code}` });
  for (const member of ['title', 'detail', 'instance', 'requestId'])
    expect(typeof problem[member]).toBe('string');
  expect(reply.body).not.toMatch(inside);
}

describe('what the server refuses before a controller sees it', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const cases: [string, () => string | Buffer, number, string][] = [
    ['an unknown path', () => `GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n`, 404, 'not-found'],
    [
      'a known path with another method',
      () => `PUT /health/live HTTP/1.1\r\nHost: x\r\n\r\n`,
      405,
      'method-not-allowed',
    ],
    [
      'a method nobody knows',
      () => `BREW /health/live HTTP/1.1\r\nHost: x\r\n\r\n`,
      400,
      'malformed-request',
    ],
    ['a broken escape', () => `GET /test/%zz HTTP/1.1\r\nHost: x\r\n\r\n`, 400, 'malformed-request'],
    [
      'an endless parameter',
      () => `GET /test/counters/${'a'.repeat(300)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      414,
      'uri-too-long',
    ],
    [
      'large headers',
      () => `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'no HTTP at all',
      () => `\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n`,
      400,
      'malformed-request',
    ],
    ['two Hosts', () => `GET /health/live HTTP/1.1\r\nHost: x\r\nhost: y\r\n\r\n`, 400, 'malformed-request'],
    [
      'two tokens',
      () => `GET /health/live HTTP/1.1\r\nHost: x\r\n${auth()}Authorization: Bearer other\r\n\r\n`,
      400,
      'malformed-request',
    ],
    [
      'two media types',
      () => post(`${json}\r\nContent-Type: text/plain`, '{"by":1}'),
      400,
      'malformed-request',
    ],
    ['no Host', () => `GET /health/live HTTP/1.1\r\n\r\n`, 400, 'malformed-request'],
    [
      'a space in a header name',
      () => `GET / HTTP/1.1\r\nHost: x\r\nX Y: 1\r\n\r\n`,
      400,
      'malformed-request',
    ],
    [
      'both lengths',
      () =>
        `POST /test/counters/w/counts HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      'malformed-request',
    ],
    [
      'two lengths',
      () =>
        `POST /test/counters/w/counts HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde`,
      400,
      'malformed-request',
    ],
    ['half a JSON', () => post(json, '{"by":'), 400, 'malformed-request'],
    ['a name twice', () => post(json, '{"by":1,"by":2}'), 400, 'malformed-request'],
    ['a name twice, once escaped', () => post(json, '{"by":1,"\\u0062y":2}'), 400, 'malformed-request'],
    ['__proto__', () => post(json, '{"by":1,"__proto__":{"admin":true}}'), 400, 'malformed-request'],
    ['5,000 levels', () => post(json, deep(5000)), 400, 'malformed-request'],
    [
      'bytes that are no UTF-8',
      () => post(json, Buffer.from([0x22, 0xff, 0xfe, 0x22])),
      400,
      'malformed-request',
    ],
    ['70 KB', () => post(json, `{"by":1,"note":"${'x'.repeat(70_000)}"}`), 413, 'payload-too-large'],
    [
      'a form',
      () => post('Content-Type: application/x-www-form-urlencoded', 'by=1'),
      415,
      'unsupported-media-type',
    ],
    ['text', () => post('Content-Type: text/plain', '{"by":1}'), 415, 'unsupported-media-type'],
    ['UTF-16', () => post(`${json}; charset=utf-16`, '{"by":1}'), 415, 'unsupported-media-type'],
    [
      'a compressed body',
      () => post(`${json}\r\nContent-Encoding: gzip`, '{"by":1}'),
      415,
      'unsupported-media-type',
    ],
    ['no body', () => post(json, ''), 400, 'invalid-request'],
    ['another shape', () => post(json, '[1]'), 400, 'invalid-request'],
    [
      'an array of 100 numbers for one',
      () => post(json, `{"by":[${'1,'.repeat(99)}1]}`),
      400,
      'invalid-request',
    ],
    ['a number past all digits', () => post(json, '{"by":1e308}'), 400, 'invalid-request'],
    ['a number that would be rounded', () => post(json, '{"by":9007199254740993}'), 400, 'invalid-request'],
  ];
  it.each(cases)('%s', async (_, bytes, status, code) => {
    isProblem(await raw(waybill.url, bytes()), status, code);
  });

  it('a bad chunk, without taking what follows for another request', async () => {
    const head = `POST /test/counters/w/counts HTTP/1.1\r\nHost: x\r\n${auth()}${json}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const reply = await raw(waybill.url, `${head}zz\r\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(reply.rest).toBe('');
    expect(reply.status === 400 || reply.status === 0).toBe(true);
  });

  it('names the methods that a path does know', async () => {
    const { head } = await raw(waybill.url, `DELETE /test/counters/w HTTP/1.1\r\nHost: x\r\n${auth()}\r\n`);
    expect(head).toMatch(/allow: GET, HEAD/i);
  });

  it('survives all of it', async () => {
    expect((await waybill.send('GET', '/health/ready')).status).toBe(200);
  });
});

describe('a request that does not fit its schema', () => {
  const count = (body: unknown) =>
    waybill.send('POST', '/test/counters/v/counts', { body, key: crypto.randomUUID() });

  it('is told where, by JSON pointer', async () => {
    const { body } = await count({ by: 'many', 'a/b': 1 });
    expect(body['errors']).toEqual([
      { pointer: '/by', detail: expect.any(String) },
      { pointer: '/a~1b', detail: 'unknown property' },
    ]);
  });

  it('is told about query and path too', async () => {
    const query = await waybill.send('GET', '/test/counters?limit=1000');
    expect(query.body['errors']).toEqual([{ pointer: '/limit', detail: expect.any(String), in: 'query' }]);
    const path = await waybill.send('GET', '/test/counters/UPPER');
    expect(path.body['errors']).toEqual([{ pointer: '/id', detail: expect.any(String), in: 'path' }]);
    expect((await waybill.send('GET', '/test/counters?limit=1&limit=2')).status).toBe(400);
    expect((await waybill.send('GET', '/test/counters?wat=1')).body['errors']).toMatchObject([
      { pointer: '/wat' },
    ]);
  });

  it('never gets back what it sent', async () => {
    const canary = '<script>alert(1)</script>';
    expect((await count({ by: canary })).text).not.toContain(canary);
  });
});

describe('a failure of ours', () => {
  it('tells an id and nothing else', async () => {
    const { status, text, body } = await waybill.send('GET', '/test/counters/broken/secret');
    expect([status, body['code']]).toEqual([500, 'internal-error']);
    expect(body['errorId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(text).not.toMatch(/SELECT|password|shadow|db\.internal/);
  });
});

describe('/problems', () => {
  it('explains every code, to programs and to people', async () => {
    const { body } = await waybill.send('GET', '/problems', { as: 'nobody' });
    expect(body.items.length).toBeGreaterThan(20);
    for (const { type, code } of body.items) {
      const problem = await waybill.send('GET', String(type), { as: 'nobody' });
      expect(problem.body).toMatchObject({ code, type, fix: expect.any(String), cause: expect.any(String) });
    }
    const page = await waybill.send('GET', '/problems/counter.negative', {
      as: 'nobody',
      headers: { accept: 'text/html,*/*' },
    });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('Send a number above 0.');
    expect((await waybill.send('GET', '/problems/no.such', { as: 'nobody' })).status).toBe(404);
  });

  it('is where a refusal of a room leads', async () => {
    const refused = await waybill.send('POST', '/test/counters/p/counts', { body: { by: -1 }, key: 'p' });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.body).toMatchObject({
      type: '/problems/counter.negative',
      title: 'It only counts up',
      by: -1,
    });
    expect((await waybill.send('GET', '/test/counters/none')).body).toMatchObject({
      status: 404,
      code: 'counter.not-found',
    });
  });
});
