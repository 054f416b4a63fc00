import { Injectable } from '@nestjs/common';
import { rejecting } from '../platform/core/rejection.js';
import { Database } from '../platform/event-store/database.js';
import { EventLog } from '../platform/event-store/event-log.js';
import type { Recorded } from '../platform/event-store/recorded.js';
import { OperatorLog } from '../platform/ops/operator-log.js';
import type { EndpointView, Range, WebhookProblem } from './contract.js';
import { ADD_AGAIN, addressed } from './delivery-rows.js';
import type { Change } from './endpoints.js';
import { PublishedTypes } from './published-types.js';
import { DeliverySender } from './sender.js';

const reject = rejecting<WebhookProblem>();
/** Of one request; the answer says where to go on. */
const MAX_EVENTS = 5_000;
const PAGE = { limit: 1_000, bytes: 4 * 2 ** 20 };

export interface Queued {
  readonly queued: number;
  readonly isComplete: boolean;
  readonly nextFrom?: string;
}

/** Sends what happened in a stretch of time once more, also what an endpoint has missed. */
@Injectable()
export class ResentRange {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly operators: OperatorLog,
    private readonly types: PublishedTypes,
    private readonly sender: DeliverySender,
  ) {}

  async resend({ id, state, eventTypes }: EndpointView, range: Range, { actor }: Change): Promise<Queued> {
    if (state !== 'enabled') reject('webhook.endpoint-disabled', `the endpoint ${id} is disabled`);
    const { from, to, include, reason = 'none was given' } = range;
    const action = { action: 'webhook-endpoint.resend', object: id, reason, details: { from, to, include } };
    return this.operators.around(actor, action, async () => {
      const { events, isComplete } = await this.eventsIn(range, this.types.wantedBy(eventTypes));
      const rows = events.map((event) => addressed(id, event, this.types.of(event.event.type)!.type));
      const [answer] = await this.database.query<{ queued: number }>(ADD_AGAIN, [
        JSON.stringify(rows),
        include === 'all',
      ]);
      this.sender.nudge();
      const next = events.at(-1)?.recordedAt;
      return { queued: answer!.queued, isComplete, ...(!isComplete && next && { nextFrom: next }) };
    });
  }

  private async eventsIn({ from, to }: Range, only: readonly string[]) {
    const [bounds] = await this.database.query<{ after: number; upTo: number }>(
      `select platform.position_at($1) - 1 as after,
         case when $2::timestamptz is null then (select coalesce(max(position), 0) from platform.events)
           else platform.position_at($2) - 1 end as "upTo"`,
      [from, to ?? null],
    );
    const { upTo } = bounds!;
    const events: Recorded[] = [];
    let { after } = bounds!;
    while (after < upTo && events.length < MAX_EVENTS) {
      const page = await this.log.page(after, { ...PAGE, upTo, only });
      events.push(...page.events.filter(({ problem }) => !problem));
      if (page.upTo <= after) break;
      after = page.upTo;
    }
    return { events, isComplete: after >= upTo };
  }
}
