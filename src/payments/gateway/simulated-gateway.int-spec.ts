import { DataSource } from 'typeorm';
import { SimulatedWorld } from '../../platform/outside/simulated-world.js';
import { testDatabase } from '../../platform/testing/database.js';
import { gatewayContract } from './payment-gateway.contract.js';
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
