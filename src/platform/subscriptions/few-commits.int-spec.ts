import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idOf } from '../event-store/recorded.js';
import { defineReadModel } from '../read-models/read-model.js';
import { projects } from '../read-models/read-models.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { Closed, count, Counted } from '../testing/tally.js';
import { Leases } from './leases.js';
import { subscribes } from './subscription.js';

@Entity({ schema: 'spec', name: 'sums' })
class SumRow {
  @PrimaryColumn('text') id: string;
  @Column('int') total: number;
}

const sums = defineReadModel<SumRow>({
  name: 'spec.sums',
  entity: SumRow,
  shape: 1,
  events: [Counted, Closed],
  keys: ({ stream }) => [idOf(stream)],
  project: (row, { event }, id) =>
    event instanceof Counted ? { id, total: (row?.total ?? 0) + event.data.by } : undefined,
});
const closings = { name: 'spec.closings', events: [Closed], handle: () => Promise.resolve() };

const POLL_MS = 200;

describe('A page of a read model', () => {
  let db: TestDatabase;
  let waybill: Instance;
  const original = pg.Client.prototype.query as (...call: unknown[]) => unknown;
  beforeAll(async () => {
    db = await testDatabase();
    const admin = new pg.Client(db.url);
    await admin.connect();
    await admin.query('create schema spec');
    await admin.query('create table spec.sums (id text primary key, total int not null)');
    await admin.end();
    waybill = await startInstance(db.url, {
      providers: [projects(sums), subscribes(closings)],
      entities: [SumRow],
      pollMs: POLL_MS,
    });
    await eventually(() => waybill.runner.running().length === 2);
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(async () => {
    await waybill.stop();
    await db.drop();
  });

  /** Every statement of the process from now on. */
  const watch = (): string[] => {
    const texts: string[] = [];
    jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...call: unknown[]
    ) {
      const [first] = call as [string | { text: string }];
      const text = typeof first === 'string' ? first : first.text;
      texts.push(text.replace(/\s+/g, ' ').trim());
      return Reflect.apply(original, this, call) as never;
    });
    return texts;
  };
  /** Does something between an answer of the database and whoever has asked. */
  const between = (answered: (text: string, answer: Promise<object[]>) => Promise<object[]>) => {
    const query = waybill.database.query.bind(waybill.database);
    jest
      .spyOn(waybill.database, 'query')
      .mockImplementation((text, params) => answered(text, query(text, params)) as never);
  };
  const isWrite = (text: string) => /insert into "spec"/.test(text) && text.includes('platform.checkpoint');
  const totals = async () =>
    Object.fromEntries(
      (await waybill.database.query<SumRow>('select * from spec.sums')).map(({ id, total }) => [id, total]),
    );
  const passed = async (name: string) => (await waybill.subscriptions.get(name)).checkpoint;

  it('is one look at its rows, and one statement that writes them with the checkpoint', async () => {
    const texts = watch();
    const last = await count(waybill.store, 'plain', 1, 2, 3);
    await waybill.progress.waitFor('spec.sums', last, 10_000);
    jest.restoreAllMocks();
    const own = texts.filter((text) => text.includes('spec') && !text.includes('platform.append'));
    expect(own.map((text) => text.slice(0, 6))).toEqual(['select', 'with s']);
    expect(isWrite(own[1]!)).toBe(true);
    expect(texts).not.toContain('begin');
    // Where the lease was renewed before the look, another page tells.
    await eventually(async () => {
      await waybill.progress.waitFor('spec.sums', await count(waybill.store, 'plain', 4), 10_000);
      const [row] = await waybill.database.query<{ same: boolean }>(
        `select t.xmin = s.xmin as same from spec.sums t, platform.subscriptions s where t.id = 'plain' and s.name = 'spec.sums'`,
      );
      return row!.same;
    });
  });

  it('that removes rows does so in the same statement', async () => {
    await count(waybill.store, 'leaving', 5);
    const last = await count(waybill.store, 'leaving', new Closed({}));
    await waybill.progress.waitFor('spec.sums', last, 10_000);
    expect(await totals()).not.toHaveProperty('leaving');
  });

  it('has its effect once when the answer to that statement is lost', async () => {
    let lost = 0;
    between((text, answer) =>
      isWrite(text) && lost < 3
        ? answer.then(() => {
            lost++;
            throw new Error('Connection terminated unexpectedly');
          })
        : answer,
    );
    for (const by of [1, 2, 4, 8]) {
      const last = await count(waybill.store, 'unheard', by);
      expect(await waybill.progress.waitFor('spec.sums', last, 20_000)).toBe(true);
    }
    expect(lost).toBe(3);
    expect((await totals())['unheard']).toBe(15);
  });

  it('writes nothing when somebody else has taken it over since its rows were read', async () => {
    const leases = waybill.module.get(Leases);
    let thief: Awaited<ReturnType<Leases['seize']>> | undefined;
    let refused = 0;
    between(async (text, answer) => {
      const isLook = /^select .* from "spec"."sums"/s.test(text);
      if (isWrite(text))
        return answer.catch((error: unknown) => {
          refused++;
          throw error;
        });
      const rows = await answer;
      if (isLook && !thief) {
        thief = await leases.seize('spec.sums', 'thief', 60_000);
        await waybill.database.query(`update spec.sums set total = 1000 where id = 'plain'`);
      }
      return rows;
    });
    const last = await count(waybill.store, 'plain', 7);
    await eventually(() => refused > 0);
    expect((await totals())['plain']).toBe(1000);
    await leases.release(thief!);
    expect(await waybill.progress.waitFor('spec.sums', last, 20_000)).toBe(true);
    expect((await totals())['plain']).toBe(1007);
  });

  it('is not asked for by a subscription that none of it concerns: it is told at once, and stored now and then', async () => {
    const texts = watch();
    const began = performance.now();
    let last = 0;
    for (let n = 0; n < 100; n++) {
      last = await count(waybill.store, 'busy', 1);
      expect(await waybill.progress.waitFor('spec.closings', last, 10_000)).toBe(true);
    }
    await eventually(async () => (await passed('spec.closings')) === last);
    jest.restoreAllMocks();
    const alone = texts.filter((text) => text === 'select platform.checkpoint($1)');
    expect(alone.length).toBeGreaterThan(0);
    expect(alone.length).toBeLessThan((performance.now() - began) / POLL_MS + 2);
  });

  it('leaves nothing unstored when the process stops', async () => {
    const last = await count(waybill.store, 'end', 1);
    await waybill.progress.waitFor('spec.sums', last, 10_000);
    await sleep(1);
    const other = await startInstance(db.url, { providers: [], entities: [] });
    await waybill.stop();
    const rows = await other.database.query<{ position: number }>(
      'select position from platform.subscriptions',
    );
    await other.stop();
    expect(rows).toEqual([{ position: last }, { position: last }]);
  });
});
