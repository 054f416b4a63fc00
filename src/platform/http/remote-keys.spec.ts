import { jest } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, type JWK } from 'jose';
import { generateKeyPairSync } from 'node:crypto';
import { RemoteKeys } from './remote-keys.js';

const named = async (kid: string): Promise<JWK> => ({
  ...(await exportJWK(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)),
  alg: 'ES256',
  kid,
});
const header = (kid: string) => ({ alg: 'ES256', kid });
const token = { payload: '', signature: '' };

describe('Keys of a provider', () => {
  let provider: Server;
  let published: JWK[];

  beforeEach(async () => {
    published = [await named('first')];
    provider = createServer((_, response) => response.end(JSON.stringify({ keys: published })));
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    provider.close();
  });
  const keys = () => new RemoteKeys(`http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`);

  it('a new one is found though the timer fires before the clock says that its time has come', async () => {
    const real = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => real() * 0.97);
    const remote = keys();
    await remote.keyOf(header('first'), token);
    published = [await named('second')];
    await expect(remote.keyOf(header('second'), token)).resolves.toBeDefined();
  });

  it('two who wait for two new ones are both served by one question', async () => {
    const remote = keys();
    await remote.keyOf(header('first'), token);
    published = [await named('second'), await named('third')];
    const both = [remote.keyOf(header('second'), token), remote.keyOf(header('third'), token)];
    await expect(Promise.all(both)).resolves.toHaveLength(2);
  });

  it('one that nobody published is told from one that could not be asked for', async () => {
    const remote = keys();
    await remote.keyOf(header('first'), token);
    await expect(remote.keyOf(header('stranger'), token)).rejects.toThrow('no applicable key');
  });
});
