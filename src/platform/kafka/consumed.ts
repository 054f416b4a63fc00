import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { Epochs } from './epochs.js';
import { nextOffset, type InboundRecord, type Position } from './inbound-source.js';

/**
 * A part of a statement: what the database remembers of a partition moves with the effect of the record, so that a
 * restored database knows from where to read on. Needs `r` with topic, partition and next_offset, null for a record
 * that does not come from its partition now, and `fresh` with topic and partition of what is written for the first
 * time: only that may set it back, to where a topic that was made anew begins. A repeat comes late, from whoever was
 * stopped meanwhile.
 */
export const MOVES = `
  insert into platform.consumed (topic, partition, next_offset, epoch)
  select topic, partition, max(next_offset), (select max(epoch) from platform.epochs)
  from r where next_offset is not null group by topic, partition
  on conflict (topic, partition) do update set next_offset = excluded.next_offset, epoch = excluded.epoch,
    updated_at = clock_timestamp()
  where consumed.next_offset < excluded.next_offset
    or exists (select from fresh where fresh.topic = excluded.topic and fresh.partition = excluded.partition)`;

/** How far this database has come in each partition, which after a restore is less than the group remembers. */
@Injectable()
export class Consumed {
  private readonly logger = new Logger(Consumed.name);

  constructor(
    private readonly database: Database,
    private readonly epochs: Epochs,
  ) {}

  /** For a record that leaves nothing else behind. */
  async passed(record: InboundRecord): Promise<void> {
    const row = { topic: record.topic, partition: record.partition, next_offset: nextOffset(record) };
    await this.database.query(
      `with r as (select * from json_to_recordset($1::json) as r(topic text, partition int, next_offset bigint)),
         fresh as (select topic, partition from r where false)
       ${MOVES}`,
      [JSON.stringify([row])],
    );
  }

  /**
   * Where the database is behind the group, it has been set back: reading goes on from what it knows. Unless that was
   * known already, a new epoch begins.
   *
   * @param places where the group would go on; -1 where it knows nothing
   */
  async behind(places: readonly Position[]): Promise<Position[]> {
    const known = await this.database.query<{
      topic: string;
      partition: number;
      next_offset: number;
      epoch: number;
    }>('select topic, partition, next_offset, epoch from platform.consumed');
    const rows = new Map(known.map((row) => [`${row.topic}/${row.partition}`, row]));
    const { epoch } = await this.epochs.current();
    const back: Position[] = [];
    for (const { topic, partition, offset } of places) {
      const row = rows.get(`${topic}/${partition}`);
      if (!row || BigInt(offset) <= BigInt(row.next_offset)) continue;
      this.logger.warn(
        `${topic}/${partition}: the group is at ${offset}, this database at ${row.next_offset}: back`,
      );
      back.push({ topic, partition, offset: String(row.next_offset) });
      if (row.epoch === epoch) {
        await this.epochs.begin(`${topic}/${partition} was read to ${offset} before`, epoch);
      }
    }
    return back;
  }
}
