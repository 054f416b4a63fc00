import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { newId } from '../platform/core/ids.js';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import { systemContext } from '../platform/cqrs/command.js';
import { dataKey, seal } from '../platform/personal-data/sealed-text.js';
import { personalDataInMemory } from '../platform/testing/open-keys.js';
import { ExternalService } from '../platform/outside/external-service.js';
import { SimulatedWorld } from '../platform/outside/simulated-world.js';
import { eventually } from '../platform/testing/eventually.js';
import { Crash, Life } from '../platform/testing/mortal.js';
import { testStore, type TestStore } from '../platform/testing/store.js';
import { CancelShipmentHandler } from './cancel-shipment.handler.js';
import type { Carrier } from './carrier/carrier.js';
import { SimulatedCarrier } from './carrier/simulated-carrier.js';
import { CancelShipment, DispatchShipment } from './shipment.commands.js';
import { DispatchShipmentHandler } from './dispatch-shipment.handler.js';
import { shipment } from './shipment.decider.js';

const PATIENT_MS = 10_000;
/** For a carrier whose answer never comes. */
const HASTY_MS = 60;

describe('Shipments and a carrier that may fail', () => {
  let store: TestStore;
  let world: SimulatedWorld;
  let carrier: Carrier;
  beforeAll(async () => {
    store = await testStore([shipment]);
    world = new SimulatedWorld(new DataSource({ type: 'postgres', url: store.url }));
    carrier = new SimulatedCarrier(world);
  });
  afterAll(async () => {
    await world.onApplicationShutdown();
    await store.close();
  });

  const patient = new ExternalService({ name: 'spec', deadlineMs: PATIENT_MS });
  const personalData = personalDataInMemory();

  /** One process: its own handlers and breaker, on the shared database and carrier, alive as long as `life` lasts. */
  function boot(life = new Life(), deadlineMs = PATIENT_MS) {
    const [aggregates, outside] = [life.sees(store.aggregates), life.sees(carrier)];
    const ask = new ExternalService({ name: 'spec', deadlineMs });
    return {
      dispatch: new DispatchShipmentHandler(aggregates, outside, ask, personalData),
      back: new CancelShipmentHandler(aggregates, outside, ask, personalData),
    };
  }

  const hasty = () => boot(new Life(), HASTY_MS);

  /** Sends the same command to new processes until one of them is done with it, as the saga does. */
  async function persist(work: (process: ReturnType<typeof boot>) => Promise<unknown>, first = new Life()) {
    for (let attempt = 0; attempt < 10; attempt++) {
      try {
        return await work(boot(attempt === 0 ? first : new Life()));
      } catch (error) {
        if (!(error instanceof OutcomePending) && !(error instanceof Crash)) throw error;
      }
    }
    throw new Error('never done');
  }

  /** Kills the first process at every moment of its work in turn. */
  async function atEveryMoment(scenario: (life: Life) => Promise<void>): Promise<number> {
    for (let moment = 0; ; moment++) {
      const life = new Life(moment);
      await scenario(life);
      if (!life.isOver) return moment;
    }
  }

  const dispatch = (postalCode = '3000', country = 'CH') => {
    const ids = { shipmentId: newId(), orderId: newId(), customerId: newId() };
    const address = { name: 'Ada', line1: 'Street 1', city: 'Bern', postalCode, country };
    return new DispatchShipment(
      { ...ids, address, lines: [{ sku: 'MUG', quantity: 1 }] },
      systemContext('spec'),
    );
  };
  const back = ({ data: { shipmentId, orderId } }: DispatchShipment) =>
    new CancelShipment({ shipmentId, orderId }, systemContext('spec'));
  const facts = async ({ data }: DispatchShipment) =>
    (await store.log.readStream(`shipment-${data.shipmentId}`)).map(({ event }) => event.type);
  const parcels = async ({ data }: DispatchShipment) => {
    const rows = await world.query<{ state: string }>(
      'select state from simulator.parcels where order_id = $1',
      [data.orderId],
    );
    return rows.map(({ state }) => state);
  };

  it('hands one parcel over wherever the process dies', async () => {
    const moments = await atEveryMoment(async (life) => {
      const command = dispatch();
      await persist(({ dispatch: handler }) => handler.execute(command), life);
      expect((await facts(command)).filter((type) => type !== 'ShipmentOutcomeUnknown')).toStrictEqual([
        'ShipmentRequested',
        'ShipmentDispatched',
      ]);
      expect(await parcels(command)).toStrictEqual(['accepted']);
    });
    expect(moments).toBeGreaterThanOrEqual(8);
  });

  it('finds the parcel whose reply was lost', async () => {
    const command = dispatch('LOST-REPLY');
    await expect(hasty().dispatch.execute(command)).rejects.toThrow(OutcomePending);
    expect(await facts(command)).toStrictEqual(['ShipmentRequested', 'ShipmentOutcomeUnknown']);
    await eventually(async () => (await parcels(command)).length === 1);
    await boot().dispatch.execute(command);
    expect((await facts(command)).at(-1)).toBe('ShipmentDispatched');
    expect(await parcels(command)).toStrictEqual(['accepted']);
  });

  it('hands one parcel over when the same command runs many times at once', async () => {
    const command = dispatch('SLOW20');
    const crowd = Array.from({ length: 8 }, () => boot().dispatch.execute(command));
    await Promise.allSettled(crowd);
    await persist(({ dispatch: handler }) => handler.execute(command));
    expect(await facts(command)).toStrictEqual(['ShipmentRequested', 'ShipmentDispatched']);
    expect(await parcels(command)).toStrictEqual(['accepted']);
  });

  it('records a refusal, and answers the way back once', async () => {
    const command = dispatch('3000', 'XX');
    await boot().dispatch.execute(command);
    await boot().back.execute(back(command));
    await boot().back.execute(back(command));
    expect(await facts(command)).toStrictEqual(['ShipmentRequested', 'ShipmentRefused', 'ShipmentCancelled']);
  });

  it('cancelled after the hand-over, the parcel is called back, wherever the process dies', async () => {
    await atEveryMoment(async (life) => {
      const command = dispatch();
      await boot().dispatch.execute(command);
      const undo = back(command);
      await persist(({ back: handler }) => handler.execute(undo), life);
      expect((await facts(command)).slice(2)).toStrictEqual(['ShipmentCancelRequested', 'ShipmentCancelled']);
      expect(await parcels(command)).toStrictEqual(['cancelled']);
    });
  });

  it.each(['DOWN', 'SLOW5000', 'LOST-REPLY'])(
    'cancelled while %s is unknown, no parcel goes out',
    async (code) => {
      const command = dispatch(code);
      await expect(hasty().dispatch.execute(command)).rejects.toThrow(OutcomePending);
      await persist(({ back: handler }) => handler.execute(back(command)));
      await boot().dispatch.execute(command);
      expect((await facts(command)).slice(2)).toStrictEqual(['ShipmentCancelRequested', 'ShipmentCancelled']);
      expect(await parcels(command)).not.toContain('accepted');
    },
  );

  it('believes no reply that was on its way while the key was closed', async () => {
    const command = dispatch();
    const slow: Carrier = Object.assign(Object.create(carrier) as Carrier, {
      send: async (...asked: Parameters<Carrier['send']>) => {
        const reply = await carrier.send(...asked);
        await boot().back.execute(back(command));
        return reply;
      },
    });
    await new DispatchShipmentHandler(store.aggregates, slow, patient, personalData).execute(command);
    expect((await facts(command)).slice(1)).toStrictEqual(['ShipmentCancelRequested', 'ShipmentCancelled']);
    expect(await parcels(command)).toStrictEqual(['cancelled']);
  });

  it('reports a parcel that the carrier has although it had closed the key, and where it goes', async () => {
    const command = dispatch();
    const forgetful: Carrier = Object.assign(Object.create(carrier) as Carrier, {
      send: async (...asked: Parameters<Carrier['send']>) => {
        const reply = await carrier.send(...asked);
        await boot().back.execute(back(command));
        await world.query(`update simulator.parcels set state = 'accepted' where order_id = $1`, [
          command.data.orderId,
        ]);
        return reply;
      },
    });
    const late = new DispatchShipmentHandler(store.aggregates, forgetful, patient, personalData);
    expect((await late.execute(command)).state).toMatchObject({ status: 'dispatched' });
    const [last] = (await store.log.readStream(`shipment-${command.data.shipmentId}`)).slice(-1);
    expect(last!.event).toMatchObject({
      type: 'ShipmentDispatched',
      data: { evidence: 'look-up', address: command.data.address },
    });
  });

  it('is refused in the words of the carrier, but for the address in them', async () => {
    const command = dispatch();
    const repeating: Carrier = Object.assign(Object.create(carrier) as Carrier, {
      send: ({ key, address: { line1, country } }: Parameters<Carrier['send']>[0]) =>
        Promise.resolve({ outcome: 'refused', key, detail: `${line1}, ${country} is unknown` }),
    });
    await new DispatchShipmentHandler(store.aggregates, repeating, patient, personalData).execute(command);
    const [last] = (await store.log.readStream(`shipment-${command.data.shipmentId}`)).slice(-1);
    expect(last!.event).toMatchObject({ type: 'ShipmentRefused', data: { detail: '…, CH is unknown' } });
  });

  it('cannot be called back, in the words of the carrier, but for the address in them', async () => {
    const command = dispatch();
    await boot().dispatch.execute(command);
    const repeating: Carrier = Object.assign(Object.create(carrier) as Carrier, {
      cancel: (key: string) =>
        Promise.resolve({ outcome: 'too-late', key, detail: 'it is on its way to STREET 1' }),
    });
    const handler = new CancelShipmentHandler(store.aggregates, repeating, patient, personalData);
    await handler.execute(back(command));
    const [last] = (await store.log.readStream(`shipment-${command.data.shipmentId}`)).slice(-1);
    expect(last!.event).toMatchObject({
      type: 'ShipmentCancelRefused',
      data: { detail: 'it is on its way to …' },
    });
  });

  it('is refused where the address was erased, and the carrier hears nothing', async () => {
    const { data, by } = dispatch();
    const key = dataKey(newId(), data.customerId, Buffer.alloc(32));
    const address = { ...data.address, name: seal(key, 'name', 'Ada', data.orderId) };
    const command = new DispatchShipment({ ...data, address }, by);
    await boot().dispatch.execute(command);
    expect(await facts(command)).toStrictEqual(['ShipmentRequested', 'ShipmentRefused']);
    expect(await parcels(command)).toStrictEqual([]);
  });

  it('cancelled before it began, it never begins', async () => {
    const command = dispatch();
    await boot().back.execute(back(command));
    await boot().dispatch.execute(command);
    expect(await facts(command)).toStrictEqual(['ShipmentCancelled']);
    expect(await parcels(command)).toStrictEqual([]);
  });

  it('sent and cancelled at the same time, no parcel goes out', async () => {
    for (let n = 0; n < 10; n++) {
      const command = dispatch('SLOW10');
      const undo = back(command);
      await Promise.all([
        persist(({ dispatch: handler }) => handler.execute(command)),
        persist(({ back: handler }) => handler.execute(undo)),
      ]);
      await persist(({ back: handler }) => handler.execute(back(command)));
      expect(await parcels(command)).not.toContain('accepted');
      expect((await facts(command)).at(-1)).toBe('ShipmentCancelled');
    }
  });
});
