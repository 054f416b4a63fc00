import { z } from 'zod';
import { sku, uuid } from '../../platform/core/schemas.js';
import type { Asking, Question } from '../../platform/kafka/asking.js';
import type { Carrier, ParcelRequest } from './carrier.js';

const topic = 'waybill.carrier.requests.v1';
const address = z.object({
  name: z.string(),
  line1: z.string(),
  line2: z.string().optional(),
  city: z.string(),
  region: z.string().optional(),
  postalCode: z.string(),
  country: z.string(),
});

/** What Waybill asks a carrier. The address is for it alone: let nobody else read the topic. */
export const carrierQuestions = {
  send: {
    topic,
    type: 'waybill.carrier.send',
    about: 'Take one parcel under the key. Answers: accepted, refused, cancelled, pending.',
    schema: z.object({
      key: uuid,
      shipmentId: uuid,
      orderId: uuid,
      address,
      lines: z.array(z.object({ sku, quantity: z.int() })),
    }),
  },
  find: {
    topic,
    type: 'waybill.carrier.look-up',
    about: 'What became of a parcel? Answers: accepted, refused, cancelled, pending, not-found.',
    schema: z.object({ key: uuid }),
  },
  cancel: {
    topic,
    type: 'waybill.carrier.cancel',
    about: 'Send no parcel under the key from now on. Answers: cancelled, refused, too-late.',
    schema: z.object({ key: uuid }),
  },
} as const satisfies Record<string, Question>;

/** A carrier on the other side of two topics. */
export class KafkaCarrier implements Carrier {
  constructor(private readonly asking: Asking) {}

  send(request: ParcelRequest, signal: AbortSignal): Promise<unknown> {
    const data = { ...request, lines: [...request.lines] };
    return this.asking.ask(carrierQuestions.send, request.key, data, signal);
  }

  find(key: string, signal: AbortSignal): Promise<unknown> {
    return this.asking.ask(carrierQuestions.find, key, { key }, signal);
  }

  cancel(key: string, signal: AbortSignal): Promise<unknown> {
    return this.asking.ask(carrierQuestions.cancel, key, { key }, signal);
  }
}
