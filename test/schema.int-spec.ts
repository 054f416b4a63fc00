import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import pg from 'pg';
import { schemaObjects } from '../scripts/schema-objects.mjs';
import { testDatabase } from '../src/platform/testing/database.js';

it('docs/schema has the text of every SQL function and view as the migrations leave it (npm run schema)', async () => {
  const database = await testDatabase();
  const client = new pg.Client(database.url);
  await client.connect();
  const objects = await schemaObjects(client);
  await client.end();
  await database.drop();
  const folder = path.join('docs', 'schema');
  const written = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
  expect([...written.keys()].sort()).toEqual([...objects.keys()].sort());
  for (const [name, text] of objects) expect([name, written.get(name)]).toEqual([name, text]);
});
