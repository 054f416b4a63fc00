import { z } from 'zod';
import type { Money } from '../../platform/core/money.js';
import type { AnswerShape } from '../../platform/outside/external-service.js';
import { uuid } from '../../platform/core/schemas.js';
import type { PaymentMethod } from '../vocabulary.js';

export interface ChargeRequest {
  /** Ours, the same for every try: whatever was done under it first is the answer to every repeat. */
  readonly key: string;
  readonly paymentId: string;
  readonly orderId: string;
  readonly amount: Money;
  readonly method: PaymentMethod;
}

export interface RefundOrder {
  readonly key: string;
  /** The key of the charge that is given back. */
  readonly chargeKey: string;
  readonly paymentId: string;
  readonly orderId: string;
  readonly amount: Money;
  readonly method: PaymentMethod;
}

/**
 * Whoever moves the money. What it answers is not trusted: callers check it against the schemas below. A rejected
 * promise says nothing about whether something happened.
 */
export interface PaymentGateway {
  /** Answers `chargeAnswer`. */
  charge(request: ChargeRequest, signal: AbortSignal): Promise<unknown>;
  /** What became of a charge: answers `lookUpAnswer`. */
  findCharge(key: string, signal: AbortSignal): Promise<unknown>;
  /** From the answer on nothing is ever charged under the key: answers `cancelAnswer`, `captured` if it came too late. */
  cancel(request: ChargeRequest, signal: AbortSignal): Promise<unknown>;
  /** Answers `refundAnswer`. */
  refund(order: RefundOrder, signal: AbortSignal): Promise<unknown>;
  /** What became of a refund: answers `refundLookUpAnswer`. */
  findRefund(order: RefundOrder, signal: AbortSignal): Promise<unknown>;
}

/** Injection token of the PaymentGateway. */
export const PAYMENT_GATEWAY = Symbol('PAYMENT_GATEWAY');

const refuse = () => Promise.reject(new Error('no payment gateway is connected'));
/** Where the simulator is not wanted and nothing else is connected: payments wait, and nobody pretends to charge. */
export const absentGateway: PaymentGateway = {
  charge: refuse,
  findCharge: refuse,
  cancel: refuse,
  refund: refuse,
  findRefund: refuse,
};

const key = uuid;
const reference = z.string().min(1).max(200);
const detail = z.string().max(500);
const amount = z.object({ amountMinor: z.int().min(0), currency: z.string() });

const captured = z.object({ outcome: z.literal('captured'), key, reference, amount });
const declined = z.object({ outcome: z.literal('declined'), key, code: z.string().min(1).max(64), detail });
const cancelled = z.object({ outcome: z.literal('cancelled'), key });
/** Accepted, and not decided yet. */
const pending = z.object({ outcome: z.literal('pending'), key });
const notFound = z.object({ outcome: z.literal('not-found'), key });
const refunded = z.object({ outcome: z.literal('refunded'), key, reference, amount });
const refused = z.object({ outcome: z.literal('refused'), key, detail });

// Schemas are made once: making one takes thirty times as long as asking it.
const charges = z.discriminatedUnion('outcome', [captured, declined, cancelled, pending]);
const knownCharges = z.discriminatedUnion('outcome', [captured, declined, cancelled, pending, notFound]);
const refunds = z.discriminatedUnion('outcome', [refunded, refused, pending]);
const knownRefunds = z.discriminatedUnion('outcome', [refunded, refused, pending, notFound]);

/** An answer about another key or another amount is no answer. */
const about =
  <Answer extends { key: string; amount?: Money }>(shape: AnswerShape<Answer>) =>
  (ours: string, due: Money): AnswerShape<Answer> => ({
    parse(given) {
      const answer = shape.parse(given);
      const { key: theirs, amount: told } = answer;
      if (theirs !== ours) throw new Error('the answer is about another key');
      if (told && (told.amountMinor !== due.amountMinor || told.currency !== due.currency)) {
        throw new Error('the answer is about another amount');
      }
      return answer;
    },
  });

export const chargeAnswer = about(charges);
export const lookUpAnswer = about(knownCharges);
export const cancelAnswer = about(charges);
export const refundAnswer = about(refunds);
export const refundLookUpAnswer = about(knownRefunds);
