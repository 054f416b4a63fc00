import { createHash, createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { exportJWK, type JWK, SignJWT } from 'jose';
import { accessOf } from '../src/platform/http/access.js';
import { demoToken } from '../src/platform/http/demo-identities.js';
import { startApp, type TestApp } from './app.js';
import { CounterModule } from './http/counter.js';

let waybill: TestApp;
let product: TestApp;
let jwks: http.Server;
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const apiKey = 'wb_live_0123456789abcdef';

beforeAll(async () => {
  const key = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
  jwks = http.createServer((_, reply) => reply.end(JSON.stringify({ keys: [key] })));
  await new Promise<void>((resolve) => jwks.listen(0, '127.0.0.1', resolve));
  const AUTH_JWKS_URL = `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/jwks`;
  const sha256 = createHash('sha256').update(apiKey).digest('hex');
  const AUTH_API_KEYS = [{ role: 'operator' as const, id: 'warehouse', sha256 }];
  waybill = await startApp({ rooms: [CounterModule], config: { AUTH_JWKS_URL, AUTH_API_KEYS } });
  product = await startApp();
});
afterAll(async () => {
  await product.close();
  await waybill.close();
  jwks.close();
});

const list = (authorization?: string) =>
  waybill.send('GET', '/test/counters', {
    as: 'nobody',
    headers: authorization === undefined ? {} : { authorization },
  });
const secret = () => new TextEncoder().encode(waybill.config.AUTH_JWT_SECRET);
const token = (claims: object = {}, header: object = {}, key: Parameters<SignJWT['sign']>[0] = secret()) =>
  new SignJWT({ iss: 'waybill', aud: 'waybill', sub: 'ops', role: 'operator', exp: now() + 600, ...claims })
    .setProtectedHeader({ alg: 'HS256', ...header })
    .sign(key);
const now = () => Math.floor(Date.now() / 1000);
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('every route of the product', () => {
  it('declares who may use it', () => {
    const reflector = new Reflector();
    const scanner = new MetadataScanner();
    const controllers = [...product.app.get(ModulesContainer).values()].flatMap((module) => [
      ...module.controllers.values(),
    ]);
    const undeclared = controllers.flatMap(({ metatype, instance }) => {
      const prototype = Object.getPrototypeOf(instance as object) as Record<
        string,
        (...args: never[]) => unknown
      >;
      return scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]!))
        .filter((name) => accessOf(reflector, prototype[name]!, metatype as never) === undefined)
        .map((name) => {
          const method =
            RequestMethod[Reflect.getMetadata(METHOD_METADATA, prototype[name]!) as RequestMethod];
          return `${method} ${metatype?.name}.${name} ${String(Reflect.getMetadata(PATH_METADATA, prototype[name]!))}`;
        });
    });
    expect(undeclared).toEqual([]);
  });

  it('is closed to nobody, unless it says so; and to roles it does not name', async () => {
    const { body } = await product.send('GET', '/openapi.json');
    const paths = body['paths'] as Record<string, Record<string, { 'x-roles'?: string[] }>>;
    const attempts = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { 'x-roles': roles = [] }]) =>
        (['nobody', 'customer', 'operator', 'service'] as const)
          .filter((as) => !roles.includes('public') && !roles.includes(as))
          .map((as) => ({ path, method, as })),
      ),
    );
    expect(attempts.length).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const { path, method, as } of attempts) {
      const where = path.replace(/\{[^}]+\}/g, '019a9f00-0000-7000-8000-000000000001');
      const { status } = await product.send(method.toUpperCase(), where, { as });
      if (status !== (as === 'nobody' ? 401 : 403)) wrong.push(`${method} ${path} as ${as}: ${status}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('is refused if nobody thought about it', async () => {
    expect((await waybill.send('GET', '/test/counters/undeclared/route')).status).toBe(403);
    expect((await waybill.send('GET', '/test/counters/undeclared/route', { as: 'nobody' })).status).toBe(401);
  });
});

describe('a caller is known by', () => {
  it('a token signed with the secret', async () => {
    expect((await list(`Bearer ${await token()}`)).status).toBe(200);
    expect((await list(`bearer ${await token({ aud: ['waybill', 'other'] })}`)).status).toBe(200);
  });

  it('a token signed with a key of the JWKS', async () => {
    expect((await list(`Bearer ${await token({}, { alg: 'ES256', kid: 'k1' }, privateKey)}`)).status).toBe(
      200,
    );
  });

  it('an API key, of which only the hash is configured', async () => {
    expect((await list(`Bearer ${apiKey}`)).status).toBe(200);
    expect((await list(`Bearer ${apiKey}x`)).status).toBe(401);
  });
});

describe('a token is refused', () => {
  const hs256 = (claims: object, key: string | Buffer) => {
    const signed = `${encoded({ alg: 'HS256' })}.${encoded(claims)}`;
    return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
  };
  const good = () => ({ iss: 'waybill', aud: 'waybill', sub: 'ops', role: 'operator', exp: now() + 600 });
  const attacks: [string, () => string | Promise<string>][] = [
    ['unsigned', () => `${encoded({ alg: 'none' })}.${encoded(good())}.`],
    ['unsigned in capitals', () => `${encoded({ alg: 'NoNe' })}.${encoded(good())}.`],
    ['signed with another secret', () => hs256(good(), 'another-secret-of-at-least-32-bytes!')],
    [
      'signed with the public key as if it were the secret',
      () => hs256(good(), publicKey.export({ type: 'spki', format: 'pem' })),
    ],
    [
      'with a changed payload',
      async () => (await token()).replace(/\.[^.]+\./, `.${encoded({ ...good(), sub: 'root' })}.`),
    ],
    ['without its signature', async () => (await token()).replace(/[^.]+$/, '')],
    ['of a stronger but unlisted algorithm', () => token({}, { alg: 'HS512' })],
    [
      'that brings its own key',
      async () => token({}, { alg: 'ES256', jwk: await exportJWK(publicKey) }, privateKey),
    ],
    ['that names where to fetch its key', () => token({}, { jku: 'http://evil.example/keys' })],
    [
      'of an unknown key',
      () =>
        token({}, { alg: 'ES256', kid: 'k2' }, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    ],
    ['that has expired', () => token({ exp: now() - 61 })],
    ['that is not valid yet', () => token({ nbf: now() + 120 })],
    ['without expiry', () => hs256({ ...good(), exp: undefined }, secretText())],
    ['without subject', () => token({ sub: undefined })],
    ['without role', () => token({ role: undefined })],
    ['with a role of its own', () => token({ role: 'system' })],
    ['with two roles', () => token({ role: ['operator'] })],
    ['of another issuer', () => token({ iss: 'somebody' })],
    ['for another audience', () => token({ aud: 'somebody' })],
    ['of a customer without a customer id', () => token({ role: 'customer', sub: 'me' })],
    ['of another kind', () => token({}, { typ: 'id+jwt' })],
    ['of 9 KB', () => token({ padding: 'x'.repeat(9000) })],
  ];
  const secretText = () => waybill.config.AUTH_JWT_SECRET!;

  it.each(attacks)('%s', async (_, attack) => {
    const reply = await list(`Bearer ${await attack()}`);
    expect([reply.status, reply.body['code'], reply.headers.get('www-authenticate')]).toEqual([
      401,
      'unauthenticated',
      'Bearer realm="waybill"',
    ]);
  });

  it.each(['', 'Bearer', 'Basic b3BzOm9wcw==', 'Bearer a b', `Bearer ${'a.'.repeat(5000)}`])(
    'when the header is %j',
    async (header) => {
      expect((await list(header)).status).toBe(401);
    },
  );
});

describe('a demo token', () => {
  it('is refused in production, whoever signed it', async () => {
    const production = await startApp({
      rooms: [CounterModule],
      config: { NODE_ENV: 'production', AUTH_DEMO_TOKENS: false },
      databaseUrl: waybill.config.DATABASE_URL,
    });
    try {
      const demo = `Bearer ${await demoToken(waybill.config, 'operator', 'demo-operator')}`;
      const send = (authorization: string) =>
        production.send('GET', '/test/counters', { as: 'nobody', headers: { authorization } });
      expect([(await send(demo)).status, (await send(`Bearer ${await token()}`)).status]).toEqual([401, 200]);
      expect((await production.send('GET', '/docs/demo-token', { as: 'nobody' })).status).toBe(404);
    } finally {
      await production.close();
    }
  });
});

describe('Keys that somebody else publishes', () => {
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
});
