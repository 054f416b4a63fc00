import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import type { Append, AppendOutcome } from './append.js';
import { appendCall, outcomeOf, togetherCall } from './append-calls.js';
import type { AppendRow, Landmark, TogetherRow } from './append-calls.js';
import { AppendSession } from './append-session.js';
import { isNobodysFault, isVerdict, StoreUnavailable } from './database-errors.js';
import type { InlineWrite } from '../cqrs/command.js';
import { newId } from '../core/ids.js';
import { LogSignal } from './log-signal.js';
import { LogTail } from './log-tail.js';
import { batchAppends, commitSeconds } from '../telemetry/counters.js';
import { isExpired, nextBatch, Waiting, withFoundation, type Taker } from './waiting.js';

/** What nobody waits for goes with the next append, or by itself after this time. */
const LAZY_MS = 50;

type Telling = () => void;

/**
 * The one committer of the process: appends that arrive while a flush is under way share the next one (group
 * commit, PERFORMANCE: one statement, one round trip, one flush for up to 256 appends).
 *
 * A lost connection never turns into a wrong answer: the old backend is terminated first, so that it can no longer
 * commit, and the same command ids are offered again; the log then tells whether they were stored.
 */
@Injectable()
export class GroupCommitter implements OnApplicationShutdown {
  private readonly logger = new Logger(GroupCommitter.name);
  private readonly queue: Waiting[] = [];
  private readonly takers = new Map<string, Taker>();
  private readonly session: AppendSession;
  /** The last event that this process has stored, as far as it has heard of it. */
  private newest: Landmark | undefined;
  private flushing: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly signal: LogSignal,
    private readonly tail: LogTail,
  ) {
    const { url } = dataSource.options as PostgresDataSourceOptions;
    const greet = async (client: pg.Client) => void (await this.look(client));
    this.session = new AppendSession(url!, greet, () => tail.forget());
    signal.onRewritten(() => (this.newest = undefined));
  }

  /**
   * @throws StoreUnavailable when the database did not answer in time
   * @throws DatabaseError when a row written inline breaks a constraint
   */
  append(append: Append): Promise<AppendOutcome> {
    if (this.closed) return Promise.reject(new StoreUnavailable('the process is stopping'));
    const outcome = this.enqueue(append);
    this.flushing ??= this.drain();
    return outcome;
  }

  /** Rows that belong to no event and that nobody waits for. Resolves when they are stored, or lost. */
  async appendLazily(inline: readonly InlineWrite[]): Promise<void> {
    if (this.closed) return;
    const outcome = this.enqueue({ commandId: newId(), heads: [], events: [], inline });
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
    if (this.queue.length > 0) this.flushing ??= this.drain();
    await this.flushing;
    await this.session.close();
  }

  private enqueue(append: Append): Promise<AppendOutcome> {
    const waiting = new Waiting(append, this.takers);
    this.queue.push(waiting);
    return waiting.outcome;
  }

  private async drain(): Promise<void> {
    // One turn of the event loop lets every request that is already here join the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    let tell: Telling | undefined;
    do {
      const batch = nextBatch(this.queue);
      const stored = batch.length > 0 ? this.timed(batch) : undefined;
      // The server works on the next batch while those who wait for the last one hear of it.
      tell?.();
      tell = await stored;
    } while (tell || this.queue.length > 0);
    this.flushing = undefined;
  }

  private async timed(batch: readonly Waiting[]): Promise<Telling> {
    batchAppends.observe(batch.length);
    const stop = commitSeconds.startTimer();
    const tell = await this.store(batch);
    stop();
    return tell;
  }

  /**
   * Behind the connection may be another server, or another log, which has not got all that this process has stored.
   *
   * @returns whether it has
   */
  private async look(client: pg.Client): Promise<boolean> {
    if (!this.newest) return true;
    const { position, id } = this.newest;
    const { rowCount } = await client.query(
      'select from platform.events where position = $1 and event_id = $2',
      [position, id],
    );
    if (rowCount === 0) this.lost(this.newest);
    return rowCount !== 0;
  }

  /** Whatever this process remembers is worth nothing, and what was decided on it must be decided again. */
  private lost({ position, id }: Landmark): void {
    this.logger.error(`the log has lost the event ${id} at position ${position}, and what followed it`);
    this.signal.rewritten();
  }

  private grown(position: number, { append: { events } }: Waiting): void {
    const id = events.at(-1)?.id;
    if (id !== undefined && position > (this.newest?.position ?? 0)) this.newest = { position, id };
  }

  /** @returns what tells everybody how it ended */
  private async store(asked: readonly Waiting[]): Promise<Telling> {
    let batch = asked;
    try {
      // Only a new connection tells whether the log is still the one that led to these appends.
      if (!this.session.isOpen) await this.session.clientFor([]);
      batch = withFoundation(asked);
      if (batch.length === 0) return () => undefined;
      // What may be in the log already must be asked for one by one.
      const together = batch.some(({ doubtful }) => doubtful) ? undefined : await this.storeTogether(batch);
      return together ?? (await this.storeOneByOne(batch));
    } catch (error) {
      if (!isVerdict(error)) return this.tryAgain(batch, error);
      // Nobody's own fault, such as a log that somebody holds locked: for each alone the wait would begin anew.
      if (batch.length === 1 || isNobodysFault(error)) {
        return () => batch.forEach((waiting) => waiting.fail(error));
      }
      // One append broke the statement for all: alone, only the guilty one fails.
      for (const waiting of batch) (await this.store([waiting]))();
      return () => undefined;
    }
  }

  /** @returns undefined when not all of them can be stored, and so none was */
  private async storeTogether(batch: readonly Waiting[]): Promise<Telling | undefined> {
    const appends = batch.map(({ append }) => append);
    const { newest } = this;
    const call = togetherCall(appends, newest);
    if (!call) return undefined;
    const client = this.session.clientFor(appends);
    const { rows } = await (client instanceof pg.Client ? client : await client).query<TogetherRow>(call);
    const [row] = rows;
    if (!row?.is_lost) return row && (() => this.allStored(batch, row));
    if (newest && newest === this.newest) this.lost(newest);
    return this.store(batch);
  }

  private allStored(batch: readonly Waiting[], row: TogetherRow): void {
    const { first_position: first, recorded_at: recordedAt } = row;
    if (first !== null) this.tail.add({ first, recordedAt, appends: batch.map(({ append }) => append) });
    let next = first ?? 0;
    for (const waiting of batch) {
      next += waiting.append.events.length;
      this.grown(next - 1, waiting);
      waiting.settle({ kind: 'appended', position: next - 1 });
    }
    if (first !== null) this.signal.appended(next - 1);
  }

  private async storeOneByOne(batch: readonly Waiting[]): Promise<Telling> {
    const appends = batch.map(({ append }) => append);
    const client = await this.session.clientFor([]);
    if (!(await this.look(client))) return this.store(batch);
    const { rows } = await client.query<AppendRow>(appendCall(appends));
    return () => this.settle(batch, rows);
  }

  private settle(batch: readonly Waiting[], rows: readonly AppendRow[]): void {
    let last = 0;
    for (const row of rows) {
      const waiting = batch[row.item]!;
      const outcome = outcomeOf(waiting.append, row);
      if (outcome === 'ours') {
        void this.positionOf(waiting);
      } else {
        if (outcome.kind === 'appended') {
          last = Math.max(last, outcome.position);
          this.grown(outcome.position, waiting);
        }
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

  private async tryAgain(batch: readonly Waiting[], error: unknown): Promise<Telling> {
    this.logger.warn(`the append connection was lost: ${String(error)}`);
    this.session.forget();
    const [expired, patient] = [batch.filter(isExpired), batch.filter((waiting) => !isExpired(waiting))];
    for (const waiting of expired) {
      waiting.fail(new StoreUnavailable('the database did not answer in time', { cause: error }));
    }
    if (patient.length === 0) return () => undefined;
    for (const waiting of patient) waiting.doubtful = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return this.store(patient);
  }
}
