import { DataSource } from 'typeorm';
import { Database } from '../../src/platform/event-store/database.js';
import { LogSignal } from '../../src/platform/event-store/log-signal.js';
import { testDatabase } from '../../src/platform/testing/database.js';
import { startInstance, type Instance } from './instance.js';

/** Instances that share a database of their own. */
export interface Cluster {
  /** Straight to the server, past any faulty link. */
  readonly database: Database;
  readonly url: string;
  /** Tests put others in their place. */
  readonly instances: Instance[];
  /** For a client that takes the instances in turn. */
  readonly next: () => Instance;
  close(): Promise<void>;
}

/** @param urlsOf how each instance reaches the database: one instance for each address */
export async function startCluster(urlsOf: (url: string) => Promise<string[]>): Promise<Cluster> {
  const server = await testDatabase();
  const source = await new DataSource({ type: 'postgres', url: server.url }).initialize();
  const urls = await urlsOf(server.url);
  const instances = await Promise.all(urls.map((url) => startInstance(url)));
  let turn = 0;
  return {
    database: new Database(source, new LogSignal()),
    url: server.url,
    instances,
    next: () => instances[turn++ % instances.length]!,
    close: async () => {
      await Promise.all(instances.map((instance) => instance.kill()));
      await source.destroy();
      await server.drop();
    },
  };
}

/** Two instances on the same address. */
export const startTwo = (): Promise<Cluster> => startCluster((url) => Promise.resolve([url, url]));
