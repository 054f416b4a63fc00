/** Brings the database at DATABASE_URL to this program's schema; prints what ran. Builds first, where that is possible. */
import fs from 'node:fs';
import path from 'node:path';
import { wordsOf } from './words.mjs';

wordsOf(`npm run migrate: brings the database at DATABASE_URL to the schema of this program, and prints what ran.
Exit codes: 0 done, 1 failed, 2 wrong usage, 78 wrong settings.`);

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');

try {
  console.log(await main());
} catch (error) {
  console.error(error.sentence ?? `The database could not be migrated: ${reasonOf(error)}`);
  process.exitCode = error.exitCode ?? 1;
}

async function main() {
  await built();
  const { loadDotEnv } = await import('../dist/platform/dot-env.js');
  loadDotEnv();
  const url = databaseUrl();
  const { migrations } = await import('../dist/migrations.js');
  const { schemaOf } = await import('../dist/platform/event-store/schema-state.js');
  try {
    // Loading TypeORM takes longer than this look.
    if ((await schemaOf(url, migrations)).state === 'current') return 'up to date';
    const { migrate } = await import('../dist/platform/event-store/migrate.js');
    const ran = await migrate(url, migrations);
    return ran.length === 0 ? 'up to date' : `${ran.length} migrations`;
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw refusal(`The database at ${host}${pathname} could not be migrated: ${reasonOf(error)}`, 1);
  }
}

/** A container has what was built, and no compiler. */
async function built() {
  const canBuild = ['src', 'node_modules/typescript'].every((name) => fs.existsSync(path.join(root, name)));
  if (canBuild) await (await import('./start/build.mjs')).build();
  else if (!fs.existsSync(dist)) throw refusal('Waybill is not built: npm install, then npm run build.', 1);
}

function databaseUrl() {
  const url = process.env.DATABASE_URL?.trim();
  if (!url) {
    throw refusal(
      'DATABASE_URL is not set, neither in the environment nor in .env: which database is meant?\n' +
        'It looks like postgres://waybill:password@127.0.0.1:5432/waybill. The database of npm start is migrated by npm start.',
      78,
    );
  }
  const scheme = URL.canParse(url) && new URL(url).protocol;
  if (scheme !== 'postgres:' && scheme !== 'postgresql:') {
    throw refusal(
      'DATABASE_URL is not the URL of a PostgreSQL, such as postgres://waybill:password@127.0.0.1:5432/waybill.',
      78,
    );
  }
  return url;
}

/** Connections that are refused on several addresses are an error without a message. */
function reasonOf(error) {
  return error.message || error.errors?.map((each) => each.message).join('; ') || String(error);
}

function refusal(sentence, exitCode) {
  return Object.assign(new Error(sentence), { sentence, exitCode });
}
