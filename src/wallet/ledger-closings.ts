import { Injectable } from '@nestjs/common';
import { PartOf, type Background } from '../platform/activities/activity.js';
import { Database } from '../platform/event-store/database.js';
import { PeriodicTask } from '../platform/subscriptions/periodic-task.js';

const EVERY_MS = 3_600_000;
/** One after the other without a pause, where many days are to be closed. */
const AT_ONCE = 100;

/** The midnight after the last closing, or after the first posting; nothing is under way any more that is an hour old. */
const NEXT = `
  with last as (select max(closed_at) as at from wallet.ledger_closings),
  due as (
    select date_trunc('day', coalesce(last.at, (select min(recorded_at) from wallet.postings)), 'UTC') + interval '1 day' as at
    from last)
  select due.at from due where due.at < clock_timestamp() - interval '1 hour'`;

/** $1: an instant. What had moved until then, from the last closing before it on. */
export const MOVED = `
  with last as (select max(closed_at) as at from wallet.ledger_closings where closed_at <= $1)
  select currency, debit_kind, credit_kind, sum(amount_minor) as amount_minor from (
    select c.currency, c.debit_kind, c.credit_kind, c.amount_minor
    from wallet.ledger_closings c join last on c.closed_at = last.at
    union all
    select currency, debit_kind, credit_kind, amount_minor from wallet.postings
    where recorded_at > coalesce((select at from last), '-infinity') and recorded_at <= $1) moved
  group by 1, 2, 3`;

const CLOSE = `
  insert into wallet.ledger_closings (closed_at, currency, debit_kind, credit_kind, amount_minor)
  select $1::timestamptz, * from (${MOVED}) moved on conflict do nothing returning closed_at`;

/** Closes the ledger day by day, so that a trial balance reads the postings of one day, however long the ledger is. */
@PartOf('housekeeping')
@Injectable()
export class LedgerClosings implements Background {
  private readonly pulse = new PeriodicTask(
    () => EVERY_MS,
    () => this.closeDue(),
  );

  constructor(private readonly database: Database) {}

  start(): void {
    this.pulse.start();
  }

  stop(): Promise<void> {
    return this.pulse.stop();
  }

  /** @returns 0 where there may be more to close */
  async closeDue(): Promise<number | void> {
    for (let closed = 0; closed < AT_ONCE; closed++) {
      const [next] = await this.database.query<{ at: Date }>(NEXT);
      if (!next) return;
      await this.database.query(CLOSE, [next.at]);
    }
    return 0;
  }
}
