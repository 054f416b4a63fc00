import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { appendCall, outcomeOf, type Append, type AppendOutcome, type AppendRow } from './append.js';
import { databaseErrorKind, isVerdict } from './database-errors.js';
import type { AlongsideRow } from '../cqrs/command.js';
import { newId } from '../core/ids.js';
import { LogSignal } from './log-signal.js';
import { sessionOn } from './sessions.js';
import { Waiting, type Taker } from './waiting.js';

const BATCH = 256;
/** What nobody waits for goes with the next append, or by itself after this time. */
const LAZY_MS = 50;
/** How long an append waits for the database to come back before it is given up as unknown, in milliseconds. */
const PATIENCE_MS = 4_000;

/** The store cannot be reached; whether the append happened is not known. Repeating the command id is safe. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/**
 * The one committer of the process: appends that arrive while a flush is under way share the next one (group
 * commit, PERFORMANCE: one statement, one round trip, one flush for up to 256 appends).
 *
 * A lost connection never turns into a wrong answer: the old backend is terminated first, so that it can no longer
 * commit, and the same command ids are offered again; the log then tells whether they were stored.
 */
@Injectable()
export class Committer implements OnApplicationShutdown {
  private readonly logger = new Logger(Committer.name);
  private readonly queue: Waiting[] = [];
  private readonly takers = new Map<string, Taker>();
  private connection: pg.Client | undefined;
  private orphan: { pid: number; since: string } | undefined;
  private flushing: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly signal: LogSignal,
  ) {}

  /**
   * @throws StoreUnavailable when the database did not answer in time
   * @throws DatabaseError when a row written alongside breaks a constraint
   */
  append(append: Append): Promise<AppendOutcome> {
    if (this.closed) return Promise.reject(new StoreUnavailable('the process is stopping'));
    const outcome = this.enqueue(append);
    this.flushing ??= this.drain();
    return outcome;
  }

  /** Rows that belong to no event and that nobody waits for. Resolves when they are stored, or lost. */
  async appendLazily(alongside: readonly AlongsideRow[]): Promise<void> {
    const outcome = this.enqueue({ commandId: newId(), heads: [], events: [], alongside });
    const timer = setTimeout(() => (this.flushing ??= this.drain()), LAZY_MS);
    await outcome.catch((error: unknown) => this.logger.warn(`a note was lost: ${String(error)}`));
    clearTimeout(timer);
  }

  /** From now on rows of this statement are offered before they are stored. @returns a function that ends it */
  offer(statement: string, taker: Taker): () => void {
    this.takers.set(statement, taker);
    return () => this.takers.delete(statement);
  }

  /** After everybody who appends has stopped. */
  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.flushing;
    await this.connection?.end().catch(() => undefined);
    this.connection = undefined;
  }

  private enqueue(append: Append): Promise<AppendOutcome> {
    const waiting = new Waiting(append, this.takers);
    this.queue.push(waiting);
    return waiting.outcome;
  }

  private async drain(): Promise<void> {
    // One turn of the event loop lets every request that is already here join the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.queue.length > 0) await this.flush(this.queue.splice(0, BATCH));
    this.flushing = undefined;
  }

  private async flush(batch: readonly Waiting[]): Promise<void> {
    try {
      const client = await this.connected();
      const { rows } = await client.query<AppendRow>(appendCall(batch.map(({ append }) => append)));
      this.settle(batch, rows);
    } catch (error) {
      if (!isVerdict(error)) return this.tryAgain(batch, error);
      // Nobody's own fault, such as a log that somebody holds locked: for each alone the wait would begin anew.
      if (batch.length === 1 || isNobodysFault(error)) return batch.forEach((waiting) => waiting.fail(error));
      // One append broke the statement for all: alone, only the guilty one fails.
      for (const waiting of batch) await this.flush([waiting]);
    }
  }

  private settle(batch: readonly Waiting[], rows: readonly AppendRow[]): void {
    let last = 0;
    for (const row of rows) {
      const waiting = batch[row.item]!;
      const outcome = outcomeOf(waiting.append, row);
      if (outcome === 'ours') {
        void this.positionOf(waiting);
      } else {
        if (outcome.kind === 'appended') last = Math.max(last, outcome.position);
        waiting.settle(outcome);
      }
    }
    if (last > 0) this.signal.appended(last);
  }

  private async positionOf(waiting: Waiting): Promise<void> {
    try {
      const [row] = await this.dataSource.query<{ position: number }[]>(
        'select position from platform.events where command_id = $1 order by command_index desc limit 1',
        [waiting.append.commandId],
      );
      const position = row!.position;
      this.signal.appended(position);
      waiting.settle({ kind: 'appended', position });
    } catch (error) {
      waiting.fail(error);
    }
  }

  private async tryAgain(batch: readonly Waiting[], error: unknown): Promise<void> {
    this.logger.warn(`the append connection was lost: ${String(error)}`);
    this.forget();
    const [expired, patient] = [batch.filter(isExpired), batch.filter((waiting) => !isExpired(waiting))];
    for (const waiting of expired) {
      waiting.fail(new StoreUnavailable('the database did not answer in time', { cause: error }));
    }
    if (patient.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await this.flush(patient);
  }

  private async connected(): Promise<pg.Client> {
    if (this.connection) return this.connection;
    const { url } = this.dataSource.options as PostgresDataSourceOptions;
    const settings = { statement_timeout: '8000', lock_timeout: '6000' };
    const client = new pg.Client(
      sessionOn(url!, { name: 'waybill-committer', settings, queryTimeoutMs: 10_000 }),
    );
    client.on('error', () => this.forget(client));
    try {
      await client.connect();
      await this.endOrphan(client);
      const { rows } = await client.query<{ pid: number; since: string }>(
        'select pid, backend_start::text as since from pg_stat_activity where pid = pg_backend_pid()',
      );
      this.orphan = rows[0];
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    this.connection = client;
    return client;
  }

  /** The previous backend may still be about to commit what we think lost: end it, and wait until it is gone. */
  private async endOrphan(client: pg.Client): Promise<void> {
    if (!this.orphan) return;
    await client.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where pid = $1 and backend_start::text = $2`,
      [this.orphan.pid, this.orphan.since],
    );
    this.orphan = undefined;
  }

  private forget(client = this.connection): void {
    if (client !== this.connection) return;
    this.connection = undefined;
    void client?.end().catch(() => undefined);
  }
}

const isExpired = ({ since }: Waiting): boolean => performance.now() - since > PATIENCE_MS;

/** Lost to somebody else or to a lack of resources; the same append may well succeed later. */
const isNobodysFault = (error: unknown): boolean => databaseErrorKind(error) !== 'permanent';
