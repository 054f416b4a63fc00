import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DataSource } from 'typeorm';
import { startPostgres } from '../../scripts/postgres.mjs';
import { migrations } from '../../src/migrations.js';
import { Database } from '../../src/platform/event-store/database.js';
import { LogSignal } from '../../src/platform/event-store/log-signal.js';
import { migrate } from '../../src/platform/event-store/migrate.js';
import { startInstance, type Instance } from '../faults/instance.js';

/** How far the second instance's clock is ahead, in milliseconds. */
const CLOCK_AHEAD_MS = 7_200_000;

/** What nobody will ever pay is given up within the campaign. */
export const PATIENCE_SECONDS = 8;
const impatient = { PAYMENT_PATIENCE_SECONDS: String(PATIENCE_SECONDS) };

/** A PostgreSQL of its own with two instances on it, whose clocks are two hours apart. */
export interface Rig {
  readonly url: string;
  readonly database: Database;
  /** One of the instances that are alive, in turn. */
  next(): Instance;
  /** SIGKILL, and a successor. */
  kill(which: number): Promise<void>;
  /** SIGSTOP for a while: longer than its leases, and it wakes up as a zombie. */
  freeze(which: number, ms: number): Promise<void>;
  restartDatabase(): Promise<void>;
  /** Keeps the server's files as they are now. */
  remember(): Promise<void>;
  /** Puts the kept files back beneath the living instances, as a standby does that had not received the rest. */
  goBack(): Promise<void>;
  close(): Promise<void>;
}

/** With owners and times: the server refuses files that are not its own. */
const copy = (from: string, to: string) => promisify(execFile)('cp', ['-a', from, to]);

export async function startRig(): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-campaign-'));
  let server = await startPostgres({ folder, port: 0 });
  const { url, port } = server;
  await migrate(url, migrations);
  const source = await new DataSource({ type: 'postgres', url }).initialize();
  // The driver tells the pool of each connection that the server ends; nobody else has to hear it here.
  (source.driver as unknown as { master: NodeJS.EventEmitter }).master.on('error', () => undefined);
  const start = (which: number): Promise<Instance> =>
    startInstance(url, { ...impatient, TEST_CLOCK_AHEAD_MS: String(which * CLOCK_AHEAD_MS) });
  const instances = [await start(0), await start(1)];
  const up = async (): Promise<void> => {
    server = await startPostgres({ folder, port });
  };
  let turn = 0;
  const kept = (): string => `${server.folder}-kept`;
  return {
    url,
    database: new Database(source, new LogSignal()),
    next: () => instances[turn++ % instances.length]!,
    kill: async (which) => {
      await instances[which]!.kill();
      instances[which] = await start(which);
    },
    freeze: async (which, ms) => {
      instances[which]!.signal('SIGSTOP');
      await sleep(ms);
      instances[which]!.signal('SIGCONT');
    },
    restartDatabase: async () => {
      await server.stop('immediate');
      await up();
    },
    remember: async () => {
      await server.stop('fast');
      await copy(join(server.folder, 'data'), kept());
      await up();
    },
    goBack: async () => {
      await server.stop('immediate');
      const data = join(server.folder, 'data');
      await rm(data, { recursive: true, force: true });
      await copy(kept(), data);
      await up();
    },
    close: async () => {
      await Promise.all(instances.map((instance) => instance.kill()));
      await source.destroy();
      await server.stop('immediate');
      for (const left of [kept(), server.folder, folder]) await rm(left, { recursive: true, force: true });
    },
  };
}
