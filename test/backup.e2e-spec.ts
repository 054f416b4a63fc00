import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { startPostgres, type EmbeddedPostgres } from '../scripts/postgres.mjs';
import { migrations } from '../src/migrations.js';
import { Database } from '../src/platform/event-store/database.js';
import { LogSignal } from '../src/platform/event-store/log-signal.js';
import { migrate } from '../src/platform/event-store/migrate.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startInstance, type Instance } from './faults/instance.js';
import { allRested, placed, stocked, violations } from './faults/orders.js';
import { runShell, shellBlocks } from './shell-blocks.js';

/** A PostgreSQL with its tools: the embedded one comes without pg_dump. */
const places = [18, 17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin`);
const tools = [process.env['WAYBILL_TEST_POSTGRES_BIN'] ?? '', ...places].find((folder) =>
  ['pg_dump', 'pg_restore', 'psql', 'postgres'].every((name) => folder && existsSync(join(folder, name))),
);
function hasTools(): boolean {
  if (tools !== undefined) return true;
  const reason = 'no PostgreSQL with pg_dump in /usr/lib/postgresql (apt-get install postgresql)';
  if (process.env['CI'] === 'true') throw new Error(reason);
  process.stderr.write(`SKIPPED, backup and restore: ${reason}\n`);
  return false;
}

(hasTools() ? describe : describe.skip)(
  'A dump taken under way, restored into a fresh server as the page says',
  () => {
    const servers: EmbeddedPostgres[] = [];
    const folders: string[] = [];
    let instance: Instance;
    let source: DataSource;
    let database: Database;
    let underWay: number;

    const freshServer = async (): Promise<EmbeddedPostgres> => {
      const folder = await mkdtemp(join(tmpdir(), 'waybill-backup-'));
      const server = await startPostgres({ folder, port: 0, binDir: tools! });
      folders.push(folder, server.folder);
      servers.push(server);
      return server;
    };
    const page = shellBlocks('docs/operations.md').find((block) => block.startsWith('pg_dump'))!;
    /** The lines of the page up to the restored database, which has another name here. */
    const typed = (from: string, to: string): string => {
      const lines = page
        .replace(/^DATABASE_URL=.*$/m, '')
        .replace('create database waybill', 'create database copy')
        .replaceAll('/waybill"', '/copy"');
      const settings = { PATH: `${tools}:${process.env['PATH']}`, DATABASE_URL: from, NEW_SERVER: to };
      return `${Object.entries(settings)
        .map(([name, value]) => `export ${name}='${value}'`)
        .join('\n')}\n${lines}`;
    };

    beforeAll(async () => {
      const old = await freshServer();
      const fresh = await freshServer();
      await migrate(old.url, migrations);
      instance = await startInstance(old.url);
      await stocked(instance, 'SAFE', 1_000);
      const shopping = Array.from({ length: 60 }, (_, i) =>
        placed(() => instance, {
          sku: 'SAFE',
          country: i % 4 === 0 ? 'XX' : 'GB',
          token: i % 5 === 0 ? 'tok_slow_4000' : 'tok_ok',
        }),
      );
      await Promise.all(shopping.slice(0, 20));
      // Whenever the dump looks, there is one that takes its time.
      let isDumped = false;
      const meanwhile = (async () => {
        for (; !isDumped; await sleep(300))
          await placed(() => instance, { sku: 'SAFE', token: 'tok_slow_4000' });
      })();
      const done = await runShell(typed(old.url, fresh.url.replace(/\/waybill$/, '')), folders[0]!);
      isDumped = true;
      await meanwhile;
      expect(done).toMatchObject({ code: 0 });
      await Promise.all(shopping);
      await instance.kill();
      const url = fresh.url.replace(/waybill$/, 'copy');
      source = await new DataSource({ type: 'postgres', url }).initialize();
      database = new Database(source, new LogSignal());
      underWay = (await database.query(`select 1 from audit.sagas where state = 'running'`)).length;
      instance = await startInstance(url);
    });
    afterAll(async () => {
      await instance?.stop();
      await source?.destroy();
      for (const server of servers) await server.stop('immediate');
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    });

    it('every order that was under way comes to its end, and new ones are taken', async () => {
      const before = await database.query('select 1 from audit.orders');
      expect(before.length).toBeGreaterThanOrEqual(20);
      expect(underWay).toBeGreaterThan(0);
      await placed(() => instance, { sku: 'SAFE' });
      const ends = await allRested(database);
      expect(Object.keys(ends)).toEqual(['shipment-refused', 'shipped']);
      expect(await violations(database)).toEqual([]);
    });

    it('read models are equal to the log', async () => {
      const path = '/v1/ops/subscriptions/orders.order-list/rebuild';
      const body = { reason: 'after a restore', mode: 'verify' };
      const started = await instance.call('POST', path, { body });
      const comparison = await eventually(async () => {
        const progress = await instance.call('GET', started.headers.get('location')!);
        return progress.body['state'] === 'done' && (progress.body['comparison'] as { differences: number });
      });
      expect(comparison).toMatchObject({ differences: 0 });
    });
  },
);
