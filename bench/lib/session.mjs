/** One run of the bench: a server, the rows in turn, and what they said. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/start/build.mjs';
import * as append from '../rows/append.mjs';
import * as catchUp from '../rows/catch-up.mjs';
import * as growth from '../rows/growth.mjs';
import * as http from '../rows/http.mjs';
import * as imports from '../rows/import.mjs';
import * as queue from '../rows/queue.mjs';
import * as load from '../rows/load.mjs';
import * as orders from '../rows/orders.mjs';
import * as reading from '../rows/reading.mjs';
import * as relay from '../rows/relay.mjs';
import * as replay from '../rows/replay.mjs';
import * as workflow from '../rows/workflow.mjs';
import { canMeasure } from './cpu.mjs';
import { gather } from './numbers.mjs';
import { plotted } from './plot.mjs';
import { printed } from './report.mjs';
import { startServer } from './server.mjs';

const rows = [orders, replay, load, append, workflow, http, reading, catchUp, imports, growth, queue, relay];
/** What needs minutes of its own to say anything: --quick measures it only where it is named. */
const slow = [catchUp, imports, growth, queue, relay];

/** @returns {Promise<number>} the exit code */
export async function measure({ only, json, out, flush, ...plan }) {
  if (!canMeasure()) throw refusal('CPU time is read from /proc: the bench runs on Linux.');
  const unknown = (only ?? []).filter((name) => !rows.some((row) => row.name === name));
  if (unknown.length > 0) {
    throw refusal(
      `there is no row ${unknown.join(', ')}; there are ${rows.map(({ name }) => name).join(', ')}`,
    );
  }
  const began = performance.now();
  const server = await startServer(flush);
  stopWhenAsked(server);
  const results = [];
  try {
    if (plan.quick && !only) {
      process.stderr.write(`left out by --quick: ${slow.map(({ name }) => name).join(', ')} (--only)\n`);
    }
    const asked = (row) => (only ? only.includes(row.name) : !(plan.quick && slow.includes(row)));
    for (const row of rows.filter(asked)) {
      process.stderr.write(`${row.name}: ${row.about}\n`);
      const { measured, notes = {} } = await row.run({ server, ...plan });
      results.push({ row: row.name, about: row.about, notes, subjects: bySubject(measured) });
      if (!json) process.stdout.write(`${printed(results.at(-1))}\n`);
    }
  } finally {
    await server.stop();
  }
  const document = {
    machine: { ...machine(server), flush },
    seconds: (performance.now() - began) / 1000,
    results,
  };
  fs.mkdirSync(out, { recursive: true });
  fs.writeFileSync(path.join(out, 'results.json'), `${JSON.stringify(document, null, 2)}\n`);
  await plotted(results, path.join(out, 'results.svg'));
  if (json) process.stdout.write(`${JSON.stringify(document)}\n`);
  else process.stdout.write(`\n${path.join(out, 'results.json')} and results.svg\n`);
  return 0;
}

/** The products started by a row end with the terminal; the server is a daemon and must be told. */
function stopWhenAsked(server) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void server.stop().finally(() => process.exit(130)));
  }
}

const refusal = (sentence) => Object.assign(new Error(sentence), { sentence });

/** Runs of one subject under one condition belong together, in the order in which they first came. */
function bySubject(measured) {
  const groups = Map.groupBy?.(measured, keyOf) ?? groupBy(measured);
  return [...groups.values()].map((runs) => {
    const { subject, inFlight } = runs[0];
    const numbers = runs.map(({ subject: _, inFlight: __, ...rest }) => rest);
    return { subject, ...(inFlight !== undefined && { inFlight }), ...gather(numbers) };
  });
}

const keyOf = ({ subject, inFlight }) => `${subject}/${inFlight}`;

function groupBy(measured) {
  const groups = new Map();
  for (const run of measured) groups.set(keyOf(run), [...(groups.get(keyOf(run)) ?? []), run]);
  return groups;
}

const machine = ({ version }) => ({
  at: new Date().toISOString(),
  cores: os.cpus().length,
  cpu: os.cpus()[0]?.model,
  node: process.version,
  postgres: version,
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
});
