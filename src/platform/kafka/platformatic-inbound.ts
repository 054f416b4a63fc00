import type { GroupAssignment } from '@platformatic/kafka';
import { Logger } from '@nestjs/common';
import { ConsumerLife } from './consumer-life.js';
import { within } from './deadline.js';
import { groupTimes, InboundSource, type GroupTimes, type InboundOptions } from './inbound-source.js';
import { type KafkaAddress, topicNames } from './kafka-address.js';
import { optionsOf, reasonOf, SafeConsumer } from './platformatic-client.js';
import { PlatformaticReading } from './platformatic-reading.js';

const DRAIN_MS = 6_000;
const JOIN_MS = 30_000;

/** Heartbeats in a row that may fail; the library never looks for the group's coordinator again. */
const FAILED_BEATS = 2;

class Life extends ConsumerLife {
  reading: PlatformaticReading | undefined;
  failedBeats = 0;

  constructor(readonly consumer: SafeConsumer) {
    super();
  }
}

/** Joins by the library's group membership, reads by our own fetches, and never begins anew by itself. */
export class PlatformaticInbound extends InboundSource {
  private readonly logger = new Logger(PlatformaticInbound.name);
  private life: Life | undefined;

  constructor(
    private readonly address: KafkaAddress,
    private readonly times: GroupTimes = groupTimes,
  ) {
    super();
  }

  async run(options: InboundOptions): Promise<void> {
    const consumer = new SafeConsumer({ ...optionsOf(this.address), groupId: options.group, ...this.times });
    const life = new Life(consumer);
    this.life = life;
    this.listen(life, options);
    const unwatch = life.watch();
    try {
      for (const topic of options.topics) consumer.topics.track(topicNames(this.address).outside(topic));
      const joining = within(JOIN_MS, 'joining the consumer group', consumer.joinGroup(this.times));
      await Promise.race([joining, life.ended]);
      await life.ended;
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error });
    } finally {
      unwatch();
      await this.close(life);
    }
  }

  async drain(): Promise<void> {
    const { life } = this;
    if (!life) return;
    life.drain();
    await this.close(life);
  }

  private listen(life: Life, options: InboundOptions): void {
    const { consumer } = life;
    consumer.on('error', (error: Error) => life.fail(error));
    consumer.on('consumer:heartbeat:end', () => {
      life.hear();
      life.failedBeats = 0;
    });
    consumer.on('consumer:heartbeat:error', ({ error }) => {
      if (++life.failedBeats > FAILED_BEATS) life.fail(error);
    });
    consumer.on('consumer:group:rebalance', () => life.reading?.stop());
    consumer.on('consumer:group:join', ({ assignments = [] }) => {
      life.hear();
      this.read(life, options, assignments).catch((error: Error) => life.fail(error));
    });
  }

  /** A new share of the partitions: what is under way of the old one ends first. */
  private async read(life: Life, options: InboundOptions, share: readonly GroupAssignment[]): Promise<void> {
    life.reading?.stop();
    const before = [...life.running];
    const reading = new PlatformaticReading(life.consumer, life, this.address, share);
    life.reading = reading;
    await life.track(Promise.allSettled(before).then(() => reading.run(options)));
  }

  private async close(life: Life): Promise<void> {
    if (this.life === life) this.life = undefined;
    life.isDraining = true;
    // Handlers go first: they commit what is done.
    await within(DRAIN_MS, 'draining', Promise.allSettled(life.running)).catch((error: Error) =>
      this.logger.warn(error.message),
    );
    await within(DRAIN_MS, 'leaving the group', life.consumer.close()).catch((error: Error) =>
      this.logger.warn(reasonOf(error)),
    );
  }
}
