import { Injectable } from '@nestjs/common';
import type { Money } from '../../platform/core/money.js';
import { never, SimulatedWorld, slowly } from '../../platform/outside/simulated-world.js';
import type { PaymentMethod } from '../vocabulary.js';
import type { ChargeRequest, PaymentGateway, RefundOrder } from './payment-gateway.js';

/** What a token makes the gateway do (CONTRACT 3). */
interface Behaviour {
  readonly state: 'captured' | 'declined';
  readonly code?: string;
  /** So many tries of a key fail before the first that does something. */
  readonly failures?: number;
  readonly slowMs?: number;
  readonly fault?: 'reply-lost' | 'request-lost' | 'down';
}

const behaviours: Readonly<Record<string, Behaviour>> = {
  tok_ok: { state: 'captured' },
  tok_declined: { state: 'declined', code: 'declined' },
  tok_insufficient_funds: { state: 'declined', code: 'insufficient-funds' },
  tok_error_then_ok: { state: 'captured', failures: 2 },
  tok_timeout_charged: { state: 'captured', fault: 'reply-lost' },
  tok_timeout_not_charged: { state: 'captured', fault: 'request-lost' },
  tok_down: { state: 'captured', fault: 'down' },
};

function behaviourOf(method: PaymentMethod): Behaviour {
  if (!('token' in method)) return { state: 'declined', code: 'unsupported-method' };
  const slow = /^tok_slow_(\d{1,7})$/.exec(method.token)?.[1];
  if (slow) return { state: 'captured', slowMs: Number(slow) };
  const known = Object.hasOwn(behaviours, method.token) ? behaviours[method.token] : undefined;
  return (
    known ?? (method.type === 'card' ? { state: 'declined', code: 'invalid-token' } : { state: 'captured' })
  );
}

const DRILL_MS = 3_000;

interface ChargeRow {
  key: string;
  state: 'failed' | 'captured' | 'declined' | 'cancelled';
  pending: boolean;
  reference: string;
  decline_code: string | null;
  currency: string | null;
  amount_minor: number | null;
}

const COLUMNS = `key, state, state = 'captured' and settles_at > clock_timestamp() as pending, reference, decline_code,
  currency, amount_minor`;

interface Entry extends Money {
  readonly key: string;
  readonly paymentId: string;
  readonly orderId: string;
  readonly method: string;
  readonly state: Behaviour['state'];
  readonly code: string | null;
  readonly failures: number;
  readonly reference: string;
  readonly slowMs: number;
}

/** Decides under the key; whatever it did first stays. In the order of keys, so that no two wait for each other. */
const ENTER = `
  with asked as (
    select * from json_to_recordset($1::json) as r(key uuid, "paymentId" uuid, "orderId" uuid, method text,
      currency text, "amountMinor" bigint, state text, code text, failures int, reference text, "slowMs" int))
  insert into simulator.charges as charge (key, payment_id, order_id, method, currency, amount_minor, state,
    decline_code, reference, attempts, settles_at)
  select key, "paymentId", "orderId", method, currency, "amountMinor",
    case when failures > 0 then 'failed' else state end, code, reference, 1,
    clock_timestamp() + "slowMs" * interval '1 ms'
  from asked order by key
  on conflict (key) do update set attempts = charge.attempts + 1, state = (
    select case when charge.state = 'failed' and charge.attempts >= failures then asked.state else charge.state end
    from asked where asked.key = charge.key)
  returning ${COLUMNS}`;

/** A gateway with a durable journal, idempotent by key, for everybody who has no real one. */
@Injectable()
export class SimulatedGateway implements PaymentGateway {
  private readonly entered: (entry: Entry) => Promise<ChargeRow>;

  constructor(private readonly world: SimulatedWorld) {
    this.entered = world.together('enter-charges', ENTER);
  }

  async charge(request: ChargeRequest, signal: AbortSignal): Promise<unknown> {
    const behaviour = behaviourOf(request.method);
    if (behaviour.fault === 'down') throw new Error('503 the gateway is down');
    if (behaviour.fault === 'request-lost') return never(signal);
    if (await this.world.rehearses('gateway-slow')) await slowly(DRILL_MS, signal);
    let row = await this.enter(request, behaviour);
    if (row.state === 'failed') throw new Error('500 transient error of the gateway');
    if (behaviour.fault === 'reply-lost') return never(signal);
    // It may be cancelled while it waits, so the answer is what the journal says in the end.
    for (let wait = behaviour.slowMs ?? 0; row.pending; wait = 5) {
      await slowly(wait, signal);
      row = (await this.find(request.key))!;
    }
    return answer(request.key, row);
  }

