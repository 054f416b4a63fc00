import { Injectable } from '@nestjs/common';
import { newId } from '../platform/core/ids.js';
import { rejecting } from '../platform/core/rejection.js';
import { Database, type Transaction } from '../platform/event-store/database.js';
import { OperatorLog } from '../platform/ops/operator-log.js';
import type { DeliveryFilter, DeliveryView, EndpointView, WebhookProblem } from './contract.js';
import { DELIVERY_COLUMNS, viewOf, type DeliveryRow } from './delivery-view.js';
import type { Change } from './endpoints.js';
import { Messages, TEST_TYPE } from './messages.js';
import { DeliverySender } from './sender.js';

const reject = rejecting<WebhookProblem>();
const LOGGED = 50;

interface Attempt {
  readonly attempt: number;
  readonly at: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly response: string | null;
}

/** What is and was sent, and what operators can do about one of them. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly operators: OperatorLog,
    private readonly messages: Messages,
    private readonly sender: DeliverySender,
  ) {}

  /** Newest first. */
  async list(
    endpointId: string,
    { state, limit }: Pick<DeliveryFilter, 'state' | 'limit'>,
    before: number | undefined,
  ): Promise<DeliveryRow[]> {
    return this.database.query<DeliveryRow>(
      `select ${DELIVERY_COLUMNS} where d.endpoint_id = $1 and ($2::text is null or d.state = $2)
         and ($3::bigint is null or d.number < $3) order by d.number desc limit $4`,
      [endpointId, state ?? null, before ?? null, limit],
    );
  }

  /** @throws Rejection `webhook.delivery-not-found` */
  async get(id: string) {
    const row = await this.find(this.database, id);
    const made = await this.messages.bodyOf(row);
    const log = await this.database.query<Attempt>(
      `select attempt, at, duration_ms as "durationMs", status, error, response
       from webhooks.attempts where delivery_id = $1 order by attempt desc limit $2`,
      [id, LOGGED],
    );
    return { ...viewOf(row), ...('body' in made && { body: made.body }), log: log.map(shown) };
  }

  /** Sends it once more, or at once if it waits. */
  resend(id: string, change: Change): Promise<DeliveryView> {
    return this.decided(id, change, 'resend', async (tx, row) => {
      if (row.endpointState !== 'enabled') {
        reject('webhook.endpoint-disabled', `the endpoint ${row.endpointId} is disabled`);
      }
      const isNew = row.state === 'pending' ? 0 : 1;
      await tx.query(
        `insert into webhooks.queues as q (endpoint_id, sequence, pending) values ($1, $2, $3)
         on conflict (endpoint_id, sequence) do update
         set pending = q.pending + excluded.pending, due_at = least(q.due_at, clock_timestamp())`,
        [row.endpointId, row.sequence, isNew],
      );
      await tx.query(
        `update webhooks.deliveries set state = 'pending', failures = 0, ended_at = null where delivery_id = $1`,
        [id],
      );
    });
  }

  /** Gives it up; what waits behind it goes on. */
  discard(id: string, change: Change): Promise<DeliveryView> {
    return this.decided(id, change, 'discard', async (tx, row) => {
      if (row.state === 'delivered') reject('webhook.delivered-already', `${id} has been delivered`);
      if (row.state === 'discarded') return;
      await tx.query(
        `update webhooks.deliveries set state = 'discarded', ended_at = coalesce(ended_at, clock_timestamp())
         where delivery_id = $1`,
        [id],
      );
      if (row.state !== 'pending') return;
      const key = [row.endpointId, row.sequence];
      await tx.query(
        `update webhooks.queues set pending = pending - 1, due_at = least(due_at, clock_timestamp())
         where endpoint_id = $1 and sequence = $2`,
        key,
      );
      await tx.query(
        `delete from webhooks.queues where endpoint_id = $1 and sequence = $2 and pending = 0`,
        key,
      );
    });
  }

  /** An event of no meaning, sent like any other. */
  async test({ id: endpointId, state }: EndpointView, change: Change): Promise<DeliveryView> {
    if (state !== 'enabled') reject('webhook.endpoint-disabled', `the endpoint ${endpointId} is disabled`);
    const eventId = newId();
    const sequence = `test-${eventId}`;
    const action = { action: 'webhook-endpoint.test', object: endpointId, reason: reasonOf(change) };
    await this.operators.perform(change.actor, action, async (tx) => {
      await tx.query(
        `insert into webhooks.deliveries (delivery_id, endpoint_id, event_id, type, sequence)
         values ($1, $2, $1, $3, $4)`,
        [eventId, endpointId, TEST_TYPE, sequence],
      );
      await tx.query('insert into webhooks.queues (endpoint_id, sequence, pending) values ($1, $2, 1)', [
        endpointId,
        sequence,
      ]);
    });
    this.sender.nudge();
    return viewOf(await this.find(this.database, eventId));
  }

  private async decided(
    id: string,
    change: Change,
    verb: string,
    work: (tx: Transaction, row: DeliveryRow) => Promise<void>,
  ): Promise<DeliveryView> {
    const action = { action: `webhook-delivery.${verb}`, object: id, reason: reasonOf(change) };
    const row = await this.operators.perform(change.actor, action, async (tx) => {
      const { endpointId, sequence } = await this.find(tx, id);
      await tx.query('select from webhooks.endpoints where endpoint_id = $1 for share', [endpointId]);
      await tx.query('select from webhooks.queues where endpoint_id = $1 and sequence = $2 for update', [
        endpointId,
        sequence,
      ]);
      await tx.query('select from webhooks.deliveries where delivery_id = $1 for update', [id]);
      await work(tx, await this.find(tx, id));
      return this.find(tx, id);
    });
    this.sender.nudge();
    return viewOf(row);
  }

  private async find(on: Pick<Transaction, 'query'>, id: string): Promise<DeliveryRow> {
    const [row] = await on.query<DeliveryRow>(`select ${DELIVERY_COLUMNS} where d.delivery_id = $1`, [id]);
    return row ?? reject('webhook.delivery-not-found', `there is no delivery ${id}`);
  }
}

const reasonOf = ({ reason = 'none was given' }: Change): string => reason;

const shown = ({ attempt, at, durationMs, status, error, response }: Attempt) => ({
  attempt,
  at: at.toISOString(),
  durationMs,
  ...(status !== null && { status }),
  ...(error !== null && { error }),
  ...(response && { response }),
});
