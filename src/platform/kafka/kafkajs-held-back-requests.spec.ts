import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { restWhileNothingIsHeldBack } from './kafkajs-held-back-requests.js';

restWhileNothingIsHeldBack();

describe('A connection to a broker', () => {
  let queue: RequestQueue;
  let sent: number[];
  beforeEach(() => {
    sent = [];
    const logger = { debug: () => undefined };
    const terms = { requestTimeout: 60_000, enforceRequestTimeout: false, maxInFlightRequests: 1 };
    queue = new RequestQueue({ ...terms, clientId: 'spec', broker: 'localhost:9092', logger });
  });
  afterEach(() => queue.destroy());

  const ask = (correlationId: number) =>
    queue.push({
      entry: { correlationId, resolve: () => undefined, reject: () => undefined },
      expectResponse: true,
      sendRequest: () => void sent.push(correlationId),
    });
  const answer = (correlationId: number) =>
    queue.fulfillRequest({ correlationId, payload: Buffer.alloc(0), size: 0 });

  it('rests when the last answer is there', () => {
    ask(1);
    answer(1);
    expect([sent, queue.throttleCheckTimeoutId]).toEqual([[1], null]);
  });

  it('sends what it held back for another answer, in order, and rests', async () => {
    for (const id of [1, 2, 3]) ask(id);
    expect(sent).toEqual([1]);
    for (const id of [1, 2, 3]) answer(id);
    expect(sent).toEqual([1, 2, 3]);
    while (queue.throttleCheckTimeoutId !== null) await sleep(5);
  });

  it('sends what it held back because the broker asked it to wait, and rests', async () => {
    queue.maybeThrottle(50);
    ask(1);
    expect(sent).toEqual([]);
    while (sent.length === 0) await sleep(5);
    answer(1);
    expect([sent, queue.throttleCheckTimeoutId]).toEqual([[1], null]);
  });
});
