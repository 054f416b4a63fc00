import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testStore, type TestStore } from '../testing/store.js';
import { refuseForgetful } from './durable-server.js';

describe('a PostgreSQL that may forget', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore([]);
  });
  afterAll(() => store.close());

  it('is refused, by the names of its settings', async () => {
    // The tests' own server runs without fsync.
    await expect(refuseForgetful(store.database)).rejects.toThrow(/fsync, full_page_writes/);
  });
});
