import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { newId } from '../platform/core/ids.js';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import { systemContext } from '../platform/cqrs/command.js';
import { LogSignal } from '../platform/event-store/log-signal.js';
import { ExternalService } from '../platform/outside/external-service.js';
import { SimulatedWorld } from '../platform/outside/simulated-world.js';
import { Calm } from '../platform/subscriptions/calm.js';
import { eventually } from '../platform/testing/eventually.js';
import { Crash, Life } from '../platform/testing/mortal.js';
import { testStore, type TestStore } from '../platform/testing/store.js';
import { IssueRefund, RecordPayment, RefundPayment, TakePayment } from './payment.commands.js';
import type { PaymentGateway } from './gateway/payment-gateway.js';
import { SimulatedGateway } from './gateway/simulated-gateway.js';
import { IssueRefundHandler } from './issue-refund.handler.js';
import { OpenRefunds } from './open-refunds.js';
import { payment, recordPayment } from './payment.decider.js';
import { termsOf } from './payment.state.js';
import type { PaymentMethod } from './vocabulary.js';
import { RefundPaymentHandler } from './refund-payment.handler.js';
import { Refunds } from './refunds.js';
import { TakePaymentHandler } from './take-payment.handler.js';
import { UnitRules } from '../platform/event-store/unit-rules.js';
import { WalletPayments } from './wallet-payments.js';

const PATIENT_MS = 10_000;
/** For a gateway whose answer never comes. */
const HASTY_MS = 60;
const amount = { amountMinor: 1000, currency: 'EUR' };
const card = (token: string): PaymentMethod => ({ type: 'card', token });

