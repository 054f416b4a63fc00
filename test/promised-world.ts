import { fulfilment } from '../src/fulfilment/fulfilment.saga.js';
import { IsInFulfilmentHandler } from '../src/fulfilment/is-in-fulfilment.js';
import { ReduceReservation } from '../src/inventory/contract.js';
import {
  consumeStock,
  reduceReservation,
  releaseStock,
  reservation,
  reserveStock,
} from '../src/inventory/reservation.decider.js';
import { LetUnitsGoHandler } from '../src/fulfilment/let-units-go.js';
import { CancelOrderHandler } from '../src/orders/cancel-order.handler.js';
import { HasLeftHandler } from '../src/fulfilment/has-left.js';
import { ChangeShippingAddressHandler } from '../src/orders/order.handlers.js';
import {
  CancelOrder,
  ChangeShippingAddress,
  DeliverOrder,
  type HasLeft,
  type LetUnitsGo,
} from '../src/orders/contract.js';
import * as orders from '../src/orders/order.decider.js';
import * as reports from '../src/orders/order.reports.js';
import { viewOf } from '../src/orders/order.view.js';
import { OrderConfirmed, OrderCreated } from '../src/orders/order.events.js';
import { IsInFulfilment, IssueRefund, LowerPayment } from '../src/payments/contract.js';
import { IssueRefundHandler } from '../src/payments/issue-refund.handler.js';
import { RefundPaymentHandler } from '../src/payments/refund-payment.handler.js';
import { Refunds } from '../src/payments/refunds.js';
import { TakePaymentHandler } from '../src/payments/take-payment.handler.js';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { OutcomePending } from '../src/platform/core/outcome-pending.js';
import { Rejection } from '../src/platform/core/rejection.js';
import { systemContext, type CommandContext } from '../src/platform/cqrs/command.js';
import { personalDataInMemory } from '../src/platform/testing/open-keys.js';
import { SealedAddresses } from '../src/orders/sealed-addresses.js';
import { ExternalService } from '../src/platform/outside/external-service.js';
import { Saga } from '../src/platform/sagas/saga.js';
import { SagaRegistry } from '../src/platform/sagas/saga-registry.js';
import { CancelShipmentHandler } from '../src/shipping/cancel-shipment.handler.js';
import { ReduceShipment, type HasParcel } from '../src/shipping/contract.js';
import { shipment } from '../src/shipping/shipment.decider.js';
import { reduceShipment } from '../src/shipping/shipment.reducing.js';
import { DispatchShipmentHandler } from '../src/shipping/dispatch-shipment.handler.js';
import { HasParcelHandler } from '../src/shipping/shipment.queries.js';
import { address, money, StoryCarrier, StoryGateway } from './fulfilment-story.js';
import { Led, Streams, type Task } from './fulfilment-world.js';
import { UnitRules } from '../src/platform/event-store/unit-rules.js';
import { WalletPayments } from '../src/payments/wallet-payments.js';

export const personalData = personalDataInMemory();
const lines = [{ sku: 'MUG', quantity: 2 }];

/** An order on its way, by the rules and handlers of every room, in a world that does what a story says. */
export class World {
  readonly streams = new Streams();
  readonly carrier = new StoryCarrier();
  readonly gateway = new StoryGateway();
  readonly orderId = newId();
  readonly paymentId = derivedId(this.orderId, 'payment');
  readonly led: Led;
  answers: [state: string, command: string, answer: string][] = [];
  /** Where the parcel must go, because the order said yes while the carrier had not got it. */
  wanted: string | undefined;
  private readonly hanging: Promise<void>[] = [];
  private readonly handlers;
  private readonly issue: IssueRefundHandler;
  private readonly change: ChangeShippingAddressHandler;
  private readonly cancelling: CancelOrderHandler;
  private readonly refunds: Refunds;

