import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres, type EmbeddedPostgres } from '../scripts/postgres.mjs';
import { migrations } from '../src/migrations.js';
import { migrate } from '../src/platform/event-store/migrate.js';
import { cli, typed } from './cli.js';

describe('The embedded database', () => {
  const around = mkdtempSync(path.join(tmpdir(), 'waybill-backup-'));
  chmodSync(around, 0o755);
  const dataDir = path.join(around, 'data');
  const copy = path.join(around, 'copy');
  const before = { ...process.env };
  let server: EmbeddedPostgres | undefined;
  const start = async () =>
    (server = await startPostgres({ folder: path.join(dataDir, 'postgres'), port: 0 }));
  const ask = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: server!.url });
    await client.connect();
    const { rows } = await client.query<Row>(text);
    await client.end();
    return rows;
  };
  const counted = async () => (await ask<{ n: number }>('select count(*)::int as n from kept.notes'))[0]!.n;

  beforeAll(async () => {
    await start();
    await migrate(server!.url, migrations);
    await ask('create schema kept');
    await ask('create table kept.notes (n int)');
  }, 180_000);
  afterEach(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });
  afterAll(async () => {
    await server?.stop('immediate');
    rmSync(around, { recursive: true, force: true });
  });
  const say = (url: string) => Object.assign(process.env, { WAYBILL_DATA_DIR: dataDir, DATABASE_URL: url });

  it('is copied while it is written, and is as it was when the copy was made', async () => {
    say(server!.url);
    await ask('insert into kept.notes select generate_series(1, 1000)');
    const segment = path.join(dataDir, 'archive', 'a.jsonl');
    mkdirSync(path.dirname(segment));
    writeFileSync(segment, '{}');
    let writes = true;
    const writing = (async () => {
      while (writes) await ask('insert into kept.notes values (0)');
    })();
    const done = await cli('backup', copy);
    writes = false;
    await writing;
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('all up to position') });
    const inAll = await counted();
    await ask('insert into kept.notes select generate_series(1, 5000)');
    expect((await cli('backup', copy)).code).toBe(4);

    expect(await cli('restore', copy)).toMatchObject({
      code: 4,
      err: expect.stringContaining('stop Waybill first'),
    });
    await server!.stop();
    rmSync(segment);
    expect(await cli('restore', copy)).toMatchObject({
      code: 0,
      out: expect.stringContaining('what was there is in'),
    });
    expect(existsSync(segment)).toBe(true);
    await start();
    const restored = await counted();
    expect(restored).toBeGreaterThanOrEqual(1000);
    expect(restored).toBeLessThanOrEqual(inAll);
    await ask('insert into kept.notes values (1)');
    expect(readdirSync(path.join(server!.folder)).some((name) => name.startsWith('data.before-'))).toBe(true);
  }, 180_000);

  it('is found by a command that only looks, which is run once', async () => {
    const words = ['scripts/cli.mjs', 'archive', '--dry-run', '--json'];
    const { code, out, err } = await typed([process.execPath, ...words], { WAYBILL_DATA_DIR: dataDir });
    expect([code, err]).toEqual([0, '']);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    ).toEqual(['result']);
  }, 180_000);

  it('is not taken for somebody else, nor half a copy for a whole one', async () => {
    say(process.env['WAYBILL_TEST_SERVER']!);
    const other = path.join(around, 'other');
    expect(await cli('backup', other)).toMatchObject({ code: 2, err: expect.stringContaining('pg_dump') });
    expect(existsSync(other)).toBe(false);
    expect((await cli('restore', path.join(copy, 'data'))).code).toBe(3);
  });
});
