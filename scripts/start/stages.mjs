/** What `npm start` brings up, one after the other. */
import path from 'node:path';
import { freePort, startPostgres } from '../postgres.mjs';
import { PortLost, launch, untilReady } from './application.mjs';
import { root } from './build.mjs';
import { runScript } from './children.mjs';
import { holdInTurn, nameOf } from './lock.mjs';
import { Unusable, notice } from './screen.mjs';

/**
 * One server on one folder: somebody who is about to leave is waited for, another start is not.
 *
 * @returns {Promise<import('./lock.mjs').Lock | undefined>}
 */
export async function claimData({ dataDir, isOwnDatabase }, signal) {
  if (!isOwnDatabase) return undefined;
  const refuse = (holder) => {
    if (holder.who !== 'npm start' || holder.state === 'stopping') return;
    throw new Unusable(
      `Waybill already runs on ${dataDir}: ${nameOf(holder)}. Stop it, or set WAYBILL_DATA_DIR or DATABASE_URL.`,
    );
  };
  return holdInTurn(path.join(dataDir, 'database'), { who: 'npm start', signal, refuse, say: notice });
}

/** Why the port that was asked for cannot be had. */
const refusals = {
  EADDRINUSE: (port) => `Port ${port} is taken by another program. Set PORT to a free one, or leave it out.`,
  EACCES: (port) =>
    `Port ${port} may not be opened by this account. Set PORT to one from 1024 on, or leave it out.`,
};

/** @returns {Promise<number>} a port that nobody has; known before anything is started */
export async function choosePort({ config: { PORT, HOST }, isPortGiven }) {
  if (!isPortGiven || PORT === 0) return freePort(PORT, HOST);
  try {
    return await freePort(PORT, HOST, 1);
  } catch (error) {
    const sentence = refusals[error.code]?.(PORT);
    throw sentence ? new Unusable(sentence) : error;
  }
}

/** @param {object} open where the server is put, as a promise, so that a stop in these moments waits for it */
export async function database(env, open) {
  if (!env.isOwnDatabase)
    return { name: 'postgres', note: `${new URL(env.config.DATABASE_URL).host}, yours` };
  open.postgres = startPostgres({ folder: path.join(env.dataDir, 'postgres') });
  const server = await open.postgres;
  env.variables.DATABASE_URL = server.url;
  const notes = [`127.0.0.1:${server.port}`];
  if (server.portTaken) notes.push(`port ${server.portTaken} is taken`);
  if (server.reused) notes.push('was still running');
  if (!server.folder.startsWith(env.dataDir)) notes.push(`data in ${server.folder}`);
  return { name: `postgres ${server.version}`, note: notes.join(', ') };
}

export async function migrated({ variables, config }) {
  const { refuseWrongInstallation } = await import('../../dist/platform/installation/refuse-wrong.js');
  try {
    await refuseWrongInstallation(variables.DATABASE_URL, config);
  } catch (error) {
    if (error.name === 'WrongInstallation')
      throw Object.assign(new Unusable(error.message), { exitCode: 78 });
    // A database that cannot be reached is told by the migration.
  }
  try {
    const script = path.join(root, 'scripts', 'migrate.mjs');
    return { note: (await runScript([script], { env: variables })).trim() };
  } catch (error) {
    throw new Unusable(error.output?.trim().split('\n').at(-1) || error.message);
  }
}

const served = [path.join(root, 'dist', 'main.js')];

/** @param {object} open where the child is put @param {AbortSignal} signal */
export async function application(env, open, { signal, isOnTerminal, whenFallen, program = served }) {
  const { config, variables, dataDir } = env;
  env.log = isOnTerminal ? undefined : path.join(dataDir, 'waybill.log');
  const host = /^(0\.0\.0\.0|::|localhost)$/.test(config.HOST) ? '127.0.0.1' : config.HOST;
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(env);
    signal.throwIfAborted();
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    const child = launch(program, { ...variables, PORT: String(port) }, env.log);
    open.application = child;
    try {
      await untilReady(child, url, signal);
    } catch (error) {
      if (error instanceof PortLost && attempt < 5) continue;
      throw error;
    }
    void child.ended.then(whenFallen);
    const isAnother = config.PORT !== 0 && port !== config.PORT;
    return { note: isAnother ? `${url}, port ${config.PORT} is taken` : url, result: url };
  }
}
