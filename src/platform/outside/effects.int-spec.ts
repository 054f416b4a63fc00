import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { newId } from '../core/ids.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { count, Counted } from '../testing/tally.js';
import { EffectRunner, performs } from './effects.js';
import { EffectStore } from './effect-store.js';
import { ExternalService } from './external-service.js';

const outcome = z.object({ outcome: z.string() });

/** A mail server that is slow, and that sometimes sends a mail and never says so. */
class MailServer {
  readonly sent: { key: string; text: string }[] = [];
  slowMs = 20;
  silences = 0;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://mail');
      const [key, text] = [url.pathname.slice(1), url.searchParams.get('text') ?? ''];
      const known = this.sent.some((mail) => mail.key === key);
      if (request.method === 'GET')
        return response.end(JSON.stringify({ outcome: known ? 'sent' : 'not-found' }));
      setTimeout(() => {
        this.sent.push({ key, text });
        if (this.silences-- > 0) return request.socket.destroy();
        response.end(JSON.stringify({ outcome: 'sent' }));
      }, this.slowMs);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('An effect outside', () => {
  let db: TestDatabase;
  let mail: MailServer;
  let url: string;
  const instances: Instance[] = [];
  beforeAll(async () => {
    db = await testDatabase();
    mail = new MailServer();
    url = await mail.open();
  });
  afterEach(async () => {
    for (const instance of instances.splice(0)) await stopped(instance);
    mail.sent.length = 0;
    Object.assign(mail, { slowMs: 20, silences: 0 });
  });
  afterAll(async () => {
    await mail.close();
    await db.drop();
  });

  const start = async (name: string, slots = 4): Promise<Instance> => {
    const post = new ExternalService({ name: 'mail', slots, deadlineMs: 2_000, restMs: 100 });
    const ask = (method: string, path: string) => async (signal: AbortSignal) =>
      (await fetch(`${url}${path}`, { method, signal })).json();
    const effect = {
      name,
      events: [Counted],
      party: post,
      deed: ({ stream, event }: { stream: string; event: object }, key: string) => {
        const text = `${stream}:${(event as Counted).data.by}`;
        return {
          what: 'the mail',
          lookUp: { answer: outcome, ask: ask('GET', `/${key}`) },
          act: { answer: outcome, ask: ask('POST', `/${key}?text=${text}`) },
        };
      },
    };
    const instance = await startInstance(db.url, {
      providers: [EffectStore, EffectRunner, performs({ inject: [], useFactory: () => effect })],
    });
    instance.module.get(EffectRunner).start();
    instances.push(instance);
    return instance;
  };
  const stopped = async (instance: Instance) => {
    await instance.module.get(EffectRunner).stop();
    await instance.stop();
  };
  const texts = () => mail.sent.map(({ text }) => text).sort();
  const done = (instance: Instance, name: string, n: number) =>
    eventually(async () => {
      const [row] = await instance.database.query<{ n: number }>(
        `select count(*)::int as n from platform.effects where subscription = $1 and state = 'done'`,
        [name],
      );
      return row!.n === n;
    }, 30_000);

  it('does not hold up its checkpoint, however slow the other side is, and happens once each', async () => {
    const instance = await start('spec.slow');
    mail.slowMs = 150;
    const ids = Array.from({ length: 40 }, () => newId());
    let last = 0;
    for (const id of ids) last = await count(instance.store, id, 1);
    expect(await instance.progress.waitFor('spec.slow', last, 2_000)).toBe(true);
    expect(mail.sent.length).toBeLessThan(40);
    await done(instance, 'spec.slow', 40);
    expect(texts()).toEqual(ids.map((id) => `tally-${id}:1`).sort());
  });

  it('is looked up, not done again, when the reply was lost', async () => {
    const instance = await start('spec.silent');
    mail.silences = 3;
    for (const id of ['a', 'b', 'c', 'd']) await count(instance.store, `silent-${id}`, 1);
    await done(instance, 'spec.silent', 4);
    expect(texts()).toHaveLength(4);
    const outcomes = await instance.database.query(
      `select outcome, count(*)::int as n from platform.effects where subscription = 'spec.silent' group by 1 order by 1`,
    );
    expect(outcomes).toEqual([
      { outcome: 'sent, by look-up', n: 3 },
      { outcome: 'sent, by reply', n: 1 },
    ]);
  });

  it('keeps the order within its sequence', async () => {
    const instance = await start('spec.order');
    await count(instance.store, 'ordered', 1, 2, 3, 4, 5);
    await done(instance, 'spec.order', 5);
    expect(mail.sent.map(({ text }) => text)).toEqual([1, 2, 3, 4, 5].map((n) => `tally-ordered:${n}`));
  });

  it('is finished by another process, once, when the one that asked is gone', async () => {
    const first = await start('spec.gone', 3);
    mail.slowMs = 800;
    for (const id of ['x', 'y', 'z']) await count(first.store, `gone-${id}`, 1);
    await eventually(async () => {
      const rows = await first.database.query(
        `select 1 from platform.effects where subscription = 'spec.gone' and state = 'asked'`,
      );
      return rows.length === 3;
    });
    // As if it had died: whatever it hears from now on is not recorded.
    await first.database.query(
      `update platform.effects set fence = fence + 1, lease_until = null where subscription = 'spec.gone'`,
    );
    await sleep(900);
    const second = await start('spec.gone', 3);
    await done(second, 'spec.gone', 3);
    expect(texts()).toEqual(['x', 'y', 'z'].map((id) => `tally-gone-${id}:1`));
  });
});
