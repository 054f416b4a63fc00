import type { IncomingHttpHeaders } from 'node:http';
import { rejecting } from '../../platform/core/rejection.js';
import type { PaymentProblem } from '../contract.js';

/** What a provider tells about a payment. */
export interface ProviderMessage {
  /** The provider's own, the same for every repeat. */
  readonly id: string;
  readonly type: string;
  /** Absent where it is about something else. */
  readonly paymentId?: string;
  /** The charge whose money it is about, as the provider names it in its list. */
  readonly charge?: string;
  /** What only somebody who sees the bank can know. Without it a message is a hint to look, and says nothing itself. */
  readonly record?: { readonly outcome: 'captured' | 'declined'; readonly reference: string };
}

/** Somebody who tells us about payments by itself. */
export interface Provider {
  readonly name: string;
  /**
   * @param body as it came, byte by byte
   * @throws Rejection `payment.message-not-signed` unless it is signed, and signed lately
   */
  read(body: Buffer, headers: IncomingHttpHeaders): ProviderMessage;
}

/** Injection token of the providers from which messages are taken. */
export const PROVIDERS = Symbol('PROVIDERS');

const reject = rejecting<PaymentProblem>();

export const notSigned = (): never =>
  reject('payment.message-not-signed', 'the signature is missing, wrong or too old');
