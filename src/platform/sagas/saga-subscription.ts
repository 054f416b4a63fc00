import { newId } from '../core/ids.js';
import { systemContext, type CommandContext } from '../cqrs/command.js';
import type { Append, Head } from '../event-store/append.js';
import type { Transaction } from '../event-store/database.js';
import { KnownStreams } from '../event-store/known-streams.js';
import type { Recorded } from '../event-store/recorded.js';
import type { StreamLoader } from '../event-store/stream-loader.js';
import { Unit } from '../event-store/unit.js';
import { Unavailable } from '../subscriptions/failures.js';
import type { Saga } from './saga.js';

/**
 * Feeds a saga from the log. Its own events, the commands to send, the timers and the checkpoint are one
 * statement, so an event is heard once; hearing it twice would decide nothing.
 */
export class SagaSubscription {
  readonly name: string;
  readonly events;

  constructor(
    private readonly saga: Saga,
    private readonly loader: StreamLoader,
  ) {
    this.name = `${saga.name}.saga`;
    this.events = saga.events;
  }

  sequence({ event }: Recorded): string {
    return this.saga.sagaIdOf(event.data);
  }

  /** One append for the whole batch: all heads, all events, all tasks. */
  async toAppend(batch: readonly Recorded[], fence: number): Promise<Append | undefined> {
    // What one event of the batch records, the next one of the same saga builds on.
    const known = new KnownStreams();
    await this.prefetch(batch, known);
    const units = [];
    for (const recorded of batch) {
      const unit = new Unit(this.loader, known, this.context(recorded, fence), false);
      await this.saga.hear(unit, recorded.event);
      if (unit.isEmpty) continue;
      unit.announce();
      units.push(unit.toAppend());
    }
    return units.length === 0 ? undefined : joined(units);
  }

  /** For single events behind a parked one, which commit with their parking row. */
  async handle(batch: readonly Recorded[], tx: Transaction, fence: number): Promise<void> {
    const append = await this.toAppend(batch, fence);
    const outcomes = append ? await tx.append([append]) : [];
    if (outcomes.some(({ kind }) => kind === 'conflict')) {
      throw new Unavailable(`${this.name}: an operator or a timer was faster; decided again`);
    }
  }

  private async prefetch(batch: readonly Recorded[], known: KnownStreams): Promise<void> {
    const ids = new Set(batch.map(({ event }) => this.saga.sagaIdOf(event.data)));
    for (const loaded of await this.loader.loadAll(this.saga.decider, [...ids])) {
      known.learn(`${this.saga.name}-${loaded.id}`, loaded);
    }
  }

  private context({ id, metadata }: Recorded, fence: number): CommandContext {
    return systemContext(this.saga.name, {
      correlationId: metadata.correlationId,
      causationId: id,
      ...(metadata.traceparent !== undefined && { traceparent: metadata.traceparent }),
      fencingToken: fence,
    });
  }
}

/** The heads as they stood before the batch, and everything that follows. */
function joined(appends: readonly Append[]): Append {
  const heads = new Map<string, Head>();
  for (const head of appends.flatMap((append) => append.heads)) {
    if (!heads.has(head.stream)) heads.set(head.stream, head);
  }
  return {
    commandId: newId(),
    heads: [...heads.values()],
    events: appends.flatMap(({ events }) => events),
    alongside: appends.flatMap(({ alongside }) => alongside),
  };
}
