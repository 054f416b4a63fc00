import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../../src/platform/core/ids.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { typed } from '../cli.js';
import { startInstance } from './instance.js';
import { orderBody, stocked } from './orders.js';
import { startCluster, type Cluster } from './cluster.js';

const sentence =
  'This program has no table for sagas that have not ended: fulfilment 0 (1 under way). ' +
  'Start the version that has it, or put it back under `earlier` in the table of the saga, until they have ended.';

describe('A program that has left out a table of a saga', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-left-out-'));
  let cluster: Cluster;
  let order: string;

  const saga = async () => {
    const sql = 'select state, table_version as version from platform.sagas where saga_id = $1';
    return (await cluster.database.query<{ state: string; version: number }>(sql, [order]))[0];
  };
  const tasks = () => cluster.database.query('select * from platform.saga_tasks order by id');
  /** As if it had begun with a table that nobody has any more. */
  const beganWith = (version: number, state: string) =>
    cluster.database.query(
      `with asked as (update platform.saga_tasks set table_version = $2 where saga_id = $1)
       update platform.sagas set table_version = $2, state = $3 where saga_id = $1`,
      [order, version, state],
    );
  const started = (...words: string[]) =>
    typed(words, {
      DATABASE_URL: cluster.url,
      AUTH_JWT_SECRET: randomBytes(36).toString('base64'),
      WAYBILL_DATA_DIR: folder,
      PORT: '0',
    });

  beforeAll(async () => {
    cluster = await startCluster((url) => Promise.resolve([url]));
    const instance = cluster.instances[0]!;
    await stocked(instance, 'MUG', 5);
    const body = orderBody({ sku: 'MUG', postalCode: 'DOWN' });
    order = String((await instance.call('POST', '/v1/orders', { key: newId(), body })).body['id']);
    await eventually(async () => (await saga())?.state === 'running', 60_000);
    await instance.stop();
  }, 180_000);
  afterAll(async () => {
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('ends at once with 78 and a sentence while one is under way, having done nothing', async () => {
    await beganWith(0, 'running');
    const found = await tasks();
    const { code, out } = await started(process.execPath, 'dist/main.js');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string; err?: Error });
    expect([code, lines.at(-1)!.err?.message]).toEqual([78, sentence]);
    expect(lines.map(({ msg }) => msg)).not.toContain('listening');
    expect(await tasks()).toEqual(found);
  }, 120_000);

  it('says so in a terminal, without a stack', async () => {
    await beganWith(0, 'running');
    const { code, out, err } = await started('npm', 'start');
    expect([code, out + err]).toEqual([78, expect.stringContaining(sentence)]);
    expect(out + err).not.toMatch(/\n +at /);
  }, 120_000);

  it('starts once the sagas that began with it have ended', async () => {
    await beganWith(0, 'completed');
    await (await startInstance(cluster.url)).kill();
  }, 120_000);
});
