import pg from 'pg';
import type { Append } from './append.js';
import { preparation } from './append-calls.js';
import { sqlStateOf } from './database-errors.js';
import { sessionOn } from './sessions.js';

/** The one database session that a process appends through. */
export class AppendSession {
  private connection: pg.Client | undefined;
  private readonly prepared = new Set<string>();
  private opening: Promise<unknown> = Promise.resolve();
  private orphan: { pid: number; since: string } | undefined;

  /**
   * @param greet asked of each new connection before anything is appended through it
   * @param lost told when the connection has gone
   */
  constructor(
    private readonly url: string,
    private readonly greet: (client: pg.Client) => Promise<void>,
    private readonly lost: () => void,
  ) {}

  get isOpen(): boolean {
    return this.connection !== undefined;
  }

  /** For these appends; at once when there is nothing to wait for, so that a statement may be sent at once. */
  clientFor(appends: readonly Append[]): pg.Client | Promise<pg.Client> {
    const statements = new Set(appends.flatMap(({ inline }) => inline.map((row) => row.statement)));
    const unknown = [...statements].filter((statement) => !this.prepared.has(statement));
    if (this.connection && unknown.length === 0) return this.connection;
    return this.opened(unknown);
  }

  /** Nobody knows what became of the last statement. */
  forget(client = this.connection): void {
    if (client !== this.connection) return;
    this.connection = undefined;
    this.prepared.clear();
    this.lost();
    void client?.end().catch(() => undefined);
  }

  async close(): Promise<void> {
    const client = this.connection;
    this.connection = undefined;
    await client?.end().catch(() => undefined);
  }

  /** One after the other: two that open at once would prepare the same statement twice, or on two connections. */
  private opened(statements: readonly string[]): Promise<pg.Client> {
    const opened = this.opening.then(() => this.preparedFor(statements));
    this.opening = opened.catch(() => undefined);
    return opened;
  }

  private async preparedFor(statements: readonly string[]): Promise<pg.Client> {
    const client = this.connection ?? (await this.connect());
    for (const statement of statements) {
      if (this.prepared.has(statement)) continue;
      await client.query(preparation(statement)).catch(unlessPrepared);
      this.prepared.add(statement);
    }
    return client;
  }

  private async connect(): Promise<pg.Client> {
    const settings = { statement_timeout: '8000', lock_timeout: '6000' };
    const client = new pg.Client(
      sessionOn(this.url, { name: 'waybill-committer', settings, queryTimeoutMs: 10_000 }),
    );
    client.on('error', () => this.forget(client));
    try {
      await client.connect();
      await this.endOrphan(client);
      const { rows } = await client.query<{ pid: number; since: string }>(
        'select pid, backend_start::text as since from pg_stat_activity where pid = pg_backend_pid()',
      );
      this.orphan = rows[0];
      await this.greet(client);
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
}

/** An append that went by itself has prepared it on the same connection. */
function unlessPrepared(error: unknown): void {
  if (sqlStateOf(error) !== '42P05') throw error;
}
