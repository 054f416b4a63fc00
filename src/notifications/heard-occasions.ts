import type { QueryBus } from '@nestjs/cqrs';
import { GetOrder, type OrderView } from '../orders/contract.js';
import { derivedId } from '../platform/core/ids.js';
import type { Transaction } from '../platform/event-store/database.js';
import type { Recorded } from '../platform/event-store/recorded.js';
import type { Change, Subscription } from '../platform/subscriptions/subscription.js';
import type { Addressee, Contacts } from './contacts.js';
import { occasions, type Facts, type Occasion } from './occasions.js';

interface Ear {
  /** What is older when it is heard is not written about any more. */
  readonly maxAgeMs: number;
  /** There is something to send. */
  nudge(): void;
}

const QUEUE = `
  given as (
    select * from json_to_recordset($1::json) as r(notification_id uuid, template text, event_id uuid, event_type text,
      position bigint, order_id uuid, customer_id uuid, facts jsonb, correlation_id text, state text, reason text)),
  queued as (
    insert into notifications.outbox (notification_id, template, event_id, event_type, position, order_id, customer_id,
      facts, correlation_id, state, reason, ended_at)
    select notification_id, template, event_id, event_type, position, order_id, customer_id, facts, correlation_id,
      state, reason, case state when 'suppressed' then clock_timestamp() end
    from given order by position
    on conflict do nothing)`;

const QUEUE_ALONE = `with ${QUEUE} select`;

const heard: ReadonlyMap<string, Occasion> = new Map(
  occasions.map((occasion) => [occasion.event.type, occasion]),
);
const system = { role: 'system', id: 'notifications' } as const;

/**
 * Hears of occasions and puts a mail for each in the outbox, in one statement with the checkpoint. Nothing is sent here,
 * and what is heard again, or was long ago, is not sent again.
 */
export function heardOccasions(
  queries: QueryBus,
  contacts: Contacts,
  { maxAgeMs, nudge }: Ear,
): Subscription {
  async function changeFor(
    batch: readonly Recorded[],
    on: Pick<Transaction, 'query'>,
  ): Promise<Change | undefined> {
    const orders = await ordersIn(batch, queries);
    const rows = batch.flatMap((recorded) => {
      const occasion = occasionOf(recorded);
      return rowOf(recorded, occasion, orders.get(occasion.orderIn(recorded.event))!) ?? [];
    });
    if (rows.length === 0) return undefined;
    const known = await contacts.of([...new Set(rows.map((row) => row.customer_id))], on);
    const oldest = Date.now() - maxAgeMs;
    const decided = rows.map(({ recorded_at, ...row }) => {
      const reason = whyNot(known.get(row.customer_id), Date.parse(recorded_at) < oldest);
      return { ...row, state: reason === null ? 'queued' : 'suppressed', reason };
    });
    if (decided.some(({ state }) => state === 'queued')) nudge();
    return { parts: QUEUE, params: [JSON.stringify(decided)] };
  }
  return {
    name: 'notifications.outbox',
    events: occasions.map(({ event }) => event),
    from: 'head',
    lingerMs: 500,
    handle: async (batch, tx) => {
      const change = await changeFor(batch, tx);
      if (change) await tx.query(QUEUE_ALONE, change.params);
    },
    toChange: changeFor,
  };
}

/** All at the same moment, so that they are read together. */
async function ordersIn(
  batch: readonly Recorded[],
  queries: QueryBus,
): Promise<ReadonlyMap<string, OrderView>> {
  const ids = new Set(batch.map((recorded) => occasionOf(recorded).orderIn(recorded.event)));
  const orders = await Promise.all([...ids].map((id) => queries.execute(new GetOrder(id, system))));
  return new Map(orders.map((order) => [order.id, order]));
}

const occasionOf = ({ event }: Recorded): Occasion => heard.get(event.type)!;

function rowOf(
  { id, event, position, metadata, recordedAt }: Recorded,
  occasion: Occasion,
  order: OrderView,
) {
  const facts = occasion.factsIn(event);
  if (!isWorthTelling(occasion, order, facts)) return undefined;
  return {
    notification_id: derivedId(id, occasion.template),
    template: occasion.template,
    event_id: id,
    event_type: event.type,
    position,
    order_id: order.id,
    customer_id: order.customerId,
    facts,
    correlation_id: metadata.correlationId,
    recorded_at: recordedAt,
  };
}

/** A draft that is thrown away, a payment and a refund of nothing: nobody waits for a mail about these. */
function isWorthTelling({ template }: Occasion, order: OrderView, { amount }: Facts): boolean {
  if (template === 'order-cancelled') return order.confirmedAt !== undefined;
  if (template === 'payment-received') return order.total.amountMinor > 0;
  return amount === undefined || amount.amountMinor > 0;
}

/** Why nobody is written to; null when somebody is. */
export function whyNot(addressee: Addressee | undefined, isTooOld: boolean): string | null {
  if (isTooOld) return 'too-old';
  if (!addressee) return 'no-contact';
  return addressee.notifications ? null : 'opted-out';
}
