import { Database } from '../src/platform/event-store/database.js';
import type { Config } from '../src/platform/config.js';
import { LogSignal } from '../src/platform/event-store/log-signal.js';
import { ChainCheck } from '../src/platform/seals/chain-check.js';
import { Sealer } from '../src/platform/seals/sealer.js';
import { SealStore } from '../src/platform/seals/seal-store.js';
import { Calm } from '../src/platform/subscriptions/calm.js';
import { testStore } from '../src/platform/testing/store.js';

/** What an instance does by itself sooner or later. */
export async function sealAll(databaseUrl: string, dataDir: string): Promise<void> {
  const store = await testStore([], databaseUrl);
  await sealerOf(store.database, dataDir).turn();
  await store.close();
}

const sealerOf = (database: Database, dataDir: string): Sealer =>
  new Sealer(
    new SealStore(database),
    new ChainCheck(database),
    { owner: 'spec', leaseMs: 1_000, pollMs: 50, takesPart: true },
    { WAYBILL_DATA_DIR: dataDir, SEAL_EVERY_SECONDS: 0, SEAL_ANCHORS: 'all' } as Config,
    new Calm(new LogSignal()),
  );
