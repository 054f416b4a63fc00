import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { CLAIM, DUE } from '../src/platform/sagas/task-store.js';
import { SubscriptionCoordinator } from '../src/platform/subscriptions/subscription-coordinator.js';
import { SubscriptionRegistry } from '../src/platform/subscriptions/subscription.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';

jest.setTimeout(120_000);

const POLL_MS = 250;

describe('An instance that has nothing to do', () => {
  let waybill: TestApp;
  const original = pg.Client.prototype.query as (...call: unknown[]) => unknown;
  beforeAll(async () => {
    waybill = await startApp({ config: { SUBSCRIPTION_POLL_MS: POLL_MS, LEASE_SECONDS: 5 } });
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => waybill.close());

  /** Every statement of the process from now on. */
  const watch = (): string[] => {
    const texts: string[] = [];
    jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...call: unknown[]
    ) {
      const [first] = call as [string | { text: string }];
      texts.push(typeof first === 'string' ? first : first.text);
      return Reflect.apply(original, this, call) as never;
    });
    return texts;
  };

  it('asks short questions, and no more of them than its polls and leases need', async () => {
    const price = { amountMinor: 100, currency: 'EUR' };
    const body = { sku: 'IDLE-1', name: 'Thing', category: 'things', price };
    expect((await waybill.send('POST', '/v1/products', { body })).status).toBeLessThan(300);
    const all = waybill.app.get(SubscriptionRegistry, { strict: false }).all().length;
    await eventually(
      () => waybill.app.get(SubscriptionCoordinator, { strict: false }).running().length === all,
    );
    const texts = watch();
    const times = (part: string) => texts.filter((text) => text.includes(part)).length;
    await eventually(() => times(DUE) > 4);
    texts.length = 0;
    const began = performance.now();
    await sleep(6_000);
    const seconds = (performance.now() - began) / 1_000;
    expect(times(DUE)).toBeGreaterThan(1);
    const dear = { claims: CLAIM, pages: 'measured as', introductions: 'insert into platform.subscriptions' };
    for (const [name, text] of Object.entries(dear))
      expect({ name, isRare: times(text) <= 1 }).toEqual({ name, isRare: true });
    expect(texts.length).toBeLessThan(seconds * ((3 * 1_000) / POLL_MS + 3) + 10);
  });

  it('asks ever more seldom: a second costs a small part of what it costs while anything happens', async () => {
    const texts = watch();
    const looks: number[] = [];
    await eventually(() => {
      const times = texts.splice(0).filter((text) => text === DUE).length;
      for (let n = 0; n < times; n++) looks.push(performance.now());
      return looks.length > 2 && looks.at(-1)! - looks.at(-2)! > 6 * POLL_MS;
    }, 60_000);
    texts.length = 0;
    const began = performance.now();
    await sleep(8_000);
    const seconds = (performance.now() - began) / 1_000;
    // Two looks in two seconds, three statements for leases in five, and what comes once in a while.
    expect(texts.length).toBeLessThan(3 * seconds + 10);
  });

  it('claims again as soon as anything is due', async () => {
    const texts = watch();
    await eventually(() => texts.filter((text) => text === DUE).length > 2);
    await waybill.database.query(
      `insert into platform.saga_tasks (id, saga, saga_id, kind, step, direction, leg, attempt, cause, correlation_id,
         due_at)
       values (gen_random_uuid(), 'left', 'idle', 'timeout', 'wait', 'do', 'idle', 1, gen_random_uuid(), 'idle',
         clock_timestamp() + interval '300 milliseconds')`,
    );
    await eventually(() => texts.includes(CLAIM));
  });
});
