import { setTimeout as sleep } from 'node:timers/promises';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { address, bankTransfer, eur, to } from './builders.js';
import type { Reply } from './client.js';
import type { Shop } from './shop.js';

const why = { reason: 'on a walk' };
const skus = ['CUP', 'PAN', 'GIFT'] as const;
const tokens = ['tok_declined', 'tok_slow_200', 'tok_timeout_charged', 'tok_error_then_ok'];
/** Most end a walk, so they are seldom. */
const seldom = /^(cancel it all|compensate|a parcel is refused|money does not|close|erase)/;

type Deed = () => Promise<unknown>;
interface Line {
  readonly sku: string;
  readonly quantity: number;
}

/** One customer with an order and two accounts, to whom anything may be done in any order. */
export class Walk {
  readonly customerId = newId();
  /** What was asked for and answered. */
  readonly did: string[] = [];
  orderId = 'none';
  private accountId = '';
  private otherAccountId = '';
  private returnId: string | undefined;
  private thrown = 0;

  /** @param throws of dice, from 0 up to 999,999 */
  constructor(
    private readonly shop: Shop,
    private readonly throws: readonly number[],
    private readonly isByHand: boolean,
  ) {}

  async begin(): Promise<void> {
    this.accountId = await this.opened(this.one([0, 700, 1_500, 5_000, 20_000]));
    this.otherAccountId = await this.opened(1_000);
    const chosen = this.one<readonly string[]>([['CUP'], ['CUP', 'PAN'], ['CUP', 'GIFT'], ['GIFT'], skus]);
    const confirm = this.chance() < 0.8;
    const { body } = await this.post('/v1/orders', {
      ...{ customerId: this.customerId, currency: 'EUR', confirm },
      items: chosen.map((sku) => ({ sku, quantity: this.one([1, 2, 3]) })),
      shippingAddress: {
        ...to(this.one(['N1 7AA', 'N1 7AA', 'SLOW200', 'LOST-REPLY'])),
        country: this.chance() < 0.9 ? 'GB' : 'XX',
      },
      paymentMethod: this.method(),
    });
    this.orderId = String(body['id']);
    if (confirm) return;
    for (let n = this.one([0, 1, 2]); n > 0; n--) await this.one(this.inDraft)();
    await this.post(`${this.order}/confirm`);
  }

  /** Sometimes what comes next, so that walks get far; sometimes anything; sometimes two people at the same moment. */
  async step(): Promise<void> {
    const dice = this.chance();
    await Promise.all([...(dice < 0.7 ? [this.usual()] : []), ...(dice > 0.4 ? [this.unusual()] : [])]);
  }

  /** What operators do about what may not stay as it is. */
  async tidy(): Promise<void> {
    await this.ask('unfreeze');
    const { body } = await this.shop.get(`${this.order}/fulfilment`);
    if (body['state'] === 'needs-attention') {
      await this.ask('retry the saga');
      await this.ask('compensate the saga');
    }
    if (!this.isByHand) return;
    for (const { id, state } of await this.shipments()) {
      const waits = state === 'requested' || state === 'unknown';
      if (waits) await this.post(`/v1/shipments/${String(id)}/dispatch`, this.parcel());
    }
  }

  private readonly inDraft: readonly Deed[] = [
    () => this.post(`${this.order}/items`, { sku: this.one(skus), quantity: 1 }),
    () => this.send('DELETE', `${this.order}/items/${this.one(skus)}?quantity=1`),
    () => this.send('PUT', `${this.order}/payment-method`, this.method()),
    () => this.send('PATCH', '/v1/products/CUP', { price: eur(500 + this.one([0, 200, 900])) }),
    () => this.post(`${this.order}/reprice`),
  ];

