import { Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { PartOf, type Background } from '../activities/activity.js';
import { Database } from '../event-store/database.js';
import type { Epochs } from './epochs.js';
import { type KafkaAddress, topicNames } from './kafka-address.js';
import type { Publication } from './publication.js';
import type { IntegrationEventPublisher } from './publisher.js';
import type { TopicKeeper } from './topic-keeper.js';
import type { KafkaTransport } from './transport.js';

/** What must happen around a run: topics and the outbox's map at the start, an orderly end before the store closes. */
@PartOf('consuming')
@Injectable()
export class KafkaLifecycle implements Background, OnModuleDestroy, OnApplicationShutdown {
  constructor(
    private readonly address: KafkaAddress,
    private readonly publications: readonly Publication[],
    private readonly topics: TopicKeeper,
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
    this.topics.keep();
  }

  stop(): void {
    this.topics.stop();
  }

  async onModuleDestroy(): Promise<void> {
    this.stop();
    await this.transport.close();
  }

  /** Only now: the relay finishes its batch in a hook before this one. */
  async onApplicationShutdown(): Promise<void> {
    await this.publisher.close();
  }
}
