import { Injectable } from '@nestjs/common';
import { Rejection } from '../core/rejection.js';
import { Database } from '../event-store/database.js';
import { fromRows } from '../ops/attention-sources.js';
import type { AttentionSource } from '../ops/attention.js';
import type { Prospect } from '../previews/previews.js';
import { Parties } from '../outside/parties.js';
import { TaskStore } from './task-store.js';

/** A party outside from whom steps get no answer. */
export interface Outage {
  readonly party: string;
  /** How many sagas wait for it. */
  readonly waiting: number;
  readonly since: string;
  readonly lastError: string;
}

/** Shorter silences are weather. What is shown as a trouble of its own is not counted again. */
const OUTAGES = `
  select t.party, count(distinct t.saga_id)::int as waiting, min(t.unanswered_since) as since,
    (array_agg(t.last_error order by t.unanswered_since desc))[1] as last_error
  from platform.saga_tasks t
  where t.state = 'open' and t.unanswered_since is not null
    and not exists (
      select from platform.sagas s
      where s.saga = t.saga and s.saga_id = t.saga_id and s.state = 'needs-attention')
  group by t.party having min(t.unanswered_since) < clock_timestamp() - interval '10 seconds'`;

/** However many orders wait for somebody who does not answer, it is one thing; they go on by themselves when it ends. */
@Injectable()
export class Outages {
  constructor(
    private readonly database: Database,
    private readonly tasks: TaskStore,
    private readonly parties: Parties,
  ) {}

  /** Those that began first come first. */
  async list(): Promise<Outage[]> {
    const rows = await this.database.query<{
      party: string;
      waiting: number;
      since: Date;
      last_error: string;
    }>(`${OUTAGES} order by since`);
    return rows.map(({ party, waiting, since, last_error: lastError }) => ({
      party,
      waiting,
      since: since.toISOString(),
      lastError,
    }));
  }

  /**
   * Everything that got no answer from the party is tried now, by whoever has a slot for it.
   *
   * @returns how many steps that are
   * @throws Rejection `outage.unknown-party`
   */
  async retry(party: string): Promise<number> {
    this.demand(party);
    return this.tasks.wake(party);
  }

  /** What a retry would lead to. @throws Rejection `outage.unknown-party` */
  async prospect(party: string): Promise<Prospect> {
    this.demand(party);
    const outage = (await this.list()).find((each) => each.party === party);
    const waiting = outage?.waiting ?? 0;
    const things = waiting === 1 ? '1 order that waits' : `${waiting} orders that wait`;
    return {
      standing: { since: outage?.since ?? null, waiting },
      follows: [
        `${party} is asked again now for ${things}: every command keeps its id, so that none has a second effect`,
      ],
      final: false,
    };
  }

  private demand(party: string): void {
    if (this.parties.get(party)) return;
    const parties = this.parties.all().map(({ name }) => name);
    throw new Rejection('outage.unknown-party', `nobody outside is called ${party}`, { parties });
  }
}

export const outages = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select party as id, 'outage' as kind, party as object,
       party || ' gives no answer to ' || waiting || ' orders: ' || coalesce(last_error, '') as detail, since
     from (${OUTAGES}) outage`,
    ({ id }) => [
      { rel: 'look', method: 'GET', href: '/v1/ops/outages' },
      { rel: 'retry', method: 'POST', href: `/v1/ops/outages/${id}/retry` },
    ],
  );

/** Nothing can come of them by itself; a retry sends the command of the open step again. */
export const unwatchedSagas = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select saga_id as id, 'unwatched-saga' as kind, coalesce(order_id::text, saga_id) as object,
       'it is ' || state || ' and nothing is under way that could end it' as detail, updated_at as since
     from audit.unwatched_sagas where updated_at < clock_timestamp() - interval '10 seconds'`,
    ({ object }) => [
      { rel: 'look', method: 'GET', href: `/v1/orders/${object}/fulfilment` },
      { rel: 'retry', method: 'POST', href: `/v1/ops/sagas/${object}/retry` },
    ],
  );
