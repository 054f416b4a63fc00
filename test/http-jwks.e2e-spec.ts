import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, SignJWT, type JWK } from 'jose';
import { startApp, type TestApp } from './app.js';
import { CounterModule } from './http/counter.js';

interface Pair {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}
const pair = (kid: string): Pair => ({ kid, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) });

let waybill: TestApp;
let provider: http.Server;
let published: Pair[];
let status: number;
let asked: number;
let keepsKid: boolean;

beforeEach(async () => {
  published = [pair('first')];
  status = 200;
  asked = 0;
  keepsKid = true;
  provider = http.createServer((_, reply) => {
    asked += 1;
    void jwks().then((keys) => reply.writeHead(status).end(JSON.stringify({ keys })));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const AUTH_JWKS_URL = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`;
  waybill = await startApp({ rooms: [CounterModule], config: { AUTH_JWKS_URL } });
});
afterEach(async () => {
  await waybill.close();
  provider.closeAllConnections();
  provider.close();
});

const jwks = (): Promise<JWK[]> =>
  Promise.all(
    published.map(async ({ kid, publicKey }) => ({
      ...(await exportJWK(publicKey)),
      alg: 'ES256',
      use: 'sig',
      ...(keepsKid && { kid }),
    })),
  );
const tokenOf = ({ kid, privateKey }: Pair, sub = 'ops') =>
  new SignJWT({ iss: 'waybill', aud: 'waybill', sub, role: 'operator' })
    .setProtectedHeader({ alg: 'ES256', ...(keepsKid && { kid }) })
    .setExpirationTime('5m')
    .sign(privateKey);
const call = async (pairOfToken: Pair, sub?: string, path = '/test/counters') =>
  waybill.send('GET', path, {
    as: 'nobody',
    headers: { authorization: `Bearer ${await tokenOf(pairOfToken, sub)}` },
  });

describe('while the keys cannot be fetched', () => {
  it.each([500, 302])(
    '(status %i) nobody is told to be a stranger: 503, and when to come back',
    async (broken) => {
      status = broken;
      const reply = await call(published[0]!);
      expect([reply.status, reply.body['code'], reply.body['retryable']]).toEqual([
        503,
        'keys-unavailable',
        true,
      ]);
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      status = 200;
      await new Promise((resolve) => setTimeout(resolve, 1100));
      expect((await call(published[0]!)).status).toBe(200);
    },
  );

  it('because nobody listens: the same; what needs no token is served, and other tokens count', async () => {
    await new Promise((resolve) => {
      provider.closeAllConnections();
      provider.close(resolve);
    });
    expect((await call(published[0]!)).body['code']).toBe('keys-unavailable');
    expect((await call(published[0]!, 'ops', '/problems')).status).toBe(200);
    expect((await waybill.send('GET', '/test/counters')).status).toBe(200);
  });

  it('a body is not read either', async () => {
    status = 500;
    const reply = await waybill.send('POST', '/test/counters/x/counts', {
      as: 'nobody',
      body: { by: 1 },
      headers: { authorization: `Bearer ${await tokenOf(published[0]!)}` },
    });
    expect(reply.body['code']).toBe('keys-unavailable');
  });
});

describe('a key that was just published', () => {
  it('is honoured at once', async () => {
    expect((await call(published[0]!)).status).toBe(200);
    const second = pair('second');
    published = [...published, second];
    expect((await call(second)).status).toBe(200);
    const third = pair('third');
    published = [third];
    expect((await call(third)).status).toBe(200);
  });

  it('is found among others when neither key nor token has a name', async () => {
    keepsKid = false;
    published = [pair('a'), pair('b'), pair('c')];
    expect((await call(published[1]!)).status).toBe(200);
    expect((await call(pair('stranger'))).status).toBe(401);
  });

  it('is honoured while strangers send invented ones, who cannot make us hammer the provider', async () => {
    expect((await call(published[0]!)).status).toBe(200);
    const before = asked;
    const since = Date.now();
    const strangers = Array.from({ length: 60 }, (_, n) => call(pair(`invented-${n}`), `s${n}`));
    const second = pair('second');
    published = [...published, second];
    const [honoured, ...refused] = await Promise.all([call(second), ...strangers]);
    const seconds = Math.ceil((Date.now() - since) / 1000);
    expect(honoured!.status).toBe(200);
    expect(new Set(refused.map((reply) => reply.status))).toEqual(new Set([401]));
    expect(asked - before).toBeLessThanOrEqual(seconds + 1);
  });
});
