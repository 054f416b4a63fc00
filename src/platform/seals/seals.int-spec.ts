import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { LogSignal } from '../event-store/log-signal.js';
import type { Config } from '../config.js';
import { Calm } from '../subscriptions/calm.js';
import { Life } from '../testing/mortal.js';
import { testStore, type TestStore } from '../testing/store.js';
import { tally } from '../testing/tally.js';
import { anchorFile, FileAnchor, otherAnchorFiles } from './anchor-file.js';
import { readAnchors } from './anchor-lines.js';
import { ChainCheck, type Break } from './chain-check.js';
import { ChainVerification } from './chain-verification.js';
import { SealStore } from './seal-store.js';
import { Sealer } from './sealer.js';

describe('Seals over the log', () => {
  let store: TestStore;
  let folder: string;
  let verification: ChainVerification;
  beforeAll(async () => {
    store = await testStore([tally]);
    verification = new ChainVerification(store.database, new ChainCheck(store.database));
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'anchors-'));
    await asOwner('alter table platform.events disable trigger user');
    await asOwner('alter table platform.seals disable trigger user');
    await asOwner('truncate platform.events, platform.seals, platform.seal_anchors restart identity');
    await asOwner('delete from platform.sealing');
    await asOwner('insert into platform.sealing default values');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const asOwner = (sql: string, params: readonly unknown[] = []) => store.database.query(sql, params);
  const write = (events: number, stream: string, data = `json_build_object('by', n)`) =>
    asOwner(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select $2, n + (select count(*) from platform.events where stream_id = $2), gen_random_uuid(), gen_random_uuid(), 0,
         'Counted', 1, ${data}, '{"actor":"spec","correlationId":"c","causationId":null}', now()
       from generate_series(1, $1) n`,
      [events, stream],
    );
  const sealer = (life = new Life(), owner = 'one') => {
    const config = { WAYBILL_DATA_DIR: folder, SEAL_EVERY_SECONDS: 0, SEAL_ANCHORS: 'all' } as Config;
    const seals = life.sees(new SealStore(store.database));
    const pace = { owner, leaseMs: 1_000, pollMs: 50, takesPart: true };
    const check = new ChainCheck(store.database);
    return new Sealer(seals, check, pace, config, new Calm(new LogSignal()));
  };
  const file = async () => anchorFile(folder, (await verification.newest())!.chain);
  const read = async () => readAnchors(await file(), undefined);
  const verified = async (stream?: string, anchored = true) => {
    const breaks: Break[] = [];
    const anchors = anchored ? [await read()] : [];
    const tell = (found: Break) => void breaks.push(found);
    const { signal } = new AbortController();
    const checked = await verification.check({ anchors, stream, signal, tell, reached: () => undefined });
    return { ...checked, breaks };
  };
  const eventAt = async (position: number) =>
    (
      await asOwner(
        'select position, stream_id as stream, version, event_id as "eventId" from platform.events where position = $1',
        [position],
      )
    )[0]!;
  const sealed = async () => {
    await write(7, 'tally-a');
    await write(5, 'tally-b');
    await sealer().turn();
    await write(3, 'tally-c');
    await sealer().turn();
  };
  /** Whoever owns the database makes its seals anew. */
  const resealed = async ({ asAnother = false } = {}) => {
    await asOwner('delete from platform.seals');
    if (asAnother) await asOwner('update platform.sealing set chain = null');
    if (asAnother) await asOwner('delete from platform.seal_anchors');
    const turn = (await new SealStore(store.database).take('forger', 0))!;
    while ((await new SealStore(store.database).seal(turn)) !== undefined);
    await new SealStore(store.database).giveBack(turn);
  };

  it('cover all that was there, are kept outside, and find nothing in a log that nobody touched', async () => {
    await sealed();
    await write(2, 'tally-d');
    expect(await verified()).toEqual({
      ...{ seals: 2, rows: 15, about: 2, sealedUpTo: 15, unsealed: 2 },
      breaks: [],
    });
    const { told } = await read();
    expect([...told.values()].map(({ number, after, upTo, rows }) => [number, after, upTo, rows])).toEqual([
      [1, null, 12, 12],
      [2, 12, 15, 3],
    ]);
  });

  it('name the row that was altered, and which part of it', async () => {
    await sealed();
    const changes = [
      ['data', `data = '{"by": 1000}'`],
      ['data', `data = (data::text || ' ')::json`],
      ['metadata', `metadata = '{"actor":"nobody","correlationId":"c","causationId":null}'`],
      ['another column than data and metadata', `recorded_at = recorded_at + interval '1 microsecond'`],
      ['another column than data and metadata', `type = 'Closed'`],
      ['another column than data and metadata', `command_id = gen_random_uuid()`],
    ] as const;
    for (const [nth, [what, change]] of changes.entries()) {
      await asOwner(`update platform.events set ${change} where position = $1`, [nth + 2]);
      const { breaks } = await verified();
      expect(breaks).toHaveLength(nth + 1);
      const row = await eventAt(nth + 2);
      expect(breaks[nth]).toEqual({
        kind: 'altered',
        seal: 1,
        ...row,
        what: `${what} differs from what was sealed`,
      });
    }
    expect((await verified('tally-a')).breaks).toHaveLength(6);
    expect((await verified('tally-b')).breaks).toEqual([]);
    expect((await verified('tally-none')).about).toBe(0);
  });

  it('name a row that is gone, and one that was put in', async () => {
    await sealed();
    const gone = await eventAt(8);
    await asOwner('delete from platform.events where position = 8');
    await asOwner(
      `insert into platform.events overriding system value
       select 0, 'tally-x', 1, gen_random_uuid(), gen_random_uuid(), 0, type, 1, data, metadata, occurred_at, recorded_at
       from platform.events where position = 1`,
    );
    const { breaks } = await verified();
    expect(breaks.map(({ kind, position, stream }) => [kind, position, stream])).toEqual([
      ['inserted', 0, 'tally-x'],
      ['missing', 8, 'tally-b'],
    ]);
    expect(breaks[1]).toEqual({ kind: 'missing', seal: 1, ...gone, what: 'it is gone' });
  });

  it('name two rows that have changed places, in the log or in their stream, and one in the place of another', async () => {
    await sealed();
    const [third, thirteenth] = [await eventAt(3), await eventAt(13)];
    const move = (from: number, to: number) =>
      asOwner('update platform.events set position = $2 where position = $1', [from, to]);
    await asOwner('alter table platform.events alter position set generated by default');
    await move(3, 99);
    await move(13, 3);
    await move(99, 13);
    const swapped = await verified();
    expect(swapped.breaks.map(({ what, ...row }) => ({ ...row, what: what.split(';')[0] }))).toEqual([
      { kind: 'reordered', seal: 1, ...third, what: 'it stands at position 13' },
      { kind: 'reordered', seal: 2, ...thirteenth, what: 'it stands at position 3' },
    ]);
    await asOwner(`update platform.events set version = version + 100 where position in (1, 2)`);
    await asOwner(`update platform.events set version = 203 - version - 100 where position in (1, 2)`);
    await asOwner(`update platform.events set event_id = gen_random_uuid() where position = 5`);
    const { breaks } = await verified();
    expect(breaks.map(({ kind, position, what }) => `${kind} ${position}: ${what.split(';')[0]}`)).toEqual([
      'reordered 1: it stands as version 2 of tally-a',
      'reordered 2: it stands as version 1 of tally-a',
      'reordered 3: it stands at position 13',
      'missing 5: it is gone',
      'reordered 13: it stands at position 3',
    ]);
  });

  it('find a seal that was changed, or taken out', async () => {
    await sealed();
    await write(1, 'tally-d');
    await sealer().turn();
    await asOwner(`update platform.seals set proofs[1] = proofs[2] where number = 1`);
    await asOwner('delete from platform.seals where number = 2');
    const { breaks } = await verified();
    expect(breaks.map(({ kind, seal, what }) => `${kind} ${seal}: ${what}`)).toEqual([
      'seal 1: what it says is not what its digest was made of',
      expect.stringMatching(/^altered 1: /),
      'seal 3: of the seals before it 1 are missing',
    ]);
  });

  it('find, by what was kept outside, a log that was rewritten together with its seals', async () => {
    await sealed();
    await asOwner(`update platform.events set data = '{"by": 1000}' where position = 9`);
    await resealed();
    expect((await verified(undefined, false)).breaks).toEqual([]);
    const { breaks } = await verified();
    expect(breaks).toEqual([
      {
        kind: 'anchor',
        seal: 1,
        ...(await eventAt(9)),
        what: expect.stringMatching(/seal 1 is not the one .*; row 9 of 12 after position 0 is not what/),
      },
    ]);
  });

  it('find, by what was kept of it under another name, that it was given one when its seals were begun anew', async () => {
    await sealed();
    const [{ chain }, before] = [(await verification.newest())!, await file()];
    await asOwner(`update platform.events set data = '{"by": 1000}' where position = $1`, [14]);
    await resealed({ asAnother: true });
    await sealer().turn();
    expect((await verified()).breaks).toEqual([]);
    const name = (await verification.newest())!.chain;
    expect(await otherAnchorFiles(folder, name)).toEqual([before]);
    expect(await readAnchors(before, name)).toMatchObject({ told: new Map(), foreign: 2, others: [chain] });
    const of = `this log was sealed before as ${chain}, up to position 15, by ${before}`;
    expect(await verification.sealedBefore(before, chain)).toEqual({
      ...{ kind: 'anchor', seal: 2, ...(await eventAt(14)) },
      what: `${of}; row 2 of 3 after position 12 is not what was sealed`,
    });
    // Also where it begins with other rows than it did.
    await asOwner('delete from platform.events where position = 1');
    expect(await verification.sealedBefore(before, chain)).toMatchObject({ seal: 1, position: 2 });
    await asOwner(`update platform.events set type = 'Closed'`);
    expect(await verification.sealedBefore(before, chain)).toBeUndefined();
  });

  it('are of a log of its own where another database keeps its seals in the same folder', async () => {
    await sealed();
    const [other, { chain }] = [await file(), (await verification.newest())!];
    await asOwner('truncate platform.events, platform.seals, platform.seal_anchors restart identity');
    await asOwner('update platform.sealing set chain = null');
    await sealed();
    expect(await otherAnchorFiles(folder, (await verification.newest())!.chain)).toEqual([other]);
    expect(await verification.sealedBefore(other, chain)).toBeUndefined();
  });

  it('find a log that has lost its end, and do not keep outside what takes its place', async () => {
    await sealed();
    const kept = await readFile(await file(), 'utf8');
    await asOwner('delete from platform.events where position > 13');
    await asOwner('delete from platform.seals where number = 2');
    const { breaks } = await verified();
    expect(breaks).toEqual([
      {
        kind: 'anchor',
        seal: 2,
        what: expect.stringMatching(
          /has 1 seals, up to position 15, .* row 2 of 3 after position 12 is gone/,
        ),
      },
    ]);
    // As a backup would have it.
    await asOwner(`update platform.seal_anchors set number = 1`);
    await write(3, 'tally-e');
    await sealer().turn();
    expect(await readFile(await file(), 'utf8')).toBe(kept);
    const [{ error }] = (await asOwner('select error from platform.seal_anchors')) as [{ error: string }];
    expect(error).toMatch(/Forked: .* ends with seal 2, .* which the database does not have/);
    // Whoever has put it back says so by taking the file away; the next one begins with what is new.
    await rm(await file());
    await sealer().turn();
    expect((await verified()).breaks).toEqual([]);
    expect([...(await read()).told.keys()]).toEqual([2]);
  });

  it('pass over a line that was cut off, say so, and write it again behind it', async () => {
    await sealed();
    const whole = await readFile(await file());
    await truncate(await file(), whole.length - 40);
    expect((await read()).torn).toEqual([2]);
    expect((await verified()).breaks).toEqual([]);
    await asOwner(`update platform.seal_anchors set number = 1`);
    await sealer().turn();
    const { torn, told } = await read();
    expect([torn, [...told.keys()]]).toEqual([[2], [1, 2]]);
  });

  it('say when a file tells two things of a seal, or is about another log', async () => {
    await sealed();
    const [first] = (await readFile(await file(), 'utf8')).split('\n');
    await appendFile(await file(), `${first!.replace(/"digest":"../, '"digest":"00')}\n`);
    expect((await verified()).breaks.map(({ seal, what }) => [seal, what])).toEqual([
      [1, expect.stringContaining('says two things of it')],
    ]);
    await writeFile(
      await file(),
      first!.replace(/"chain":"[^"]*"/, '"chain":"0190f5a2-7c1e-7b7a-9d53-2f5b6a1c0d11"'),
    );
    const { chain } = (await verification.newest())!;
    expect(await readAnchors(await file(), chain)).toMatchObject({ foreign: 1, told: new Map() });
  });

  it('are kept outside after a death at any moment', async () => {
    for (let moment = 0; ; moment++) {
      await write(2, 'tally-a');
      const life = new Life(moment);
      await sealer(life)
        .turn()
        .catch(() => undefined);
      await asOwner('update platform.sealing set lease_until = null');
      await sealer().turn();
      const { seals, unsealed, breaks } = await verified();
      const { torn, told } = await read();
      expect([unsealed, breaks, torn, told.size]).toEqual([0, [], [], seals]);
      if (!life.isOver) break;
    }
  });

  it('are made by one instance at a time; whoever was asleep can make none', async () => {
    await write(3, 'tally-a');
    const seals = new SealStore(store.database);
    const asleep = (await seals.take('asleep', 0))!;
    expect(await seals.take('other', 0)).toBeUndefined();
    await asOwner('update platform.sealing set lease_until = clock_timestamp()');
    await Promise.all([sealer(new Life(), 'two').turn(), sealer(new Life(), 'three').turn()]);
    await expect(seals.seal(asleep)).rejects.toThrow('another instance');
    expect(await verified()).toMatchObject({ seals: 1, rows: 3, breaks: [] });
  });

  it('cover an older log from its beginning, in pages that are bounded in rows and bytes', async () => {
    await write(2_500, 'tally-a');
    await write(
      3,
      'tally-b',
      `json_build_object('by', n, 'noise', (select string_agg(md5(random()::text), '') from generate_series(1, 50000) g where n > 0))`,
    );
    await sealer().turn();
    const rows = await asOwner('select cardinality(positions) as rows from platform.seals order by number');
    expect(rows.map((row) => row['rows'])).toEqual([1_000, 1_000, 502, 1]);
    expect(await verified()).toMatchObject({ rows: 2_503, breaks: [] });
  });

  it('find by themselves what was changed, and that it was put right', async () => {
    await sealed();
    const broken = async () => (await asOwner('select broken from platform.sealing'))[0]!['broken'];
    await asOwner(`update platform.events set type = 'Closed' where position = 14`);
    await sealer().turn();
    await sealer().turn();
    expect(await broken()).toMatchObject({ kind: 'altered', seal: 2, position: 14, stream: 'tally-c' });
    await asOwner(`update platform.events set type = 'Counted' where position = 14`);
    await sealer().turn();
    await sealer().turn();
    expect(await broken()).toBeNull();
  });

  it('cannot be changed by whoever writes', async () => {
    await asOwner('alter table platform.seals enable trigger user');
    await sealed();
    for (const change of ['update platform.seals set chain = chain', 'delete from platform.seals'])
      await expect(asOwner(change)).rejects.toThrow('seals are immutable');
  });

  it('still prove a log from which a person in clear text was erased, and nothing else', async () => {
    const address = `'{"shippingAddress":{"name":"Ada","line1":"1 Elm St","city":"Leeds","postalCode":"LS1","country":"GB"}}'`;
    await write(2, 'tally-a', address);
    await sealer().turn();
    await asOwner('alter table platform.events enable trigger user');
    await asOwner(
      `update platform.events set data = personal.erased_form(data::jsonb)::json where position = 1`,
    );
    expect((await verified()).breaks).toEqual([]);
    await asOwner('alter table platform.events disable trigger user');
    await asOwner(
      `update platform.events set data = replace(data::text, 'Leeds', 'York')::json where position = 2`,
    );
    expect((await verified()).breaks).toMatchObject([{ kind: 'altered', position: 2 }]);
  });

  it('still prove a row whose data have gone to the archive, before it was sealed or after', async () => {
    await sealed();
    await write(2, 'tally-d');
    await asOwner(
      `update platform.events set data = null, archived_in = 1, archived_bytes = octet_length(data::text),
         archived_sha256 = sha256(convert_to(data::text, 'UTF8'))
       where position in (3, 16)`,
    );
    await sealer().turn();
    expect(await verified()).toMatchObject({ seals: 3, rows: 17, breaks: [] });
    await asOwner(`update platform.events set archived_sha256 = sha256('') where position = 3`);
    const [found] = (await verified()).breaks;
    expect(found).toMatchObject({
      kind: 'altered',
      position: 3,
      what: expect.stringMatching(/^data differs/),
    });
  });

  it('are flushed before they count as kept', async () => {
    const seal = {
      ...{ chain: '0190f5a2-7c1e-7b7a-9d53-2f5b6a1c0d11', number: 1, after: null, upTo: 3, rows: 1 },
      ...{ digest: '00'.repeat(32), hints: '00000000', sealedAt: '2026-01-01T00:00:00.000Z' },
    };
    const anchor = new FileAnchor(folder);
    await anchor.keep([seal]);
    await anchor.keep([seal]);
    expect((await readFile(anchorFile(folder, seal.chain), 'utf8')).trim().split('\n')).toHaveLength(1);
  });
});
