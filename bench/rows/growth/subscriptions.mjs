/** The same log heard by one subscription and by eight: what is read and lifted once is not paid for eight times. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { filled } from '../../lib/filled.mjs';
import { costed } from '../../lib/measure.mjs';
import { migrated } from '../../lib/migrated.mjs';
import { connected } from '../../lib/server.mjs';

export async function subscriptions(server, quick) {
  const events = quick ? 5_000 : 50_000;
  const measured = [];
  for (const count of [1, 8]) {
    const url = await server.database('bench_subscriptions');
    await migrated(url);
    await filled(url, 'stock-HEARD', events);
    const told = await heard(server, url, { count, events });
    const ratio = told.cpuMs.total / (measured[0] ?? told).cpuMs.total;
    measured.push({ subject: `1,000 events heard by ${count} subscriptions`, ...told, ratio });
  }
  return measured;
}

async function heard(server, url, { count, events }) {
  const looker = await connected(url);
  const app = await hearing(url, count);
  try {
    return await costed({ server, observers: [looker.processID] }, async () => {
      const began = performance.now();
      await app.init();
      for (let least = 0; least < events; least = await slowest(looker)) await sleep(10);
      return { pieces: events / 1_000, perSecond: events / 1_000 / ((performance.now() - began) / 1000) };
    });
  } finally {
    await looker.end();
    await app.close();
  }
}

async function slowest(looker) {
  const text = `select coalesce(min(position), 0)::int as least from platform.subscriptions where name like 'bench.%'`;
  return (await looker.query(text)).rows[0].least;
}

/** The bare platform and these subscriptions, which do nothing with what they hear. Not started yet. */
async function hearing(url, count) {
  const { PlatformModule } = await import('../../../dist/platform/platform.module.js');
  const { readConfig } = await import('../../../dist/platform/config.js');
  const { subscribes } = await import('../../../dist/platform/subscriptions/subscription.js');
  const { SubscriptionsModule } =
    await import('../../../dist/platform/subscriptions/subscriptions.module.js');
  const { StockReceived } = await import('../../../dist/inventory/stock-item.events.js');
  const { migrations } = await import('../../../dist/migrations.js');
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: url,
    AUTH_JWT_SECRET: randomBytes(36).toString('base64'),
    LOG_LEVEL: 'error',
  });
  const names = migrations.map(({ name }) => name);
  const providers = Array.from({ length: count }, (_, n) =>
    subscribes({ name: `bench.${n}`, events: [StockReceived], handle: async () => undefined }),
  );
  const does = { activities: ['subscriptions'], writes: true };
  const room = { module: class Room {}, imports: [SubscriptionsModule], providers };
  const imports = [PlatformModule.with(config, names, does), room];
  const options = { logger: ['error'], abortOnError: false };
  return NestFactory.create({ module: class Bench {}, imports }, await adapter(), options);
}

async function adapter() {
  const { FastifyAdapter } = await import('@nestjs/platform-fastify');
  return new FastifyAdapter();
}