  private readonly deeds: Readonly<Record<string, Deed>> = {
    'cancel it all': () => this.post(`${this.order}/cancel`, why),
    'cancel a unit': () => this.post(`${this.order}/cancel`, { ...why, items: this.units(1) }),
    'cancel two units': () => this.post(`${this.order}/cancel`, { ...why, items: this.units(2) }),
    move: () => this.send('PUT', `${this.order}/shipping-address`, { ...address, line2: this.one(skus) }),
    deposit: () => this.post(`${this.account}/deposits`, { amountMinor: 400 }),
    withdraw: () => this.post(`${this.account}/withdrawals`, { amountMinor: this.one([100, 1_000]) }),
    'withdraw all': async () => {
      const amountMinor = Number((await this.shop.get(this.account)).body['availableMinor']);
      if (amountMinor > 0) await this.post(`${this.account}/withdrawals`, { amountMinor });
    },
    'send money': () => this.transfer(this.accountId, this.otherAccountId),
    'get money': () => this.transfer(this.otherAccountId, this.accountId),
    freeze: () => this.post(`${this.account}/freeze`, why),
    unfreeze: () => this.post(`${this.account}/unfreeze`, why),
    close: () => this.post(`${this.account}/close`, why),
    'money arrives': () =>
      this.post(`${this.payment}/record`, { outcome: 'captured', reference: this.one(['R1', 'R2']) }),
    'money does not arrive': () =>
      this.post(`${this.payment}/record`, { outcome: 'declined', reference: 'R3' }),
    'refund a part': () =>
      this.post(`${this.payment}/refunds`, { ...why, amountMinor: this.one([1, 100, 600]) }),
    'refund the rest': async () => {
      const { captured, refunded } = (await this.shop.get(this.payment)).body as {
        captured?: { amountMinor: number };
        refunded?: { amountMinor: number };
      };
      const amountMinor = (captured?.amountMinor ?? 0) - (refunded?.amountMinor ?? 0);
      if (amountMinor > 0) await this.post(`${this.payment}/refunds`, { ...why, amountMinor });
    },
    deliver: () => this.post(`${this.order}/deliver`),
    track: () => this.track(this.one(['in_transit', 'delivered'])),
    lose: () => this.track('lost'),
    'send again': () => this.aboutParcel('send-again', why),
    'refund the loss': () => this.aboutParcel('refund', why),
    'return some': () => this.sendBack(this.units(this.one([1, 2]))),
    'return all': async () => {
      const { items } = (await this.shop.get(this.order)).body;
      await this.sendBack((items as unknown as Line[]).map(({ sku, quantity }) => ({ sku, quantity })));
    },
    'turn a return down': () => this.aboutReturn(this.one(['reject', 'cancel'])),
    'receive a return': () => this.receive(),
    'retry the refund of a return': () => this.aboutReturn('retry-refund'),
    'settle a return': () => this.aboutReturn('settle'),
    'retry the saga': () => this.post(`/v1/ops/sagas/${this.orderId}/retry`, why),
    'compensate the saga': () => this.post(`/v1/ops/sagas/${this.orderId}/compensate`, why),
    'a parcel leaves by hand': () => this.aboutParcel('dispatch', this.parcel()),
    'a parcel is refused by hand': () => this.aboutParcel('refuse', why),
    'a count finds another number': () =>
      this.post(`/v1/stock/${this.one(skus)}/adjustments`, { ...why, delta: this.one([-1, 1]) }),
    erase: () => this.send('DELETE', `/v1/customers/${this.customerId}/personal-data`, why),
    wait: () => sleep(this.one([20, 100, 600])),
  };

  private async usual(): Promise<void> {
    const { status } = (await this.shop.get(this.order)).body;
    const isLost = (await this.shipments()).some(({ state, loss }) => state === 'lost' && !loss);
    const next: Record<string, string[]> = {
      confirmed: ['money arrives', 'wait', 'wait'],
      paid: ['a parcel leaves by hand', 'a parcel leaves by hand', 'a parcel is refused by hand'],
      shipped: isLost
        ? ['send again', 'send again', 'refund the loss']
        : ['deliver', 'track', 'lose', 'lose', 'a parcel leaves by hand'],
      delivered: ['return some', 'return all', 'receive a return', 'receive a return'],
    };
    await this.ask(this.one((next[String(status)] ?? ['wait']).filter((deed) => this.can(deed))) ?? 'wait');
  }

