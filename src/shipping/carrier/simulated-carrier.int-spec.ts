import { DataSource } from 'typeorm';
import { carrierContract } from '../../../test/shipping-carrier.contract.js';
import { SimulatedWorld } from '../../platform/outside/simulated-world.js';
import { testDatabase } from '../../platform/testing/database.js';
import { SimulatedCarrier } from './simulated-carrier.js';

carrierContract('The simulated carrier', async () => {
  const database = await testDatabase();
  const world = new SimulatedWorld(new DataSource({ type: 'postgres', url: database.url }));
  return {
    carrier: new SimulatedCarrier(world),
    close: async () => {
      await world.onApplicationShutdown();
      await database.drop();
    },
  };
});