  async findCharge(key: string): Promise<unknown> {
    const row = await this.find(key);
    return row && row.state !== 'failed' ? answer(key, row) : { outcome: 'not-found', key };
  }

  async cancel({ key }: Pick<ChargeRequest, 'key'>): Promise<unknown> {
    const [row] = await this.world.query<ChargeRow>(
      `insert into simulator.charges as charge (key, state, reference, attempts, settles_at, cancelled_at)
       values ($1, 'cancelled', $2, 0, clock_timestamp(), clock_timestamp())
       on conflict (key) do update set state = 'cancelled', cancelled_at = clock_timestamp()
       where charge.state = 'failed' or (charge.state = 'captured' and charge.settles_at > clock_timestamp())
       returning ${COLUMNS}`,
      [key, referenceOf('ch', key)],
    );
    const decided = row ?? (await this.find(key));
    return decided && answer(key, decided);
  }

  async refund(order: RefundOrder): Promise<unknown> {
    const known = await this.findRefund(order);
    if (known.outcome === 'refunded') return known;
    const { key, chargeKey, paymentId, orderId, amount, method } = order;
    // A bank transfer never passed through here: it is paid out, whatever the journal of charges says.
    const rows = await this.world.query(
      `with charge as (
         update simulator.charges set refunded_minor = refunded_minor + $6
         where key = $2 and state = 'captured' and currency = $5 and refunded_minor + $6 <= amount_minor
         returning key)
       insert into simulator.refunds (key, charge_key, payment_id, order_id, currency, amount_minor, reference)
       select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::bigint, $7::text
       where $8 or exists (select from charge) returning key`,
      [
        key,
        chargeKey,
        paymentId,
        orderId,
        amount.currency,
        amount.amountMinor,
        referenceOf('re', key),
        method.type === 'bank_transfer',
      ],
    );
    if (rows.length === 0) {
      // Another request under the same key may have taken what was left.
      const meanwhile = await this.findRefund(order);
      if (meanwhile.outcome === 'refunded') return meanwhile;
      return { outcome: 'refused', key, detail: 'more than what is left of the charge' };
    }
    return { outcome: 'refunded', key, reference: referenceOf('re', key), amount };
  }

  async findRefund({
    key,
  }: Pick<RefundOrder, 'key'>): Promise<
    | { outcome: 'refunded'; key: string; reference: string; amount: Money }
    | { outcome: 'not-found'; key: string }
  > {
    const [row] = await this.world.query<{ reference: string; currency: string; amount_minor: number }>(
      'select reference, currency, amount_minor from simulator.refunds where key = $1',
      [key],
    );
    if (!row) return { outcome: 'not-found', key };
    const amount = { amountMinor: row.amount_minor, currency: row.currency };
    return { outcome: 'refunded', key, reference: row.reference, amount };
  }

  private async enter(request: ChargeRequest, behaviour: Behaviour): Promise<ChargeRow> {
    const { key, paymentId, orderId, amount, method } = request;
    const row = await this.entered({
      key,
      paymentId,
      orderId,
      method: method.type,
      ...amount,
      state: behaviour.state,
      code: behaviour.code ?? null,
      failures: behaviour.failures ?? 0,
      reference: referenceOf('ch', key),
      slowMs: behaviour.slowMs ?? 0,
    });
    if (row.amount_minor !== null && row.amount_minor !== amount.amountMinor) {
      throw new Error('422 the key was used for another amount');
    }
    return row;
  }

  private async find(key: string): Promise<ChargeRow | undefined> {
    const [row] = await this.world.query<ChargeRow>(
      `select ${COLUMNS} from simulator.charges where key = $1`,
      [key],
    );
    return row;
  }
}

function answer(key: string, row: ChargeRow): object {
  if (row.pending) return { outcome: 'pending', key };
  switch (row.state) {
    case 'captured': {
      const amount = { amountMinor: row.amount_minor, currency: row.currency };
      return { outcome: 'captured', key, reference: row.reference, amount };
    }
    case 'declined':
      return {
        outcome: 'declined',
        key,
        code: row.decline_code,
        detail: `the gateway says ${row.decline_code}`,
      };
    default:
      return { outcome: 'cancelled', key };
  }
}

const referenceOf = (prefix: string, key: string): string =>
  `${prefix}_${key.replaceAll('-', '').slice(-20)}`;
