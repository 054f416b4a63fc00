import { DataSource } from 'typeorm';
import { gatewayContract } from '../../../test/payments-gateway.contract.js';
import { SimulatedWorld } from '../../platform/outside/simulated-world.js';
import { testDatabase } from '../../platform/testing/database.js';
import { SimulatedGateway } from './simulated-gateway.js';

gatewayContract('The simulated gateway', async () => {
  const database = await testDatabase();
  const world = new SimulatedWorld(new DataSource({ type: 'postgres', url: database.url }));
  return {
    gateway: new SimulatedGateway(world),
    close: async () => {
      await world.onApplicationShutdown();
      await database.drop();
    },
  };
});
