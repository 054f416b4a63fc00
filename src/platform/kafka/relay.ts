import type { Subscription } from '../subscriptions/subscription.js';
import { Unavailable } from '../subscriptions/failures.js';
import { epochAt, type Epochs } from './epochs.js';
import type { Publication } from './publication.js';
import type { IntegrationEventPublisher } from './publisher.js';

export const RELAY = 'kafka.relay';

/** The broker will not take the record as it is: its stream waits for an operator, all others flow. */
export class Unsendable extends Error {
  override readonly name = 'Unsendable';
}

/**
 * The way from the log to Kafka: a durable subscription that sends first and then moves its checkpoint, so that a
 * crash in between sends again (the ids are stable) and never loses. One batch is under way at a time.
 */
export function relay(
  publications: readonly Publication[],
  publisher: Pick<IntegrationEventPublisher, 'publish'>,
  epochs: Pick<Epochs, 'all'>,
): Subscription {
  const byEvent = new Map(publications.map((publication) => [publication.event.type, publication]));
  return {
    name: RELAY,
    events: publications.map(({ event }) => event),
    handle: async (batch, tx) => {
      const history = await epochs.all();
      const deliveries = await publisher.publish(
        batch.map((recorded) => {
          const record = byEvent.get(recorded.event.type)!.record(recorded);
          const ce_epoch = String(epochAt(history, recorded.position));
          return { ...record, headers: { ...record.headers, ce_epoch } };
        }),
      );
      const refused = deliveries.find(({ kind }) => kind === 'refused');
      if (refused?.kind === 'refused') throw new Unsendable(refused.reason);
      const sent = deliveries.map((delivery, i) => {
        if (delivery.kind !== 'sent') throw new Unavailable(`Kafka: ${delivery.reason}`);
        return { event_id: batch[i]!.id, partition: delivery.partition, offset_: delivery.offset };
      });
      await tx.query(
        `insert into platform.published (event_id, partition, "offset")
         select r.event_id, r.partition, r.offset_
         from json_to_recordset($1::json) as r(event_id uuid, partition int, offset_ bigint)
         on conflict do nothing`,
        [JSON.stringify(sent)],
      );
    },
  };
}
