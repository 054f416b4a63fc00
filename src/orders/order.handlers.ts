import { Inject } from '@nestjs/common';
import { CommandHandler, QueryBus, QueryHandlerNotFoundException, type ICommandHandler } from '@nestjs/cqrs';
import { GetProducts } from '../catalog/contract.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Rejection } from '../platform/core/rejection.js';
import type { InlineWrite, Written } from '../platform/cqrs/command.js';
import { AggregateStore, type Reads } from '../platform/event-store/aggregate-store.js';
import { AddItem, ChangeShippingAddress, ConfirmOrder, CreateOrder, RepriceOrder } from './order.commands.js';
import {
  addItem,
  changeShippingAddress,
  confirmOrder,
  createOrder,
  order,
  repriceOrder,
} from './order.decider.js';
import { OrderConfirmed } from './order.events.js';
import { existing, type OrderEvent, type OrderState } from './order.state.js';
import { SealedAddresses } from './sealed-addresses.js';
import type { Limits, Products } from './order.lines.js';
import { isBeyondLimit, UnpaidOrders } from './unpaid-orders.js';
import { HasLeft, WhyNotPayable } from './contract.js';
import { same, type PaymentMethod } from './vocabulary.js';

// Ask the catalogue, then decide: a price is the one of the moment before the order was written.

const RACES = 3;

@CommandHandler(CreateOrder)
export class CreateOrderHandler implements ICommandHandler<CreateOrder> {
  constructor(
    private readonly store: AggregateStore,
    private readonly queries: QueryBus,
    private readonly unpaid: UnpaidOrders,
    private readonly addresses: SealedAddresses,
  ) {}

  async execute(command: CreateOrder): Promise<Written<OrderState>> {
    const { data, by } = command;
    const { orderId, customerId, items, paymentMethod, confirm } = data;
    const walletFault = confirm ? await walletFaultOf(this.queries, { ...data, paymentMethod }) : undefined;
    return this.addresses.sealing(data, async () => {
      const [products, sealed] = await Promise.all([
        this.queries.execute(new GetProducts(items.map(({ sku }) => sku))),
        this.addresses.inOrder(data),
      ]);
      return unlessOvertaken(async () => {
        const limits = confirm && (await this.unpaid.limitsFor(by.actor, customerId, paymentMethod, items));
        const asked = new CreateOrder(sealed.data, by);
        const decide = createOrder(asked, products, { limits: limits || undefined, walletFault });
        const rows = holding(this.unpaid, limits || undefined, sealed.rows);
        return this.store.create(order, orderId, by, { decide, rows });
      });
    });
  }
}

@CommandHandler(AddItem)
export class AddItemHandler implements ICommandHandler<AddItem> {
  constructor(
    private readonly store: AggregateStore,
    private readonly queries: QueryBus,
  ) {}

  async execute(command: AddItem): Promise<Written<OrderState>> {
    const { orderId, sku } = command.data;
    const products = await this.queries.execute(new GetProducts([sku]));
    return this.store.execute(order, orderId, command.by, addItem(command, products));
  }
}

@CommandHandler(RepriceOrder)
export class RepriceOrderHandler implements ICommandHandler<RepriceOrder> {
  constructor(
    private readonly store: AggregateStore,
    private readonly queries: QueryBus,
  ) {}

  async execute(command: RepriceOrder): Promise<Written<OrderState>> {
    const { orderId } = command.data;
    return unlessOvertaken(async () => {
      const skus = skusOf((await this.store.load(order, orderId)).state);
      const products = await this.queries.execute(new GetProducts(skus));
      const rule = asked(products, repriceOrder(command, products), skus);
      return this.store.execute(order, orderId, command.by, rule);
    });
  }
}

