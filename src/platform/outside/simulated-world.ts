import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { Gathered } from '../event-store/gathered.js';
import { sessionOn } from '../event-store/sessions.js';
import type { DrillName } from './drills.js';

/** Every party asks before it answers. */
const DRILLS_KNOWN_MS = 500;

/** What an outside party recognises a request by, however often it comes. */
interface Keyed {
  readonly key: string;
}

/** The simulators keep their journals through this pool alone: an outside party shares no transaction with us. */
@Injectable()
export class SimulatedWorld implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private drills: { readonly until: number; readonly names: Promise<ReadonlySet<string>> } | undefined;

  constructor(dataSource: DataSource) {
    const { url } = dataSource.options as PostgresDataSourceOptions;
    this.pool = new pg.Pool({
      ...sessionOn(url!, { name: 'waybill-simulator', queryTimeoutMs: 7_000 }),
      max: 4,
      allowExitOnIdle: true,
      types: {
        // Minor units and counters stay below 2^53; the driver would deliver them as text.
        getTypeParser: (oid, format) =>
          oid === pg.types.builtins.INT8
            ? Number
            : (pg.types.getTypeParser(oid, format) as (value: unknown) => unknown),
      },
    });
    // A lost connection shows as a failed question; between questions it needs no answer.
    this.pool.on('error', () => undefined);
  }

  /** Whether this failure is rehearsed at the moment. */
  async rehearses(drill: DrillName): Promise<boolean> {
    const now = performance.now();
    if (!this.drills || now > this.drills.until) {
      this.drills = { until: now + DRILLS_KNOWN_MS, names: this.rehearsed() };
    }
    return (await this.drills.names).has(drill);
  }

  private async rehearsed(): Promise<ReadonlySet<string>> {
    const running = 'select name from simulator.drills where ends_at > clock_timestamp()';
    // Who cannot be asked rehearses nothing: the request itself will tell.
    const rows = await this.query<{ name: string }>(running, []).catch(() => []);
    return new Set(rows.map(({ name }) => name));
  }

  /** One statement, one transaction. */
  async query<Row extends object>(sql: string, params: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query<Row & pg.QueryResultRow>(sql, [...params]);
    return rows;
  }

  /**
   * Requests that come at the same moment are one statement, and those of one key are one request.
   *
   * @param name unique among these statements
   * @param sql takes the requests as JSON and returns a row for each key
   */
  together<Request extends Keyed, Row extends Keyed>(
    name: string,
    sql: string,
  ): (request: Request) => Promise<Row> {
    const gathered = new Gathered<Request, Row>(async (requests) => {
      const once = [...new Map(requests.map((request) => [request.key, request])).values()];
      const statement = { name, text: sql, values: [JSON.stringify(once)] };
      const { rows } = await this.pool.query<Row & pg.QueryResultRow>(statement);
      const byKey = new Map(rows.map((row) => [row.key, row]));
      return requests.map(({ key }) => byKey.get(key)!);
    });
    return (request) => gathered.ask(request);
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }
}

/** Waits, or rejects as soon as the caller gives up. */
export function slowly(ms: number, signal: AbortSignal): Promise<void> {
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const giveUp = () => {
      clearTimeout(timer);
      reject(new Error('no reply within the deadline'));
    };
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** A reply that never comes. */
export const never = (signal: AbortSignal): Promise<void> => slowly(2 ** 31 - 1, signal);
