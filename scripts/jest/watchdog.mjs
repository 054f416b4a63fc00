/**
 * Outlives a test run that is killed: when the pipe to the run closes, for whatever reason, the run's PostgreSQL is
 * stopped and its folder removed. Arguments: the folder, and the folder of other PostgreSQL programs or nothing.
 */
import fs from 'node:fs';
import { startPostgres } from '../postgres.mjs';

const [folder, binDir] = process.argv.slice(2);
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 300,
  max_prepared_transactions: 10,
  max_wal_size: '4GB',
  autovacuum_naptime: '10min',
};
const ended = new Promise((resolve) => process.stdin.resume().once('end', resolve).once('error', resolve));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

// The run may be gone before the server is up: then there is nobody to tell, and still something to clear away.
const tell = (message) =>
  process.connected && process.send(message, () => process.connected && process.disconnect());
process.on('error', () => undefined);

let server;
try {
  server = await startPostgres({ folder, port: 0, settings, binDir: binDir || undefined });
  tell({ url: server.url });
} catch (error) {
  tell({ error: error.message });
}
await ended;
await server?.stop('immediate').catch(() => undefined);
fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