describe('Payments and a gateway that may fail', () => {
  let store: TestStore;
  let world: SimulatedWorld;
  let gateway: PaymentGateway;
  beforeAll(async () => {
    store = await testStore([payment]);
    world = new SimulatedWorld(new DataSource({ type: 'postgres', url: store.url }));
    gateway = new SimulatedGateway(world);
  });
  afterAll(async () => {
    await world.onApplicationShutdown();
    await store.close();
  });

  /** One process: its own handlers and breaker, on the shared database and gateway, alive as long as `life` lasts. */
  function boot(life = new Life(), deadlineMs = PATIENT_MS) {
    const [aggregates, outside] = [life.sees(store.aggregates), life.sees(gateway)];
    const ask = new ExternalService({ name: 'spec', deadlineMs });
    const wallet = new WalletPayments(new UnitRules());
    const refunds = new Refunds(aggregates, outside, ask, wallet);
    return {
      take: new TakePaymentHandler(aggregates, outside, ask, { BANK_TRANSFER_POLL_SECONDS: 60 }, wallet),
      back: new RefundPaymentHandler(aggregates, refunds, outside, ask, wallet),
      issue: new IssueRefundHandler(aggregates, refunds, () => Promise.resolve(false)),
      open: new OpenRefunds(store.database, store.log, refunds, new Calm(new LogSignal())),
    };
  }

  const hasty = () => boot(new Life(), HASTY_MS);

  /** Sends the same command to new processes until one of them is done with it, as the saga does. */
  async function persist(work: (process: ReturnType<typeof boot>) => Promise<unknown>, first = new Life()) {
    for (let attempt = 0; attempt < 10; attempt++) {
      try {
        return await work(boot(attempt === 0 ? first : new Life()));
      } catch (error) {
        if (!(error instanceof OutcomePending) && !(error instanceof Crash)) throw error;
      }
    }
    throw new Error('never done');
  }

  /** Kills the first process at every moment of its work in turn. */
  async function atEveryMoment(scenario: (life: Life) => Promise<void>): Promise<number> {
    for (let moment = 0; ; moment++) {
      const life = new Life(moment);
      await scenario(life);
      if (!life.isOver) return moment;
    }
  }

  const take = (token: string) => {
    const ids = { paymentId: newId(), orderId: newId(), customerId: newId() };
    return new TakePayment({ ...ids, amount, method: card(token) }, systemContext('spec'));
  };
  const back = ({ data: { paymentId, orderId } }: TakePayment) =>
    new RefundPayment({ paymentId, orderId }, systemContext('spec'));
  const facts = async ({ data }: TakePayment) =>
    (await store.log.readStream(`payment-${data.paymentId}`)).map(({ event }) => event.type);
  const journal = async ({ data }: TakePayment) => {
    const rows = await world.query<{ charged: number; refunded: number; refunds: number }>(
      `select coalesce(sum(amount_minor) filter (where state = 'captured'), 0)::bigint as charged,
         coalesce(sum(refunded_minor), 0)::bigint as refunded,
         (select count(*) from simulator.refunds where order_id = $1) as refunds
       from simulator.charges where order_id = $1`,
      [data.orderId],
    );
    return rows[0]!;
  };
  /** Who gave up asking does not know when the question arrives. */
  const isCharged = (command: TakePayment) =>
    eventually(async () => (await journal(command)).charged === 1_000);
  const audited = async ({ data }: TakePayment) => {
    const [row] = await store.database.query<{
      state: string;
      captured_minor: number;
      refunded_minor: number;
    }>('select state, captured_minor, refunded_minor from audit.payments where payment_id = $1', [
      data.paymentId,
    ]);
    return row;
  };

  it('charges once wherever the process dies', async () => {
    const moments = await atEveryMoment(async (life) => {
      const command = take('tok_ok');
      await persist(({ take: handler }) => handler.execute(command), life);
      expect((await facts(command)).filter((type) => type !== 'PaymentOutcomeUnknown')).toStrictEqual([
        'PaymentRequested',
        'PaymentCaptured',
      ]);
      expect(await journal(command)).toMatchObject({ charged: 1000, refunded: 0 });
      expect(await audited(command)).toMatchObject({ state: 'captured', captured_minor: 1000 });
    });
    expect(moments).toBeGreaterThanOrEqual(8);
  });

  it('charges once, and says so, when the reply to the charge is lost', async () => {
    const command = take('tok_timeout_charged');
    await expect(hasty().take.execute(command)).rejects.toThrow(OutcomePending);
    expect(await facts(command)).toStrictEqual(['PaymentRequested', 'PaymentOutcomeUnknown']);
    expect(await audited(command)).toMatchObject({ state: 'unknown' });
    await isCharged(command);
    await boot().take.execute(command);
    expect((await facts(command)).at(-1)).toBe('PaymentCaptured');
    expect(await journal(command)).toMatchObject({ charged: 1000 });
  });

  it('charges once when the same command runs many times at once', async () => {
    const command = take('tok_slow_20');
    await Promise.allSettled(Array.from({ length: 8 }, () => boot().take.execute(command)));
    await persist(({ take: handler }) => handler.execute(command));
    expect(await facts(command)).toStrictEqual(['PaymentRequested', 'PaymentCaptured']);
    expect(await journal(command)).toMatchObject({ charged: 1000 });
  });

  it('gets through transient errors under the same key', async () => {
    const command = take('tok_error_then_ok');
    await persist(({ take: handler }) => handler.execute(command));
    expect(await facts(command)).toStrictEqual([
      'PaymentRequested',
      'PaymentOutcomeUnknown',
      'PaymentCaptured',
    ]);
    expect(await journal(command)).toMatchObject({ charged: 1000 });
  });

  it.each([
    ['tok_declined', 'declined'],
    ['tok_insufficient_funds', 'insufficient-funds'],
  ])('records that %s was declined, with the code %s', async (token, code) => {
    const command = take(token);
    const { state } = await boot().take.execute(command);
    expect(state).toMatchObject({ status: 'declined', code });
    await boot().back.execute(back(command));
    expect(await facts(command)).toStrictEqual(['PaymentRequested', 'PaymentDeclined', 'PaymentVoided']);
  });

  it('refunds once wherever the process dies on the way back', async () => {
    const moments = await atEveryMoment(async (life) => {
      const command = take('tok_ok');
      await boot().take.execute(command);
      const undo = back(command);
      await persist(({ back: handler }) => handler.execute(undo), life);
      expect((await facts(command)).slice(2)).toStrictEqual(['RefundRequested', 'PaymentRefunded']);
      expect(await journal(command)).toStrictEqual({ charged: 1000, refunded: 1000, refunds: 1 });
      expect(await audited(command)).toMatchObject({ state: 'refunded', refunded_minor: 1000 });
    });
    expect(moments).toBeGreaterThanOrEqual(8);
  });

  async function cancelledWhileUnknown(token: string, life = new Life()): Promise<void> {
    const command = take(token);
    await expect(hasty().take.execute(command)).rejects.toThrow(OutcomePending);
    const undo = back(command);
    await persist(({ back: handler }) => handler.execute(undo), life);
    await persist(({ take: handler }) => handler.execute(command));
    expect((await facts(command)).slice(2)).toStrictEqual(['PaymentVoidRequested', 'PaymentVoided']);
    expect(await journal(command)).toMatchObject({ charged: 0 });
    const { state } = await store.aggregates.load(payment, command.data.paymentId);
    const late = { ...command.data, key: termsOf(state)!.gatewayKey, method: card('tok_ok') };
    expect(await gateway.charge(late, AbortSignal.timeout(PATIENT_MS))).toMatchObject({
      outcome: 'cancelled',
    });
  }

  it('cancelled while unknown, it ends not charged wherever the process dies, and a late charge is refused', () =>
    atEveryMoment((life) => cancelledWhileUnknown('tok_timeout_not_charged', life)));

  it.each(['tok_down', 'tok_slow_60000'])('cancelled while %s is unknown, it ends not charged', (token) =>
    cancelledWhileUnknown(token),
  );

  it('cancelled while unknown, a charge that had happened is found and refunded', async () => {
    await atEveryMoment(async (life) => {
      const command = take('tok_timeout_charged');
      await expect(hasty().take.execute(command)).rejects.toThrow(OutcomePending);
      await isCharged(command);
      const undo = back(command);
      await persist(({ back: handler }) => handler.execute(undo), life);
      expect((await facts(command)).slice(2)).toStrictEqual([
        'PaymentVoidRequested',
        'PaymentCaptured',
        'RefundRequested',
        'PaymentRefunded',
      ]);
      expect(await journal(command)).toStrictEqual({ charged: 1000, refunded: 1000, refunds: 1 });
    });
  });

  it('taken back before it began, it never begins', async () => {
    const command = take('tok_ok');
    await boot().back.execute(back(command));
    await boot().take.execute(command);
    expect(await facts(command)).toStrictEqual(['PaymentVoided']);
    expect(await journal(command)).toMatchObject({ charged: 0 });
  });

  it('taken and taken back at the same time, it ends not charged', async () => {
    for (let n = 0; n < 10; n++) {
      const command = take('tok_slow_10');
      const undo = back(command);
      await Promise.all([
        persist(({ take: handler }) => handler.execute(command)),
        persist(({ back: handler }) => handler.execute(undo)),
      ]);
      await persist(({ back: handler }) => handler.execute(undo));
      const { charged, refunded } = await journal(command);
      expect(charged).toBe(refunded);
      expect(
        (await facts(command)).filter((type) => /^PaymentRefunded|PaymentVoided$/.test(type)),
      ).toHaveLength(1);
    }
  });

  it('refunds parts for an operator, each once wherever the process dies', async () => {
    await atEveryMoment(async (life) => {
      const command = take('tok_ok');
      await boot().take.execute(command);
      const { paymentId } = command.data;
      const refund = new IssueRefund(
        { paymentId, amountMinor: 300, reason: 'broken' },
        systemContext('spec'),
      );
      await persist(({ issue }) => issue.execute(refund), life);
      expect((await facts(command)).slice(2)).toStrictEqual(['RefundRequested', 'PaymentPartiallyRefunded']);
      expect(await journal(command)).toStrictEqual({ charged: 1000, refunded: 300, refunds: 1 });
    });
  });

  it('finishes a refund that nobody asks for again: a transfer that came too late', async () => {
    const command = new TakePayment(
      { ...take('').data, method: { type: 'bank_transfer' } },
      systemContext('spec'),
    );
    const { paymentId } = command.data;
    await expect(boot().take.execute(command)).rejects.toThrow(OutcomePending);
    await boot().back.execute(back(command));
    const record = new RecordPayment(
      { paymentId, outcome: 'captured', reference: 'SEPA' },
      systemContext('spec'),
    );
    await store.aggregates.execute(payment, paymentId, record.by, recordPayment(record));
    await store.database.query(
      'update payments.payments set refund_due_at = clock_timestamp() where payment_id = $1',
      [paymentId],
    );
    await Promise.all([boot().open.search(), boot().open.search()]);
    expect((await facts(command)).slice(1)).toStrictEqual([
      'PaymentVoided',
      'PaymentCaptured',
      'RefundRequested',
      'PaymentRefunded',
    ]);
    expect(await journal(command)).toMatchObject({ refunds: 1 });
  });

  it('has constraints that refuse what the rules never decide', async () => {
    const command = take('tok_ok');
    await boot().take.execute(command);
    const wrong = (set: string) =>
      store.database.query(`update payments.payments set ${set} where payment_id = $1`, [
        command.data.paymentId,
      ]);
    await expect(wrong('captured_minor = 1001')).rejects.toThrow('captured_at_most_asked');
    await expect(wrong('refunded_minor = 1001')).rejects.toThrow('refunded_at_most_captured');
    const again = new TakePayment({ ...command.data, paymentId: newId() }, systemContext('spec'));
    await expect(boot().take.execute(again)).rejects.toThrow('one_live_payment_per_order');
  });
});
