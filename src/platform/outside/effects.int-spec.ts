import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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
  asked = 0;
  slowMs = 20;
  /** How many of the next mails are sent, and the connection breaks before it says so. */
  silences = 0;
  /** Sends, and leaves whoever asked waiting. */
  isMute = false;
  private held: (() => void)[] | undefined;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://mail');
      const [key, text] = [url.pathname.slice(1), url.searchParams.get('text') ?? ''];
      const known = this.sent.some((mail) => mail.key === key);
      if (request.method === 'GET')
        return response.end(JSON.stringify({ outcome: known ? 'sent' : 'not-found' }));
      this.asked++;
      const send = () => {
        this.sent.push({ key, text });
        if (this.silences-- > 0) return request.socket.destroy();
        if (!this.isMute) response.end(JSON.stringify({ outcome: 'sent' }));
      };
      if (this.held) this.held.push(send);
      else setTimeout(send, this.slowMs);
    });
  }

  /** Nothing is sent before `letGo`. */
  hold(): void {
    this.held = [];
  }

  letGo(): void {
    for (const send of this.held?.splice(0) ?? []) send();
    this.held = undefined;
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
    mail.letGo();
    for (const instance of instances.splice(0)) await stopped(instance);
    mail.sent.length = 0;
    Object.assign(mail, { asked: 0, slowMs: 20, silences: 0, isMute: false });
  });
  afterAll(async () => {
    await mail.close();
    await db.drop();
  });

  const start = async (name: string, deadlineMs = 30_000): Promise<Instance> => {
    const post = new ExternalService({ name: 'mail', slots: 4, deadlineMs, restMs: 100 });
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
    mail.hold();
    const ids = Array.from({ length: 40 }, () => newId());
    let last = 0;
    for (const id of ids) last = await count(instance.store, id, 1);
    expect(await instance.progress.waitFor('spec.slow', last, 30_000)).toBe(true);
    expect(mail.sent).toEqual([]);
    mail.letGo();
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

  /** As if it had died, or had been cut off for longer than its lease: what it hears from now on is not recorded. */
  const loseLeases = (instance: Instance, name: string) =>
    instance.database.query(
      `update platform.effects set fence = fence + 1, lease_until = null where subscription = $1`,
      [name],
    );

  it('is finished by another process, once, when the one that asked is gone', async () => {
    const first = await start('spec.gone', 2_000);
    mail.isMute = true;
    for (const id of ['x', 'y', 'z']) await count(first.store, `gone-${id}`, 1);
    await eventually(() => mail.sent.length === 3);
    await loseLeases(first, 'spec.gone');
    mail.isMute = false;
    const second = await start('spec.gone');
    await done(second, 'spec.gone', 3);
    expect(texts()).toEqual(['x', 'y', 'z'].map((id) => `tally-gone-${id}:1`));
  });

  it('is not asked for again by a process that is still asking, though its lease ran out', async () => {
    const instance = await start('spec.late');
    mail.hold();
    await count(instance.store, 'late', 1);
    await eventually(() => mail.asked === 1);
    await loseLeases(instance, 'spec.late');
    await count(instance.store, 'next', 1);
    await eventually(() => mail.asked === 2);
    mail.letGo();
    await done(instance, 'spec.late', 2);
    expect(texts()).toEqual(['tally-late:1', 'tally-next:1']);
  });
});
