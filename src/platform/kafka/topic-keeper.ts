import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KafkaState } from './client-state.js';
import type { Provisioned, Topics } from './topics.js';
import type { KafkaTransport } from './transport.js';

const LOOK_EVERY_MS = 5_000;

/** Topics are there before anything is read, and again where a broker has lost them. */
export class TopicKeeper {
  private readonly logger = new Logger('Kafka');
  private readonly stopping = new AbortController();
  private areThere = false;
  private providing: Promise<void> | undefined;
  private watch: NodeJS.Timeout | undefined;

  constructor(
    private readonly topics: Topics,
    private readonly state: KafkaState,
    private readonly transport: KafkaTransport,
  ) {}

  keep(): void {
    this.transport.waitFor(() => this.provided());
    this.watch = setInterval(() => void this.lookAgain(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    this.stopping.abort();
    clearInterval(this.watch);
  }

  /** One look at a time, whoever asks for it. */
  private provided(): Promise<void> {
    return (this.providing ??= this.provideUntilDone().finally(() => (this.providing = undefined)));
  }

  private async provideUntilDone(): Promise<void> {
    for (let pause = 500; !this.stopping.signal.aborted; pause = Math.min(LOOK_EVERY_MS, pause * 2)) {
      try {
        return this.tell(await this.topics.provide());
      } catch (error) {
        this.transport.delayed(error);
        this.logger.warn(`topics cannot be looked after yet: ${String(error)}`);
        await sleep(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  private tell({ created, different }: Provisioned): void {
    const isFirst = !this.areThere;
    this.areThere = true;
    if (isFirst && different.length > 0) {
      this.logger.warn(`topics are not as they should be: ${different.join(', ')}`);
    }
    if (created.length === 0) return;
    const names = created.join(', ');
    if (isFirst) return this.logger.log(`created ${names}`);
    this.logger.error(`the cluster had lost topics, and what was in them is gone; made anew: ${names}`);
  }

  /** A broker that comes back may come back empty. */
  private async lookAgain(): Promise<void> {
    const { consumer, producer } = this.state;
    if (!this.areThere || (consumer.state !== 'failing' && producer.state !== 'failing')) return;
    await this.provided();
    this.transport.tryNow();
  }
}
