import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { FulfilmentSaga } from '../src/fulfilment/fulfilment.saga.js';
import { IsInFulfilmentHandler } from '../src/fulfilment/is-in-fulfilment.js';
import { StockReleased, StockReserved } from '../src/inventory/contract.js';
import { CancelOrder, ChangeShippingAddress, DeliverOrder } from '../src/orders/contract.js';
import * as orders from '../src/orders/order.decider.js';
import { OrderConfirmed, OrderCreated } from '../src/orders/order.events.js';
import { IsInFulfilment, IssueRefund } from '../src/payments/contract.js';
import type { PaymentGateway } from '../src/payments/gateway/payment-gateway.js';
import { IssueRefundHandler } from '../src/payments/issue-refund.handler.js';
import { payment } from '../src/payments/payment.decider.js';
import { RefundPaymentHandler } from '../src/payments/refund-payment.handler.js';
import { Refunds } from '../src/payments/refunds.js';
import { TakePaymentHandler } from '../src/payments/take-payment.handler.js';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { NotYet } from '../src/platform/core/not-yet.js';
import { Rejection } from '../src/platform/core/rejection.js';
import { systemContext, type CommandContext } from '../src/platform/cqrs/command.js';
import { Outside } from '../src/platform/outside/outside.js';
import { Saga } from '../src/platform/sagas/saga.js';
import { SagaRegistry } from '../src/platform/sagas/saga-registry.js';
import { CancelShipmentHandler } from '../src/shipping/cancel-shipment.handler.js';
import type { Carrier, ParcelRequest } from '../src/shipping/carrier/carrier.js';
import { DispatchShipmentHandler } from '../src/shipping/dispatch-shipment.handler.js';
import { Led, Streams, type Task } from './fulfilment-world.js';

const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const address = (postalCode: string) => ({
  name: 'Ada',
  line1: '1 St',
  city: 'London',
  postalCode,
  country: 'GB',
});
const lines = [{ sku: 'MUG', quantity: 2 }];

type Parcel = { state: 'accepted' | 'pending' | 'refused' | 'cancelled'; to?: string; isGone?: boolean };

/** A carrier that does what the story says, and keeps by key what it did first. */
class StoryCarrier implements Carrier {
  readonly parcels = new Map<string, Parcel>();
  weather: 'fine' | 'down' | 'replies get lost' = 'fine';
  next: Parcel['state'] = 'accepted';

  async send({ key, address: { postalCode } }: ParcelRequest): Promise<unknown> {
    if (this.weather === 'down') throw new Error('503');
    if (!this.parcels.has(key)) this.parcels.set(key, { state: this.next, to: postalCode });
    if (this.weather === 'replies get lost') throw new Error('no reply');
    return this.find(key);
  }

  find(key: string): Promise<unknown> {
    if (this.weather === 'down') return Promise.reject(new Error('503'));
    const parcel = this.parcels.get(key);
    const more =
      parcel?.state === 'accepted' ? { carrier: 'Post', trackingNumber: `T${key}` } : { detail: 'no' };
    return Promise.resolve({ outcome: parcel?.state ?? 'not-found', key, ...more });
  }

  async cancel(key: string): Promise<unknown> {
    if (this.weather === 'down') throw new Error('503');
    const parcel = this.parcels.get(key);
    if (parcel?.isGone) return { outcome: 'too-late', key, detail: 'on a plane' };
    if (parcel?.state === 'refused') return this.find(key);
    this.parcels.set(key, { ...parcel, state: 'cancelled' });
    return { outcome: 'cancelled', key };
  }

  /** What is under way leaves for good. */
  depart(): void {
    for (const parcel of this.parcels.values()) {
      if (parcel.state === 'accepted' || parcel.state === 'pending') parcel.isGone = true;
    }
  }

  heal(): void {
    this.weather = 'fine';
    this.next = 'accepted';
    for (const parcel of this.parcels.values()) if (parcel.state === 'pending') parcel.state = 'accepted';
  }

  get live(): Parcel[] {
    return [...this.parcels.values()].filter(({ state }) => state === 'accepted' || state === 'pending');
  }
}

/** The same for money. */
class StoryGateway implements PaymentGateway {
  private readonly charges = new Map<string, 'captured' | 'declined' | 'pending' | 'cancelled'>();
  private readonly refunds = new Map<string, number>();
  weather: 'fine' | 'down' = 'fine';
  next: 'captured' | 'declined' | 'pending' | 'cancelled' = 'captured';

  charge({ key }: { key: string }): Promise<unknown> {
    if (this.weather === 'fine' && !this.charges.has(key)) this.charges.set(key, this.next);
    return this.findCharge(key);
  }

  findCharge(key: string): Promise<unknown> {
    if (this.weather === 'down') return Promise.reject(new Error('503'));
    const more = { reference: 'ch', amount: money(2_500), code: 'declined', detail: 'no' };
    return Promise.resolve({ outcome: this.charges.get(key) ?? 'not-found', key, ...more });
  }

