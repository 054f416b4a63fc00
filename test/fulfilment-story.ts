import type { ChargeRequest, PaymentGateway } from '../src/payments/gateway/payment-gateway.js';
import type { Carrier, ParcelRequest } from '../src/shipping/carrier/carrier.js';

export const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
export const address = (postalCode: string) => ({
  name: 'Ada',
  line1: '1 St',
  city: 'London',
  postalCode,
  country: 'GB',
});
interface Parcel {
  state: 'accepted' | 'pending' | 'refused' | 'cancelled';
  to?: string;
  units?: number;
  isGone?: boolean;
}

/** A carrier that does what the story says, and keeps by key what it did first. */
export class StoryCarrier implements Carrier {
  readonly parcels = new Map<string, Parcel>();
  weather: 'fine' | 'down' | 'replies get lost' = 'fine';
  next: Parcel['state'] = 'accepted';
  /** Whether replies stay on their way until `release`. */
  holds = false;
  hasLeft = false;
  private held: (() => void)[] = [];

  async send({ key, address: { postalCode }, lines }: ParcelRequest): Promise<unknown> {
    const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    if (this.weather === 'down') throw new Error('503');
    if (!this.parcels.has(key)) this.parcels.set(key, { state: this.next, to: postalCode, units });
    if (this.weather === 'replies get lost') throw new Error('no reply');
    const reply = await this.find(key);
    if (this.holds) await new Promise<void>((resolve) => this.held.push(resolve));
    return reply;
  }

  release(): void {
    this.holds = false;
    for (const goOn of this.held.splice(0)) goOn();
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
      if (parcel.state === 'accepted' || parcel.state === 'pending') this.hasLeft = parcel.isGone = true;
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
export class StoryGateway implements PaymentGateway {
  private readonly charges = new Map<string, 'captured' | 'declined' | 'pending' | 'cancelled'>();
  private readonly asked = new Map<string, number>();
  private readonly refunds = new Map<string, number>();
  weather: 'fine' | 'down' = 'fine';
  next: 'captured' | 'declined' | 'pending' | 'cancelled' = 'captured';

  charge({ key, amount }: Pick<ChargeRequest, 'key' | 'amount'>): Promise<unknown> {
    this.asked.set(key, amount.amountMinor);
    if (this.weather === 'fine' && !this.charges.has(key)) this.charges.set(key, this.next);
    return this.findCharge(key);
  }

  findCharge(key: string): Promise<unknown> {
    if (this.weather === 'down') return Promise.reject(new Error('503'));
    const more = { reference: 'ch', amount: money(this.asked.get(key) ?? 0), code: 'declined', detail: 'no' };
    return Promise.resolve({ outcome: this.charges.get(key) ?? 'not-found', key, ...more });
  }

  cancel({ key }: { key: string }): Promise<unknown> {
    if (this.weather === 'down') return Promise.reject(new Error('503'));
    const charge = this.charges.get(key);
    if (charge === undefined || charge === 'pending') this.charges.set(key, 'cancelled');
    return this.findCharge(key);
  }

  refund({ key, amount }: { key: string; amount: { amountMinor: number } }): Promise<unknown> {
    if (this.weather === 'fine') this.refunds.set(key, amount.amountMinor);
    return this.findRefund({ key });
  }

  findRefund({ key }: { key: string }): Promise<unknown> {
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
    const taken = [...this.charges]
      .filter(([, state]) => state === 'captured')
      .reduce((sum, [key]) => sum + this.asked.get(key)!, 0);
    return [...this.refunds.values()].reduce((left, amount) => left - amount, taken);
  }
}
