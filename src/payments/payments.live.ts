import { Logger } from '@nestjs/common';
import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { PaymentOutcomeUnknown, RefundRefused } from './payment.events.js';

/** Tells whoever watches the log where money waits for an answer. Best effort: the event itself is what counts. */
@EventsHandler(PaymentOutcomeUnknown, RefundRefused)
export class PaymentsLive implements IEventHandler<PaymentOutcomeUnknown | RefundRefused> {
  private readonly logger = new Logger('Payments');

  handle({ type, data: { paymentId, orderId, detail } }: PaymentOutcomeUnknown | RefundRefused): void {
    const what = type === 'RefundRefused' ? 'a refund was refused' : 'the outcome is unknown';
    this.logger.warn(`payment ${paymentId} of order ${orderId}: ${what}: ${detail}`);
  }
}
