import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { newId } from '../../src/platform/core/ids.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { standBy, startInstance } from './instance.js';
import { orderBody, stocked } from './orders.js';

jest.setTimeout(300_000);

const ORDERS = 150;
const LINES = 1_000;

describe('After a day of orders with a thousand lines each', () => {
  let server: TestDatabase;
  let database: DataSource;
  beforeAll(async () => {
    server = await testDatabase();
    database = await new DataSource({ type: 'postgres', url: server.url }).initialize();
  });
  afterAll(async () => {
    await database.destroy();
    await server.drop();
  });

  interface Stored {
    type: string;
    schema_version: number;
    data: Record<string, unknown> & { items?: object[] };
    metadata: object;
  }

  /** The events of a real small order, whose confirmation then gets a thousand lines. */
  async function template(): Promise<Stored[]> {
    const instance = await startInstance(server.url);
    await stocked(instance, 'LARGE', 10);
    const { body } = await instance.call<{ id: string }>('POST', '/v1/orders', {
      key: newId(),
      body: orderBody({ sku: 'LARGE' }),
    });
    await eventually(async () => {
      const rows = await database.query<unknown[]>(
        `select from platform.events where stream_id = $1 and type in ('OrderShipped', 'OrderCancelled')`,
        [`order-${body.id}`],
      );
      return rows.length > 0;
    });
    await instance.stop();
    const stored = await database.query<Stored[]>(
      `select type, schema_version, data, metadata from platform.events
       where stream_id = $1 and type in ('OrderCreated', 'OrderItemAdded', 'OrderConfirmed') order by version`,
      [`order-${body.id}`],
    );
    for (const { type, data } of stored) {
      if (type !== 'OrderConfirmed') continue;
      const [line] = data.items!;
      data.items = Array.from({ length: LINES }, (_, n) => ({
        ...line,
        ...{
          sku: `LARGE-${n}`,
          name: `A thing of many words ${newId()} ${newId()} ${newId()} ${newId()} ${newId()}`,
        },
      }));
    }
    const text = JSON.stringify(stored).replaceAll(body.id, 'THE-ORDER');
    return JSON.parse(text) as Stored[];
  }

  it('saga, list and timeline catch up in a process with little memory', async () => {
    const events = await template();
    const waiting = standBy(server.url, {}, ['--max-old-space-size=256']);
    for (let n = 0; n < ORDERS; n++) {
      const id = newId();
      await database.query(
        `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
           data, metadata, occurred_at)
         select 'order-' || $1, n, gen_random_uuid(), gen_random_uuid(), 0, e->>'type', (e->>'schema_version')::int,
           e->'data', ((e->'metadata')::jsonb || '{"causationId": null}')::json, now()
         from json_array_elements(replace($2, 'THE-ORDER', $1)::json) with ordinality as stored(e, n) order by n`,
        [id, JSON.stringify(events)],
      );
    }
    const [head] = await database.query<{ position: string; bytes: string }[]>(
      'select max(position) as position, sum(octet_length(data::text)) as bytes from platform.events',
    );
    expect(Number(head!.bytes)).toBeGreaterThan(ORDERS * 200_000);
    const small = await (await waiting).start();
    await eventually(async () => {
      const behind = await database.query<unknown[]>(
        'select name from platform.subscriptions where position < $1',
        [head!.position],
      );
      return behind.length === 0;
    }, 240_000);
    expect((await small.call('GET', '/health/ready')).status).toBe(200);
    expect(await database.query('select * from audit.parked where resolved_at is null')).toEqual([]);
    await small.kill();
  });
});
