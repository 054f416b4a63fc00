import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import type { Actor } from '../platform/core/actor.js';
import type { InlineWrite } from '../platform/cqrs/command.js';
import { brokenConstraintOf } from '../platform/event-store/database-errors.js';
import { Database } from '../platform/event-store/database.js';
import type { OrderConfirmed, OrderUnitsCancelled } from './order.events.js';
import type { PaymentMethod } from './vocabulary.js';
import type { Held, Limits, Units } from './order.lines.js';

/** A bank transfer keeps its units for days, everything else for as long as a machine takes. */
const kindOf = ({ type }: PaymentMethod): 'transfer' | 'other' =>
  type === 'bank_transfer' ? 'transfer' : 'other';

const HELD = `
  select (select count(*)::int from orders.unpaid_orders where customer_id = $1 and kind = $2) as orders,
    (select coalesce(json_object_agg(sku, units), '{}') from orders.unpaid_units
     where customer_id = $1 and kind = $2 and sku = any ($3)) as units`;
const HOLD = 'select orders.hold_unpaid($1::json)';
const LOWER = 'select orders.lower_unpaid($1::json)';

/** What the unpaid orders of a customer hold. Counted in rows that commit with the events, and limited there too. */
@Injectable()
export class UnpaidOrders {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns undefined for who is trusted: staff and machines may order as much as they like for anybody */
  async limitsFor(
    { role }: Actor,
    customerId: string,
    method: PaymentMethod | undefined,
    items: readonly Units[],
  ): Promise<Limits | undefined> {
    if (role !== 'customer' || !method) return undefined;
    const skus = items.map(({ sku }) => sku);
    const [held] = await this.database.query<Held>(HELD, [customerId, kindOf(method), skus]);
    return { held: held!, ...this.most(method) };
  }

  /** The row that makes the order count, and lets the database refuse what a race would let through. */
  hold({ data }: OrderConfirmed, version: number, limits: Limits | undefined): InlineWrite {
    const { orderId, customerId, paymentMethod, items } = data;
    const lines = items.map(({ sku, quantity }) => ({ sku, quantity }));
    const { maxOrders, maxUnits } = limits ?? {};
    const row = { orderId, customerId, kind: kindOf(paymentMethod), version, lines, maxOrders, maxUnits };
    return { statement: HOLD, row };
  }

  /** The row that makes the order count less; of one that is paid there is nothing to lower. */
  lower({ data: { orderId, items } }: OrderUnitsCancelled): InlineWrite {
    return {
      statement: LOWER,
      row: { orderId, lines: items.map(({ sku, quantity }) => ({ sku, quantity })) },
    };
  }

  private most(method: PaymentMethod): Pick<Limits, 'maxOrders' | 'maxUnits'> {
    const { config } = this;
    return kindOf(method) === 'transfer'
      ? { maxOrders: config.UNPAID_TRANSFERS_PER_CUSTOMER, maxUnits: config.UNPAID_TRANSFER_UNITS_PER_SKU }
      : { maxOrders: config.UNPAID_ORDERS_PER_CUSTOMER, maxUnits: config.UNPAID_UNITS_PER_SKU };
  }
}

/** Another order of the customer was faster: look again. */
export const isBeyondLimit = (error: unknown): boolean =>
  /^unpaid_(orders|units)_within_limit$/.test(brokenConstraintOf(error) ?? '');
