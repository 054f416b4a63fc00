import { Injectable, Logger } from '@nestjs/common';
import { Server, Transport, type CustomTransportStrategy } from '@nestjs/microservices';
import { setTimeout as sleep } from 'node:timers/promises';
import { isObservable, lastValueFrom, type Observable } from 'rxjs';
import type { Consumption, Message } from './consumes.js';
import { InboundSource, type InboundBatch, type InboundHealth } from './inbound-source.js';
import { Ingress, type Wait } from './ingress.js';

/** The record is no longer ours: the partition moved on, or the process stops. Whoever has it next does it. */
class Interrupted extends Error {}

const RETRY_MS = { first: 500, longest: 10_000 };
/** A group member that has not been heard of for so long is dead without having noticed. */
const SILENCE_MS = 90_000;

/**
 * Nest's side of the way in: `@Consumes` handlers, fed by the ingress, one record of a partition after the other, the
 * offset after the effect. Starts in the background, so that a missing broker never keeps HTTP from starting.
 */
@Injectable()
export class KafkaTransport extends Server implements CustomTransportStrategy {
  override readonly transportId = Transport.KAFKA;
  protected override readonly logger = new Logger(KafkaTransport.name);
  private readonly stopping = new AbortController();
  private starting: Promise<void> = Promise.resolve();
  private before: Promise<void> = Promise.resolve();
  private watchdog: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: InboundSource,
    private readonly ingress: Ingress,
    private readonly group: string,
    private readonly onDeath: (reason: string) => void,
  ) {
    super();
  }

  /** Consuming begins after this: a group that joins before its topics exist waits for them in vain. */
  waitFor(before: Promise<void>): void {
    this.before = before;
  }

  listen(callback: () => void): void {
    for (const handler of this.messageHandlers.values()) {
      const { consumption } = handler.extras as { consumption: Consumption };
      const handle = async (message: Message): Promise<unknown> => settled(await handler(message));
      this.ingress.register({ consumption, handle });
    }
    if (this.ingress.topics.length > 0) this.starting = this.start();
    callback();
  }

  async close(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.watchdog);
    await this.source.drain();
    await this.starting;
  }

  health(): InboundHealth {
    return this.source.health();
  }

  on(): never {
    throw new Error('the Kafka transport emits nothing');
  }

  unwrap<Source>(): Source {
    return this.source as unknown as Source;
  }

  private async start(): Promise<void> {
    await this.before;
    for (
      let pause = RETRY_MS.first;
      !this.stopping.signal.aborted;
      pause = Math.min(RETRY_MS.longest, pause * 2)
    ) {
      try {
        await this.source.run({
          group: this.group,
          topics: this.ingress.topics,
          onBatch: (batch) => this.handleBatch(batch),
          onCrash: (error, isOurs) => this.crashed(error, isOurs),
        });
        this.watchdog ??= setInterval(() => this.listenForLife(), 10_000).unref();
        return;
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.logger.warn(`Kafka is not to be reached: ${String(error)}; trying again in ${pause} ms`);
        await sleep(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  private crashed(error: Error, isOurs: boolean): void {
    if (isOurs) return this.onDeath(`the Kafka consumer is dead: ${error.message}`);
    this.starting = this.source.drain().then(() => this.start());
  }

  private async handleBatch(batch: InboundBatch): Promise<void> {
    const wait = waiting(batch);
    try {
      for (const record of batch.records) {
        if (!batch.current()) return;
        await this.ingress.take(this.group, record, wait);
        await batch.done(record);
      }
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
    }
  }

  private listenForLife(): void {
    const { state, silentMs } = this.source.health();
    if (state === 'running' && silentMs > SILENCE_MS) {
      this.onDeath(`nothing heard of the Kafka group for ${silentMs} ms`);
    }
  }
}

const waiting =
  (batch: InboundBatch): Wait =>
  async (ms) => {
    const until = performance.now() + ms;
    do {
      if (!batch.current()) throw new Interrupted();
      await batch.heartbeat();
      await new Promise((resolve) =>
        setTimeout(resolve, Math.max(0, Math.min(500, until - performance.now()))),
      );
    } while (performance.now() < until);
  };

const settled = (result: unknown): Promise<unknown> =>
  isObservable(result)
    ? lastValueFrom(result as Observable<unknown>, { defaultValue: undefined })
    : Promise.resolve(result);
