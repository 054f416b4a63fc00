import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startServerApart } from '../platform/testing/held-up.js';
import { post, type Manners } from './post.js';

describe('Sending a webhook', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  const receiver = async (listener: RequestListener) => {
    let requests = 0;
    const server = createServer((request, response) => {
      requests++;
      request.resume();
      listener(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, requests: () => requests };
  };
  const send = (url: string, over: Partial<Manners> = {}) =>
    post(url, {}, '{}', {
      timeoutMs: 20_000,
      allowPrivate: true,
      stopping: new AbortController().signal,
      ...over,
    });

  it('opens no connection to a name that leads to a private address, however public it looked before', async () => {
    const { url, requests } = await receiver((_, response) => response.end());
    await expect(send(url, { allowPrivate: false })).rejects.toThrow('localhost is not a public address');
    await expect(send(url.replace('localhost', '[::1]'), { allowPrivate: false })).rejects.toThrow(
      'not a public',
    );
    expect(requests()).toBe(0);
    expect((await send(url)).status).toBe(200);
  });

  it('follows no redirect, and tells when the receiver wants to be asked again', async () => {
    const other = await receiver((_, response) => response.end());
    const { url } = await receiver((_, response) =>
      response.writeHead(307, { location: other.url, 'retry-after': '7' }).end(),
    );
    expect(await send(url)).toMatchObject({ status: 307, retryAfter: '7' });
    expect(other.requests()).toBe(0);
  });

  it('keeps the beginning of an answer, however long it is and whatever is in it', async () => {
    const { url } = await receiver((_, response) => {
      response.write(`\0${'x'.repeat(500_000)}`);
    });
    const { excerpt } = await send(url);
    expect(excerpt).toBe(`\ufffd${'x'.repeat(999)}`);
  });

  it('waits no longer than it may for an answer, and ends when the process does', async () => {
    const { url } = await receiver(() => undefined);
    await expect(send(url, { timeoutMs: 50 })).rejects.toThrow('no answer within 50 ms');
    await expect(send(url, { stopping: AbortSignal.abort() })).rejects.toThrow();
  });

  it('hears an answer that came while this process was held up beyond the deadline', async () => {
    const server = await startServerApart();
    const answered = send(server.url, { timeoutMs: 2_500 });
    await server.holdUp(3_000);
    expect(await answered).toMatchObject({ status: 200, excerpt: '{"ok":true}' });
    await server.close();
  });

  it('takes an answer for one whose body never ends', async () => {
    const { url } = await receiver((_, response) => void response.writeHead(202).write('so'));
    expect(await send(url, { timeoutMs: 300 })).toMatchObject({ status: 202, excerpt: 'so' });
  });
});
