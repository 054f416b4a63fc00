import { Module, type DynamicModule, type INestApplication, type Provider } from '@nestjs/common';
import { ACTIVITIES } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../event-store/database.js';
import { Sealer } from '../seals/sealer.js';
import { SubscriptionRegistry } from '../subscriptions/subscription.js';
import { Asking, QUESTIONS, type Question } from './asking.js';
import { KafkaState } from './client-state.js';
import { Consumed } from './consumed.js';
import { DeadLetterDesk } from './dead-letter-desk.js';
import { DeadLetters } from './dead-letters.js';
import { Effects } from './effects.js';
import { Epochs } from './epochs.js';
import { groupTimes, InboundSource, type GroupTimes } from './inbound-source.js';
import { Inbox } from './inbox.js';
import { InboundDispatcher } from './inbound-dispatcher.js';
import { KafkaLifecycle } from './kafka-lifecycle.js';
import { chosenClient } from './chosen-client.js';
import { addressOf, groupOf, KAFKA_ADDRESS, KAFKA_GROUP, type KafkaAddress } from './kafka-address.js';
import { KafkaClient } from './kafka-client.js';
import { PUBLICATIONS, type Publication } from './publication.js';
import { IntegrationEventPublisher } from './publisher.js';
import { PersonalRecords } from './personal-records.js';
import { relay } from './relay.js';
import { sealTopic } from './seal-topic.js';
import { TopicKeeper } from './topic-keeper.js';
import { Topics } from './topics.js';
import { KafkaTransport } from './transport.js';

const TIMES = Symbol('KAFKA_GROUP_TIMES');
const RELAY = Symbol('KAFKA_RELAY');
const SEALS = Symbol('KAFKA_SEALS');

type RelayParts = [KafkaAddress, SubscriptionRegistry, ...Parameters<typeof relay>];

const client: Provider[] = [
  KafkaState,
  { provide: KAFKA_ADDRESS, inject: [CONFIG], useFactory: addressOf },
  { provide: KAFKA_GROUP, inject: [CONFIG], useFactory: groupOf },
  { provide: KafkaClient, inject: [KAFKA_ADDRESS], useFactory: chosenClient },
  {
    provide: IntegrationEventPublisher,
    inject: [KafkaClient, KafkaState],
    useFactory: (client: KafkaClient, { producer }: KafkaState) => client.publisher(producer),
  },
  {
    provide: InboundSource,
    inject: [KafkaClient, TIMES],
    useFactory: (client: KafkaClient, times: GroupTimes) => client.source(times),
  },
];

const work: Provider[] = [
  {
    provide: Topics,
    inject: [KafkaClient, KAFKA_ADDRESS, PUBLICATIONS, QUESTIONS],
    useFactory: (...parts: ConstructorParameters<typeof Topics>) => new Topics(...parts),
  },
  {
    provide: KafkaTransport,
    inject: [InboundSource, InboundDispatcher, Consumed, KafkaState, KAFKA_GROUP, ACTIVITIES],
    useFactory: (...parts: ConstructorParameters<typeof KafkaTransport>) => new KafkaTransport(...parts),
  },
  {
    provide: TopicKeeper,
    inject: [Topics, KafkaState, KafkaTransport],
    useFactory: (...parts: ConstructorParameters<typeof TopicKeeper>) => new TopicKeeper(...parts),
  },
  {
    provide: KafkaLifecycle,
    inject: [
      KAFKA_ADDRESS,
      PUBLICATIONS,
      TopicKeeper,
      Database,
      Epochs,
      KafkaTransport,
      IntegrationEventPublisher,
    ],
    useFactory: (...parts: ConstructorParameters<typeof KafkaLifecycle>) => new KafkaLifecycle(...parts),
  },
  {
    provide: RELAY,
    inject: [KAFKA_ADDRESS, SubscriptionRegistry, PUBLICATIONS, IntegrationEventPublisher, Epochs],
    useFactory: (...[{ brokers }, registry, ...parts]: RelayParts) => {
      if (brokers.length > 0) registry.add(relay(...parts));
      return brokers.length > 0;
    },
  },
  {
    provide: SEALS,
    inject: [KAFKA_ADDRESS, IntegrationEventPublisher, { token: Sealer, optional: true }],
    useFactory: ({ brokers }: KafkaAddress, publisher: IntegrationEventPublisher, sealer?: Sealer) => {
      if (brokers.length > 0) sealer?.alsoKeepIn(sealTopic(publisher));
      return brokers.length > 0;
    },
  },
];

export interface Traffic {
  /** Every event that leaves. */
  readonly publications: readonly Publication[];
  /** Everything that is asked of services outside. */
  readonly questions?: readonly Question[];
  /** Milliseconds. */
  readonly times?: GroupTimes;
}

/** Kafka both ways. With an empty KAFKA_BROKERS everything here is present and does nothing. */
@Module({})
export class KafkaModule {
  static with({ publications, questions = [], times = groupTimes }: Traffic): DynamicModule {
    return {
      module: KafkaModule,
      global: true,
      providers: [
        Inbox,
        Epochs,
        Consumed,
        Effects,
        PersonalRecords,
        DeadLetters,
        DeadLetterDesk,
        InboundDispatcher,
        Asking,
        { provide: PUBLICATIONS, useValue: publications },
        { provide: QUESTIONS, useValue: questions },
        { provide: TIMES, useValue: times },
        ...client,
        ...work,
      ],
      exports: [
        Asking,
        PersonalRecords,
        DeadLetters,
        DeadLetterDesk,
        Epochs,
        InboundDispatcher,
        IntegrationEventPublisher,
        KafkaState,
        KAFKA_ADDRESS,
        KAFKA_GROUP,
        KafkaClient,
        KafkaTransport,
        PUBLICATIONS,
        QUESTIONS,
      ],
    };
  }
}

/** Joins the consumer group, unless Kafka is off or this is no process that consumes. Call it after `listen` or `init`: the buses must be ready. */
export async function connectKafka(app: INestApplication): Promise<void> {
  if (app.get<Config>(CONFIG).KAFKA_BROKERS.length === 0) return;
  app.connectMicroservice({ strategy: app.get(KafkaTransport) });
  await app.startAllMicroservices();
}
