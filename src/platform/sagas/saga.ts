import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { hear, signal, type Signal } from '../core/saga-engine.js';
import { sagaEvents, type SagaEvent } from '../core/saga-events.js';
import { evolveSaga, noSaga, type SagaState } from '../core/saga-state.js';
import { commandsOf, eventsOf, type CommandClass, type SagaTable } from '../core/saga-table.js';
import type { EventClass } from '../core/event.js';
import type { PreparedEvent } from '../event-store/append.js';
import type { Unit } from '../event-store/unit.js';
import { rowsAlongside } from './tasks.js';

/** A saga as a stream: the table's versions, the engine, and what commits with its events. */
export class Saga<Context extends object = object> {
  readonly name: string;
  readonly decider: Decider<SagaState, SagaEvent, 'sagaId'>;
  readonly events: readonly EventClass[];
  readonly commands: ReadonlyMap<string, CommandClass<never>>;
  private readonly newest: SagaTable<Context>;

  /** @param tables every version that may still be running; the last one starts new sagas */
  constructor(private readonly tables: readonly SagaTable<Context>[]) {
    this.newest = tables.at(-1)!;
    this.name = this.newest.name;
    this.events = [...new Set(tables.flatMap((table) => eventsOf(table)))];
    this.commands = new Map(tables.flatMap((table) => [...commandsOf(table)]));
    this.decider = {
      category: this.name,
      idKey: 'sagaId',
      events: sagaEvents,
      initial: noSaga,
      evolve: evolveSaga,
      shape: 1,
      notFound: 'saga.not-found',
    };
  }

  sagaIdOf(data: object): string {
    return this.newest.sagaOf(data);
  }

  hasPatience(step: string): boolean {
    return this.newest.steps.some(({ name, patienceMs }) => name === step && patienceMs !== undefined);
  }

  /** Loads, decides on an event, records the facts and what follows from them. */
  async hear(unit: Unit, event: DomainEvent): Promise<void> {
    await this.change(unit, this.sagaIdOf(event.data), event.data, (table, state) =>
      hear(table, state, event),
    );
  }

  /** The same for timers, exhausted retries and operators. */
  async signal(unit: Unit, sagaId: string, input: Signal): Promise<void> {
    await this.change(unit, sagaId, {}, (table, state) => signal(table, state, input));
  }

  private async change(
    unit: Unit,
    sagaId: string,
    heard: object,
    decide: (table: SagaTable<Context>, state: SagaState) => readonly SagaEvent[],
  ): Promise<void> {
    const { state } = await unit.load(this.decider, sagaId);
    const table = this.tables.find(({ version }) => version === state.table) ?? this.newest;
    const events = decide(table, state);
    const alongside = (prepared: readonly PreparedEvent[]) => {
      const after = prepared.reduce(
        (folded, { event, at }) => evolveSaga(folded, event as SagaEvent, at),
        state,
      );
      return rowsAlongside({ table, sagaId, after, prepared, heard });
    };
    unit.append(this.decider, sagaId, events, alongside);
  }
}
