import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../src/platform/core/ids.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { startCluster, type Cluster } from './cluster.js';
import { allRested, answered, stocked, violations, type Met } from './orders.js';
import { faultyLink, type FaultyLink } from './proxy.js';

jest.setTimeout(120_000);

describe('Between the application and PostgreSQL', () => {
  let cluster: Cluster;
  let link: FaultyLink;
  beforeAll(async () => {
    cluster = await startCluster(async (url) => {
      link = await faultyLink(url);
      return [link.url, link.url];
    });
    await stocked(cluster.next(), 'LINK', 100_000);
  });
  afterAll(async () => {
    await cluster.close();
    await link.close();
  });

  /** Shoppers, some of whom live where no carrier goes, while the fault is at work. */
  async function during(fault: Promise<unknown>): Promise<Met[]> {
    let over = false;
    const met: Met[] = [];
    const shopper = async (_: unknown, i: number) => {
      while (!over) {
        const country = i === 0 ? 'XX' : 'GB';
        await answered(cluster.next, { sku: 'LINK', country, key: newId() }, (seen) => met.push(seen));
        await sleep(20);
      }
    };
    const shoppers = Array.from({ length: 4 }, shopper);
    await fault.finally(() => (over = true));
    await Promise.all(shoppers);
    return met;
  }

  async function allIsWell(met: readonly Met[]) {
    const statuses = new Set(met.map((seen) => (seen.status === 'broken' ? seen.code : seen.status)));
    expect([...statuses].filter((status) => status !== 202 && status !== 503 && status !== 409)).toEqual([]);
    const ends = await allRested(cluster.database);
    expect(Object.keys(ends)).toEqual(['shipment-refused', 'shipped']);
    expect(await violations(cluster.database)).toEqual([]);
    expect(cluster.instances.map(({ output }) => output()).join()).not.toContain('nobody caught');
  }

  it.each([
    ['appends', 'platform.append', 4],
    ['pages of read models', 'platform.checkpoint', 3],
  ])('replies to %s are lost: no order is lost, none is doubled', async (_, text, every) => {
    link.cutRepliesTo(text, every);
    const before = link.cuts;
    const met = await during(
      (async () => {
        for (const end = performance.now() + 20_000; link.cuts - before < 15 && performance.now() < end;) {
          await sleep(50);
        }
      })(),
    );
    link.heal();
    expect(link.cuts - before).toBeGreaterThanOrEqual(10);
    await allIsWell(met);
  });

  it('sessions are terminated at random: nothing leaks, nobody gives up', async () => {
    const own = `select count(*) as n from pg_stat_activity where datname = current_database()
      and application_name like 'waybill%'`;
    let ended = 0;
    const terminator = async () => {
      for (let i = 0; i < 60; i++) {
        const rows = await cluster.database.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name like 'waybill%' order by random() limit 1`,
        );
        ended += rows.length;
        await sleep(50);
      }
    };
    await allIsWell(await during(terminator()));
    expect(ended).toBeGreaterThan(40);
    const [open] = await cluster.database.query<{ n: number }>(own);
    // Of each instance: the pool's 20, one for appends, one for wake-ups, four of each simulator.
    expect(open!.n).toBeLessThanOrEqual(2 * (20 + 1 + 1 + 2 * 4));
    const hanging = `${own} and state like 'idle in transaction%'
      and state_change < clock_timestamp() - interval '1 s'`;
    await eventually(async () => (await cluster.database.query<{ n: number }>(hanging))[0]!.n === 0, 5_000);
  });

  it('a stranger sits in a transaction on the log: the server ends it, and nothing is lost', async () => {
    const stranger = new pg.Client({ connectionString: cluster.url });
    const ending = new Promise<Error>((resolve) => stranger.on('error', resolve));
    await stranger.connect();
    await stranger.query('begin');
    await stranger.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       values ('stranger-1', 1, gen_random_uuid(), gen_random_uuid(), 0, 'StrangeThing', 1, '{}', '{}', now())`,
    );
    const met = await during(ending);
    expect(await ending).toMatchObject({ code: '25P03' });
    expect(met.some((seen) => seen.status === 202)).toBe(true);
    await allIsWell(met);
    expect(await cluster.database.query(`select 1 from audit.events where stream_type = 'stranger'`)).toEqual(
      [],
    );
  });
});
