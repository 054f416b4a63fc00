import { Injectable } from '@nestjs/common';
import { systemContext, type CommandContext } from '../cqrs/command.js';
import type { Transaction } from '../event-store/database.js';
import { Deciders } from '../event-store/deciders.js';
import { StreamCache } from '../event-store/stream-cache.js';
import { causedBy, idOf, type Recorded } from '../event-store/recorded.js';
import { StreamLoader } from '../event-store/stream-loader.js';
import { UnitRules } from '../event-store/unit-rules.js';
import { UnitOfWork } from '../event-store/unit-of-work.js';
import { Unavailable } from '../subscriptions/failures.js';
import type { DecidedDelivery } from '../subscriptions/subscription.js';
import { traced, under, type SpanStart } from '../tracing/tracing.js';
import type { Saga } from './saga.js';

/** What sagas read besides the log. */
@Injectable()
export class SagaReads {
  constructor(
    readonly loader: StreamLoader,
    readonly rules: UnitRules,
    readonly deciders: Deciders,
  ) {}
}

/**
 * Feeds a saga from the log. Its own events, what follows from them and the checkpoint are one statement, so an event
 * is heard once; hearing it twice would decide nothing. Whoever loses a race leaves the commands to tasks, which wait for
 * nobody but themselves.
 */
export class SagaSubscription {
  readonly name: string;
  readonly events;

  constructor(
    private readonly saga: Saga,
    private readonly reads: SagaReads,
  ) {
    this.name = `${saga.name}.saga`;
    this.events = saga.events;
  }

  sequence({ event }: Recorded): string {
    return this.saga.sagaIdOf(event.data);
  }

  async decide(batch: readonly Recorded[], { unit, fencingToken, isRepeat }: DecidedDelivery): Promise<void> {
    const begun = batch.filter(({ event }) => isRepeat || !this.saga.isStart(event));
    const ids = new Set(begun.map(({ event }) => this.saga.sagaIdOf(event.data)));
    const origins = isRepeat ? [] : this.originsOf(batch);
    await Promise.all([unit.loadAll(this.saga.decider, [...ids]), unit.foresee(origins)]);
    const rules = isRepeat ? undefined : this.reads.rules;
    for (const recorded of batch) {
      const by = this.context(recorded, fencingToken);
      const hears = () => spanOf(this.saga, recorded);
      await traced(hears, (span) =>
        unit.part(under(by, span), (part) => this.saga.hear(part, recorded.event, rules)),
      );
    }
  }

  /** For single events behind a parked one, which commit with their parking row. */
  async handle(batch: readonly Recorded[], tx: Transaction, fencingToken: number): Promise<void> {
    const unit = new UnitOfWork(this.reads.loader, new StreamCache(), systemContext(this.saga.name), true);
    await this.decide(batch, { unit, fencingToken, isRepeat: true });
    const outcomes = unit.isEmpty ? [] : await tx.append([unit.toAppend()]);
    if (outcomes.some(({ kind }) => kind === 'conflict')) {
      throw new Unavailable(`${this.name}: an operator or a timer was faster; decided again`);
    }
  }

  /** What a saga begins with comes back to the stream it came from. */
  private originsOf(batch: readonly Recorded[]) {
    return batch.flatMap(({ event, stream }) => {
      const decider = this.saga.isStart(event) && this.reads.deciders.of(stream);
      return decider ? [{ decider, id: idOf(stream) }] : [];
    });
  }

  private context(recorded: Recorded, fencingToken: number): CommandContext {
    return systemContext(this.saga.name, { ...causedBy(recorded), fencingToken });
  }
}

const spanOf = ({ name }: Saga, { stream, event: { type }, metadata }: Recorded): SpanStart => ({
  name: `${name} hears ${type}`,
  kind: 'internal',
  parent: metadata,
  isPart: true,
  attributes: { 'waybill.saga': name, 'waybill.stream': stream },
});
