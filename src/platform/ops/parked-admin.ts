import { Injectable } from '@nestjs/common';
import { Rejection } from '../core/rejection.js';
import { Database, type Transaction } from '../event-store/database.js';
import type { Prospect } from '../previews/previews.js';
import { LogNotifier } from '../subscriptions/log-notifier.js';
import { OperatorLog } from './operator-log.js';
import type { Why } from './subscriptions-admin.js';

/** The event that holds up a sequence. */
export interface ParkedEvent {
  readonly id: string;
  readonly subscription: string;
  readonly sequence: string;
  readonly position: number;
  readonly eventId: string;
  readonly stream: string;
  readonly version: number;
  readonly eventType: string;
  /** `retrying` by itself, or `parked` until an operator decides */
  readonly state: 'retrying' | 'parked';
  /** `newer-program`: it goes on by itself after the upgrade */
  readonly reason: 'failed' | 'newer-program';
  readonly attempts: number;
  readonly error: string | null;
  readonly parkedAt: Date;
  readonly nextAttemptAt: Date | null;
  /** How many later events of the sequence wait behind it. */
  readonly behind: number;
}

export interface ParkedFilter {
  readonly subscription?: string | undefined;
  readonly state?: ParkedEvent['state'] | undefined;
  /** Only those after this id in the list. */
  readonly after?: string | undefined;
  readonly limit: number;
}

const HEADS = `
  select p.id, p.subscription, p.sequence, p.position, p.event_id as "eventId", p.stream_id as stream, p.version,
    p.event_type as "eventType", case p.state when 'parked' then 'parked' else 'retrying' end as state, p.reason,
    p.attempts, p.error, p.parked_at as "parkedAt",
    case when p.state <> 'parked' then p.next_attempt_at end as "nextAttemptAt",
    (select count(*) from platform.parked b where b.subscription = p.subscription and b.sequence = p.sequence
       and b.resolved_at is null and b.position > p.position) as behind
  from platform.parked p
  where p.resolved_at is null and not exists (
    select from platform.parked earlier where earlier.subscription = p.subscription
      and earlier.sequence = p.sequence and earlier.resolved_at is null and earlier.position < p.position)`;

/** What operators can do about events that were set aside; for HTTP and the command line. */
@Injectable()
export class ParkedAdmin {
  constructor(
    private readonly database: Database,
    private readonly operators: OperatorLog,
    private readonly wakeUp: LogNotifier,
  ) {}

  /** The first event of each waiting sequence, newest first. */
  list({ subscription, state, after, limit }: ParkedFilter): Promise<ParkedEvent[]> {
    return this.database.query<ParkedEvent>(
      `${HEADS} and ($1::text is null or p.subscription = $1)
         and ($2::text is null or (p.state = 'parked') = ($2 = 'parked'))
         and ($3::uuid is null or p.id < $3)
       order by p.id desc limit $4`,
      [subscription ?? null, state ?? null, after ?? null, limit],
    );
  }

  /** How many rows the list has, by what they wait for. */
  async counts(): Promise<Readonly<Record<ParkedEvent['state'], number>>> {
    const [counts] = await this.database.query<Record<ParkedEvent['state'], number>>(
      `select count(*) filter (where state = 'parked') as parked, count(*) filter (where state = 'retrying') as retrying
       from (${HEADS}) heads`,
    );
    return counts!;
  }

  /** The ids of those that wait for an operator, oldest first. */
  async waiting(
    filter: {
      ids?: readonly string[] | undefined;
      subscription?: string | undefined;
      error?: string | undefined;
    },
    limit: number,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `${HEADS} and p.state = 'parked' and ($1::text[] is null or p.id::text = any ($1))
         and ($2::text is null or p.subscription = $2)
         and ($3::text is null or position(lower($3) in lower(p.error)) > 0)
       order by p.id limit $4`,
      [filter.ids ?? null, filter.subscription ?? null, filter.error ?? null, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Tries it again now, and on success all that wait behind it. @throws Rejection `parked.not-found`, `parked.behind` */
  retry(id: string, why: Why): Promise<void> {
    return this.decide('retry', id, why);
  }

  /** Gives it up for good and goes on with what waits behind it. @throws Rejection `parked.not-found`, `parked.behind` */
  discard(id: string, why: Why): Promise<void> {
    return this.decide('discard', id, why);
  }

  /** What a verb would lead to. @throws Rejection `parked.not-found`, `parked.behind` */
  prospect(verb: ParkedVerb, id: string): Promise<Prospect> {
    return this.operators.rehearse(async (tx) => {
      await first(tx, id);
      const [row] = await tx.query<ParkedEvent>(`${HEADS} and p.id = $1`, [id]);
      const { eventType, stream, subscription, behind, state, attempts } = row!;
      return {
        standing: { state, attempts, behind },
        follows: followsOf[verb](`${eventType} of ${stream}`, subscription, behind),
        changes: [{ what: 'state', before: state, after: verb === 'retry' ? 'retrying' : 'discarded' }],
        final: verb === 'discard',
      };
    });
  }

  private async decide(verb: ParkedVerb, id: string, { actor, reason }: Why): Promise<void> {
    await this.operators.perform(actor, { action: `parked.${verb}`, object: id, reason }, async (tx) => {
      await first(tx, id);
      await tx.query(STATEMENTS[verb], [id]);
    });
    this.wakeUp.handsChanged();
  }
}

export type ParkedVerb = 'retry' | 'discard';

const STATEMENTS: Readonly<Record<ParkedVerb, string>> = {
  retry: `update platform.parked set state = 'retrying', next_attempt_at = clock_timestamp() where id = $1`,
  discard: `update platform.parked
    set state = 'resolved', resolution = 'discarded', resolved_at = clock_timestamp() where id = $1`,
};

const followsOf: Readonly<
  Record<ParkedVerb, (event: string, subscription: string, behind: number) => string[]>
> = {
  retry: (event, subscription, behind) => [
    `${subscription} handles ${event} again now`,
    ...(behind > 0 ? [`on success the ${behind} behind it follow in order`] : []),
  ],
  discard: (event, subscription, behind) => [
    `${subscription} never handles ${event}; the row and the reason are kept`,
    ...(behind > 0 ? [`the ${behind} behind it follow in order`] : []),
  ],
};

async function first(tx: Transaction, id: string): Promise<void> {
  const [row] = await tx.query<{ id: string; subscription: string; sequence: string }>(
    'select id, subscription, sequence from platform.parked where id = $1 and resolved_at is null for update',
    [id],
  );
  if (!row) throw new Rejection('parked.not-found', 'no such event waits; it may have been delivered by now');
  const [head] = await tx.query<{ id: string }>(
    `select id from platform.parked where subscription = $1 and sequence = $2 and resolved_at is null
     order by position limit 1`,
    [row.subscription, row.sequence],
  );
  if (head!.id !== id) {
    throw new Rejection('parked.behind', 'an earlier event of the sequence must be decided on first', {
      first: head!.id,
    });
  }
}
