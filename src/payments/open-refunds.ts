import { Injectable, Logger } from '@nestjs/common';
import { PartOf, type Background } from '../platform/activities/activity.js';
import { derivedId } from '../platform/core/ids.js';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import { systemContext } from '../platform/cqrs/command.js';
import { Database } from '../platform/event-store/database.js';
import { EventLog } from '../platform/event-store/event-log.js';
import { causedBy, streamOf } from '../platform/event-store/recorded.js';
import { Calm } from '../platform/subscriptions/calm.js';
import type { PeriodicTask } from '../platform/subscriptions/periodic-task.js';
import { payment } from './payment.decider.js';
import { RefundRequested, SurplusReceived } from './payment.events.js';
import { Refunds } from './refunds.js';

/** While anything happens. */
const EVERY_MS = 1_000;

/** Two instances never take the same row at once, and if one dies the row is due again a little later. */
const CLAIM = `
  update payments.payments set refund_attempts = refund_attempts + 1,
    refund_due_at = clock_timestamp() + least(interval '5 min', interval '15 s' * power(2, least(refund_attempts, 10)))
  where payment_id in (
    select payment_id from payments.payments where refund_due_at <= clock_timestamp()
    order by refund_due_at limit 10 for update skip locked)
  returning payment_id`;

/**
 * Finishes refunds that nobody else does: the caller gave up, the process died, or a charge surfaced after its order
 * was taken back. A continuous search for due rows, by every instance.
 */
@PartOf('steps')
@Injectable()
export class OpenRefunds implements Background {
  private readonly logger = new Logger(OpenRefunds.name);
  private readonly searching: PeriodicTask;

  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly refunds: Refunds,
    calm: Calm,
  ) {
    this.searching = calm.pulse(EVERY_MS, () => this.search());
  }

  start(): void {
    this.searching.start();
  }

  async stop(): Promise<void> {
    await this.searching.stop();
  }

  /** One pass over what is due now. */
  async search(): Promise<void> {
    try {
      const due = await this.database.query<{ payment_id: string }>(CLAIM);
      await Promise.all(due.map(({ payment_id }) => this.finish(payment_id)));
    } catch (error) {
      this.logger.warn(`open refunds could not be searched: ${String(error)}`);
    }
  }

  private async finish(paymentId: string): Promise<void> {
    const by = systemContext('payments.open-refunds');
    try {
      const causes = await this.causes(paymentId);
      await this.refunds.complete(paymentId, (refund) => ({
        ...by,
        ...causes.get(refund.id),
        commandId: derivedId(by.commandId, refund.id),
      }));
      this.logger.log(`payment ${paymentId}: open refunds are finished`);
    } catch (error) {
      if (!(error instanceof OutcomePending)) this.logger.error(`payment ${paymentId}: ${String(error)}`);
    }
  }

  /** What a refund follows from is its intent, whoever carries it out in the end. */
  private async causes(paymentId: string): Promise<Map<string, ReturnType<typeof causedBy>>> {
    const recorded = await this.log.readStream(streamOf(payment.category, paymentId));
    return new Map(
      recorded.flatMap((each) => {
        const { event } = each;
        const cause = causedBy(each);
        if (event instanceof RefundRequested) return [[event.data.refundId, cause]];
        return event instanceof SurplusReceived ? [[event.data.surplusId, cause]] : [];
      }),
    );
  }
}
