import { Injectable } from '@nestjs/common';
import { QueryBus, type Query } from '@nestjs/cqrs';
import { GetFulfilment } from '../fulfilment/contract.js';
import { GetReservation } from '../inventory/contract.js';
import { GetOrder } from '../orders/contract.js';
import { GetPayment } from '../payments/contract.js';
import type { Actor } from '../platform/core/actor.js';
import { derivedId } from '../platform/core/ids.js';
import { Rejection } from '../platform/core/rejection.js';
import type { PointInTime } from '../platform/core/schemas.js';
import { streamOf } from '../platform/event-store/recorded.js';
import { GetReturn, ListReturns } from '../returns/contract.js';
import { GetShipment } from '../shipping/contract.js';

/** One stream of an order, and who shows it. */
export interface Part {
  readonly name: 'order' | 'fulfilment' | 'payment' | 'shipment' | 'reservation' | 'return';
  readonly room: string;
  readonly stream: string;
  readonly ask: (point: PointInTime) => Query<object>;
}

/** Of one order there are not more. */
const MOST_RETURNS = 100;

/** What an order consists of; each part is shown by the room that owns it. */
@Injectable()
export class OrderParts {
  constructor(private readonly queries: QueryBus) {}

  /** @throws Rejection `order.not-found` */
  async of(orderId: string, actor: Actor): Promise<readonly Part[]> {
    await this.queries.execute(new GetOrder(orderId, actor));
    const page = { orderId, limit: MOST_RETURNS };
    const { items } = await this.queries.execute(new ListReturns(page, actor));
    const payment = derivedId(orderId, 'payment');
    const shipment = derivedId(orderId, 'shipment');
    const part = (name: Part['name'], room: string, id: string, ask: Part['ask']): Part => ({
      ...{ name, room, ask },
      stream: streamOf(name, id),
    });
    return [
      part('order', 'orders', orderId, (point) => new GetOrder(orderId, actor, point)),
      part('fulfilment', 'fulfilment', orderId, (point) => new GetFulfilment(orderId, actor, point)),
      part('reservation', 'inventory', orderId, (point) => new GetReservation(orderId, actor, point)),
      part('payment', 'payments', payment, (point) => new GetPayment(payment, actor, point)),
      part('shipment', 'shipping', shipment, (point) => new GetShipment(shipment, actor, point)),
      ...items.map(({ id }) => part('return', 'returns', id, (point) => new GetReturn(id, actor, point))),
    ];
  }

  /** @returns null where it did not exist, or is nothing that this caller sees */
  async show(part: Part, version: number): Promise<object | null> {
    if (version === 0) return null;
    try {
      const view = await this.queries.execute(part.ask({ version }));
      return part.name === 'fulfilment' ? withoutPresence(view) : view;
    } catch (error) {
      if (error instanceof Rejection && error.code.endsWith('.not-found')) return null;
      throw error;
    }
  }
}

interface Step {
  readonly state: string;
  readonly attempts?: number;
  readonly detail?: string;
}

/** Tries and deadlines stand with the tasks of today: of the past nobody knows them. */
function withoutPresence(view: object): object {
  const { deadlineAt: _, steps, ...stood } = view as { deadlineAt?: string; steps: readonly Step[] };
  return {
    ...stood,
    steps: steps.map(({ attempts: __, detail, ...step }) =>
      detail === undefined || step.state === 'started' ? step : { ...step, detail },
    ),
  };
}
