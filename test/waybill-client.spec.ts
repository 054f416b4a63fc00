import { describe, expect, it } from '@jest/globals';
import { resilient } from '../packages/client/src/resilient-fetch.js';

type Said = Response | 'nothing';
const problem = (status: number, document: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(document), { status, headers });
const done = () => new Response('{}', { status: 201 });

/** A client whose server says these things, one after the other. */
function against(said: readonly Said[], patience = { attempts: 4, maxWaitMs: 60_000 }) {
  const seen: { key: string | null; body: string }[] = [];
  const waits: number[] = [];
  const call = resilient(patience, {
    fetch: async (request) => {
      seen.push({ key: request.headers.get('Idempotency-Key'), body: await request.text() });
      const next = said[seen.length - 1]!;
      if (next === 'nothing') throw new TypeError('fetch failed');
      return next;
    },
    sleep: (ms, signal) => {
      waits.push(ms);
      return signal.aborted ? Promise.reject(new Error('aborted')) : Promise.resolve();
    },
    random: () => 1,
  });
  const write = (headers: Record<string, string> = {}) =>
    call(new Request('http://waybill/v1/orders', { method: 'POST', body: '{"a":1}', headers }));
  return { call, write, seen, waits };
}

describe('One call of the client', () => {
  it('is one key over all its tries, and the same body', async () => {
    const { write, seen } = against(['nothing', problem(503, {}), problem(429, {}), done()]);
    expect((await write()).status).toBe(201);
    expect(seen.map(({ body }) => body)).toEqual(Array(4).fill('{"a":1}'));
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
    expect(seen[0]!.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('and the next call is another', async () => {
    const { write, seen } = against([done(), done()]);
    await write();
    await write();
    expect(seen[0]!.key).not.toBe(seen[1]!.key);
  });

  it('keeps the key of a caller that has one, and gives none to what only reads', async () => {
    const { write, call, seen } = against([done(), done()]);
    await write({ 'Idempotency-Key': 'mine' });
    await call(new Request('http://waybill/v1/orders'));
    expect(seen.map(({ key }) => key)).toEqual(['mine', null]);
  });

  it('waits as long as Retry-After says, else longer with each try', async () => {
    const said = [problem(503, {}, { 'Retry-After': '7' }), problem(503, {}), 'nothing', done()] as const;
    const { write, waits } = against(said);
    await write();
    expect(waits).toEqual([7000, 400, 800]);
  });

  it('tries a conflict again only where the server says that it is still running', async () => {
    const running = problem(
      409,
      { code: 'idempotency-in-progress', retryable: true },
      { 'Retry-After': '1' },
    );
    const { write, seen } = against([running, problem(409, { code: 'order.already-shipped' })]);
    expect((await write()).status).toBe(409);
    expect(seen.length).toBe(2);
  });

  it.each([400, 401, 403, 404, 412, 422])('does not repeat what will not help: %i', async (status) => {
    const { write, seen } = against([problem(status, {})]);
    expect((await write()).status).toBe(status);
    expect(seen.length).toBe(1);
  });

  it('ends: after so many tries with the last answer, or with the last error', async () => {
    const { write, seen } = against([1, 2, 3, 4, 5].map(() => problem(503, {})));
    expect((await write()).status).toBe(503);
    expect(seen.length).toBe(4);
    await expect(against(Array<Said>(4).fill('nothing')).write()).rejects.toThrow('fetch failed');
  });

  it('does not wait longer than its caller would: it hands the answer over at once', async () => {
    const said = [problem(429, {}, { 'Retry-After': '5' }), problem(429, {}, { 'Retry-After': '6' })];
    const { write, waits } = against(said, { attempts: 9, maxWaitMs: 10_000 });
    expect((await write()).status).toBe(429);
    expect(waits).toEqual([5000]);
  });

  it('ends where it is aborted', async () => {
    const { call, seen } = against([problem(503, {}), done()]);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(call(new Request('http://waybill/', { signal }))).rejects.toThrow();
    expect(seen.length).toBeLessThan(2);
  });
});
