import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { newId } from '../core/ids.js';
import { Database } from '../event-store/database.js';
import { uuid } from '../core/schemas.js';
import { traceHeaders } from '../tracing/trace-context.js';
import { currentPlace } from '../tracing/tracing.js';
import { Unacceptable, type Envelope } from './envelope.js';
import { IntegrationEventPublisher } from './publisher.js';

/** Something Waybill asks a service outside; the answer names it in ce_causationid. */
export interface Question<Schema extends z.ZodType = z.ZodType> {
  readonly topic: string;
  readonly type: string;
  /** One sentence for AsyncAPI. */
  readonly about: string;
  readonly schema: Schema;
}

/** Injection token of everything that is asked: readonly Question[]. */
export const QUESTIONS = Symbol('QUESTIONS');

const POLL_MS = 200;

/**
 * Question and answer over two topics. The answer is stored before it counts, so it does not matter which instance
 * of Waybill receives it; one that comes too late is kept for nobody, since whoever gave up looks again later.
 */
@Injectable()
export class Asking {
  private readonly waiting = new Map<string, () => void>();

  constructor(
    private readonly database: Database,
    private readonly publisher: IntegrationEventPublisher,
  ) {}

  /**
   * @param key the same for every question about one thing, so that they arrive in order
   * @param signal gives up waiting; the question may be answered all the same
   * @throws Error when Kafka did not take the question, or no answer came in time
   */
  async ask<Schema extends z.ZodType>(
    { topic, type, schema }: Question<Schema>,
    key: string,
    data: z.input<Schema>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const id = newId();
    const [delivery] = await this.publisher.publish([
      {
        topic,
        key,
        value: Buffer.from(JSON.stringify(schema.parse(data))),
        headers: {
          ce_specversion: '1.0',
          ce_id: id,
          ce_source: 'waybill',
          ce_type: type,
          ce_subject: key,
          ce_time: new Date().toISOString(),
          ...traceHeaders({ id, metadata: { ...currentPlace(), correlationId: id } }),
          'content-type': 'application/json',
        },
      },
    ]);
    if (delivery?.kind !== 'sent') throw new Error(`not asked: ${delivery?.reason}`);
    return this.answerTo(id, signal);
  }

  /** Keeps an answer. */
  async answered({ causationId }: Envelope, answer: object): Promise<void> {
    const id = uuid.safeParse(causationId);
    if (!id.success) throw new Unacceptable('envelope', 'ce_causationid must be the ce_id of the question');
    await this.database.query(
      `with old as (delete from platform.answers where received_at < clock_timestamp() - interval '1 day')
       insert into platform.answers (question_id, answer) values ($1, $2) on conflict do nothing`,
      [id.data, JSON.stringify(answer)],
    );
    this.waiting.get(id.data)?.();
  }

  private async answerTo(id: string, signal: AbortSignal): Promise<unknown> {
    while (!signal.aborted) {
      const heard = this.news(id, signal);
      const [row] = await this.database.query<{ answer: unknown }>(
        'delete from platform.answers where question_id = $1 returning answer',
        [id],
      );
      if (row) return row.answer;
      await heard;
    }
    throw new Error('no answer within the deadline');
  }

  /** Settles when the answer came to this process, when it is time to look whether another one has it, or at the end. */
  private news(id: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(id);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, POLL_MS);
      this.waiting.set(id, done);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
