import { Query } from '@nestjs/cqrs';
import { z } from 'zod';
import { fulfilmentView } from '../fulfilment/contract.js';
import { reservationView } from '../inventory/contract.js';
import { orderView } from '../orders/contract.js';
import { paymentSchema } from '../payments/contract.js';
import type { Actor } from '../platform/core/actor.js';
import { instant, timestamp, uuid } from '../platform/core/schemas.js';
import { returnSchema } from '../returns/contract.js';
import { shipmentSchema } from '../shipping/contract.js';

/** A time, or a position of the log. */
export const moment = z
  .union([instant, z.string().regex(/^\d{1,15}$/)], {
    error: 'must be a time such as 2026-11-26T12:00:00Z, or a position of the log',
  })
  .meta({ examples: ['2026-11-26T12:00:00Z'] });

export const asOfQuery = z.strictObject({ at: moment });
export const diffQuery = z.strictObject({
  from: moment.optional().meta({ description: 'what was known then; the beginning unless given' }),
  to: moment.optional().meta({ description: 'up to and with; now unless given' }),
});

const step = fulfilmentView.shape.steps.element.omit({ attempts: true });
export const orderAsOf = z
  .object({
    order: orderView,
    fulfilment: fulfilmentView
      .omit({ deadlineAt: true })
      .extend({ steps: z.array(step) })
      .nullable(),
    payment: paymentSchema.nullable(),
    shipment: shipmentSchema.nullable(),
    reservation: reservationView.nullable(),
    returns: z.array(returnSchema),
    at: z.object({ position: z.int(), time: timestamp }),
  })
  .meta({ id: 'OrderAsOf' });
export type OrderAsOf = z.output<typeof orderAsOf>;

export const orderDiff = z
  .object({
    changes: z.array(
      z.object({
        room: z.string(),
        path: z.string().meta({ description: 'a JSON Pointer into what that room shows' }),
        before: z.unknown().meta({ description: 'null where there was nothing' }),
        after: z.unknown().meta({ description: 'null where there is nothing any more' }),
        eventId: uuid,
        type: z.string(),
        position: z.int(),
        at: timestamp.meta({ description: 'when it was recorded' }),
        actor: z.string(),
      }),
    ),
    nextFrom: z.int().nullable().meta({ description: 'from where to ask on, if this was not all' }),
  })
  .meta({ id: 'OrderDiff' });
export type OrderDiff = z.output<typeof orderDiff>;

/**
 * An order in every room, as it stood.
 *
 * @throws Rejection `order.not-found` also for one that did not exist yet
 */
export class GetOrderAsOf extends Query<OrderAsOf> {
  constructor(
    readonly orderId: string,
    readonly actor: Actor,
    readonly at: string,
  ) {
    super();
  }
}

/** What changed about an order in every room, event by event. */
export class GetOrderDiff extends Query<OrderDiff> {
  constructor(
    readonly orderId: string,
    readonly actor: Actor,
    readonly between: z.output<typeof diffQuery>,
  ) {
    super();
  }
}
