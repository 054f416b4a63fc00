import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/core/ids.js';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import { systemContext } from '../platform/cqrs/command.js';
import { LogSignal } from '../platform/event-store/log-signal.js';
import { ExternalService } from '../platform/outside/external-service.js';
import { Calm } from '../platform/subscriptions/calm.js';
import { Crash, Life } from '../platform/testing/mortal.js';
import { testStore, type TestStore } from '../platform/testing/store.js';
import { RecordPayment, RefundPayment, ReturnSurplus, TakePayment } from './payment.commands.js';
import { absentGateway, type PaymentGateway } from './gateway/payment-gateway.js';
import { OpenRefunds } from './open-refunds.js';
import { paymentView } from './payment-view.js';
import { payment, recordPayment } from './payment.decider.js';
import type { PaymentMethod } from './vocabulary.js';
import { returnSurplus } from './payment.surplus.js';
import { RefundPaymentHandler } from './refund-payment.handler.js';
import { refundTroubles } from './refund-troubles.js';
import { Refunds } from './refunds.js';
import { TakePaymentHandler } from './take-payment.handler.js';
import { UnitRules } from '../platform/event-store/unit-rules.js';
import { WalletPayments } from './wallet-payments.js';

const transfer: PaymentMethod = { type: 'bank_transfer' };
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const order = (amountMinor: number, method: PaymentMethod) =>
  new TakePayment(
    { paymentId: newId(), orderId: newId(), customerId: newId(), amount: eur(amountMinor), method },
    systemContext('spec'),
  );

/** Somebody who pays transfers out, or refuses to. */
const payer = (outcome: 'refunded' | 'refused') => {
  const paidOut: string[] = [];
  const gateway: PaymentGateway = {
    ...absentGateway,
    findRefund: ({ key }) => Promise.resolve({ outcome: 'not-found', key }),
    refund({ key, amount }) {
      if (outcome === 'refused') return Promise.resolve({ outcome, key, detail: 'no such account' });
      paidOut.push(key);
      return Promise.resolve({ outcome, key, reference: `re_${paidOut.length}`, amount });
    },
  };
  return { gateway, paidOut };
};

