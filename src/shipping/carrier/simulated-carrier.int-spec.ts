import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { carrierContract } from '../../../test/shipping-carrier.contract.js';
import { newId } from '../../platform/core/ids.js';
import { SimulatedWorld } from '../../platform/outside/simulated-world.js';
import { testDatabase, type TestDatabase } from '../../platform/testing/database.js';
import { SimulatedCarrier } from './simulated-carrier.js';

const worldOf = ({ url }: TestDatabase) => new SimulatedWorld(new DataSource({ type: 'postgres', url }));

carrierContract('The simulated carrier', async () => {
  const database = await testDatabase();
  const world = worldOf(database);
  return {
    carrier: new SimulatedCarrier(world),
    close: async () => {
      await world.onApplicationShutdown();
      await database.drop();
    },
  };
});

describe('Parcels that are announced at the same moment', () => {
  let database: TestDatabase;
  let world: SimulatedWorld;
  let carrier: SimulatedCarrier;

  beforeAll(async () => {
    database = await testDatabase();
    world = worldOf(database);
    carrier = new SimulatedCarrier(world);
  });
  afterAll(async () => {
    await world.onApplicationShutdown();
    await database.drop();
  });

  const send = (key = newId(), country = 'CH'): Promise<unknown> => {
    const address = { name: 'Ada', line1: 'Street 1', city: 'Bern', postalCode: '3000', country };
    const request = { key, shipmentId: newId(), orderId: newId(), address, lines: [] };
    return carrier.send(request, AbortSignal.timeout(5_000));
  };
  const journalOf = (keys: readonly string[]) =>
    world.query<{ attempts: number; work: string }>(
      'select attempts, xmin::text as work from simulator.parcels where key = any ($1)',
      [keys],
    );

  it('are entered in one piece of work', async () => {
    const keys = Array.from({ length: 40 }, () => newId());
    await Promise.all(keys.map((key) => send(key)));
    const journal = await journalOf(keys);
    expect(journal).toHaveLength(40);
    expect(new Set(journal.map(({ work }) => work)).size).toBe(1);
  });

  it('have each an end of their own, and one that cannot be entered fails alone', async () => {
    const [cancelled, twice] = [newId(), newId()];
    await carrier.cancel(cancelled);
    const ends = await Promise.allSettled([
      send(),
      send(newId(), 'XX'),
      send(cancelled),
      send('no key at all'),
      send(twice),
      send(twice),
    ]);
    expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : 'failed'))).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'refused', detail: 'the carrier does not deliver to XX' },
      { outcome: 'cancelled' },
      'failed',
      { outcome: 'accepted', key: twice },
      { outcome: 'accepted', key: twice },
    ]);
    expect(await journalOf([twice])).toHaveLength(1);
  });
});
