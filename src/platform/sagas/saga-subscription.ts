import { derivedId } from '../core/ids.js';
import { systemContext, type CommandContext } from '../cqrs/command.js';
import type { Transaction } from '../event-store/database.js';
import { KnownStreams } from '../event-store/known-streams.js';
import type { Recorded } from '../event-store/recorded.js';
import type { StreamLoader } from '../event-store/stream-loader.js';
import { Unit } from '../event-store/unit.js';
import type { Saga } from './saga.js';

/**
 * Feeds a saga from the log. Its own events, the commands to send, the timers and the checkpoint are one
 * transaction; what it appends is named after the event it heard, so hearing an event twice does nothing.
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

  async handle(batch: readonly Recorded[], tx: Transaction, fence?: number): Promise<void> {
    // What one event of the batch records, the next one of the same saga builds on.
    const known = new KnownStreams();
    await this.prefetch(batch, known);
    const appends = [];
    for (const recorded of batch) {
      const unit = new Unit(this.loader, known, this.context(recorded, fence), false);
      await this.saga.hear(unit, recorded.event);
      if (unit.isEmpty) continue;
      unit.announce();
      appends.push(unit.toAppend());
    }
    const outcomes = await tx.append(appends);
    if (outcomes.some(({ kind }) => kind === 'conflict')) {
      throw new Error(`${this.name}: an operator or a timer was faster; the batch is decided again`);
    }
  }

  private async prefetch(batch: readonly Recorded[], known: KnownStreams): Promise<void> {
    const ids = new Set(batch.map(({ event }) => this.saga.sagaIdOf(event.data)));
    await Promise.all(
      [...ids].map(async (id) => {
        known.learn(`${this.saga.name}-${id}`, await this.loader.load(this.saga.decider, id));
      }),
    );
  }

  private context({ id, metadata }: Recorded, fence: number | undefined): CommandContext {
    return systemContext(this.saga.name, {
      commandId: derivedId(id, this.name),
      correlationId: metadata.correlationId,
      causationId: id,
      ...(metadata.traceparent !== undefined && { traceparent: metadata.traceparent }),
      ...(fence !== undefined && { fencingToken: fence }),
    });
  }
}
