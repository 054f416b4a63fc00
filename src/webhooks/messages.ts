import { Inject, Injectable } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { EventLog } from '../platform/event-store/event-log.js';
import { CLOUD_EVENT_TYPE, structured } from '../platform/kafka/cloud-event.js';
import { epochAt, Epochs } from '../platform/kafka/epochs.js';
import type { Due } from './delivery-queue.js';
import { PublishedTypes } from './published-types.js';
import { SecretBox } from './secrets.js';

export const TEST_TYPE = 'waybill.webhook.test';

export type What = Pick<Due, 'eventId' | 'position' | 'createdAt'>;

/** The body of a webhook, or why there will never be one. */
type Made = { readonly body: string } | { readonly fault: string };

/** What is sent: made of the log each time, so it is the same to the byte however often it is sent, and stored once. */
@Injectable()
export class Messages {
  constructor(
    private readonly types: PublishedTypes,
    private readonly log: EventLog,
    private readonly epochs: Epochs,
    @Inject(SecretBox) private readonly box: Pick<SecretBox, 'open'>,
  ) {}

  async bodyOf({ eventId, position, createdAt }: What): Promise<Made> {
    if (position === null) return { body: testBody(eventId, createdAt) };
    const recorded = await this.log.at(position);
    if (recorded?.id !== eventId) return { fault: 'the log does not hold the event any more' };
    if (recorded.problem) throw recorded.problem;
    const publication = this.types.of(recorded.event.type);
    if (!publication) return { fault: `${recorded.event.type} is not published any more` };
    const ce_epoch = String(epochAt(await this.epochs.all(), position));
    try {
      const record = publication.record(recorded);
      return { body: structured({ ...record, headers: { ...record.headers, ce_epoch } }) };
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      const faults = error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`);
      return { fault: `the event cannot be published: ${faults.join('; ')}` };
    }
  }

  /**
   * The headers of Standard Webhooks; two signatures while a secret is being changed.
   *
   * @param at of this try
   */
  headersFor(endpointId: string, due: Due, body: string, at: Date): Record<string, string> {
    const secrets = [due.secret, due.previousSecret].filter((sealed) => sealed !== null);
    const signatures = secrets.map((sealed) =>
      new Webhook(this.box.open(sealed, endpointId)).sign(due.eventId, at, body),
    );
    return {
      'content-type': `${CLOUD_EVENT_TYPE}; charset=utf-8`,
      'user-agent': 'Waybill-Webhooks/1',
      'webhook-id': due.eventId,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': signatures.join(' '),
    };
  }
}

const testBody = (id: string, at: Date): string =>
  structured({
    ...{ topic: '', key: id },
    headers: {
      ...{ ce_specversion: '1.0', ce_id: id, ce_source: '/waybill/webhooks', ce_type: TEST_TYPE },
      ...{ ce_subject: `test-${id}`, ce_time: at.toISOString(), 'content-type': 'application/json' },
    },
    value: Buffer.from('{"test":true}'),
  });
