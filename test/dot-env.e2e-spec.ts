import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../scripts/start/build.mjs';
import { emptyTestDatabase, type TestDatabase } from '../src/platform/testing/database.js';
import { typed, type Ended } from './cli.js';
import { copyOfTheProject } from './project-copy.js';

/** Every program that reads settings, with the words that make it read them and come to an end. */
const entries: Record<string, readonly string[]> = {
  'dist/main.js': [],
  'dist/cli/main.js': ['saga', 'list'],
  'scripts/cli.mjs': ['saga', 'list'],
  'scripts/migrate.mjs': [],
  'scripts/start.mjs': [],
};
const others = Object.keys(entries).filter((entry) => entry !== 'scripts/migrate.mjs');
const secret = randomBytes(36).toString('base64');

describe('The settings in .env', () => {
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'waybill-elsewhere-'));
  let project: string;
  let file: string;
  let database: TestDatabase;

  /** Typed in a folder that has a misleading `.env` of its own. */
  const run = (entry: string, env: Record<string, string> = {}, words = entries[entry]!): Promise<Ended> =>
    typed([process.execPath, path.join(project, entry), ...words], env, elsewhere);

  beforeAll(async () => {
    await build();
    project = copyOfTheProject(process.cwd(), ['dist']);
    file = path.join(project, '.env');
    database = await emptyTestDatabase();
    writeFileSync(path.join(elsewhere, '.env'), 'PORT=elsewhere\nDATABASE_URL=mysql://elsewhere\n');
  }, 180_000);
  afterEach(() => rmSync(file, { recursive: true, force: true }));
  afterAll(async () => {
    for (const folder of [path.dirname(project), elsewhere]) rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  it.each(others)('are read by %s, wherever it is typed', async (entry) => {
    writeFileSync(file, `DATABASE_URL=${database.url}\nAUTH_JWT_SECRET=${secret}\nPORT=from-the-file\n`);
    const { code, out, err } = await run(entry);
    expect([code, err]).toEqual([
      78,
      expect.stringMatching(/^One setting is wrong[^]*\nPORT +"from-the-file"/m),
    ]);
    expect(out + err).not.toMatch(/\n +at |elsewhere/);
  });

  it.each([
    ['that is empty', (url: string) => url, /has not been migrated; npm run migrate/],
    ['that is not there', (url: string) => `${url}x`, /does not exist/],
    ['that nobody serves', () => 'postgres://waybill:x@127.0.0.1:9/waybill', /ECONNREFUSED/],
  ])('and a database %s end dist/main.js with a sentence, not a stack', async (_, url, sentence) => {
    const settings = { DATABASE_URL: url(database.url), AUTH_JWT_SECRET: secret, PORT: '0' };
    const { code, out, err } = await run('dist/main.js', settings);
    // What Nest says by itself before, it says with a stack, into the log; the last word is for people.
    const last = JSON.parse(out.trim().split('\n').at(-1)!) as { msg: string };
    expect([code, err, last.msg]).toEqual([1, '', expect.stringMatching(sentence)]);
    expect(Object.keys(last)).not.toContain('err');
  });

  it('are what npm run migrate and then the others use, also with the mark of an editor and CRLF', async () => {
    writeFileSync(file, `\uFEFFDATABASE_URL=${database.url}\r\nAUTH_JWT_SECRET=${secret}\r\n`);
    expect(await run('scripts/migrate.mjs')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+ migrations/),
    });
    const listed = await Promise.all([run('dist/cli/main.js'), run('scripts/cli.mjs')]);
    expect(listed).toMatchObject([{ code: 0 }, { code: 0 }]);
  }, 180_000);

  it('are what the prompt of npm run repl uses; it cannot write unless told so', () => {
    writeFileSync(file, `DATABASE_URL=${database.url}\nAUTH_JWT_SECRET=${secret}\n`);
    const input = `(await sql('select 41 + 1 as answer'))[0].answer\nawait sql('create table x ()')\n`;
    const { PATH, HOME } = process.env;
    const { stdout, status } = spawnSync(
      process.execPath,
      [path.join(project, 'dist', 'cli', 'main.js'), 'repl'],
      { input, encoding: 'utf8', env: { PATH, HOME } as NodeJS.ProcessEnv },
    );
    expect([status, stdout]).toEqual([0, expect.stringMatching(/> 42\n[^]*read-only transaction/)]);
  });

  it.each(Object.keys(entries))('give way to the environment of %s', async (entry) => {
    writeFileSync(file, 'DATABASE_URL=postgres://file@127.0.0.1:9/file\nPORT=from-the-file\n');
    const { code, out, err } = await run(entry, {
      DATABASE_URL: 'mysql://env',
      AUTH_JWT_SECRET: secret,
      PORT: '0',
    });
    expect([code, err]).toEqual([78, expect.stringContaining('DATABASE_URL')]);
    expect(out + err).not.toContain('from-the-file');
  });

  it.each(Object.keys(entries))('do not count for %s under NODE_ENV=test', async (entry) => {
    writeFileSync(file, `DATABASE_URL=${database.url}\nPORT=from-the-file\n`);
    const { code, out, err } = await run(entry, { NODE_ENV: 'test', DATABASE_URL: 'mysql://env', PORT: '0' });
    expect([code, out + err]).toEqual([78, expect.not.stringContaining('from-the-file')]);
  });

  it.each(Object.keys(entries))('that cannot be read end %s with 78 and a sentence', async (entry) => {
    mkdirSync(file);
    const { code, out, err } = await run(entry, {
      DATABASE_URL: database.url,
      AUTH_JWT_SECRET: secret,
      PORT: '0',
    });
    expect([code, err.trim()]).toEqual([78, `The settings in ${file} cannot be read: it is a folder.`]);
    expect(out).not.toMatch(/\n +at /);
  });

  it.each([
    ['dist/main.js', 78, /^DATABASE_URL +nothing/m],
    ['dist/cli/main.js', 78, /^DATABASE_URL +nothing/m],
    ['scripts/cli.mjs', 4, /There is no database in .*: npm start makes one; or set DATABASE_URL\./],
    ['scripts/migrate.mjs', 78, /^DATABASE_URL is not set, neither in the environment nor in \.env/],
  ])(
    'and a database that is named nowhere is told by %s with %i and no stack',
    async (entry, exit, sentence) => {
      const { code, out, err } = await run(entry, { AUTH_JWT_SECRET: secret });
      expect([code, err]).toEqual([exit, expect.stringMatching(sentence)]);
      expect(out + err).not.toMatch(/\n +at /);
    },
  );

  it.each([
    [['sagas'], 2, /unknown command 'sagas'/],
    [['saga', 'lst'], 2, /unknown command 'lst'/],
    [['replay'], 2, /missing required argument 'stream'/],
    [['saga', 'list', '--limit', '0'], 2, /A whole number, 1 to 1000/],
    [['saga', '--help'], 0, /^$/],
  ])('and for `npm run cli -- %s` no database is looked for', async (words, exit, sentence) => {
    const { code, out, err } = await run('scripts/cli.mjs', {}, words);
    expect([code, err.trim()]).toEqual([exit, expect.stringMatching(sentence)]);
    expect(out).toMatch(exit === 0 ? /Usage: npm run cli -- saga/ : /^$/);
  });
});