describe('Money that is not due', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore([payment]);
  });
  afterAll(() => store.close());

  function boot(gateway: PaymentGateway = absentGateway, life = new Life()) {
    const aggregates = life.sees(store.aggregates);
    const ask = new ExternalService({ name: 'spec', deadlineMs: 60 });
    const wallet = new WalletPayments(new UnitRules());
    const refunds = new Refunds(aggregates, gateway, ask, wallet);
    return {
      take: new TakePaymentHandler(aggregates, gateway, ask, { BANK_TRANSFER_POLL_SECONDS: 60 }, wallet),
      back: new RefundPaymentHandler(aggregates, refunds, gateway, ask, wallet),
      open: new OpenRefunds(store.database, store.log, refunds, new Calm(new LogSignal())),
    };
  }
  const shown = async ({ data: { paymentId } }: TakePayment) =>
    paymentView(await store.aggregates.load(payment, paymentId));
  const facts = async ({ data: { paymentId } }: TakePayment) =>
    (await store.log.readStream(`payment-${paymentId}`)).map(({ event }) => event.type);
  const back = ({ data: { paymentId, orderId } }: TakePayment) =>
    new RefundPayment({ paymentId, orderId }, systemContext('spec'));
  const record = (
    { data: { paymentId } }: TakePayment,
    outcome: 'captured' | 'declined',
    reference: string,
  ) => {
    const command = new RecordPayment({ paymentId, outcome, reference }, systemContext('spec'));
    return store.aggregates.execute(payment, paymentId, command.by, recordPayment(command));
  };
  const dueNow = () =>
    store.database.query(
      'update payments.payments set refund_due_at = clock_timestamp() where refund_due_at is not null',
    );
  const troubles = async ({ data: { paymentId } }: TakePayment) =>
    (await refundTroubles(store.database).list({ limit: 100 })).filter(({ id }) => id === paymentId);

  it.each([[{ type: 'card', token: 'tok_down' }], [{ type: 'crypto', token: 'any' }], [transfer]] as [
    PaymentMethod,
  ][])(
    'is not asked for: an order of 0 by %j is paid without anybody, whenever the process dies',
    async (method) => {
      for (let moment = 0; ; moment++) {
        const life = new Life(moment);
        const free = order(0, method);
        await boot(absentGateway, life)
          .take.execute(free)
          .catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
        await boot().take.execute(free);
        expect(await facts(free)).toStrictEqual(['PaymentRequested', 'PaymentCaptured']);
        expect(await shown(free)).toMatchObject({
          state: 'captured',
          reference: 'nothing-to-pay',
          captured: eur(0),
        });
        if (!life.isOver) break;
      }
    },
  );

  it('is not given back either: the way back of an order of 0 ends without a gateway', async () => {
    const free = order(0, { type: 'card', token: 'tok_ok' });
    await boot().take.execute(free);
    await boot().back.execute(back(free));
    await boot().back.execute(back(free));
    expect(await facts(free)).toStrictEqual(['PaymentRequested', 'PaymentCaptured', 'PaymentRefunded']);
    expect(await shown(free)).toMatchObject({ state: 'refunded' });
    const rows = await store.database.query('select state from audit.payments where payment_id = $1', [
      free.data.paymentId,
    ]);
    expect(rows).toStrictEqual([{ state: 'refunded' }]);
  });

  it('cannot be booked against an order of 0', async () => {
    const free = order(0, transfer);
    await boot().take.execute(free);
    await expect(record(free, 'captured', 'SEPA-1')).rejects.toMatchObject({
      code: 'payment.nothing-to-pay',
    });
  });

  it('is booked and goes back when it comes after the transfer was declined', async () => {
    const late = order(1000, transfer);
    const bank = payer('refunded');
    await expect(boot().take.execute(late)).rejects.toThrow(OutcomePending);
    await record(late, 'declined', 'SEPA-1');
    await record(late, 'captured', 'SEPA-2');
    expect(await shown(late)).toMatchObject({ state: 'captured', captured: eur(1000), reference: 'SEPA-2' });
    await dueNow();
    await boot(bank.gateway).open.search();
    expect(await shown(late)).toMatchObject({ state: 'refunded', refunded: eur(1000) });
    expect(bank.paidOut).toHaveLength(1);
  });

  it('is booked and goes back when it comes a second time, once for each transfer', async () => {
    const twice = order(1000, transfer);
    const bank = payer('refunded');
    await expect(boot().take.execute(twice)).rejects.toThrow(OutcomePending);
    for (const reference of ['SEPA-1', 'SEPA-2', 'SEPA-2', 'SEPA-1', 'SEPA-3', 'SEPA-2']) {
      await record(twice, 'captured', reference);
    }
    expect(await shown(twice)).toMatchObject({
      state: 'captured',
      surplus: [
        { receivedAs: 'SEPA-2', amount: eur(1000), state: 'owed' },
        { receivedAs: 'SEPA-3', amount: eur(1000), state: 'owed' },
      ],
    });
    await dueNow();
    await Promise.all([boot(bank.gateway).open.search(), boot(bank.gateway).open.search()]);
    expect(await shown(twice)).toMatchObject({
      state: 'captured',
      refunded: eur(0),
      surplus: [
        { state: 'returned', reference: 're_1' },
        { state: 'returned', reference: 're_2' },
      ],
    });
    expect(new Set(bank.paidOut).size).toBe(2);
    expect(await troubles(twice)).toStrictEqual([]);
  });

  it('waits for an operator when nobody takes it back, and is settled by hand once', async () => {
    const stuck = order(1000, transfer);
    await expect(boot().take.execute(stuck)).rejects.toThrow(OutcomePending);
    await record(stuck, 'captured', 'SEPA-1');
    await record(stuck, 'captured', 'SEPA-2');
    const { paymentId } = stuck.data;
    const surplusId = (await shown(stuck)).surplus![0]!.id;
    const byHand = () => {
      const by = systemContext('spec');
      const command = new ReturnSurplus(
        { paymentId, surplusId, reference: 'CASH', reason: 'at the desk' },
        by,
      );
      return store.aggregates.execute(payment, paymentId, by, returnSurplus(command));
    };
    await expect(byHand()).rejects.toMatchObject({ code: 'payment.surplus-not-refused' });
    await dueNow();
    await boot(payer('refused').gateway).open.search();
    expect(await troubles(stuck)).toMatchObject([
      { kind: 'refund', detail: expect.stringContaining('not ours') },
    ]);
    await byHand();
    await byHand();
    expect((await shown(stuck)).surplus).toMatchObject([{ state: 'returned', reference: 'CASH' }]);
    expect(await troubles(stuck)).toStrictEqual([]);
  });
});
