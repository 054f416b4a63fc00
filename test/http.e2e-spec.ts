import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './app.js';
import { CounterModule } from './http/counter.js';

let waybill: TestApp;
beforeAll(async () => {
  waybill = await startApp({ rooms: [CounterModule] });
});
afterAll(() => waybill.close());

describe('a write', () => {
  it('answers with status, view, Location, ETag and Event-Position', async () => {
    const reply = await waybill.send('POST', '/test/counters/a/counts', { body: { by: 2 }, key: 'first' });
    expect(reply.body).toEqual({ counterId: 'a', total: 2, version: 1 });
    expect(reply.status).toBe(201);
    expect(reply.headers.get('location')).toBe('/test/counters/a');
    expect(reply.headers.get('etag')).toBe('"1"');
    expect(Number(reply.headers.get('event-position'))).toBeGreaterThan(0);
  });
});
