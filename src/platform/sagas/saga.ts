import type { Decider } from '../core/decider.js';
import { eventsIn, type DomainEvent, type EventClass } from '../core/event.js';
import { OutcomePending } from '../core/outcome-pending.js';
import { heard } from '../core/saga-engine.js';
import { signalled, type Signal } from '../core/saga-signals.js';
import * as declared from '../core/saga-events.js';
import { evolveSaga, noSaga, type SagaEvent, type SagaState } from '../core/saga-state.js';
import { commandsOf, eventsOf, versionsOf, type CommandClass, type SagaTable } from '../core/saga-table.js';
import type { UnitRules } from '../event-store/unit-rules.js';
import type { UnitOfWork } from '../event-store/unit-of-work.js';
import { Hearing } from './hearing.js';

/** A program that knows the table takes the work as soon as it has the subscription. */
const UNKNOWN_TABLE_RETRY_MS = 5_000;

/** A saga as a stream: the table's versions, the engine, and what commits with its events. */
export class Saga {
  readonly name: string;
  readonly decider: Decider<SagaState, SagaEvent, 'sagaId'>;
  readonly events: readonly EventClass[];
  readonly commands: ReadonlyMap<string, CommandClass>;
  private readonly tables: readonly SagaTable[];

  /**
   * @param newest starts new sagas; it names the earlier versions that may still be running
   * @param settings what the patience of its steps depends on
   */
  constructor(
    private readonly newest: SagaTable,
    readonly settings: object = {},
  ) {
    this.tables = versionsOf(newest);
    this.name = newest.name;
    this.events = [...new Set(this.tables.flatMap((table) => eventsOf(table)))];
    this.commands = new Map(this.tables.flatMap((table) => [...commandsOf(table)]));
    this.decider = {
      category: this.name,
      idKey: 'sagaId',
      events: eventsIn(declared),
      initial: noSaga,
      evolve: evolveSaga,
      shape: 3,
      notFound: 'saga.not-found',
    };
  }

  sagaIdOf(data: object): string {
    return this.newest.sagaOf(data);
  }

  /** The versions that this program can lead on. */
  get versions(): readonly number[] {
    return this.tables.map(({ version }) => version);
  }

  /** Whether a step is ended by a timer. */
  hasPatience(version: number, step: string): boolean {
    const table = this.tables.find((each) => each.version === version);
    return table?.steps.some(({ name, timeoutMs }) => name === step && timeoutMs !== undefined) ?? false;
  }

  isStart(event: DomainEvent): boolean {
    return event instanceof this.newest.starts;
  }

  hears(event: DomainEvent): boolean {
    return this.events.some((declared) => event instanceof declared);
  }

  /**
   * Loads, decides on an event, records the facts and what follows from them.
   *
   * @param rules by which commands are decided at once; without them each becomes a task
   */
  async hear(unit: UnitOfWork, event: DomainEvent, rules?: UnitRules): Promise<void> {
    const sagaId = this.sagaIdOf(event.data);
    const { state } = await (this.isStart(event)
      ? unit.begin(this.decider, sagaId)
      : unit.load(this.decider, sagaId));
    const table = this.tableOf(state);
    await new Hearing(this, table, unit, sagaId, rules).record(heard(table, state, event), event.data);
  }

  /** The same for timers, the sender of commands, and operators. */
  async signal(unit: UnitOfWork, sagaId: string, input: Signal): Promise<void> {
    const { state } = await unit.load(this.decider, sagaId);
    const table = this.tableOf(state);
    await new Hearing(this, table, unit, sagaId).record(signalled(table, state, input), {});
  }

  /**
   * The table a saga began with.
   *
   * @throws OutcomePending when this program does not know it: such a saga is left for one that does
   */
  tableOf(state: SagaState): SagaTable {
    if (state.status === 'none') return this.newest;
    const table = this.tables.find(({ version }) => version === state.table);
    if (table) return table;
    const retryAfterMs = UNKNOWN_TABLE_RETRY_MS;
    throw new OutcomePending(`${this.name} ${state.table} is a table that this program does not know`, {
      retryAfterMs,
    });
  }
}
