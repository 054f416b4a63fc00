/** The import of an invoice file by `cli import`, all rules, until every order has ended. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../../scripts/start/build.mjs';
import { migrated } from '../lib/migrated.mjs';

export const name = 'import';
export const about = 'rows of an invoice file a second (BENCH_INVOICES, or the excerpt of the tests)';

export async function run({ server, rounds }) {
  const file = process.env.BENCH_INVOICES ?? path.join(root, 'test', 'import', 'excerpt.csv');
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const url = await server.database('bench_import');
    await migrated(url);
    const [wal, cpu] = [(await server.counters()).wal, server.cpuMs([])];
    const { rows, seconds, cpuMs } = await imported(file, url);
    const [app, pg] = [cpuMs / rows, (server.cpuMs([]) - cpu) / rows];
    const walKiB = ((await server.counters()).wal - wal) / 1024 / rows;
    measured.push({
      subject: `cli import of ${rows} rows`,
      perSecond: rows / seconds,
      seconds,
      cpuMs: { application: app, postgres: pg, total: app + pg },
      walKiB,
    });
  }
  return { measured, notes: { 'seconds, first round': measured[0].seconds } };
}

/** The command tells its own CPU time at its end: it is gone before it could be looked up. */
async function imported(file, url) {
  const told = `process.on('exit', () => process.stderr.write('CPU ' + JSON.stringify(process.cpuUsage()) + '\\n'))`;
  const teller = `data:text/javascript,${encodeURIComponent(told)}`;
  const script = path.join(root, 'dist', 'cli', 'main.js');
  const args = ['--import', teller, script, 'import', file, '--json'];
  const env = { PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'warn', DATABASE_URL: url };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].on('data', (data) => (texts[name] += data));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`cli import ended with ${code}:\n${texts.stderr.slice(-1_000)}`);
  const { data } = JSON.parse(texts.stdout.trim().split('\n').at(-1));
  const { user, system } = JSON.parse(/CPU (.*)/.exec(texts.stderr)[1]);
  return { rows: data.rows, seconds: data.seconds, cpuMs: (user + system) / 1000 };
}
