import { Injectable } from '@nestjs/common';
import { newId } from '../core/ids.js';
import { Database, type Transaction } from '../event-store/database.js';
import { LeaseLost } from '../subscriptions/failures.js';

export type RebuildMode = 'switch' | 'verify';
export type RebuildPhase = 'copying' | 'comparing' | 'switching';

/** What stood in the live table and what the log says, at one and the same position. */
export interface Comparison {
  readonly position: number;
  readonly rows: { readonly live: number; readonly rebuilt: number };
  readonly checksum: { readonly live: string; readonly rebuilt: string };
  readonly differences: number;
  /** At most 20 of them. */
  readonly sample: readonly {
    readonly key: string;
    readonly live: object | null;
    readonly rebuilt: object | null;
  }[];
}

export interface Rebuild {
  readonly id: string;
  readonly model: string;
  readonly mode: RebuildMode;
  readonly shape: number;
  readonly state: 'running' | 'done' | 'failed';
  readonly phase: RebuildPhase;
  /** The log is rebuilt up to here ... */
  readonly position: number;
  /** ... and the live model stood here when it was last looked at. */
  readonly target: number;
  readonly events: number;
  readonly requestedBy: string;
  readonly reason: string;
  readonly comparison: Comparison | null;
  readonly error: string | null;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly updatedAt: Date;
  readonly finishedAt: Date | null;
}

export interface Held extends Rebuild {
  readonly fence: number;
}

const COLUMNS = `id, model, mode, shape, state, phase, position, target, events, requested_by as "requestedBy", reason,
  comparison, error, requested_at as "requestedAt", started_at as "startedAt", updated_at as "updatedAt",
  finished_at as "finishedAt"`;

/** The rows of rebuilds. One runs at a time for a model; whoever holds its lease carries it on. */
@Injectable()
export class RebuildStore {
  constructor(private readonly database: Database) {}

  /** @returns undefined when one is running already */
  async request(
    tx: Pick<Transaction, 'query'>,
    wanted: Pick<Rebuild, 'model' | 'mode' | 'shape' | 'requestedBy' | 'reason'>,
  ): Promise<Rebuild | undefined> {
    const [row] = await tx.query<Rebuild>(
      `insert into platform.rebuilds (id, model, mode, shape, requested_by, reason)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (model) where state = 'running' do nothing returning ${COLUMNS}`,
      [newId(), wanted.model, wanted.mode, wanted.shape, wanted.requestedBy, wanted.reason],
    );
    return row;
  }

  /** Asks for a switch for every model whose stored shape is older than ours. @returns their names */
  async requestOutgrown(models: readonly { name: string; shape: number }[]): Promise<string[]> {
    const outgrown = `from platform.subscriptions s
      join json_to_recordset($1::json) as m(id uuid, name text, shape int)
        on m.name = s.name and s.shape < m.shape`;
    const json = JSON.stringify(models.map((model) => ({ ...model, id: newId() })));
    await this.database.query(
      `update platform.rebuilds r set state = 'failed', error = 'the program has a newer shape',
         fence = fence + 1, finished_at = clock_timestamp()
       from (select m.name, m.shape ${outgrown}) newer
       where r.model = newer.name and r.state = 'running' and r.shape < newer.shape`,
      [json],
    );
    const rows = await this.database.query<{ model: string }>(
      `insert into platform.rebuilds (id, model, mode, shape, requested_by, reason)
       select m.id, m.name, 'switch', m.shape, 'system:rebuild',
         'shape ' || s.shape || ' became ' || m.shape
       ${outgrown}
       on conflict (model) where state = 'running' do nothing returning model`,
      [json],
    );
    return rows.map(({ model }) => model);
  }

