import { Injectable, Logger, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PartOf, type Background } from '../activities/activity.js';
import { Database } from '../event-store/database.js';
import type { Epochs } from './epochs.js';
import { type KafkaAddress, topicNames } from './kafka-address.js';
import type { Publication } from './publication.js';
import type { IntegrationEventPublisher } from './publisher.js';
import type { Topics } from './topics.js';
import type { KafkaTransport } from './transport.js';

/** What must happen around a run: topics and the outbox's map at the start, an orderly end before the store closes. */
@PartOf('consuming')
@Injectable()
export class KafkaLifecycle implements Background, OnModuleDestroy, OnApplicationShutdown {
  private readonly logger = new Logger('Kafka');
  private readonly stopping = new AbortController();

  constructor(
    private readonly address: KafkaAddress,
    private readonly publications: readonly Publication[],
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly epochs: Epochs,
    private readonly transport: KafkaTransport,
    private readonly publisher: IntegrationEventPublisher,
  ) {}

  async start(): Promise<void> {
    if (this.address.brokers.length === 0) return;
    await this.epochs.recognise();
    const { outside } = topicNames(this.address);
    const rows = this.publications.map(({ event, topic }) => ({
      event_type: event.type,
      topic: outside(topic),
    }));
    await this.database.query(
      `insert into platform.publications (event_type, topic)
       select r.event_type, r.topic from json_to_recordset($1::json) as r(event_type text, topic text)
       on conflict (event_type) do update set topic = excluded.topic`,
      [JSON.stringify(rows)],
    );
    this.transport.waitFor(this.provisionUntilDone());
  }

  stop(): void {
    this.stopping.abort();
  }

  async onModuleDestroy(): Promise<void> {
    this.stop();
    await this.transport.close();
  }

  /** Only now: the relay finishes its batch in a hook before this one. */
  async onApplicationShutdown(): Promise<void> {
    await this.publisher.close();
  }

  private async provisionUntilDone(): Promise<void> {
    for (let pause = 500; !this.stopping.signal.aborted; pause = Math.min(10_000, pause * 2)) {
      try {
        const { created, different } = await this.topics.provide();
        if (created.length > 0) this.logger.log(`created ${created.join(', ')}`);
        if (different.length > 0) {
          this.logger.warn(`topics are not as they should be: ${different.join(', ')}`);
        }
        return;
      } catch (error) {
        this.transport.delayed(error);
        this.logger.warn(`topics cannot be looked after yet: ${String(error)}`);
        await sleep(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }
}
