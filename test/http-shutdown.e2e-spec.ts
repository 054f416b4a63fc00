import http from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { stop } from '../src/platform/http/shutdown.js';
import { startApp, type TestApp } from './app.js';
import { CounterModule, whims } from './http/counter.js';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const grace = { drainMs: 300, finishMs: 3000 };
afterEach(() => {
  whims.before = () => Promise.resolve();
});

const start = () => startApp({ rooms: [CounterModule], config: { REQUEST_TIMEOUT_MS: 2000 } });
const count = (waybill: TestApp, key: string) =>
  waybill.send('POST', '/test/counters/stop/counts', { body: { by: 1 }, key });

/** Opens a live view and collects what it sends. */
function follow(waybill: TestApp, lastEventId?: number) {
  const view = { text: '', status: 0, ended: Promise.resolve() };
  view.ended = new Promise<void>((resolve, reject) => {
    const request = http.get(
      `${waybill.url}/test/counters/stop/live`,
      {
        headers: {
          authorization: `Bearer ${waybill.tokens.operator}`,
          ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
        },
      },
      (reply) => {
        view.status = reply.statusCode ?? 0;
        reply.on('data', (chunk: Buffer) => (view.text += chunk.toString()));
        reply.on('end', resolve);
        reply.on('error', reject);
      },
    );
    request.on('error', reject);
  });
  return view;
}
const idsIn = (text: string) =>
  [...text.matchAll(/^event: TestCounted\nid: (\d+)$/gm)].map(([, id]) => Number(id));
const until = async (condition: () => boolean) => {
  for (const end = Date.now() + 30_000; !condition() && Date.now() < end;) await pause(20);
  expect(condition()).toBe(true);
};

describe('a live view', () => {
  it('shows what was and what comes, and resumes after the last id it saw', async () => {
    const waybill = await start();
    await count(waybill, 'k1');
    const view = follow(waybill);
    await until(() => idsIn(view.text).length === 1);
    await count(waybill, 'k2');
    await until(() => idsIn(view.text).length === 2);
    expect(view.text).toContain('event: TestCounted\n');
    expect(view.text).toContain('data: {"counterId":"stop","by":1}');
    const [first, second] = idsIn(view.text);
    const resumed = follow(waybill, first);
    await until(() => idsIn(resumed.text).length > 0);
    expect(idsIn(resumed.text)).toEqual([second]);
    await stop(waybill.app, { drainMs: 0, finishMs: 1000 });
    await view.ended;
    await waybill.close();
  });
});

describe('a stop', () => {
  it('goes on serving while readiness says no, finishes what runs, refuses what comes, ends what never ends', async () => {
    const waybill = await start();
    const view = follow(waybill);
    await until(() => view.status === 200);
    whims.before = () => pause(900);
    const running = count(waybill, 'running');
    await pause(100);

    const stopped = stop(waybill.app, grace);
    const ready = await waybill.send('GET', '/health/ready');
    expect([ready.status, (ready.body['checks'] as { stopping: boolean }).stopping]).toEqual([503, true]);
    expect((await waybill.send('GET', '/test/counters')).status).toBe(200);

    await pause(400);
    const refused = await waybill.send('GET', '/test/counters');
    expect([refused.status, refused.body['code'], refused.headers.get('connection')]).toEqual([
      503,
      'shutting-down',
      'close',
    ]);
    expect((await running).status).toBe(201);
    await view.ended;
    expect(await stopped).toBe(true);
    await expect(fetch(waybill.url)).rejects.toThrow();
    await waybill.close();
  });

  it('does not wait for ever', async () => {
    const waybill = await start();
    whims.before = () => new Promise(() => undefined);
    const hanging = count(waybill, 'hanging').catch(() => 'cut');
    await pause(100);
    const since = Date.now();
    expect(await stop(waybill.app, { drainMs: 0, finishMs: 200 })).toBe(false);
    expect(Date.now() - since).toBeLessThan(8000);
    await hanging;
    await pause(500);
    await waybill.close();
  });
});
