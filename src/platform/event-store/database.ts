import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { CommitUnknown, InexactNumber, isSpentSession, isVerdict, RolledBack } from './database-errors.js';
import { LogSignal } from './log-signal.js';
import type { Append, AppendOutcome } from './append.js';
import { appendCall, outcomeOf, type AppendRow } from './append-calls.js';

// Positions, counts and minor units all stay below 2^53; anything larger, a sum, must not be rounded silently.
pg.types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InexactNumber(`${text} leaves the exact range of integers`);
  return value;
});

// Reading the log is mostly reading times; the driver's own parser takes several times as long as the engine's.
const anyTime = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) => {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d$/.test(text)) return anyTime(text);
  return new Date(`${text.replace(' ', 'T')}:00`);
});

export interface Transaction {
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    params?: readonly unknown[],
  ): Promise<Row[]>;
  /**
   * Appends events. Takes the log's lock until commit, so it belongs at the end of a transaction.
   *
   * @returns an outcome for each append, in order
   */
  append(appends: readonly Append[]): Promise<AppendOutcome[]>;
}

/** PostgreSQL behind TypeORM's pool: plain SQL for the write path, one way to run a transaction. */
@Injectable()
export class Database {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signal: LogSignal,
  ) {
    // A session that was given up may still have to say that the server ended it: nobody is left to hear it.
    const heard = new WeakSet<pg.PoolClient>();
    this.pool.on('acquire', (client) => {
      if (!heard.has(client)) client.on('error', () => undefined);
      heard.add(client);
    });
  }

  async query<Row extends object = Record<string, unknown>>(
    sql: string,
    params: readonly unknown[] = [],
  ): Promise<Row[]> {
    const result = await this.pool.query<Row>(sql, [...params]);
    return result.rows;
  }

  /**
   * The same, but parsed and planned once for each connection: for the few statements that run with every command.
   *
   * @param name unique among these statements
   */
  async prepared<Row extends object>(name: string, sql: string, params: readonly unknown[]): Promise<Row[]> {
    const result = await this.pool.query<Row>({ name, text: sql, values: [...params] });
    return result.rows;
  }

  /**
   * Runs the work in one READ COMMITTED transaction.
   *
   * @throws CommitUnknown when the answer to COMMIT is lost; the connection is then thrown away (a pool that reused
   *   it could hand out a transaction that is still open)
   */
  async transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let broken = true;
    try {
      await client.query('begin');
      const appended: number[] = [];
      const result = await work(transactionOn(client, appended));
      await this.commit(client);
      broken = false;
      if (appended.length > 0) this.signal.appended(Math.max(...appended));
      return result;
    } catch (error) {
      if (!(error instanceof CommitUnknown) && !isSpentSession(error))
        broken = !(await this.rolledBack(client));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Requests waiting for a connection: the earliest sign of overload. */
  get waiting(): number {
    return this.pool.waitingCount;
  }

  private async commit(client: pg.PoolClient): Promise<void> {
    const answer = await client.query('commit').catch((cause: unknown) => {
      throw isVerdict(cause) ? cause : new CommitUnknown('the answer to COMMIT was lost', { cause });
    });
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK, not with an error.
    if (answer.command === 'ROLLBACK') throw new RolledBack('a statement of the transaction had failed');
  }

  private async rolledBack(client: pg.PoolClient): Promise<boolean> {
    try {
      await client.query('rollback');
      return true;
    } catch {
      return false;
    }
  }

  private get pool(): pg.Pool {
    return (this.dataSource.driver as PostgresDriver).master as pg.Pool;
  }
}

function transactionOn(client: pg.PoolClient, appended: number[]): Transaction {
  return {
    query: async <Row extends object>(sql: string, params: readonly unknown[] = []) =>
      (await client.query<Row & pg.QueryResultRow>(sql, [...params])).rows as Row[],
    append: async (appends) => {
      if (appends.length === 0) return [];
      const { rows } = await client.query<AppendRow>(appendCall(appends));
      return rows.map((row): AppendOutcome => {
        const outcome = outcomeOf(appends[row.item]!, row);
        if (outcome === 'ours') return { kind: 'duplicate' };
        if (outcome.kind === 'appended') appended.push(outcome.position);
        return outcome;
      });
    },
  };
}