  cancel(key: string): Promise<unknown> {
    if (this.weather === 'down') return Promise.reject(new Error('503'));
    const charge = this.charges.get(key);
    if (charge === undefined || charge === 'pending') this.charges.set(key, 'cancelled');
    return this.findCharge(key);
  }

  refund({ key, amount }: { key: string; amount: { amountMinor: number } }): Promise<unknown> {
    if (this.weather === 'fine') this.refunds.set(key, amount.amountMinor);
    return this.findRefund(key);
  }

  findRefund(key: string): Promise<unknown> {
    if (this.weather === 'down') return Promise.reject(new Error('503'));
    const amount = this.refunds.get(key);
    if (amount === undefined) return Promise.resolve({ outcome: 'not-found', key });
    return Promise.resolve({ outcome: 'refunded', key, reference: 're', amount: money(amount) });
  }

  heal(): void {
    this.weather = 'fine';
    this.next = 'captured';
    for (const [key, state] of this.charges) if (state === 'pending') this.charges.set(key, 'captured');
  }

  /** What we have of the customer's money. */
  get kept(): number {
    const taken = [...this.charges.values()].filter((state) => state === 'captured').length * 2_500;
    return [...this.refunds.values()].reduce((left, amount) => left - amount, taken);
  }
}

class World {
  readonly streams = new Streams();
  readonly carrier = new StoryCarrier();
  readonly gateway = new StoryGateway();
  readonly orderId = newId();
  readonly paymentId = derivedId(this.orderId, 'payment');
  readonly led: Led;
  stock: 'free' | 'reserved' | 'released' | 'consumed' = 'free';
  answers: [state: string, command: string, answer: string][] = [];
  private readonly handlers;
  private readonly issue: IssueRefundHandler;

  constructor() {
    const table = new FulfilmentSaga(() => 1_000);
    const saga = new Saga(table) as unknown as Saga;
    this.led = new Led(this.streams, saga, table as never, this.orderId);
    const registry = new SagaRegistry();
    registry.add(saga);
    const store = this.streams.asStore;
    const world = (name: string) => new Outside({ name, deadlineMs: 1_000, restMs: 0 });
    const bank = world('payment-gateway');
    const refunds = new Refunds(store, this.gateway, bank);
    const inFulfilment = new IsInFulfilmentHandler(store, registry);
    this.issue = new IssueRefundHandler(store, refunds, (id) => inFulfilment.execute(new IsInFulfilment(id)));
    const post = world('carrier');
    this.handlers = {
      TakePayment: new TakePaymentHandler(store, this.gateway, bank, { BANK_TRANSFER_POLL_SECONDS: 60 }),
      RefundPayment: new RefundPaymentHandler(store, refunds, this.gateway, bank),
      DispatchShipment: new DispatchShipmentHandler(store, this.carrier, post),
      CancelShipment: new CancelShipmentHandler(store, this.carrier, post),
    } as unknown as Record<string, { execute(command: { data: object; by: object }): Promise<unknown> }>;
    this.confirm();
  }

