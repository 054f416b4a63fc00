import { Injectable, type InjectionToken, type Provider } from '@nestjs/common';
import { ArchivedData } from '../archive/archived-data.js';
import { Database } from '../event-store/database.js';
import { Deciders } from '../event-store/deciders.js';
import { EVENT_COLUMNS, type EventRow } from '../event-store/event-registry.js';
import { isoTime } from '../event-store/iso-time.js';
import { idOf, streamOf } from '../event-store/recorded.js';

export interface Found {
  /** What it is: order, payment, stock ... */
  readonly kind: string;
  readonly id: string;
  /** What of it was asked for. */
  readonly by: 'id' | 'command' | 'event' | 'correlation';
  /** The order that it belongs to, where it belongs to one. */
  readonly orderId: string | null;
  /** When its first event, or the event that was asked for, happened. */
  readonly at: string;
  /** Where the API shows it. */
  readonly href: string;
}

/** A part of the system that finds what has no stream of its own. */
export interface Finder {
  /** @param id in small letters */
  find(id: string): Promise<readonly Found[]>;
}

const MOST = 20;
/** Correlations have no index, as every event would pay for it: so many events are looked at. */
const LOOKED_AT = 20_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const timed = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;
/** Clocks of instances differ. */
const EARLIER_MS = 10_000;

const NAMED = `
  select ${EVENT_COLUMNS} from platform.events where stream_id = any ($1) and version = 1 order by position`;
const OF_COMMAND = `
  select ${EVENT_COLUMNS} from platform.events where command_id = $1 order by command_index limit ${MOST}`;
/** An id that tells its time bounds where to look; otherwise it is the end of the log. */
const MENTIONED = `
  select distinct on (stream_id) ${EVENT_COLUMNS}
  from (
    select * from platform.events
    where position >= case when $2::timestamptz is null then (select coalesce(max(position), 0) from platform.events) - ${LOOKED_AT}
      else platform.position_at($2) end
    order by position limit ${LOOKED_AT}) looked_at
  where metadata->>'correlationId' = $1 or event_id::text = $1
  order by stream_id, position limit ${MOST}`;

/** Whatever has the id, SKU or correlation id that somebody reads from a mail, a log line or a screen. */
@Injectable()
export class Search {
  private readonly finders: Finder[] = [];

  constructor(
    private readonly database: Database,
    private readonly deciders: Deciders,
    private readonly archive: ArchivedData,
  ) {}

  add(finder: Finder): void {
    this.finders.push(finder);
  }

  /** What is named like that comes before what only mentions it; each thing once. */
  async find(given: string): Promise<readonly Found[]> {
    const small = given.toLowerCase();
    const isId = uuid.test(small);
    const named = isId ? small : given;
    const streams = this.deciders.all().map(({ category }) => streamOf(category, named));
    const [own, elsewhere, commanded, mentioned] = await Promise.all([
      this.rows('id', NAMED, [streams]),
      isId ? Promise.all(this.finders.map((finder) => finder.find(small))) : [],
      isId ? this.rows('command', OF_COMMAND, [small]) : [],
      this.rows('correlation', MENTIONED, [named, isId && timed.test(small) ? timeIn(small) : null], named),
    ]);
    const found = new Map<string, Found>();
    for (const one of [...own, ...elsewhere.flat(), ...commanded, ...mentioned]) {
      if (!found.has(one.href)) found.set(one.href, one);
    }
    return [...found.values()].slice(0, MOST);
  }

  private async rows(
    by: Found['by'],
    sql: string,
    params: readonly unknown[],
    eventId?: string,
  ): Promise<readonly Found[]> {
    const rows = await this.archive.fill(await this.database.query<EventRow>(sql, params));
    return rows.map((row) => foundIn(row, row.event_id === eventId ? 'event' : by));
  }
}

const timeIn = (id: string): string =>
  new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - EARLIER_MS).toISOString();

function foundIn({ stream_id: stream, data, occurred_at: at }: EventRow, by: Found['by']): Found {
  const { orderId } = data as { readonly orderId?: unknown };
  return {
    kind: stream.slice(0, stream.indexOf('-')),
    id: idOf(stream),
    by,
    orderId: typeof orderId === 'string' ? orderId : null,
    at: isoTime(at),
    href: `/v1/ops/events?stream=${encodeURIComponent(stream)}`,
  };
}

/** A line of a module that finds what has no stream: `findable({ inject: [Desk], useFactory: (desk) => ({ find }) })`. */
export const findable = (factory: {
  readonly inject: readonly InjectionToken[];
  useFactory(...dependencies: never[]): Finder;
}): Provider => ({
  provide: Symbol('findable'),
  inject: [Search, ...factory.inject],
  useFactory: (search: Search, ...dependencies: never[]) => {
    const finder = factory.useFactory(...dependencies);
    search.add(finder);
    return finder;
  },
});
