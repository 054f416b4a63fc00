import { connected } from './server.mjs';

const FILL = `insert into platform.events (stream_id, version, event_id, type, schema_version, data, metadata, command_id, command_index, recorded_at, occurred_at)
  select $1::text, n, gen_random_uuid(), 'StockReceived', 1,
    json_build_object('sku', substr($1::text, 7), 'quantity', 1, 'reference', 'bench'),
    json_build_object('actor', 'service:bench', 'correlationId', gen_random_uuid(), 'causationId', null),
    gen_random_uuid(), 0, clock_timestamp(), clock_timestamp()
  from generate_series(1, $2::int) n`;

/** A stream of so many receipts of stock, written past everything. */
export async function filled(url, stream, length) {
  const client = await connected(url);
  await client.query(FILL, [stream, length]);
  await client.query('analyze platform.events');
  await client.end();
}
