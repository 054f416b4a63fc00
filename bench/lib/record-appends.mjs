/**
 * Preloaded into Waybill: keeps its appends, and what else moves the checkpoints that they prove; leaves them in a file
 * at the end.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';

const pg = createRequire(new URL('../../package.json', import.meta.url))('pg');
const calls = [];
const APPENDS = /^prepare alongside_|platform\.append/;
const MOVES = /platform\.checkpoint\(|(update|into) platform\.subscriptions/;
const query = pg.Client.prototype.query;

pg.Client.prototype.query = function (call, ...rest) {
  const { name, text, values } = typeof call === 'string' ? { text: call, values: rest[0] } : call;
  const isAppend = APPENDS.test(text);
  if (isAppend || MOVES.test(text)) calls.push({ isAppend, call: { name, text, values } });
  return query.call(this, call, ...rest);
};

process.on('exit', () => fs.writeFileSync(process.env.BENCH_RECORD, JSON.stringify(calls)));
