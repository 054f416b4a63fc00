// `npm run schema`: writes docs/schema/, today's text of every SQL function and view, from a database of its own.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from './postgres.mjs';
import { schemaObjects } from './schema-objects.mjs';
import { build, install, root } from './start/build.mjs';
import { wordsOf } from './words.mjs';

wordsOf('npm run schema: writes docs/schema, a file for each SQL function and view');

await install();
await build();
const { migrations } = await import('../dist/migrations.js');
const { migrate } = await import('../dist/platform/event-store/migrate.js');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waybill-schema-'));
fs.chmodSync(folder, 0o755);
const server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0 });
try {
  await migrate(server.url, migrations);
  const client = new pg.Client(server.url);
  await client.connect();
  const files = await schemaObjects(client);
  await client.end();
  const target = path.join(root, 'docs', 'schema');
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target, { recursive: true });
  for (const [name, text] of files) fs.writeFileSync(path.join(target, name), text);
  console.log(`wrote ${files.size} files to docs/schema`);
} finally {
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
