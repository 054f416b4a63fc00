import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { SignJWT } from 'jose';
import { freePort } from '../../scripts/kafka-broker.mjs';
import { build, root } from '../../scripts/start/build.mjs';
import { ask, type Reply } from '../client.js';

let built: Promise<unknown> | undefined;
const SECRET = randomBytes(36).toString('base64');

/** The application in a process of its own, which tests may kill. */
export interface Instance {
  readonly url: string;
  readonly output: () => string;
  call<Body = Reply['body']>(method: string, path: string, options?: Call): Promise<Reply<Body>>;
  /** Follows a live view until enough was heard. @returns what was heard, be it in vain */
  listen(path: string, enough: (heard: string) => boolean, patienceMs: number): Promise<string>;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
}

export interface Call {
  readonly as?: 'operator' | 'service' | { readonly customer: string };
  readonly key?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A process that has loaded its code and waits for the word. */
export interface Standby {
  start(): Promise<Instance>;
  /** It is not needed after all. */
  dismiss(): Promise<void>;
}

/** @param env settings that differ from those of the fault suites (short leases, quick retries) */
export const startInstance = async (
  databaseUrl: string,
  env: Record<string, string> = {},
  nodeOptions: readonly string[] = [],
): Promise<Instance> => (await standBy(databaseUrl, env, nodeOptions)).start();

/** The first half of starting an instance, to be done while there is nothing else to do. */
export async function standBy(
  databaseUrl: string,
  env: Record<string, string> = {},
  nodeOptions: readonly string[] = [],
): Promise<Standby> {
  await (built ??= build());
  const hold = join(root, 'test', 'faults', 'hold.mjs');
  const child = spawn(
    process.execPath,
    [...nodeOptions, '--import', pathToFileURL(hold).href, join(root, 'dist', 'main.js')],
    {
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] },
    },
  );
  child.stdin.on('error', () => undefined);
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  // A suite that fails before it stops its instances must still come to an end, and take them with it.
  for (const held of [child, child.stdin, child.stdout, child.stderr]) (held as Partial<Socket>).unref?.();
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return (await exited)[0];
  };
  const start = async (): Promise<Instance> => {
    const port = await freePort();
    child.stdin.write(`${JSON.stringify(settings(databaseUrl, port, env))}\n`);
    const url = `http://127.0.0.1:${port}`;
    await ready(url, exited, () => output);
    return {
      url,
      output: () => output,
      call: async (method, path, { as = 'operator', ...rest } = {}) =>
        ask(method, url + path, { ...rest, token: await token(as) }),
      listen: (path, enough, patienceMs) => listen(url + path, enough, patienceMs),
      kill: async () => void (await end('SIGKILL')),
      stop: () => end('SIGTERM'),
      signal: (signal) => void child.kill(signal),
    };
  };
  return { start, dismiss: async () => void (await end('SIGKILL')) };
}

const settings = (databaseUrl: string, port: number, env: Record<string, string>) => ({
  NODE_ENV: 'test',
  DATABASE_URL: databaseUrl,
  PORT: String(port),
  AUTH_JWT_SECRET: SECRET,
  LEASE_SECONDS: '1',
  SAGA_RETRY_BASE_MS: '50',
  SAGA_RETRY_CAP_MS: '400',
  GATEWAY_TIMEOUT_MS: '400',
  CARRIER_TIMEOUT_MS: '400',
  RATE_LIMIT_PER_MINUTE: '1000000',
  LOG_LEVEL: 'error',
  KAFKA_CLIENT: process.env['KAFKA_CLIENT'] ?? 'kafkajs',
  ...env,
});

async function ready(url: string, exited: Promise<unknown>, output: () => string): Promise<void> {
  let over = false;
  void exited.then(() => (over = true));
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (over) throw new Error(`the instance ended before it was ready:\n${output()}`);
    const reply = await fetch(`${url}/health/ready`).catch(() => undefined);
    await reply?.arrayBuffer();
    if (reply?.ok) return;
    await sleep(50);
  }
  throw new Error(`the instance did not become ready:\n${output().slice(-2_000)}`);
}

async function listen(
  address: string,
  enough: (heard: string) => boolean,
  patienceMs: number,
): Promise<string> {
  const signal = AbortSignal.timeout(patienceMs);
  const reply = await fetch(address, {
    headers: { authorization: `Bearer ${await token('operator')}` },
    signal,
  });
  const decoder = new TextDecoder();
  let heard = '';
  try {
    for await (const chunk of reply.body!) {
      heard += decoder.decode(chunk as Uint8Array, { stream: true });
      if (enough(heard)) break;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return heard;
}

const tokens = new Map<string, Promise<string>>();

function token(as: NonNullable<Call['as']>): Promise<string> {
  const name = JSON.stringify(as);
  const known = tokens.get(name) ?? signed(as);
  tokens.set(name, known);
  return known;
}

function signed(as: NonNullable<Call['as']>): Promise<string> {
  const [role, sub] = typeof as === 'string' ? [as, `${as}-of-spec`] : ['customer', as.customer];
  return new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setIssuer('waybill')
    .setAudience('waybill')
    .setExpirationTime('1d')
    .sign(new TextEncoder().encode(SECRET));
}