  constructor() {
    const saga = new Saga(fulfilment, { PAYMENT_PATIENCE_SECONDS: 1 });
    this.led = new Led(this.streams, saga, fulfilment, this.orderId);
    const registry = new SagaRegistry();
    registry.add(saga);
    const store = this.streams.asStore;
    const world = (name: string) => new ExternalService({ name, deadlineMs: 1_000, restMs: 0 });
    const bank = world('payment-gateway');
    const rules = new UnitRules();
    const wallet = new WalletPayments(rules);
    const refunds = (this.refunds = new Refunds(store, this.gateway, bank, wallet));
    this.cancelling = this.partsCancelledBy(rules, wallet);
    const inFulfilment = new IsInFulfilmentHandler(store, registry, {
      execute: async () => viewOf(await this.streams.load(orders.order, this.orderId)),
    } as never);
    this.issue = new IssueRefundHandler(store, refunds, (id) => inFulfilment.execute(new IsInFulfilment(id)));
    const parcel = new HasParcelHandler();
    const hasLeft = new HasLeftHandler({ execute: (query: HasParcel) => parcel.execute(query) } as never);
    const queries = { execute: (query: HasLeft) => hasLeft.execute(query) } as never;
    this.change = new ChangeShippingAddressHandler(store, queries, new SealedAddresses(personalData));
    const post = world('carrier');
    this.handlers = {
      TakePayment: new TakePaymentHandler(
        store,
        this.gateway,
        bank,
        { BANK_TRANSFER_POLL_SECONDS: 60 },
        wallet,
      ),
      RefundPayment: new RefundPaymentHandler(store, refunds, this.gateway, bank, wallet),
      DispatchShipment: new DispatchShipmentHandler(store, this.carrier, post, personalData),
      CancelShipment: new CancelShipmentHandler(store, this.carrier, post, personalData),
    } as unknown as Record<string, { execute(command: { data: object; by: object }): Promise<unknown> }>;
    this.confirm();
  }

  /** Order, parcel, stock and payment, by their own rules, in one unit. */
  private partsCancelledBy(rules: UnitRules, wallet: WalletPayments): CancelOrderHandler {
    rules.add(ReduceShipment, async (unit, command) => {
      const { state } = await unit.load(shipment, command.data.shipmentId);
      unit.append(shipment, command.data.shipmentId, reduceShipment(command, false)(state));
    });
    rules.add(ReduceReservation, async (unit, command) => {
      const { state } = await unit.load(reservation, this.orderId);
      unit.append(reservation, this.orderId, reduceReservation(command)(state));
    });
    rules.add(LowerPayment, (unit, command) => wallet.lower(unit, command));
    const letGo = new LetUnitsGoHandler(rules);
    const queries = { execute: (query: LetUnitsGo) => letGo.execute(query) } as never;
    return new CancelOrderHandler(this.streams.asStore, queries, { lower: () => ({}) } as never);
  }

  get stock(): 'none' | 'held' | 'rejected' | 'released' | 'consumed' {
    return this.streams.now(reservation, this.orderId).state.status;
  }

  get reserved(): number {
    const { state } = this.streams.now(reservation, this.orderId);
    return 'lines' in state ? state.lines.reduce((sum, { quantity }) => sum + quantity, 0) : 0;
  }

  get order() {
    return this.streams.now(orders.order, this.orderId).state as {
      status: string;
      items: { quantity: number }[];
      cancellation?: object;
      shippingAddress: { postalCode: string };
    };
  }

  /** As the table names them. */
  get shown(): string {
    return this.order.cancellation ? 'being cancelled' : this.order.status;
  }

  async work(n: number): Promise<void> {
    const open = [...this.led.tasks.values()];
    const task = open[n % Math.max(1, open.length)];
    if (!task) return;
    return task.kind === 'timeout' ? this.judge(task) : this.carryOut(task);
  }

  /** A process that hangs at the carrier is left behind; it may wake up any time. */
  private async carryOut(task: Task): Promise<void> {
    const run = this.finish(task);
    if (!this.carrier.holds) return run;
    this.hanging.push(run);
    await Promise.race([run, new Promise((resolve) => setTimeout(resolve, 1))]);
  }

  private async finish(task: Task): Promise<void> {
    await this.execute(task).then(
      () => {
        const { direction, step, command } = task;
        if (direction === 'tell') this.led.signal({ kind: 'told', step, command: command! });
      },
      (error: unknown) => {
        // Tried again later: nobody's fault, or told before what comes first.
        if (!(error instanceof OutcomePending || error instanceof Rejection)) throw error;
      },
    );
  }

  async command(name: string, decide: () => Promise<unknown>): Promise<void> {
    const before = this.shown;
    const answer = await decide().then(
      () => 'done',
      (error: unknown) => {
        if (error instanceof Rejection) return error.code;
        throw error;
      },
    );
    this.answers.push([before, name, answer]);
  }

