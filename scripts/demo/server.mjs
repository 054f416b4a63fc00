/** The Waybill that a tour visits: the one that runs here, or one of its own. Never one without demo identities. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseEnv } from 'node:util';
import { demoSigner } from '../start/demo.mjs';
import { root } from '../start/build.mjs';
import { announced } from '../start/run-file.mjs';

/** There is nothing to visit, or it is not ours to touch. */
export class NoVisit extends Error {}

/**
 * @typedef {object} Visited
 * @property {string} url
 * @property {Record<string, string>} tokens
 * @property {string} customerId
 * @property {string} otherCustomerId
 * @property {() => Promise<void>} close stops it, if it was started for the tour
 */

/** @param {(text: string) => void} say @returns {Promise<Visited>} */
export async function visit(say) {
  const dataDir = dataFolder();
  const found = announced(dataDir);
  const answers =
    found &&
    (await fetch(`${found.url}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    ));
  if (!answers) return ownServer(say);
  say(`visiting the Waybill that runs at ${found.url}`);
  return { ...(await identities(found, dataDir)), close: () => Promise.resolve() };
}

function dataFolder() {
  const file = path.join(root, '.env');
  const written = fs.existsSync(file) ? parseEnv(fs.readFileSync(file, 'utf8')) : {};
  return path.resolve(root, process.env.WAYBILL_DATA_DIR || written.WAYBILL_DATA_DIR || '.data');
}

/** Fresh ones: those of the file are as old as the server. What has none is somebody's business. */
async function identities({ url, customerId, otherCustomerId }, dataDir) {
  const reply = await fetch(`${url}/start/identities`);
  if (!reply.ok)
    throw new NoVisit(
      `The Waybill at ${url} has no demo identities, so it may be somebody's business: the tour leaves it alone. Set WAYBILL_DATA_DIR to another folder, and the tour starts one of its own.`,
    );
  const { tokens } = await reply.json();
  await demandSimulator(url, tokens.operator);
  return {
    url,
    customerId,
    otherCustomerId,
    tokens: { ...tokens, ...secondPerson(tokens.operator, dataDir) },
  };
}

/** With people or an outside carrier every order would wait for them. */
async function demandSimulator(url, token) {
  const nowhere = `${url}/v1/shipments/${randomUUID()}/dispatch`;
  const reply = await fetch(nowhere, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ carrier: 'nobody', trackingNumber: 'none' }),
  });
  if ((await reply.text()).includes('CARRIER=simulator')) return;
  throw new NoVisit(
    `The parcels of the Waybill at ${url} are not moved by the simulated carrier, which the tour needs. Set WAYBILL_DATA_DIR to another folder, and the tour starts one of its own.`,
  );
}

/** Whoever agrees to what the first operator asked for; only who knows the secret can make one. */
function secondPerson(token, dataDir) {
  const file = path.join(dataDir, 'jwt-secret');
  const secret = process.env.AUTH_JWT_SECRET || (fs.existsSync(file) && fs.readFileSync(file, 'utf8').trim());
  if (!secret) return {};
  const { iss, aud } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
  const sign = demoSigner(secret, { AUTH_ISSUER: iss, AUTH_AUDIENCE: aud });
  return { colleague: sign('operator', 'demo-colleague') };
}

/** What takes minutes for customers takes seconds here, and a receiver of webhooks may be on this machine. */
const settings = {
  NODE_ENV: 'development',
  DATABASE_URL: '',
  KAFKA_BROKERS: '',
  NOTIFY_SMTP_URL: '',
  CARRIER: 'simulator',
  PAYMENT_GATEWAY: 'simulator',
  ROLE: 'all',
  PORT: '0',
  APPROVAL_LIMIT_MINOR: '50000',
  WEBHOOK_ALLOW_PRIVATE: 'true',
  SAGA_ATTEMPTS: '3',
  SAGA_RETRY_BASE_MS: '100',
  SAGA_RETRY_CAP_MS: '1000',
};

async function ownServer(say) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'waybill-tour-'));
  // Root starts the database as somebody else, who has to get in; the files in it are closed by themselves.
  fs.chmodSync(dataDir, 0o711);
  say('nothing runs here: starting a Waybill for the tour, with a data folder of its own');
  const leash = pathToFileURL(path.join(root, 'scripts', 'start', 'leash.mjs')).href;
  const child = spawn(process.execPath, ['--import', leash, 'scripts/start.mjs', '--json', '--no-orders'], {
    cwd: root,
    env: { ...process.env, ...settings, AUTH_JWT_SECRET: '', WAYBILL_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => void close().then(() => process.exit(130)));
  try {
    await ready(child, say);
    return { ...(await identities(announced(dataDir), dataDir)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function ready(child, say) {
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint = `${complaint}${chunk}`.slice(-2_000)));
  for await (const line of readline.createInterface({ input: child.stdout })) {
    const { phase, state, note = '' } = JSON.parse(line);
    if (phase === 'ready') return;
    say(`  ${phase} ${state} ${note}`.trimEnd());
  }
  throw new NoVisit(`Waybill did not start: ${complaint.trim()}`);
}
