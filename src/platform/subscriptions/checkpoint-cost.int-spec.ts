import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../testing/database.js';

describe('A checkpoint', () => {
  let database: TestDatabase;
  let session: pg.Client;
  beforeAll(async () => {
    database = await testDatabase();
    session = new pg.Client({ connectionString: database.url });
    await session.connect();
  });
  afterAll(async () => {
    await session.end();
    await database.drop();
  });

  const grow = (events: number) =>
    session.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select 'spec-' || gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 0, 'Noted', 1, '{}', '{}', now()
       from generate_series(1, $1)`,
      [events],
    );

  /** How many blocks a step to the head looks at. */
  async function blocks(): Promise<number> {
    const { rows } = await session.query<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
      `explain (analyze, buffers, format json)
       select platform.checkpoint(json_build_array(json_build_object('name', s.name, 'fence', s.fence,
         'from', s.position, 'position', e.position,
         'last', json_build_object('position', e.position, 'id', e.event_id))))
       from platform.subscriptions s,
         (select position, event_id from platform.events order by position desc limit 1) e
       where s.name = 'spec.a'`,
    );
    return rows[0]!['QUERY PLAN'][0]!.Plan['Shared Hit Blocks']!;
  }

  it('costs the same however long the log is, also in a session that began with an empty one', async () => {
    await session.query('vacuum analyze platform.events');
    await session.query(`insert into platform.subscriptions (name, position) values ('spec.a', 0)`);
    for (let i = 0; i < 7; i++) {
      await grow(1);
      await blocks();
    }
    await grow(20_000);
    // What others do on the same server may make a session forget its catalogues: then the first look reads them again.
    const looks = [await blocks(), await blocks(), await blocks()];
    expect(Math.min(...looks)).toBeLessThan(100);
  });
});
