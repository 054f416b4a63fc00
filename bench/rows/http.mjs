/** POST of a draft, GET of one order and of a list, beside a naive Nest and TypeORM endpoint; autocannon is the load. */
import autocannon from 'autocannon';
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../../scripts/postgres.mjs';
import { cpuMs } from '../lib/cpu.mjs';
import { costed } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import { orderOf, startProduct, stocked } from '../lib/product.mjs';

export const name = 'http';
export const about = 'requests over HTTP; ratio to repository.save in a naive Nest endpoint';

export async function run({ server, rounds, quick }) {
  const url = await server.database('bench_http');
  await migrated(url);
  const product = await startProduct(url, { SHED_IN_FLIGHT: '5000', SHED_POOL_WAIT_MS: '20000' });
  const naive = await startNaive(await server.database('bench_naive'));
  const measured = [];
  try {
    await stocked(product);
    for (let round = 0; round < rounds; round++) {
      for (const connections of quick ? [128] : [32, 128])
        measured.push(
          ...(await oneRound({ server, product, naive }, { connections, seconds: quick ? 2 : 5 })),
        );
    }
  } finally {
    await naive.stop();
    await product.stop();
  }
  return { measured };
}

async function oneRound({ server, product, naive }, load) {
  const { id } = await product.call('POST', '/v1/orders', orderOf(1, 2, false));
  const ours = {
    server,
    application: product.cpuMs,
    origin: product.origin,
    token: product.token,
  };
  const theirs = { server, application: naive.cpuMs, origin: naive.origin };
  const other = (await (await fetch(`${naive.origin}/v1/orders`, post(orderOf(1, 2, false)))).json()).id;
  return [
    ...(await pair('POST a draft', load, [
      ['naive, repository.save', theirs, { method: 'POST' }],
      ['naive, plain insert', theirs, { method: 'POST', path: '/v1/orders?plain' }],
      ['Waybill', ours, { method: 'POST' }],
    ])),
    ...(await pair('GET an order', load, [
      ['naive', theirs, { method: 'GET', path: `/v1/orders/${other}` }],
      ['Waybill', ours, { method: 'GET', path: `/v1/orders/${id}` }],
    ])),
    ...(await pair('GET a list of 20', load, [
      ['naive', theirs, { method: 'GET' }],
      ['Waybill', ours, { method: 'GET' }],
    ])),
  ];
}

const post = (body) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function pair(what, { connections, seconds }, subjects) {
  const measured = [];
  for (const [subject, side, request] of subjects) {
    await fired(side, request, { connections, seconds: 1 });
    const told = await costed(side, () => fired(side, request, { connections, seconds }));
    const ratio = told.perSecond / (measured[0] ?? told).perSecond;
    measured.push({ subject: `${what}: ${subject}`, inFlight: connections, ...told, ratio });
  }
  return measured;
}

async function fired({ origin, token }, { method, path: where = '/v1/orders' }, { connections, seconds }) {
  let serial = 0;
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const setupRequest = (request) => ({
    ...request,
    headers: { ...headers, 'idempotency-key': randomUUID() },
    body: JSON.stringify(orderOf(serial++ % 100, 2, false)),
  });
  const posts = { method, path: where, setupRequest };
  const request = method === 'POST' ? posts : { method, path: where, headers };
  const result = await autocannon({ url: origin, connections, duration: seconds, requests: [request] });
  const times = { p50: result.latency.p50, p99: result.latency.p99 };
  const refused = result.non2xx / (result['2xx'] + result.non2xx);
  return { pieces: result['2xx'], refused, perSecond: result['2xx'] / result.duration, acceptedMs: times };
}

async function startNaive(url) {
  const port = await freePort(0);
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: url, PORT: String(port) };
  const child = fork(path.join(import.meta.dirname, '..', 'naive', 'server.mjs'), { env });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the naive endpoint did not start'))),
  ]);
  return {
    origin: `http://127.0.0.1:${port}`,
    cpuMs: () => cpuMs(child.pid),
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
