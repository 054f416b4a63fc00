import { Injectable } from '@nestjs/common';
import { Rejection } from '../platform/core/rejection.js';
import { Database } from '../platform/event-store/database.js';

export interface Moment {
  readonly position: number;
  readonly time: string;
}

/**
 * $1: a time. Everything recorded within its millisecond counts, and what had happened by then to the streams $2, whose
 * times are those of their commands.
 */
const POSITION_AT = `
  select greatest(
    platform.position_at(date_trunc('milliseconds', $1::timestamptz) + interval '1 millisecond') - 1,
    (select max(e.position) from unnest($2::text[]) s(stream)
     join platform.events e on e.stream_id = s.stream and e.version = platform.version_as_of(s.stream, $1))) as position`;
const RECORDED = `
  select e.recorded_at as time, (select coalesce(max(position), 0) from platform.events) as head
  from (select 1) one left join lateral (
    select recorded_at from platform.events where position <= $1 order by position desc limit 1) e on true`;
const VERSIONS = `
  select stream_id as stream, max(version) as version from platform.events
  where stream_id = any ($1) and position <= $2 group by stream_id`;

/** Where streams stood. */
@Injectable()
export class Moments {
  constructor(private readonly database: Database) {}

  /**
   * @param given a time or a position
   * @param streams of which a time may be one that they show
   * @throws Rejection `invalid-request` for a position that the log has not come to
   */
  async find(given: string, streams: readonly string[]): Promise<Moment> {
    if (/^\d+$/.test(given)) return this.at(Number(given));
    const [row] = await this.database.query<{ position: number }>(POSITION_AT, [given, streams]);
    return { position: row!.position, time: new Date(given).toISOString() };
  }

  /** @returns of each stream that had begun, its version */
  async versionsAt(streams: readonly string[], position: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ stream: string; version: number }>(VERSIONS, [
      streams,
      position,
    ]);
    return new Map(rows.map(({ stream, version }) => [stream, version]));
  }

  private async at(position: number): Promise<Moment> {
    const [row] = await this.database.query<{ time: Date | null; head: number }>(RECORDED, [position]);
    const { time, head } = row!;
    if (position > head) {
      throw new Rejection('invalid-request', `the log has not come to position ${position} yet`);
    }
    return { position, time: (time ?? new Date(0)).toISOString() };
  }
}
