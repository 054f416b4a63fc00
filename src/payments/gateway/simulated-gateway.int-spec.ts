import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { faultyLink } from '../../../test/faults/proxy.js';
import { gatewayContract } from '../../../test/payments-gateway.contract.js';
import { newId } from '../../platform/core/ids.js';
import { SimulatedWorld } from '../../platform/outside/simulated-world.js';
import { testDatabase, type TestDatabase } from '../../platform/testing/database.js';
import { SimulatedGateway } from './simulated-gateway.js';

const worldOf = ({ url }: { url: string }) => new SimulatedWorld(new DataSource({ type: 'postgres', url }));

gatewayContract('The simulated gateway', async () => {
  const database = await testDatabase();
  const world = worldOf(database);
  return {
    gateway: new SimulatedGateway(world),
    close: async () => {
      await world.onApplicationShutdown();
      await database.drop();
    },
  };
});

describe('Charges that come at the same moment', () => {
  let database: TestDatabase;
  let world: SimulatedWorld;
  let gateway: SimulatedGateway;

  beforeAll(async () => {
    database = await testDatabase();
    world = worldOf(database);
    gateway = new SimulatedGateway(world);
  });
  afterAll(async () => {
    await world.onApplicationShutdown();
    await database.drop();
  });

  const charge = (token: string, key = newId(), amountMinor = 1000, at = gateway): Promise<unknown> => {
    const amount = { amountMinor, currency: 'EUR' };
    const method = { type: 'card', token } as const;
    const request = { key, paymentId: newId(), orderId: newId(), amount, method };
    return at.charge(request, AbortSignal.timeout(5_000));
  };
  const journalOf = (keys: readonly string[]) =>
    world.query<{ state: string; attempts: number; work: string }>(
      'select state, attempts, xmin::text as work from simulator.charges where key = any ($1) order by key',
      [keys],
    );

  it('are entered in one piece of work, those of one key as one try', async () => {
    const keys = Array.from({ length: 30 }, () => newId());
    await Promise.all([...keys, ...keys].map((key) => charge('tok_ok', key)));
    const journal = await journalOf(keys);
    expect(journal.map(({ attempts }) => attempts)).toEqual(keys.map(() => 1));
    expect(new Set(journal.map(({ work }) => work)).size).toBe(1);
  });

  it('have each the end that its token and its key ask for', async () => {
    const [cancelled, transient, slow] = [newId(), newId(), newId()];
    await gateway.cancel({ key: cancelled });
    const ends = (): Promise<unknown[]> =>
      Promise.all([
        charge('tok_ok'),
        charge('tok_declined'),
        charge('tok_ok', cancelled),
        charge('tok_slow_20', slow),
        charge('tok_error_then_ok', transient).catch((error: unknown) => error),
      ]);
    const others = [
      { outcome: 'captured' },
      { outcome: 'declined', code: 'declined' },
      { outcome: 'cancelled' },
      { outcome: 'captured' },
    ];
    const failed = { message: '500 transient error of the gateway' };
    expect(await ends()).toMatchObject([...others, failed]);
    expect(await ends()).toMatchObject([...others, failed]);
    expect(await ends()).toMatchObject([...others, { outcome: 'captured' }]);
    expect(await journalOf([transient])).toMatchObject([{ state: 'captured', attempts: 3 }]);
  });

  it('fail alone: one that cannot be entered, one with a known key and another amount', async () => {
    const key = newId();
    const known = await charge('tok_ok', key);
    const another = newId();
    await charge('tok_ok', another);
    const [impossible, other, same, repeat, fresh] = await Promise.allSettled([
      charge('tok_ok', 'no key at all'),
      charge('tok_ok', another, 2000),
      charge('tok_ok', key),
      charge('tok_ok', key),
      charge('tok_ok'),
    ]);
    expect(impossible).toMatchObject({ status: 'rejected' });
    expect(other).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/^422/) } });
    expect([same, repeat]).toEqual([
      { status: 'fulfilled', value: known },
      { status: 'fulfilled', value: known },
    ]);
    expect(fresh).toMatchObject({ status: 'fulfilled', value: { outcome: 'captured' } });
    expect(await journalOf([key])).toMatchObject([{ state: 'captured' }]);
  });

  it('are all in doubt when their answer is lost, and charged once when they come again', async () => {
    const link = await faultyLink(database.url);
    const remote = worldOf(link);
    const keys = Array.from({ length: 10 }, () => newId());
    const distant = new SimulatedGateway(remote);
    const all = () => Promise.allSettled(keys.map((key) => charge('tok_ok', key, 1000, distant)));
    try {
      link.cutRepliesTo('enter-charges');
      expect((await all()).map(({ status }) => status)).toEqual(keys.map(() => 'rejected'));
      expect(link.cuts).toBe(1);
      link.heal();
      const again = await all();
      expect(again).toMatchObject(keys.map((key) => ({ value: { outcome: 'captured', key } })));
      expect(await journalOf(keys)).toHaveLength(10);
    } finally {
      await remote.onApplicationShutdown();
      await link.close();
    }
  });
});
