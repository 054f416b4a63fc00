import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { by, folded, given } from '../platform/testing/given.js';
import * as door from './contract.js';
import * as rules from './payment.decider.js';
import { payment } from './payment.decider.js';
import { type PaymentState } from './payment.state.js';
import {
  PaymentCaptured,
  PaymentDeclined,
  PaymentOutcomeUnknown,
  PaymentRequested,
  PaymentVoided,
} from './payment.events.js';
import { type PaymentEvent } from './payment.state.js';
import { type PaymentMethod } from './vocabulary.js';
import { returnSurplus } from './payment.surplus.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const paymentId = '019ab000-0000-7000-8000-000000000002';
const ids = { paymentId, orderId };
const amount = { amountMinor: 1000, currency: 'EUR' };
const transfer: PaymentMethod = { type: 'bank_transfer' };
const card: PaymentMethod = { type: 'card', token: 'tok_ok' };

/** By the columns of the table: the events that lead there. */
const statuses = (method: PaymentMethod): Readonly<Record<string, readonly PaymentEvent[]>> => {
  const requested = new PaymentRequested({
    ...ids,
    customerId: orderId,
    amount,
    method,
    gatewayKey: paymentId,
  });
  return {
    none: [],
    requested: [requested],
    unknown: [requested, new PaymentOutcomeUnknown({ ...ids, detail: 'time-out' })],
    captured: [requested, new PaymentCaptured({ ...ids, amount, reference: 'ONE', evidence: 'reply' })],
    declined: [requested, new PaymentDeclined({ ...ids, code: 'declined', detail: 'no', evidence: 'reply' })],
    voided: [requested, new PaymentVoided(ids)],
  };
};
type Rule = (state: PaymentState) => readonly PaymentEvent[];
const recorded = (outcome: 'captured' | 'declined', reference: string): Rule =>
  rules.recordPayment(new door.RecordPayment({ paymentId, outcome, reference }, by));
const back = new door.ReturnSurplus({ paymentId, surplusId: orderId, reference: 'X', reason: 'desk' }, by);
const commands: Readonly<Record<string, readonly [PaymentMethod, Rule]>> = {
  TakePayment: [
    card,
    rules.requestPayment(new door.TakePayment({ ...ids, customerId: orderId, amount, method: card }, by)),
  ],
  RefundPayment: [card, rules.takeBack(new door.RefundPayment(ids, by))],
  IssueRefund: [
    card,
    rules.issueRefund(new door.IssueRefund({ paymentId, amountMinor: 1, reason: 'x' }, by)),
  ],
  'RecordPayment captured': [transfer, recorded('captured', 'TWO')],
  'RecordPayment declined': [transfer, recorded('declined', 'TWO')],
  ReturnSurplus: [transfer, returnSurplus(back)],
};

const lines = readFileSync(path.join(process.cwd(), 'src/payments/README.md'), 'utf8').split('\n');
const table = lines.slice(lines.findIndex((line) => line.startsWith('| command ↓')));
const [head = [], , ...rows] = table
  .slice(
    0,
    table.findIndex((line) => !line.startsWith('|')),
  )
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replace(/[¹²³⁴]/g, '').trim()),
  );
const cells = rows.flatMap(([command = '', ...answers]) =>
  answers.map((answer, n) => [command, head[n + 1]!, answer] as const),
);

describe('The table of states in the README', () => {
  it('has a row for each command and a column for each status', () => {
    expect(rows.map(([command]) => command)).toEqual(Object.keys(commands));
    expect(head.slice(1)).toEqual(Object.keys(statuses(card)));
  });

  it.each(cells)('%s on a payment that is %s: %s', (command, status, answer) => {
    const [method, rule] = commands[command]!;
    const events = statuses(method)[status]!;
    const refusal = /^`(.+)`$/.exec(answer)?.[1];
    if (refusal) {
      given(payment, ...events)
        .when(rule)
        .rejects(`payment.${refusal}`);
      return;
    }
    const expected = answer === 'nothing' ? [] : answer.split(', ');
    expect(rule(folded(payment, ...events)).map(({ type }) => type)).toEqual(expected);
  });

  it('holds its footnotes: the same transfer decides nothing, and only transfers are recorded', () => {
    given(payment, ...statuses(transfer)['captured']!)
      .when(recorded('captured', 'ONE'))
      .then();
    for (const status of ['requested', 'captured', 'declined', 'voided']) {
      given(payment, ...statuses(card)[status]!)
        .when(recorded('captured', 'TWO'))
        .rejects('payment.not-recordable');
    }
    given(payment, ...statuses(transfer)['requested']!)
      .when(rules.takeBack(new door.RefundPayment(ids, by)))
      .then(new PaymentVoided(ids));
  });
});
