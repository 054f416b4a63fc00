import type pg from 'pg';

export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** What one run takes, planning included. */
export interface Cost {
  /** By the clock, as EXPLAIN tells it. */
  readonly ms: number;
  /** Of the processor: what other processes do at the same time is not in it. */
  readonly cpuMs: number;
  /** Of 8 kB. */
  readonly blocks: number;
}

interface Explained {
  readonly 'Planning Time': number;
  readonly 'Execution Time': number;
  readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
}

/** Explains statements in one session of a superuser, and hears from the server what they took of the processor. */
export class StatementCosts {
  private cpuMs = 0;

  private constructor(private readonly client: pg.Client) {
    client.on('notice', ({ detail = '' }) => {
      const [, user, system] = /([\d.]+) s user, ([\d.]+) s system/.exec(detail) ?? [];
      this.cpuMs += 1_000 * (Number(user ?? 0) + Number(system ?? 0));
    });
  }

  static async on(client: pg.Client): Promise<StatementCosts> {
    // To the client, and not to the log of the server.
    await client.query('set client_min_messages = log');
    await client.query('set log_min_messages = panic');
    await client.query('set log_statement_stats = on');
    return new StatementCosts(client);
  }

  /** One after the other, summed up. */
  async of(statements: readonly Statement[]): Promise<Cost> {
    this.cpuMs = 0;
    let ms = 0;
    let blocks = 0;
    for (const { sql, params } of statements) {
      const explain = `explain (analyze, buffers, timing off, format json) ${sql}`;
      const { rows } = await this.client.query<{ 'QUERY PLAN': [Explained] }>(explain, [...params]);
      const [{ Plan: plan, ...time }] = rows[0]!['QUERY PLAN'];
      ms += time['Planning Time'] + time['Execution Time'];
      blocks += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    }
    return { ms, cpuMs: this.cpuMs, blocks };
  }
}
