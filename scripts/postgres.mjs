/**
 * Starts and stops a real PostgreSQL in a folder of its own: 127.0.0.1 only, password required, no socket file.
 *
 * It is a daemon of its own session, so Ctrl-C in the terminal does not reach it before the application has
 * drained; and one left behind by a crash is found and used again.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Unusable,
  account,
  findBinaries,
  ids,
  program,
  reachableFolder,
  usableBinaries,
} from './postgres-binaries.mjs';

export { Unusable };

const user = 'waybill';
const database = 'waybill';

/**
 * @param {object} options
 * @param {string} options.folder where its files live; made when absent
 * @param {number} [options.port] the first port to try; 0 lets the system choose; default: the one used last, else 54320
 * @param {Record<string, string | number>} [options.settings] server settings, such as `{ fsync: 'off' }`
 * @param {string} [options.binDir] programs of another PostgreSQL
 * @param {Record<string, string>} [options.env] of its processes, such as a library to be loaded first
 * @returns {Promise<{ url: string, port: number, version: string, folder: string, reused: boolean, portTaken?: number, stop(mode?: 'fast' | 'immediate'): Promise<void> }>}
 */
export async function startPostgres({ folder, port, settings = {}, binDir, env = {} }) {
  const who = account(path.resolve(folder));
  const { bin, version } = usableBinaries(who, findBinaries(binDir));
  const home = reachableFolder(who, path.resolve(folder));
  const server = {
    who,
    bin,
    version,
    home,
    data: path.join(home, 'data'),
    log: path.join(home, 'server.log'),
    env,
  };
  prepareFolder(server);
  const password = await initialise(server);
  const found = await running(server);
  const started = found === undefined ? await launch(server, port, settings) : { port: found };
  const url = `postgres://${user}:${password}@127.0.0.1:${started.port}/${database}`;
  await ensureDatabase(url);
  return {
    url,
    ...started,
    version,
    folder: home,
    reused: found !== undefined,
    stop: (mode = 'fast') => stop(server, mode),
  };
}

function prepareFolder({ who, home }) {
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  const owner = fs.statSync(home).uid;
  const self = process.getuid?.();
  if (self !== undefined && self !== 0 && owner !== self) {
    throw new Unusable(
      `${home} belongs to uid ${owner}. Start as that user, or set WAYBILL_DATA_DIR to a folder of your own.`,
    );
  }
  if (who.uid !== undefined && owner !== who.uid) fs.chownSync(home, who.uid, who.gid);
}

