export interface Broker {
  readonly version: string;
  readonly origin: 'jars' | 'maven' | 'docker';
  readonly brokers: string;
  readonly doors: Readonly<Record<string, string>>;
  readonly dataDir: string;
  readonly jars: string;
  readonly node: { readonly pid?: number; readonly gone: Promise<unknown> };
  kill(): Promise<void>;
  pause(): void;
  resume(): void;
  restart(): Promise<void>;
  stop(): Promise<void>;
}
export function freePort(): Promise<number>;
export function startBroker(options?: {
  version?: string;
  port?: number;
  advertisedPort?: number;
  dataDir?: string;
  doors?: { name: string; protocol: string; settings: string[] }[];
  scram?: string[];
}): Promise<Broker>;
