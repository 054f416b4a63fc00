import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { startPostgres, type EmbeddedPostgres } from '../../scripts/postgres.mjs';
import { migrations } from '../../src/migrations.js';
import { newId } from '../../src/platform/core/ids.js';
import { Database } from '../../src/platform/event-store/database.js';
import { LogSignal } from '../../src/platform/event-store/log-signal.js';
import { migrate } from '../../src/platform/event-store/migrate.js';
import { startInstance, type Instance } from './instance.js';
import { placed, rested, stocked, violations } from './orders.js';

describe('PostgreSQL stopped and started again under load', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let instances: Instance[];
  let database: Database;
  let source: DataSource;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-restart-'));
    server = await startPostgres({ folder, port: 0 });
    await migrate(server.url, migrations);
    instances = await Promise.all([startInstance(server.url), startInstance(server.url)]);
    await stocked(instances[0]!, 'LAST', 60);
  });
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.stop()));
    await source.destroy();
    await server.stop();
    await rm(server.folder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });

  it('loses no acknowledged order, doubles none, and goes on by itself', async () => {
    let over = false;
    const outages = (async () => {
      for (let i = 0; i < 4; i++) {
        await sleep(600);
        await server.stop('immediate');
        await sleep(300);
        server = await startPostgres({ folder, port: server.port });
      }
      over = true;
    })();
    const acknowledged: string[] = [];
    const shopper = async (i: number) => {
      while (!over && acknowledged.length < 100) {
        const order = await placed(() => instances[i % 2]!, { sku: 'LAST', key: newId() });
        acknowledged.push(order.id);
      }
    };
    await Promise.all([outages, ...Array.from({ length: 6 }, (_, i) => shopper(i))]);
    source = await new DataSource({ type: 'postgres', url: server.url }).initialize();
    database = new Database(source, new LogSignal());
    const ends = await Promise.all(acknowledged.map((id) => rested(database, id, 40_000)));
    const sold = ends.filter((status) => status === 'shipped').length;
    expect(sold).toBe(Math.min(60, acknowledged.length));
    const stored = await database.query<{ n: number }>('select count(*) as n from audit.orders');
    expect(stored[0]?.n).toBe(acknowledged.length);
    expect(await violations(database)).toEqual([]);
  });
});
