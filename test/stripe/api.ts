import { setTimeout as pause } from 'node:timers/promises';
import { behaviourOf, type Behaviour } from './behaviours.js';
import { failure, unbegun, type Answer } from './idempotency.js';
import type { Parameters } from './stand-in.js';

interface Intent {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly created: number;
  readonly amount: number;
  amount_received: number;
  readonly currency: string;
  status: string;
  readonly metadata: Readonly<Record<string, string>>;
  latest_charge: string | null;
  last_payment_error: object | null;
  /** Not of the API: since when the search shows it. */
  readonly madeAt: number;
}

interface Refund {
  readonly id: string;
  readonly object: 'refund';
  readonly payment_intent: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: 'succeeded';
  readonly metadata: Readonly<Record<string, string>>;
}

const known = {
  create:
    /^(amount|currency|description|payment_method|confirm|error_on_requires_action|allowed_payment_method_types\[\d\]|metadata\[\w+\])$/,
  confirm: /^(payment_method|error_on_requires_action)$/,
  cancel: /^(cancellation_reason)$/,
  refund: /^(payment_intent|amount|reason|metadata\[\w+\])$/,
};

const invalid = (status: number, about: { code?: string; param?: string; message: string }) =>
  unbegun(status, { type: 'invalid_request_error', ...about });
const notThere = (param: string) =>
  invalid(param === 'id' ? 404 : 400, { code: 'resource_missing', param, message: `No such ${param}` });

/** What Stripe has, and what its endpoints do to it. */
export class Api {
  readonly intents: Intent[] = [];
  readonly refunds: Refund[] = [];
  private readonly faults = new Map<string, number>();
  private readonly methodOf = new Map<string, string>();
  private made = 0;

  constructor(public indexLagMs: number) {}

  /** The truth about money, by our key: how much was taken less what was given back. */
  takenUnder(key: string): number {
    const ours = this.intents.filter(({ metadata }) => metadata.waybill_key === key);
    return ours.reduce((sum, intent) => sum + intent.amount_received - this.givenBack(intent.id), 0);
  }

