import { z } from 'zod';
import type { AnswerShape } from '../../platform/outside/external-service.js';
import { uuid } from '../../platform/core/schemas.js';
import type { Address, ShippedLine } from '../vocabulary.js';

export interface ParcelRequest {
  /** Ours, the same for every try: whatever was done under it first is the answer to every repeat. */
  readonly key: string;
  readonly shipmentId: string;
  readonly orderId: string;
  readonly address: Address;
  readonly lines: readonly ShippedLine[];
}

/**
 * Whoever moves the parcels. What it answers is not trusted: callers check it against the schemas below. A rejected
 * promise says nothing about whether something happened.
 */
export interface Carrier {
  /** Answers `parcelAnswer`. */
  send(request: ParcelRequest, signal: AbortSignal): Promise<unknown>;
  /** What became of a parcel: answers `lookUpAnswer`. */
  find(key: string, signal: AbortSignal): Promise<unknown>;
  /** From the answer on no parcel goes out under the key: answers `cancelAnswer`, `too-late` if one is under way. */
  cancel(key: string, signal: AbortSignal): Promise<unknown>;
}

/** Injection token of the Carrier. */
export const CARRIER = Symbol('CARRIER');

const refuse = () => Promise.reject(new Error('no carrier is connected'));
/** Where the simulator is not wanted and nothing else is connected: parcels wait, and nobody pretends to send them. */
export const absentCarrier: Carrier = { send: refuse, find: refuse, cancel: refuse };

const key = uuid;
const detail = z.string().max(500);
const name = z.string().min(1).max(100);

const accepted = z.object({ outcome: z.literal('accepted'), key, carrier: name, trackingNumber: name });
const refused = z.object({ outcome: z.literal('refused'), key, detail });
const cancelled = z.object({ outcome: z.literal('cancelled'), key });
/** Received, and not decided yet. */
const pending = z.object({ outcome: z.literal('pending'), key });
const notFound = z.object({ outcome: z.literal('not-found'), key });
const tooLate = z.object({ outcome: z.literal('too-late'), key, detail });

// Schemas are made once: making one takes thirty times as long as asking it.
const parcels = z.discriminatedUnion('outcome', [accepted, refused, cancelled, pending]);
const knownParcels = z.discriminatedUnion('outcome', [accepted, refused, cancelled, pending, notFound]);
const cancellations = z.discriminatedUnion('outcome', [cancelled, refused, tooLate]);

/** An answer about another key is no answer. */
const about =
  <Answer extends { key: string }>(shape: AnswerShape<Answer>) =>
  (ours: string): AnswerShape<Answer> => ({
    parse(given) {
      const answer = shape.parse(given);
      if (answer.key !== ours) throw new Error('the answer is about another key');
      return answer;
    },
  });

export const parcelAnswer = about(parcels);
export const lookUpAnswer = about(knownParcels);
export const cancelAnswer = about(cancellations);

export type ParcelAnswer = z.output<typeof parcels>;
