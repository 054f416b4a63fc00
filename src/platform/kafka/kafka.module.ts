import { Logger, Module, type DynamicModule, type INestApplication, type Provider } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../event-store/database.js';
import { SubscriptionRegistry } from '../subscriptions/subscription-registry.js';
import { Asking, QUESTIONS, type Question } from './asking.js';
import { DeadLetterDesk } from './dead-letter-desk.js';
import { DeadLetters } from './dead-letters.js';
import { InboundSource } from './inbound-source.js';
import { Inbox } from './inbox.js';
import { Ingress } from './ingress.js';
import { KafkaLifecycle } from './kafka-lifecycle.js';
import type { KafkaAddress } from './kafkajs-client.js';
import { groupTimes, KafkajsInbound, type GroupTimes } from './kafkajs-inbound.js';
import { KafkajsPublisher } from './kafkajs-publisher.js';
import { PUBLICATIONS, type Publication } from './publication.js';
import { IntegrationEventPublisher } from './publisher.js';
import { relay } from './relay.js';
import { KafkaTransport } from './transport.js';

const ADDRESS = Symbol('KAFKA_ADDRESS');
const GROUP = Symbol('KAFKA_GROUP');
const TIMES = Symbol('KAFKA_GROUP_TIMES');
const RELAY = Symbol('KAFKA_RELAY');

const client: Provider[] = [
  {
    provide: ADDRESS,
    inject: [CONFIG],
    useFactory: ({ KAFKA_BROKERS: brokers }: Config): KafkaAddress => ({ brokers, clientId: 'waybill' }),
  },
  {
    provide: IntegrationEventPublisher,
    inject: [ADDRESS],
    useFactory: (address: KafkaAddress) => new KafkajsPublisher(address),
  },
  {
    provide: InboundSource,
    inject: [ADDRESS, TIMES],
    useFactory: (address: KafkaAddress, times: GroupTimes) => new KafkajsInbound(address, times),
  },
];

const work: Provider[] = [
  {
    provide: KafkaTransport,
    inject: [InboundSource, Ingress, GROUP],
    useFactory: (source: InboundSource, ingress: Ingress, group: string) =>
      new KafkaTransport(source, ingress, group, endProcess),
  },
  {
    provide: KafkaLifecycle,
    inject: [ADDRESS, PUBLICATIONS, QUESTIONS, Database, KafkaTransport, IntegrationEventPublisher],
    useFactory: (...parts: ConstructorParameters<typeof KafkaLifecycle>) => new KafkaLifecycle(...parts),
  },
  {
    provide: RELAY,
    inject: [ADDRESS, PUBLICATIONS, SubscriptionRegistry, IntegrationEventPublisher],
    useFactory: (
      { brokers }: KafkaAddress,
      publications: readonly Publication[],
      registry: SubscriptionRegistry,
      publisher: IntegrationEventPublisher,
    ) => {
      if (brokers.length > 0) registry.add(relay(publications, publisher));
      return brokers.length > 0;
    },
  },
];

export interface Traffic {
  /** Every event that leaves. */
  readonly publications: readonly Publication[];
  /** Everything that is asked of services outside. */
  readonly questions?: readonly Question[];
  /** The consumer group; one for all instances of one installation. */
  readonly group?: string;
  /** Milliseconds. */
  readonly times?: GroupTimes;
}

/** Kafka both ways. With an empty KAFKA_BROKERS everything here is present and does nothing. */
@Module({})
export class KafkaModule {
  static with({
    publications,
    questions = [],
    group = 'waybill',
    times = groupTimes,
  }: Traffic): DynamicModule {
    return {
      module: KafkaModule,
      global: true,
      providers: [
        Inbox,
        DeadLetters,
        DeadLetterDesk,
        Ingress,
        Asking,
        { provide: PUBLICATIONS, useValue: publications },
        { provide: QUESTIONS, useValue: questions },
        { provide: GROUP, useValue: group },
        { provide: TIMES, useValue: times },
        ...client,
        ...work,
      ],
      exports: [
        Asking,
        DeadLetters,
        DeadLetterDesk,
        Ingress,
        IntegrationEventPublisher,
        KafkaTransport,
        PUBLICATIONS,
        QUESTIONS,
      ],
    };
  }
}

/** Joins the consumer group, unless Kafka is off. Call it after `listen` or `init`: the buses must be ready. */
export async function connectKafka(app: INestApplication): Promise<void> {
  if (app.get<Config>(CONFIG).KAFKA_BROKERS.length === 0) return;
  app.connectMicroservice({ strategy: app.get(KafkaTransport) });
  await app.startAllMicroservices();
}

/** A process whose consumer is dead looks healthy and does nothing: it is better replaced. */
function endProcess(reason: string): void {
  new Logger('Kafka').fatal(reason);
  process.exitCode = 70;
  process.kill(process.pid, 'SIGTERM');
}
