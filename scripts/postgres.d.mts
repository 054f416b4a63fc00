export interface EmbeddedPostgres {
  readonly url: string;
  readonly port: number;
  readonly version: string;
  readonly folder: string;
  readonly reused: boolean;
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}
export function startPostgres(options: {
  folder: string;
  port?: number;
  settings?: Record<string, string | number>;
  binDir?: string;
  env?: Record<string, string>;
}): Promise<EmbeddedPostgres>;
export function freePort(first: number, host?: string, tries?: number): Promise<number>;
