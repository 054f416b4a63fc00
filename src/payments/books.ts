import type { Database } from '../platform/event-store/database.js';
import type { BooksCompared, Disagreement } from '../platform/reconciliation/comparison.js';
import type { ListedCharge, ProviderList } from './gateway/provider-list.js';

/** Every charge of the provider's list, and what we know of it. */
export const PROVIDER_BOOKS = 'payments-and-provider';

export interface OurCharge {
  readonly key: string;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
}

/** Of two who pay for an order a provider knows one. */
const OURS = `
  select gateway_key::text as key,
    captured_minor - case when captured_minor > 0 then wallet_part_minor else 0 end as "capturedMinor",
    refunded_minor - wallet_part_refunded_minor as "refundedMinor"
  from payments.payments where gateway_key = any ($1::uuid[])`;

/** Our side of what was asked for under these keys. */
export async function chargesUnder(
  database: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, OurCharge>> {
  const ours = await database.query<OurCharge>(OURS, [keys]);
  return new Map(ours.map((charge) => [charge.key, charge]));
}

/** Every charge of the provider's list is one of ours, and both say what became of it. */
export const paymentsAndProvider = (database: Database, list: ProviderList): BooksCompared => ({
  name: PROVIDER_BOOKS,
  next: (after, limit) => list.next(after, limit),
  compare: async (keys) => {
    const known = await chargesUnder(database, keys);
    return (await list.of(keys)).flatMap((charge) => disagreement(charge, known.get(charge.key)));
  },
});

export function disagreement(listed: ListedCharge, ours: OurCharge | undefined): Disagreement[] {
  const [captured, refunded] = [ours?.capturedMinor ?? 0, ours?.refundedMinor ?? 0];
  if (captured === listed.capturedMinor && refunded === listed.refundedMinor) return [];
  const told = (by: string, charged: number, back: number) =>
    `${by} ${charged} ${listed.currency} captured, ${back} given back`;
  return [
    {
      object: listed.key,
      ours: ours ? told('the payment has', captured, refunded) : 'no payment has this key',
      theirs: told('the provider has', listed.capturedMinor, listed.refundedMinor),
    },
  ];
}

/** A charge that we count on. */
export interface Counted {
  readonly key: string;
  /** The provider's own number of it. */
  readonly reference: string;
}

/**
 * What a provider has charged of late: how long it tells of old charges is its own affair. Each stream is read once and by
 * nothing but its name, or a plan made before there are statistics reads all payments there ever were for each of them.
 */
export const CHARGED = `
  select p.gateway_key::text as key, told.reference,
    p.captured_minor - p.wallet_part_minor as "capturedMinor",
    p.refunded_minor - p.wallet_part_refunded_minor as "refundedMinor"
  from payments.payments p
  cross join lateral (
    select min(recorded_at) as asked_at,
      max(data->'method'->>'type') filter (where type = 'PaymentRequested') as method,
      max(data->>'reference') filter (where type = 'PaymentCaptured') as reference
    from platform.events where stream_id = 'payment-' || p.payment_id) told
  where p.gateway_key = any ($1::uuid[]) and p.captured_minor > p.wallet_part_minor
    and told.method in ('card', 'paypal', 'crypto') and told.reference is not null
    and told.asked_at > clock_timestamp() - interval '1 day'`;

/**
 * Every charge that we count on is one that the provider has.
 *
 * @param listed which of these the provider has, by our keys
 */
export const providerAndPayments = (
  database: Database,
  listed: (charges: readonly Counted[]) => Promise<ReadonlySet<string>>,
): BooksCompared => ({
  name: 'provider-and-payments',
  next: async (after, limit) => {
    const rows = await database.query<{ key: string }>(
      `select gateway_key::text as key from payments.payments
       where $1 = '' or gateway_key > nullif($1, '')::uuid order by gateway_key limit $2`,
      [after, limit],
    );
    return rows.map(({ key }) => key);
  },
  compare: async (keys) => {
    const ours = await database.query<OurCharge & Counted>(CHARGED, [keys]);
    const theirs = await listed(ours);
    return ours
      .filter(({ key }) => !theirs.has(key))
      .map(({ key, capturedMinor, refundedMinor }) => ({
        object: key,
        ours: `the payment has ${capturedMinor} captured, ${refundedMinor} given back`,
        theirs: 'the provider has no such charge',
      }));
  },
});

/** By a list that can be asked for our keys. */
export const listedBy =
  (list: ProviderList) =>
  async (charges: readonly Counted[]): Promise<ReadonlySet<string>> =>
    new Set((await list.of(charges.map(({ key }) => key))).map(({ key }) => key));