/** What confirming promises is checked here: the goods are on sale, at the price that was shown, within the limits. */
@CommandHandler(ConfirmOrder)
export class ConfirmOrderHandler implements ICommandHandler<ConfirmOrder> {
  constructor(
    private readonly store: AggregateStore,
    private readonly queries: QueryBus,
    private readonly unpaid: UnpaidOrders,
    private readonly addresses: SealedAddresses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  execute(command: ConfirmOrder): Promise<Written<OrderState>> {
    const { data, by } = command;
    return unlessOvertaken(async () => {
      const { state } = await this.store.load(order, data.orderId);
      const skus = skusOf(state);
      const products = await this.queries.execute(new GetProducts(skus));
      const priceHoldMs = this.config.PRICE_HOLD_SECONDS * 1_000;
      const limits =
        state.status === 'draft'
          ? await this.unpaid.limitsFor(by.actor, state.customerId, state.paymentMethod, state.items)
          : undefined;
      const walletFault = state.status === 'draft' ? await walletFaultOf(this.queries, state) : undefined;
      const method = state.status === 'draft' ? state.paymentMethod : undefined;
      const rule = confirmOrder(command, { products, priceHoldMs, limits, walletFault });
      const decide = asked(products, stillPaidBy(method, rule), skus);
      const rows = holding(this.unpaid, limits, state.status === 'draft' ? this.addresses.usedBy(state) : []);
      return this.addresses.confirming(() => this.store.execute(order, data.orderId, by, { decide, rows }));
    });
  }
}

const skusOf = (state: OrderState): string[] =>
  state.status === 'draft' ? state.items.map(({ sku }) => sku) : [];

const holding =
  (unpaid: UnpaidOrders, limits: Limits | undefined, keys: readonly InlineWrite[]) =>
  (events: readonly OrderEvent[], version: number) => [
    ...events.flatMap((event) =>
      event instanceof OrderConfirmed ? [unpaid.hold(event, version, limits)] : [],
    ),
    ...keys,
  ];

interface Payer {
  readonly customerId: string;
  readonly currency: string;
  readonly paymentMethod?: PaymentMethod | undefined;
}

/** Only accounts are looked at before: whether a card pays is known when it is charged. */
async function walletFaultOf(queries: QueryBus, payer: Payer): Promise<string | undefined> {
  const { customerId, currency, paymentMethod: method } = payer;
  if (!method || !isByAccount(method)) return undefined;
  return queries.execute(new WhyNotPayable(customerId, currency, method)).catch((error: unknown) => {
    if (error instanceof QueryHandlerNotFoundException) return 'nobody keeps accounts here';
    throw error;
  });
}

const isByAccount = (method: PaymentMethod): boolean =>
  method.type === 'wallet' || (method.type === 'card' && method.wallet !== undefined);

/** The draft holds a line, or an account is to pay, that was chosen after others were asked about it. */
class Overtaken extends Error {}

type Rule = (state: OrderState) => readonly OrderEvent[];

const asked =
  (products: Products, rule: Rule, skus: readonly string[]): Rule =>
  (state) => {
    if (skusOf(state).some((sku) => !products.has(sku) && !skus.includes(sku))) throw new Overtaken();
    return rule(state);
  };

const stillPaidBy =
  (method: PaymentMethod | undefined, rule: Rule): Rule =>
  (state) => {
    const chosen = state.status === 'draft' ? state.paymentMethod : undefined;
    if (chosen && isByAccount(chosen) && !same(method, chosen)) throw new Overtaken();
    return rule(state);
  };

/**
 * Who was overtaken looks again. Orders of one customer that race past a limit are refused by the database; the one that
 * lost then sees why.
 */
async function unlessOvertaken<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let race = 1; ; race++) {
    try {
      return await work();
    } catch (error) {
      if (!isBeyondLimit(error) && !(error instanceof Overtaken)) throw error;
      if (race < RACES) continue;
      throw new Rejection('concurrent-change', 'others keep changing the same thing; try again', {
        retryAfter: 1,
      });
    }
  }
}

/**
 * An address may change until the carrier has the parcel. What says so is read together with the order, so that a
 * parcel which leaves at this moment is a lost race, and the rule is asked again.
 */
@CommandHandler(ChangeShippingAddress)
export class ChangeShippingAddressHandler implements ICommandHandler<ChangeShippingAddress> {
  constructor(
    private readonly store: AggregateStore,
    private readonly queries: QueryBus,
    private readonly addresses: SealedAddresses,
  ) {}

  async execute(command: ChangeShippingAddress): Promise<Written<OrderState>> {
    const { data, by } = command;
    const customerId = await this.customerOf(command);
    return this.addresses.sealing({ customerId }, async () => {
      const sealed = await this.addresses.inOrder({ ...data, customerId });
      const { orderId, shippingAddress } = sealed.data;
      const asked = new ChangeShippingAddress({ orderId, shippingAddress }, by);
      const decide = async (state: OrderState, reads: Reads) => {
        const isOnItsWay = state.status === 'confirmed' || state.status === 'paid';
        const hasLeft = isOnItsWay && (await this.hasLeft(data.orderId, reads));
        return changeShippingAddress(asked, hasLeft)(state);
      };
      return this.store.execute(order, orderId, by, { decide, rows: () => sealed.rows });
    });
  }

  /** Whose order it is never changes. @throws Rejection `order.not-found` */
  private async customerOf({ data }: ChangeShippingAddress): Promise<string> {
    const { state } = await this.store.load(order, data.orderId);
    return existing(state, data.orderId).customerId;
  }

  private hasLeft(orderId: string, reads: Reads): Promise<boolean> {
    return this.queries.execute(new HasLeft(orderId, reads)).catch((error: unknown) => {
      // Nobody leads orders through fulfilment here, so nothing leaves.
      if (error instanceof QueryHandlerNotFoundException) return false;
      throw error;
    });
  }
}
