import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';

/** An order, and every stream that tells of it. */
export interface OrderStreams {
  readonly id: string;
  readonly streams: readonly string[];
}

/** Why an order that has ended stays in the log. */
export type Left = 'recent' | 'clear-text' | 'not-heard' | 'parked' | 'too-large';

export interface Looked extends OrderStreams {
  readonly events: number;
  readonly bytes: number;
  /** Null: it may go. */
  readonly left: Left | null;
}

/** A file is held in memory as a whole. */
const MOST_BYTES = 32 * 2 ** 20;

const LOOK = `
  with told as (select * from unnest($1::text[], $2::text[]) as told(order_id, stream)),
  held as (
    select t.order_id, count(*)::int as events, sum(octet_length(e.data::text) + 500)::int8 as bytes,
      max(e.recorded_at) as ended, max(e.position) as last, bool_or(personal.holds_clear_text(e.data)) as clear
    from told t join platform.events e on e.stream_id = t.stream
    where e.archived_in is null group by t.order_id)
  select order_id as id, events, bytes,
    case when ended >= $3 then 'recent'
      when clear then 'clear-text'
      when bytes > ${MOST_BYTES} then 'too-large'
      when last > (select min(position) from platform.subscriptions) then 'not-heard'
      when exists (
        select from platform.parked p join told t on t.stream = p.stream_id
        where t.order_id = held.order_id and p.resolved_at is null) then 'parked' end as left
  from held`;

/** Which orders may leave the log, as far as the log knows. */
@Injectable()
export class ReadyOrders {
  constructor(private readonly database: Database) {}

  /**
   * @param orders that have ended
   * @param before since then nothing must have happened to them
   * @returns those that have something in the log
   */
  async of(orders: readonly OrderStreams[], before: string): Promise<Looked[]> {
    const told = orders.flatMap(({ id, streams }) => streams.map((stream) => [id, stream] as const));
    const rows = await this.database.query<Omit<Looked, 'streams'>>(LOOK, [
      told.map(([id]) => id),
      told.map(([, stream]) => stream),
      before,
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return orders.flatMap((order) => {
      const row = byId.get(order.id);
      return row ? [{ ...order, ...row }] : [];
    });
  }
}
