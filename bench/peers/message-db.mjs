/** message-db is SQL: its own files, installed as its script does, called through a pool as its clients do. */
import fs from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

export const subject = 'message-db 1.3';
const folder = path.join(import.meta.dirname, '..', 'node_modules', '@eventide', 'message-db', 'database');
const order = [
  ['schema', 'message-store'],
  ['extensions', 'pgcrypto'],
  ['tables', 'messages'],
  ['types', 'message'],
  ...['message-store-version', 'hash-64', 'acquire-lock', 'category', 'is-category', 'id', 'cardinal-id'].map(
    (name) => ['functions', name],
  ),
  ...['stream-version', 'write-message', 'get-stream-messages'].map((name) => ['functions', name]),
  ...['messages-id', 'messages-stream', 'messages-category'].map((name) => ['indexes', name]),
];

export async function open(url) {
  const options = '-c search_path=message_store,public -c message_store.sql_condition=off';
  const pool = new pg.Pool({ connectionString: url, max: 32, options });
  pool.on('error', () => undefined);
  const role = 'do $$ begin create role message_store; exception when duplicate_object then null; end $$';
  await pool.query(role);
  for (const [kind, name] of order) {
    const text = fs.readFileSync(path.join(folder, kind, `${name}.sql`), 'utf8');
    // An index is dropped and made in one go there, outside a transaction.
    await pool.query(text.replaceAll(/concurrently/gi, ''));
  }
  const write = 'select message_store.write_message($1, $2, $3, $4)';
  const data = JSON.stringify({ sku: 'E', quantity: 1, reference: 'bench' });
  return {
    append: (stream) => pool.query(write, [randomUUID(), stream, 'StockReceived', data]),
    close: () => pool.end(),
  };
}