  async changeAddress(postalCode: string): Promise<void> {
    const command = new ChangeShippingAddress(
      { orderId: this.orderId, shippingAddress: address(postalCode) },
      systemContext('law'),
    );
    await this.command('ChangeShippingAddress', () => this.change.execute(command));
    const [state, , answer] = this.answers.at(-1)!;
    if (answer === 'done') this.wanted = state !== 'being cancelled' ? postalCode : undefined;
  }

  cancel(): Promise<void> {
    const command = new CancelOrder({ orderId: this.orderId, reason: 'law' }, systemContext('law'));
    return this.command('CancelOrder', () => this.cancelling.execute(command));
  }

  cancelUnit(): Promise<void> {
    const items = [{ sku: 'MUG', quantity: 1 }];
    const command = new CancelOrder({ orderId: this.orderId, reason: 'law', items }, systemContext('law'));
    return this.command('CancelOrder, units', () => this.cancelling.execute(command));
  }

  refund(amountMinor: number): Promise<void> {
    const data = { paymentId: this.paymentId, amountMinor, reason: 'law' };
    return this.command('IssueRefund', () => this.issue.execute(new IssueRefund(data, systemContext('law'))));
  }

  async deliver(): Promise<void> {
    const command = new DeliverOrder({ orderId: this.orderId }, systemContext('law'));
    await this.decide(command, orders.deliverOrder(command)).catch(() => undefined);
  }

  /** All is heard, and every command is sent once. */
  async pass(): Promise<void> {
    while (this.led.isDeaf) this.led.hear();
    const open = [...this.led.tasks.values()].filter(({ kind }) => kind === 'command');
    for (const task of open) await this.carryOut(task);
  }

  /** The weather is fine again, and everything is given the time it needs. */
  async rest(): Promise<void> {
    this.carrier.heal();
    this.gateway.heal();
    this.carrier.release();
    await Promise.all(this.hanging);
    for (let round = 0; round < 60; round++) {
      while (this.led.isDeaf) this.led.hear();
      await this.refunds.complete(this.paymentId, () => systemContext('law'));
      if (this.led.tasks.size === 0 && !this.led.isDeaf) return;
      for (let n = this.led.tasks.size; n >= 0; n--) await this.work(n);
    }
  }

  private judge({ id, step }: Task): void {
    if (this.led.isDeaf) return;
    this.led.tasks.delete(id);
    this.led.signal({ kind: 'timeout', step });
  }

  private async execute(task: Task): Promise<unknown> {
    const [name, by] = [task.command!, this.led.by(task)];
    const handler = this.handlers[name];
    if (handler) return handler.execute({ data: task.data, by });
    const command = { data: task.data, by } as never;
    switch (name) {
      case 'MarkOrderPaid':
        return this.decide(command, reports.markOrderPaid(command));
      case 'MarkOrderShipped':
        return this.decide(command, reports.markOrderShipped(command));
      case 'EndOrderCancelled':
        return this.decide(command, reports.endOrderCancelled(command));
      default:
        return this.warehouse(name);
    }
  }

  /** Whether the saga has the warehouse decide within its own append, and so hears of it before what came before it. */
  decideAtOnce(isSo: boolean): void {
    const decide = (command: string) => {
      const before = this.streams.log.length;
      if (/Stock$/.test(command)) this.warehouse(command);
      return this.streams.log[before]?.event;
    };
    this.led.atOnce = isSo ? decide : undefined;
  }

  private warehouse(name: string): void {
    const { orderId, streams } = this;
    const { state } = streams.now(reservation, orderId);
    const command = { data: { orderId, lines } } as never;
    const rule = {
      ReserveStock: reserveStock(command, new Map([['MUG', 2]])),
      ReleaseStock: releaseStock(command),
      ConsumeStock: consumeStock(command),
    }[name];
    if (rule) streams.append(reservation, orderId, rule(state));
  }

  private decide<Event>(
    { by }: { by: CommandContext },
    rule: (state: never) => readonly Event[],
  ): Promise<unknown> {
    return this.streams.execute(orders.order, this.orderId, by, rule as never);
  }

  private confirm(): void {
    const { orderId } = this;
    const items = [{ sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: money(1_250) }];
    const details = { orderId, customerId: newId(), currency: 'EUR', items };
    const firm = { shippingAddress: address('OLD'), paymentMethod: { type: 'card', token: 't' } as const };
    this.streams.append(orders.order, orderId, [
      new OrderCreated({ ...details, ...firm }),
      new OrderConfirmed({ ...details, ...firm, total: money(2_500) }),
    ]);
  }
}