/** Makes the cluster beside its final place and renames it, so that a crash never leaves half of one. */
async function initialise(server) {
  const { who, home, data, version } = server;
  const file = path.join(home, 'password');
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) {
    for (const left of fs.readdirSync(home)) {
      if (!left.startsWith('new-')) continue;
      fs.rmSync(path.join(home, left), { recursive: true, force: true, maxRetries: 5 });
    }
    fs.writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (who.uid !== undefined) fs.chownSync(file, who.uid, who.gid);
    const fresh = path.join(home, `new-${process.pid}`);
    const locale =
      Number.parseInt(version, 10) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
    const wishes = [
      '--auth=scram-sha-256',
      `--pwfile=${file}`,
      '--encoding=UTF8',
      '--no-sync',
      '--no-instructions',
      '--locale=C',
    ];
    await run(server, 'initdb', ['-D', fresh, '-U', user, ...wishes, ...locale]);
    await run(server, 'postgres', ['--single', '-D', fresh, 'template1'], `create database ${database}\n`);
    fs.renameSync(fresh, data);
  }
  const major = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (major !== version.split('.')[0]) {
    throw new Unusable(
      `${data} was made by PostgreSQL ${major}, and this is ${version}. Move it away, or set DATABASE_URL to a server of that version.`,
    );
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/** The port of a server that already runs on this data, once it is ready; clears the traces of a dead one. */
async function running(server) {
  for (let waited = 0; waited < 60_000; waited += 200) {
    if ((await run(server, 'pg_ctl', ['-D', server.data, 'status']).catch(() => undefined)) === undefined)
      return undefined;
    const [pid, , , port, , , , state] = readPidFile(server);
    if (!isPostgres(pid)) {
      // The process id was given to somebody else after a crash; PostgreSQL itself would refuse for ever.
      fs.rmSync(path.join(server.data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (state?.trim() === 'ready' && (await answers(Number(port)))) return Number(port);
    await sleep(200);
  }
  throw new Unusable(`A PostgreSQL runs on ${server.data} but does not answer. See ${server.log}.`);
}

/** A cluster that was interrupted when it was young may lack it. */
async function ensureDatabase(url) {
  const { default: pg } = await import('pg');
  const ask = async (name, statement) => {
    const address = Object.assign(new URL(url), { pathname: `/${name}` });
    const client = new pg.Client({ connectionString: address.href });
    try {
      await client.connect();
      await client.query(statement);
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  await ask(database, 'select').catch(async (error) => {
    if (error.code !== '3D000')
      throw new Unusable(`The PostgreSQL that was started refuses us: ${error.message}.`);
    await ask('template1', `create database ${database}`);
  });
}

function readPidFile({ data }) {
  const file = path.join(data, 'postmaster.pid');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
}

function isPostgres(pid) {
  if (process.platform !== 'linux' || !pid) return true;
  try {
    return fs.readFileSync(`/proc/${pid.trim()}/cmdline`, 'utf8').split('\0')[0].endsWith('postgres');
  } catch {
    return false;
  }
}

/** Starts it, past ports that are taken and past a predecessor that is not quite dead yet. */
async function launch(server, wanted, settings) {
  const remembered = path.join(server.home, 'port');
  const first = wanted ?? (Number(fs.existsSync(remembered) && fs.readFileSync(remembered, 'utf8')) || 54320);
  let port = await freePort(first);
  for (let attempt = 1; ; attempt++) {
    const logged = fs.statSync(server.log, { throwIfNoEntry: false })?.size ?? 0;
    try {
      await run(server, 'pg_ctl', [
        '-D',
        server.data,
        '-l',
        server.log,
        '-w',
        '-t',
        '120',
        '-o',
        options(port, settings),
        'start',
      ]);
      fs.writeFileSync(remembered, `${port}\n`);
      return first !== 0 && port !== first ? { port, portTaken: first } : { port };
    } catch (error) {
      const said = fs.existsSync(server.log) ? fs.readFileSync(server.log, 'utf8').slice(logged) : '';
      if (attempt === 15)
        throw new Unusable(
          `PostgreSQL did not start: ${reasonIn(said) ?? error.message}. See ${server.log}.`,
        );
      if (/Address already in use/.test(said)) port = await freePort(first === 0 ? 0 : port + 1);
      await sleep(300);
    }
  }
}

const reasonIn = (log) => /(?:FATAL|PANIC|ERROR): *(.*)/.exec(log)?.[1];

function options(port, settings) {
  const given = Object.entries({ max_connections: 200, ...settings }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const socket = process.platform === 'win32' ? [] : ["-k ''"];
  return [`-p ${port} -h 127.0.0.1`, ...socket, ...given].join(' ');
}

async function stop(server, mode) {
  await run(server, 'pg_ctl', ['-D', server.data, '-m', mode, '-w', '-t', '60', 'stop']).catch((error) => {
    if (!/PID file .* does not exist|Is server running/.test(error.message)) throw error;
  });
}

const notOfThisMachine = /^(EADDRNOTAVAIL|EAFNOSUPPORT|ENOTFOUND|EAI_AGAIN|EAI_FAIL)$/;

/**
 * The first port from this one on that can be had on a host; 0 asks the system for any.
 *
 * @throws Unusable for a host that is none of this machine; and with `code` when none of so many ports can be had
 */
export async function freePort(first, host = '127.0.0.1', tries = 200) {
  let code;
  for (let port = first; port < first + tries && port < 65_536; port++) {
    const got = await opened(port, host);
    if (got.port !== undefined) return got.port;
    ({ code } = got.error);
    if (notOfThisMachine.test(code)) {
      const sentence = `HOST=${host} is no address of this machine (${code}). Set it to one, such as 127.0.0.1 or 0.0.0.0.`;
      throw Object.assign(new Unusable(sentence), { exitCode: 78 });
    }
    // Another port is as good, where somebody has this one or it is not for this account.
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw got.error;
  }
  throw Object.assign(new Unusable(`No free port from ${first} on.`), { code });
}

/** @returns {Promise<{ port?: number, error?: NodeJS.ErrnoException }>} */
function opened(port, host) {
  const probe = net.createServer();
  return new Promise((resolve) => {
    probe.once('error', (error) => resolve({ error }));
    probe.listen({ port, host, exclusive: true }, () => {
      const bound = probe.address().port;
      probe.close(() => resolve({ port: bound }));
    });
  });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Runs one of PostgreSQL's programs as the server's account; resolves with its output, rejects with its complaint. */
function run({ who, bin, env: own = {} }, name, args, input = '') {
  return new Promise((resolve, reject) => {
    const env = {
      PATH: process.env.PATH,
      SystemRoot: process.env.SystemRoot,
      TMPDIR: '/tmp',
      LC_ALL: 'C',
      TZ: 'UTC',
      ...own,
    };
    const child = spawn(program(bin, name), args, {
      ...ids(who),
      cwd: path.parse(bin).root,
      env,
      windowsHide: true,
      // A session of its own: half of what it does is worse than all of it, so Ctrl-C in the terminal does not reach it.
      detached: process.platform !== 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    // "exit" and not "close": on some platforms the server inherits the pipes.
    child.once('exit', (code) =>
      setImmediate(() => (code === 0 ? resolve(output) : reject(new Error(`${name}: ${output.trim()}`)))),
    );
    child.stdin.on('error', () => undefined).end(input);
  });
}