  get order() {
    return this.streams.now(orders.order, this.orderId).state as {
      status: string;
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
    if (task.kind === 'timeout') return this.judge(task);
    await this.execute(task).then(
      () => task.direction === 'tell' && this.led.tasks.delete(task.id),
      (error: unknown) => {
        // Tried again later: nobody's fault, or told before what comes first.
        if (!(error instanceof NotYet || error instanceof Rejection)) throw error;
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

  changeAddress(postalCode: string): Promise<void> {
    const command = new ChangeShippingAddress(
      { orderId: this.orderId, shippingAddress: address(postalCode) },
      systemContext('law'),
    );
    return this.command('ChangeShippingAddress', () =>
      this.decide(command, orders.changeShippingAddress(command)),
    );
  }

  cancel(): Promise<void> {
    const command = new CancelOrder({ orderId: this.orderId, reason: 'law' }, systemContext('law'));
    return this.command('CancelOrder', () => this.decide(command, orders.cancelOrder(command)));
  }

  refund(amountMinor: number): Promise<void> {
    const data = { paymentId: this.paymentId, amountMinor, reason: 'law' };
    return this.command('IssueRefund', () => this.issue.execute(new IssueRefund(data, systemContext('law'))));
  }

  async deliver(): Promise<void> {
    const command = new DeliverOrder({ orderId: this.orderId }, systemContext('law'));
    await this.decide(command, orders.deliverOrder(command)).catch(() => undefined);
  }

  /** The weather is fine again, and everything is given the time it needs. */
  async rest(): Promise<void> {
    this.carrier.heal();
    this.gateway.heal();
    for (let round = 0; round < 60; round++) {
      while (this.led.isDeaf) this.led.hear();
      if (this.led.tasks.size === 0) return;
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
        return this.decide(command, orders.markOrderPaid(command));
      case 'MarkOrderShipped':
        return this.decide(command, orders.markOrderShipped(command));
      case 'EndOrderCancelled':
        return this.decide(command, orders.endOrderCancelled(command));
      default:
        return this.warehouse(name);
    }
  }

  private warehouse(name: string): void {
    const { orderId } = this;
    const tell = (event: StockReserved | StockReleased) =>
      this.streams.log.push({ stream: `reservation-${orderId}`, event });
    if (name === 'ReserveStock' && this.stock === 'free') {
      this.stock = 'reserved';
      tell(new StockReserved({ orderId, lines }));
    } else if (name === 'ReleaseStock' && (this.stock === 'reserved' || this.stock === 'free')) {
      this.stock = 'released';
      tell(new StockReleased({ orderId, lines }));
    } else if (name === 'ConsumeStock' && this.stock === 'reserved') this.stock = 'consumed';
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

/** The table of src/fulfilment/README.md: what may be answered, by command and state. */
function promised(): (command: string, state: string) => string[] {
  const readme = readFileSync('src/fulfilment/README.md', 'utf8');
  const [head, , ...rows] = readme.slice(readme.indexOf('| command ↓')).split('\n\n')[0]!.split('\n');
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const states = cells(head!);
  const table = rows.map(cells);
  return (command, state) => {
    const cell = table.find(([name]) => name === command)?.[states.indexOf(state)] ?? '';
    return cell
      .replace(/[¹²³]/g, '')
      .split(' or ')
      .map((answer) => answer.trim());
  };
}

type Deed = (world: World) => void | Promise<void>;
const deeds: Record<string, Deed> = {
  'the saga hears': ({ led }) => led.hear(),
  'work is done': (world) => world.work(0),
  'other work is done': (world) => world.work(1),
  'the customer cancels': (world) => world.cancel(),
  'the address changes': (world) => world.changeAddress('NEW'),
  'the address changes again': (world) => world.changeAddress('NEWER'),
  'an operator refunds all': (world) => world.refund(2_500),
  'an operator refunds a part': (world) => world.refund(100),
  'the parcel leaves': ({ carrier }) => carrier.depart(),
  'the carrier is down': ({ carrier }) => void (carrier.weather = 'down'),
  'replies of the carrier get lost': ({ carrier }) => void (carrier.weather = 'replies get lost'),
  'the carrier is back': ({ carrier }) => void (carrier.weather = 'fine'),
  'the carrier takes its time': ({ carrier }) => void (carrier.next = 'pending'),
  'the carrier will refuse': ({ carrier }) => void (carrier.next = 'refused'),
  'the carrier will cancel': ({ carrier }) => void (carrier.next = 'cancelled'),
  'the gateway is down': ({ gateway }) => void (gateway.weather = 'down'),
  'the gateway is back': ({ gateway }) => void (gateway.weather = 'fine'),
  'the gateway takes its time': ({ gateway }) => void (gateway.next = 'pending'),
  'the gateway will decline': ({ gateway }) => void (gateway.next = 'declined'),
  'the gateway will cancel': ({ gateway }) => void (gateway.next = 'cancelled'),
  'the order is delivered': (world) => world.deliver(),
};

describe('The promises of an order on its way', () => {
  const mayAnswer = promised();
  const usual = ['the saga hears', 'work is done', 'other work is done'];
  const deed = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...usual) },
    fc.constantFrom(...Object.keys(deeds)),
  );

  it('hold in every order of arrival', async () => {
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 60 }), async (story) => {
        const world = new World();
        for (const name of story) await deeds[name]!(world);
        for (const [state, command, answer] of world.answers) {
          expect([state, command, mayAnswer(command, state)]).toEqual([
            state,
            command,
            expect.arrayContaining([answer]),
          ]);
        }
        await world.rest();
        restsWhole(world);
        ends.set(world.shown, (ends.get(world.shown) ?? 0) + 1);
      }),
      { numRuns: 1_500 },
    );
    // A law about what never came to pass says nothing.
    expect([...ends.keys()].sort()).toEqual(['cancelled', 'delivered', 'shipped']);
  });
});

function restsWhole({ led, order, carrier, gateway, stock, answers }: World): void {
  expect([led.state.status, led.tasks.size]).toEqual([led.state.ended, 0]);
  const givenBack = answers.filter(([, command, answer]) => command === 'IssueRefund' && answer === 'done');
  if (order.status === 'cancelled') {
    expect([carrier.live, gateway.kept]).toEqual([[], 0]);
    expect(stock === 'released' || stock === 'free').toBe(true);
    expect(givenBack).toEqual([]);
    return;
  }
  expect(order.status).toMatch(/shipped|delivered/);
  expect(carrier.live.map(({ to }) => to)).toEqual([order.shippingAddress.postalCode]);
  expect(stock).toBe('consumed');
  if (givenBack.length === 0) expect(gateway.kept).toBe(2_500);
  for (const [state] of givenBack) expect(state).toMatch(/shipped|delivered/);
}
