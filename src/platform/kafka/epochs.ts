import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../event-store/database.js';

/** A stretch of the log without a break; the next one begins where the database was set back. */
export interface Epoch {
  readonly epoch: number;
  /** The events after this position belong to it. */
  readonly from_position: number;
  readonly began_at: Date;
  readonly reason: string;
}

/**
 * Which database this is: the server's identity and line of history, and the objects in it. Restoring a dump, cloning,
 * and going back in time all change it; a restart never does.
 */
const IDENTITY = `
  select (select system_identifier from pg_control_system()) || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
    || '/' || (select oid from pg_database where datname = current_database())
    || '/' || 'platform.events'::regclass::oid as identity`;

const BEGIN = `
  insert into platform.epochs (epoch, from_position, reason, identity)
  select latest.epoch + 1, (select coalesce(max(position), 0) from platform.events), $1,
    coalesce($2, latest.identity)
  from platform.epochs latest
  where latest.epoch = (select max(epoch) from platform.epochs) and latest.epoch = $3
  on conflict do nothing returning epoch`;

/** Which of two histories an event is of, when a restored database has written other events at versions that outsiders know. */
@Injectable()
export class Epochs {
  private readonly logger = new Logger(Epochs.name);

  constructor(private readonly database: Database) {}

  async current(): Promise<Epoch> {
    const [newest] = await this.all();
    return newest!;
  }

  /** Newest first. */
  all(): Promise<Epoch[]> {
    return this.database.query<Epoch>(
      'select epoch, from_position, began_at, reason from platform.epochs order by epoch desc',
    );
  }

  /** Begins a new epoch when this is not the database that the last one was written in. */
  async recognise(): Promise<void> {
    const [{ identity }] = (await this.database.query<{ identity: string }>(IDENTITY)) as [
      { identity: string },
    ];
    await this.database.query(`update platform.epochs set identity = $1 where identity = ''`, [identity]);
    const [latest] = await this.database.query<{ epoch: number; identity: string }>(
      'select epoch, identity from platform.epochs order by epoch desc limit 1',
    );
    if (latest!.identity === identity) return;
    await this.begin('this is another database than the one that was written last', latest!.epoch, identity);
  }

  /**
   * @param after the epoch that ends; when another instance has ended it already, nothing is done
   * @param identity of the database, when it is known to be another
   */
  async begin(reason: string, after: number, identity: string | null = null): Promise<void> {
    const rows = await this.database.query<{ epoch: number }>(BEGIN, [reason, identity, after]);
    if (rows.length > 0) this.logger.warn(`epoch ${after + 1} begins: ${reason}`);
  }
}

/** @param epochs newest first */
export const epochAt = (epochs: readonly Epoch[], position: number): number =>
  (epochs.find(({ from_position }) => from_position < position) ?? epochs.at(-1)!).epoch;