  private async unusual(): Promise<void> {
    const names = Object.keys(this.deeds).filter((deed) => this.can(deed));
    const name = this.one(names);
    await this.ask(seldom.test(name) && this.chance() < 0.7 ? this.one(names) : name);
  }

  private can = (deed: string): boolean => this.isByHand || !deed.endsWith(' by hand');

  private async ask(name: string): Promise<void> {
    this.did.push(name);
    await this.deeds[name]!();
  }

  private post(path: string, body: object = {}): Promise<Reply> {
    return this.send('POST', path, body);
  }

  private async send(method: string, path: string, body?: object): Promise<Reply> {
    const reply = await this.shop.send(method, path, { as: 'operator', key: newId(), body });
    const { status, text } = reply;
    this.did.push(`${method} ${path} ${JSON.stringify(body)}: ${status} ${status >= 400 ? text : ''}`);
    if (status >= 500 && status !== 503) throw new Error(this.did.at(-1));
    return reply;
  }

  private method(): object {
    const { accountId } = this;
    const token = this.chance() < 0.5 ? 'tok_ok' : this.one(tokens);
    return this.one<object>([
      { type: 'card', token },
      { type: 'wallet', accountId },
      { type: 'card', token, wallet: { accountId } },
      { type: 'card', token, wallet: { accountId, amountMinor: this.one([100, 700, 1_500]) } },
      bankTransfer,
      { type: 'paypal', token },
    ]);
  }

  private async opened(initialDepositMinor: number): Promise<string> {
    const account = { ownerId: this.customerId, currency: 'EUR', initialDepositMinor };
    return String((await this.post('/v1/accounts', account)).body['id']);
  }

  private transfer(fromAccountId: string, toAccountId: string): Promise<Reply> {
    return this.post('/v1/transfers', { fromAccountId, toAccountId, amountMinor: this.one([50, 500]) });
  }

  private async track(status: string): Promise<void> {
    const at = new Date().toISOString();
    for (const { id } of (await this.shipments()).slice(0, this.one([1, 2])))
      await this.post(`/v1/shipments/${String(id)}/tracking`, { status, at });
  }

  private async aboutParcel(verb: string, body: object): Promise<void> {
    const one = this.one(await this.shipments());
    if (one) await this.post(`/v1/shipments/${String(one['id'])}/${verb}`, body);
  }

  private async sendBack(items: readonly Line[]): Promise<void> {
    const { status, body } = await this.post(`${this.order}/returns`, { ...why, items });
    if (status === 201) this.returnId = String(body['id']);
  }

  private async aboutReturn(verb: string): Promise<void> {
    if (this.returnId) await this.post(`/v1/returns/${this.returnId}/${verb}`, why);
  }

  private async receive(): Promise<void> {
    await this.aboutReturn('approve');
    if (!this.returnId) return;
    const { items } = (await this.shop.get(`/v1/returns/${this.returnId}`)).body as unknown as {
      items: Line[];
    };
    const arrived = items.map(({ sku, quantity }) => ({
      ...{ sku, quantity: Math.max(1, quantity - this.one([0, 0, 1])) },
      condition: this.one(['sellable', 'damaged']),
    }));
    await this.post(`/v1/returns/${this.returnId}/receive`, { items: arrived });
  }

  private async shipments(): Promise<Record<string, unknown>[]> {
    return (await this.shop.get(`/v1/shipments?orderId=${this.orderId}`)).body.items;
  }

  private units = (quantity: number): readonly Line[] => [{ sku: this.one(skus), quantity }];
  private parcel = () => ({ carrier: 'DHL', trackingNumber: newId() });

  private get order(): string {
    return `/v1/orders/${this.orderId}`;
  }
  private get payment(): string {
    return `/v1/payments/${derivedId(this.orderId, 'payment')}`;
  }
  private get account(): string {
    return `/v1/accounts/${this.accountId}`;
  }

  private one<T>(of: readonly T[]): T {
    return of[Math.floor(this.chance() * of.length)]!;
  }

  private chance(): number {
    return this.throws[this.thrown++ % this.throws.length]! / 1_000_000;
  }
}
