import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testStore, type TestStore } from '../testing/store.js';
import { DurableServer } from './durable-server.js';

describe('a PostgreSQL that may forget', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore([]);
  });
  afterAll(() => store.close());

  it('is refused in production, by the names of its settings', async () => {
    // The tests' own server has fsync off.
    const server = new DurableServer({ NODE_ENV: 'production' }, store.database);
    await expect(server.onModuleInit()).rejects.toThrow(/fsync/);
  });

  it('will do for development', async () => {
    await expect(
      new DurableServer({ NODE_ENV: 'test' }, store.database).onModuleInit(),
    ).resolves.toBeUndefined();
  });
});