  read(path: string, query: URLSearchParams): Answer {
    const limit = Number(query.get('limit') ?? 10);
    if (path === '/v1/payment_intents/search') {
      const [, name = '', value] = /^metadata\['(\w+)'\]:'([^']+)'$/.exec(query.get('query') ?? '') ?? [];
      const shown = this.intents.filter(({ madeAt }) => Date.now() - madeAt >= this.indexLagMs);
      const data = shown.filter(({ metadata }) => metadata[name] === value).slice(0, limit);
      return { status: 200, body: { object: 'search_result', url: path, has_more: false, data } };
    }
    if (path === '/v1/payment_intents') {
      const after = query.get('starting_after');
      const older = this.intents.slice(
        0,
        after ? this.intents.findIndex(({ id }) => id === after) : undefined,
      );
      const isExpanded = query.get('expand[0]') === 'data.latest_charge';
      return list(
        path,
        older.toReversed().map((intent) => (isExpanded ? this.expanded(intent) : intent)),
        limit,
      );
    }
    if (path === '/v1/refunds') {
      const of = query.get('payment_intent');
      return list(
        path,
        this.refunds.filter((refund) => !of || refund.payment_intent === of).toReversed(),
        limit,
      );
    }
    const intent = this.intents.find(({ id }) => path === `/v1/payment_intents/${id}`);
    if (!intent) return notThere('id');
    const isExpanded = query.get('expand[0]') === 'latest_charge';
    return { status: 200, body: isExpanded ? this.expanded(intent) : intent };
  }

  /** Somebody takes money, or gives it back, without us. */
  elsewhere(amount: number): Intent {
    const intent = this.intent({ amount: String(amount), currency: 'eur' });
    return Object.assign(intent, {
      status: 'succeeded',
      amount_received: amount,
      latest_charge: `ch_${++this.made}`,
    });
  }
  givenBackElsewhere(payment_intent: string, amount: number): object {
    return this.refund({ payment_intent, amount: String(amount) }).body;
  }

  private expanded(intent: Intent): object {
    const { latest_charge: id } = intent;
    const charge = id && { id, object: 'charge', amount_refunded: this.givenBack(intent.id) };
    return { ...intent, latest_charge: charge };
  }

  async write(path: string, given: Parameters, key: string): Promise<Answer> {
    const [, , resource, id, action] = path.split('/');
    const endpoint = resource === 'refunds' ? 'refund' : ((action ?? 'create') as keyof typeof known);
    const strange = Object.keys(given).find((name) => !known[endpoint].test(name));
    if (strange)
      return invalid(400, {
        code: 'parameter_unknown',
        param: strange,
        message: `Received unknown parameter: ${strange}`,
      });
    if (endpoint === 'refund') return this.refund(given);
    if (endpoint === 'create') return this.create(given, key);
    const intent = this.intents.find((one) => one.id === id);
    if (!intent) return notThere('id');
    return endpoint === 'cancel' ? this.cancel(intent) : this.confirm(intent, given.payment_method ?? '');
  }

  private async create(given: Parameters, key: string): Promise<Answer> {
    if (!(Number(given.amount) >= 50)) {
      return invalid(400, {
        code: 'amount_too_small',
        param: 'amount',
        message: 'Amount must be at least 50 cents',
      });
    }
    if (given.confirm !== 'true') return { status: 200, body: shown(this.intent(given)) };
    const behaviour = behaviourOf(given.payment_method ?? '');
    if (!behaviour) return notThere('payment_method');
    const { fault } = behaviour;
    if (fault?.when === 'before' && this.isDue(key, fault.times)) return failureOf(fault.status);
    const answer = await this.attempt(this.intent(given), behaviour);
    return fault?.when === 'after' ? lost(fault.status, answer) : answer;
  }

  private confirm(intent: Intent, method: string): Promise<Answer> {
    if (intent.status !== 'requires_payment_method') return Promise.resolve(unexpectedState(intent));
    const behaviour = behaviourOf(method);
    if (!behaviour) return Promise.resolve(notThere('payment_method'));
    return this.attempt(intent, behaviour);
  }

  private async attempt(intent: Intent, { decline, times, slowMs }: Behaviour): Promise<Answer> {
    const charge = `ch_${++this.made}`;
    intent.latest_charge = charge;
    const before = this.faults.get(intent.id) ?? 0;
    if (decline && before < (times ?? Infinity)) {
      this.faults.set(intent.id, before + 1);
      const error = { type: 'card_error', charge, message: 'Your card was declined.', ...decline };
      const payment_method = { id: this.methodOf.get(intent.id) };
      intent.status = 'requires_payment_method';
      intent.last_payment_error = { ...error, payment_method };
      return failure(402, { ...error, payment_intent: shown(intent) });
    }
    if (slowMs) {
      intent.status = 'processing';
      await pause(slowMs);
    }
    intent.status = 'succeeded';
    intent.amount_received = intent.amount;
    intent.last_payment_error = null;
    return { status: 200, body: shown(intent) };
  }

  private cancel(intent: Intent): Answer {
    if (['succeeded', 'processing', 'canceled'].includes(intent.status)) return unexpectedState(intent);
    intent.status = 'canceled';
    return { status: 200, body: shown(intent) };
  }

  private refund(given: Parameters): Answer {
    const intent = this.intents.find(({ id }) => id === given.payment_intent);
    if (!intent) return notThere('payment_intent');
    const left = intent.amount_received - this.givenBack(intent.id);
    const amount = Number(given.amount);
    if (left === 0)
      return invalid(400, { code: 'charge_already_refunded', message: 'Charge has already been refunded.' });
    if (amount > left)
      return invalid(400, {
        param: 'amount',
        message: 'Refund amount is greater than unrefunded amount on charge',
      });
    const id = `re_${++this.made}`;
    const refund: Refund = {
      id,
      object: 'refund',
      payment_intent: intent.id,
      amount,
      currency: intent.currency,
      status: 'succeeded',
      metadata: metadataIn(given),
    };
    this.refunds.push(refund);
    return { status: 200, body: refund };
  }

  private intent(given: Parameters): Intent {
    const id = `pi_${++this.made}`;
    const intent: Intent = {
      id,
      object: 'payment_intent',
      created: Math.floor(Date.now() / 1000),
      amount: Number(given.amount),
      amount_received: 0,
      currency: given.currency!,
      status: 'requires_payment_method',
      metadata: metadataIn(given),
      latest_charge: null,
      last_payment_error: null,
      madeAt: Date.now(),
    };
    this.intents.push(intent);
    if (given.payment_method) this.methodOf.set(id, given.payment_method);
    return intent;
  }

  private givenBack(intentId: string): number {
    const of = this.refunds.filter((refund) => refund.payment_intent === intentId);
    return of.reduce((sum, { amount }) => sum + amount, 0);
  }

  private isDue(key: string, times = Infinity): boolean {
    const before = this.faults.get(key) ?? 0;
    this.faults.set(key, before + 1);
    return before < times;
  }
}

const list = (url: string, all: readonly object[], limit: number): Answer => ({
  status: 200,
  body: { object: 'list', url, has_more: all.length > limit, data: all.slice(0, limit) },
});

/** As it is now, not as it will be. */
const shown = (intent: Intent): object => ({ ...intent });

const unexpectedState = (intent: Intent): Answer =>
  failure(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: `This PaymentIntent has a status of ${intent.status}.`,
    payment_intent: shown(intent),
  });

/** Nothing was done, and nothing is stored. */
const failureOf = (status: number | 'silence'): Answer =>
  status === 'silence' ? { status, body: {}, isUnbegun: true } : unbegun(status, errorOf(status));

/** It was done, and whoever asked does not hear of it: a failure is stored as the answer, a lost reply is not. */
const lost = (status: number | 'silence', answer: Answer): Answer =>
  status === 'silence' ? { ...answer, status } : failure(status, errorOf(status));

const errorOf = (status: number): object => ({
  type: status === 429 ? 'invalid_request_error' : 'api_error',
  ...(status === 429 && { code: 'rate_limit' }),
  message: `${status} at Stripe`,
});

const metadataIn = (given: Parameters): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const field = /^metadata\[(\w+)\]$/.exec(name)?.[1];
      return field ? [[field, value]] : [];
    }),
  );