  /**
   * Takes the oldest one that nobody is working on, if this program knows the model in that shape.
   *
   * @param only this one
   */
  async acquire(
    owner: string,
    models: readonly { name: string; shape: number }[],
    leaseMs: number,
    only?: string,
  ): Promise<Held | undefined> {
    const [row] = await this.database.query<Held>(
      `update platform.rebuilds set owner = $1, fence = fence + 1,
         lease_until = clock_timestamp() + $3 * interval '1 ms',
         started_at = coalesce(started_at, clock_timestamp())
       where id = (
         select r.id from platform.rebuilds r
         join json_to_recordset($2::json) as m(name text, shape int) on m.name = r.model and m.shape = r.shape
         where r.state = 'running' and (r.lease_until is null or r.lease_until < clock_timestamp())
           and ($4::uuid is null or r.id = $4)
         order by r.requested_at limit 1 for update of r skip locked)
       returning ${COLUMNS}, fence`,
      [owner, JSON.stringify(models), leaseMs, only ?? null],
    );
    return row;
  }

  /** Last statement of each step. @throws LeaseLost */
  async advance(
    tx: Pick<Transaction, 'query'>,
    { id, fence }: Held,
    { phase, position, target, events }: Pick<Rebuild, 'phase' | 'position' | 'target'> & { events: number },
    leaseMs: number,
  ): Promise<void> {
    const rows = await tx.query(
      `update platform.rebuilds set phase = $3, position = $4, target = greatest(target, $5), events = events + $6,
         lease_until = clock_timestamp() + $7 * interval '1 ms', updated_at = clock_timestamp()
       where id = $1 and fence = $2 and state = 'running' returning id`,
      [id, fence, phase, position, target, events, leaseMs],
    );
    if (rows.length === 0) throw new LeaseLost('somebody else carries on the rebuild');
  }

  /** @returns false when the rebuild is no longer ours */
  async renew({ id, fence }: Held, leaseMs: number): Promise<boolean> {
    const rows = await this.database.query(
      `update platform.rebuilds set lease_until = clock_timestamp() + $3 * interval '1 ms'
       where id = $1 and fence = $2 and state = 'running' returning id`,
      [id, fence, leaseMs],
    );
    return rows.length > 0;
  }

  async compared(tx: Pick<Transaction, 'query'>, { id }: Held, comparison: Comparison): Promise<void> {
    await tx.query('update platform.rebuilds set comparison = $2 where id = $1', [
      id,
      JSON.stringify(comparison),
    ]);
  }

  /** @throws LeaseLost */
  async finish(tx: Pick<Transaction, 'query'>, { id, fence }: Held, error: string | null): Promise<void> {
    const rows = await tx.query(
      `update platform.rebuilds set state = case when $3::text is null then 'done' else 'failed' end, error = $3,
         owner = null, lease_until = null, updated_at = clock_timestamp(), finished_at = clock_timestamp()
       where id = $1 and fence = $2 and state = 'running' returning id`,
      [id, fence, error],
    );
    if (rows.length === 0) throw new LeaseLost('somebody else carries on the rebuild');
  }

  async release({ id, fence }: Held): Promise<void> {
    await this.database.query(
      'update platform.rebuilds set owner = null, lease_until = null where id = $1 and fence = $2',
      [id, fence],
    );
  }

  async find(id: string): Promise<Rebuild | undefined> {
    const [row] = await this.database.query<Rebuild>(
      `select ${COLUMNS} from platform.rebuilds where id = $1`,
      [id],
    );
    return row;
  }

  /** The one that runs, or waits for somebody to carry it on. */
  async running(model: string): Promise<Rebuild | undefined> {
    const [row] = await this.database.query<Rebuild>(
      `select ${COLUMNS} from platform.rebuilds where model = $1 and state = 'running'`,
      [model],
    );
    return row;
  }

  /** Newest first. */
  list(limit: number): Promise<Rebuild[]> {
    return this.database.query<Rebuild>(
      `select ${COLUMNS} from platform.rebuilds order by requested_at desc, id desc limit $1`,
      [limit],
    );
  }
}
