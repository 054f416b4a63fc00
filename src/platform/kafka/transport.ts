import { Injectable, Logger } from '@nestjs/common';
import { Server, Transport, type CustomTransportStrategy } from '@nestjs/microservices';
import { setTimeout as sleep } from 'node:timers/promises';
import { isObservable, lastValueFrom, type Observable } from 'rxjs';
import type { Activity } from '../activities/activity.js';
import { KafkaState } from './client-state.js';
import { Consumed } from './consumed.js';
import type { Consumption, Message } from './consumes.js';
import { InboundSource, nextOffset, type InboundBatch, type InboundOptions } from './inbound-source.js';
import { InboundDispatcher, type Wait } from './inbound-dispatcher.js';
import { consumerAge, consumerLag } from '../telemetry/counters.js';

/** The record is no longer ours: the partition moved on, or the process stops. Whoever has it next does it. */
class Interrupted extends Error {}

const RETRY_MS = { first: 500, longest: 30_000 };

/** Whose inbox it is. Not the group's: who joins another group must still know what has had its effect. */
export const CONSUMER = 'waybill';

/**
 * Nest's side of the way in: `@Consumes` handlers, fed by the ingress, one record of a partition after the other, the
 * offset after the effect. Lives in the background: neither a missing broker nor a consumer that dies again and again
 * keeps HTTP from working.
 */
@Injectable()
export class KafkaTransport extends Server implements CustomTransportStrategy {
  override readonly transportId = Transport.KAFKA;
  protected override readonly logger = new Logger(KafkaTransport.name);
  private readonly stopping = new AbortController();
  private pause = new AbortController();
  private living: Promise<void> = Promise.resolve();
  private before: () => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly source: InboundSource,
    private readonly ingress: InboundDispatcher,
    private readonly consumed: Consumed,
    private readonly state: KafkaState,
    private readonly group: string,
    private readonly activities: readonly Activity[],
  ) {
    super();
  }

  /**
   * Every life of the consumer begins after this: a group that joins before its topics exist waits for them in vain,
   * and a cluster may come back without them.
   */
  waitFor(before: () => Promise<void>): void {
    this.before = before;
  }

  /** What the consumer failed at may be over: it begins anew at once. */
  tryNow(): void {
    this.pause.abort();
  }

  /** Consuming cannot begin yet, and why. */
  delayed(error: unknown): void {
    this.state.consumer.failed(error);
  }

  /** Where nothing is consumed the handlers are there all the same: an operator may have dead letters handled again. */
  listen(callback: () => void): void {
    for (const handler of this.messageHandlers.values()) {
      const { consumption } = handler.extras as { consumption: Consumption };
      const handle = async (message: Message): Promise<unknown> => settled(await handler(message));
      this.ingress.register({ consumption, handle });
    }
    const consumes = this.activities.includes('consuming');
    if (consumes && this.ingress.topics.length > 0) this.living = this.live();
    callback();
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.source.drain();
    await this.living;
    this.state.consumer.is('stopped');
  }

  on(): never {
    throw new Error('the Kafka transport emits nothing');
  }

  unwrap<Source>(): Source {
    return this.source as unknown as Source;
  }

  /** Whatever ends the consumer, another one begins, each time after a longer pause. */
  private async live(): Promise<void> {
    const { consumer } = this.state;
    consumer.is('connecting');
    while (!this.stopping.signal.aborted) {
      try {
        await this.before();
        if (this.stopping.signal.aborted) return;
        await this.source.run(this.options());
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        consumer.failed(error);
        const pause = Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** Math.min(consumer.failures - 1, 10));
        this.logger.warn(`the consumer ended: ${consumer.lastError}; a new one begins in ${pause} ms`);
        this.pause = new AbortController();
        const signal = AbortSignal.any([this.stopping.signal, this.pause.signal]);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private options(): InboundOptions {
    return {
      group: this.group,
      topics: this.ingress.topics,
      onJoined: () => this.state.consumer.is('running'),
      onAssigned: (places) => this.consumed.behind(places),
      onBatch: (batch) => this.handleBatch(batch),
    };
  }

  private async handleBatch(batch: InboundBatch): Promise<void> {
    const wait = waiting(batch);
    try {
      for (const record of batch.records) {
        if (!batch.current()) return;
        await this.ingress.take(CONSUMER, record, wait);
        this.state.moved(batch);
        await batch.done(record);
        const left = Number(BigInt(batch.end) - BigInt(nextOffset(record)));
        const place = { topic: batch.topic, partition: batch.partition };
        consumerLag.set(place, Math.max(0, left));
        consumerAge.set(place, left > 0 ? Math.max(0, Date.now() - record.timestamp) / 1000 : 0);
      }
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
    } finally {
      this.state.moved(batch);
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
