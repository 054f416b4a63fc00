import { Controller, Logger, Module, type DynamicModule, type INestApplication } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Payload } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { z } from 'zod';
import { ActivitiesModule } from '../../src/platform/activities/activities.module.js';
import { CONFIG, readConfig } from '../../src/platform/config.js';
import type { Decider } from '../../src/platform/core/decider.js';
import { event } from '../../src/platform/core/event.js';
import { newId } from '../../src/platform/core/ids.js';
import { rejecting } from '../../src/platform/core/rejection.js';
import { command } from '../../src/platform/cqrs/command.js';
import { aggregate } from '../../src/platform/cqrs/aggregate.js';
import { EventStoreModule } from '../../src/platform/event-store/event-store.module.js';
import type { GroupTimes } from '../../src/platform/kafka/inbound-source.js';
import { Consumes, type Message } from '../../src/platform/kafka/consumes.js';
import { connectKafka, KafkaModule } from '../../src/platform/kafka/kafka.module.js';
import { publishes } from '../../src/platform/kafka/publication.js';
import { IntegrationEventPublisher } from '../../src/platform/kafka/publisher.js';
import { SubscriptionsModule } from '../../src/platform/subscriptions/subscriptions.module.js';

/** The smallest room that can be: something to count, on topics of its own, so that the platform is tested alone. */
export class Counted extends event('Counted', z.strictObject({ by: z.number(), note: z.string() })) {}
/** Stays inside. */
export class Peeked extends event('Peeked', z.strictObject({ at: z.number() })) {}
interface Tally {
  readonly total: number;
}
export const tally: Decider<Tally, Counted | Peeked, 'tallyId'> = {
  category: 'tally',
  idKey: 'tallyId',
  events: [Counted, Peeked],
  initial: { total: 0 },
  evolve: (state, { data }) => ('by' in data ? { total: state.total + data.by } : state),
  shape: 1,
  notFound: 'tally.not-found',
};

const counting = z.strictObject({ tallyId: z.string().min(1), by: z.int(), note: z.string().default('') });
export class Count extends command(counting)<Tally>() {}
const reject = rejecting<'tally.full'>();
const count =
  ({ data }: Count) =>
  (state: Tally) => {
    if (data.note === 'bug') throw new TypeError('not a function');
    if (data.by === 0) return [];
    return state.total + data.by > 1_000
      ? reject('tally.full', 'a tally ends at 1000')
      : [new Counted({ by: data.by, note: data.note }), new Peeked({ at: state.total })];
  };

/** Of this test file alone: Jest loads this module anew for each. */
const unique = newId();
export const topics = {
  out: `tally.out.${unique}`,
  commands: `tally.commands.${unique}`,
  told: `tally.told.${unique}`,
};
export const group = `tally.${unique}`;

const publications = [
  publishes(Counted, {
    topic: topics.out,
    type: 'tally.counted',
    about: 'A tally was counted up or down.',
    schema: z.strictObject({ by: z.int(), note: z.string() }),
    map: ({ event: { data } }) => {
      if (data.note === 'unmappable') throw new Error('this note has no public form');
      return { by: data.by, note: data.note === 'huge' ? 'x'.repeat(1_200_000) : data.note };
    },
  }),
];

@Controller()
class TallyConsumer {
  constructor(private readonly bus: CommandBus) {}

  @Consumes({ topic: topics.commands, type: 'tally.count', schema: counting, about: 'Count.', replies: true })
  count(@Payload() { data, by }: Message<z.output<typeof counting>>) {
    return this.bus.execute(new Count(data, by));
  }

  @Consumes({ topic: topics.told, type: 'tally.told', schema: counting, about: 'Was counted elsewhere.' })
  told(@Payload() { data, by }: Message<z.output<typeof counting>>) {
    return this.bus.execute(new Count(data, by));
  }
}

@Module({})
class SettingsModule {}

const settings = (databaseUrl: string, brokers: string, over: Record<string, string>): DynamicModule => ({
  module: SettingsModule,
  global: true,
  providers: [
    {
      provide: CONFIG,
      useValue: readConfig({
        NODE_ENV: 'test',
        AUTH_JWT_SECRET: 'a secret that is long enough for the tests',
        DATABASE_URL: databaseUrl,
        KAFKA_BROKERS: brokers,
        KAFKA_GROUP_ID: group,
        LEASE_SECONDS: '1',
        SUBSCRIPTION_POLL_MS: '50',
        ...over,
      }),
    },
  ],
  exports: [CONFIG],
});

const patient: GroupTimes = { sessionTimeout: 10_000, rebalanceTimeout: 4_000, heartbeatInterval: 300 };
/** Short, so that the tests of dead members are. */
export const soonDead: GroupTimes = { ...patient, sessionTimeout: 2_000 };

export interface Unlike {
  /** Stands in for the real one. */
  readonly publisher?: IntegrationEventPublisher;
  readonly settings?: Record<string, string>;
  readonly times?: GroupTimes;
}

/** A process of the tally on a test database and a broker. */
export async function startTally(
  databaseUrl: string,
  brokers: string,
  { publisher, settings: over = {}, times = patient }: Unlike = {},
): Promise<INestApplication> {
  const building = Test.createTestingModule({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url: databaseUrl, poolSize: 8 }),
      settings(databaseUrl, brokers, over),
      CqrsModule.forRoot(),
      EventStoreModule,
      SubscriptionsModule,
      ActivitiesModule.with(['subscriptions', 'consuming']),
      KafkaModule.with({ publications, times }),
    ],
    controllers: [TallyConsumer],
    providers: aggregate(tally, { commands: [[Count, count]] }),
  });
  if (publisher) building.overrideProvider(IntegrationEventPublisher).useValue(publisher);
  const built = await building.compile();
  // Brokers are killed and records spoilt on purpose here; the suites look at what came of it.
  Logger.overrideLogger(false);
  const app = built.createNestApplication(new FastifyAdapter());
  await app.init();
  await connectKafka(app);
  return app;
}
