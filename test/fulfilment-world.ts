import type { SagaState } from '../src/platform/core/saga-state.js';
import type { Signal } from '../src/platform/core/saga-signals.js';
import { signal } from '../src/platform/core/saga-signals.js';
import { hear } from '../src/platform/core/saga-engine.js';
import type { SagaEvent } from '../src/platform/core/saga-state.js';
import type { Decider } from '../src/platform/core/decider.js';
import type { DomainEvent } from '../src/platform/core/event.js';
import { newId } from '../src/platform/core/ids.js';
import { systemContext, type CommandContext, type Written } from '../src/platform/cqrs/command.js';
import type { AggregateStore } from '../src/platform/event-store/aggregate-store.js';
import { rowsAlongside } from '../src/platform/sagas/tasks.js';
import type { Saga } from '../src/platform/sagas/saga.js';
import type { SagaTable } from '../src/platform/core/saga-table.js';

const at = '2026-01-01T00:00:00.000Z';

type Rule<State, Event> = (state: State, unit: Unit) => readonly Event[] | Promise<readonly Event[]>;

/** Streams in memory, with the promise of the real store that a command id counts once. */
export class Streams {
  readonly log: { readonly stream: string; readonly event: DomainEvent }[] = [];
  private readonly folded = new Map<string, { state: unknown; version: number }>();
  private readonly commands = new Set<string>();

  load<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
  ): Promise<Written<State>> {
    return Promise.resolve(this.now(decider, id));
  }

  execute<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    by: CommandContext,
    rule: Rule<State, Event> | { readonly decide: Rule<State, Event> },
  ): Promise<Written<State>> {
    const decide = typeof rule === 'function' ? rule : rule.decide;
    return Promise.resolve().then(async () => {
      for (;;) {
        const before = this.now(decider, id);
        if (this.commands.has(by.commandId)) return before;
        const unit = new Unit(this);
        const [decided, end] = [decide(before.state, unit), this.log.length];
        // Only what waits for another stream gives way to others, and is decided again if anything was stored meanwhile.
        const events = decided instanceof Promise ? await decided : decided;
        if (this.log.length > end) continue;
        unit.append(decider, id, events);
        if (unit.store() > 0) this.commands.add(by.commandId);
        return this.now(decider, id);
      }
    });
  }

  append<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    events: readonly Event[],
  ): void {
    const { state, version } = this.now(decider, id);
    const after = events.reduce((folded, event) => decider.evolve(folded, event, at), state);
    const stream = `${decider.category}-${id}`;
    this.folded.set(stream, { state: after, version: version + events.length });
    this.log.push(...events.map((event) => ({ stream, event })));
  }

  now<State, Event extends DomainEvent>(decider: Decider<State, Event>, id: string): Written<State> {
    const known = this.folded.get(`${decider.category}-${id}`);
    return {
      id,
      state: (known?.state ?? decider.initial) as State,
      version: known?.version ?? 0,
      position: 0,
    };
  }

  /** For handlers, which know no other store. */
  get asStore(): AggregateStore {
    return this as unknown as AggregateStore;
  }
}

/** What one command writes, to all streams or to none. */
export class Unit {
  private readonly writes: (() => number)[] = [];
  private readonly folded = new Map<string, Written>();

  constructor(private readonly streams: Streams) {}

  load<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
  ): Promise<Written<State>> {
    return Promise.resolve(this.now(decider, id));
  }

  append<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    events: readonly Event[],
  ): Written<State> {
    const before = this.now(decider, id);
    const state = events.reduce((folded, event) => decider.evolve(folded, event, at), before.state);
    const after = { ...before, state, version: before.version + events.length };
    this.folded.set(`${decider.category}-${id}`, after);
    this.writes.push(() => {
      this.streams.append(decider, id, events);
      return events.length;
    });
    return after;
  }

  /** @returns how many events */
  store(): number {
    return this.writes.reduce((stored, write) => stored + write(), 0);
  }

  private now<State, Event extends DomainEvent>(decider: Decider<State, Event>, id: string): Written<State> {
    const own = this.folded.get(`${decider.category}-${id}`) as Written<State> | undefined;
    return own ?? this.streams.now(decider, id);
  }
}

export interface Task {
  readonly id: string;
  readonly kind: 'command' | 'timeout';
  readonly command: string | null;
  readonly step: string;
  readonly data: never;
  readonly leg: string;
  readonly direction: string;
}

const isMeant = (task: Task, { leg, command }: Partial<Task>): boolean =>
  task.leg === leg && (command === undefined || task.command === command);

/** One saga: what it has heard of the log, and what it has asked for and not seen the end of. */
export class Led {
  readonly tasks = new Map<string, Task>();
  /** Carries out a command in the append that leads to it, and answers its outcome; absent: all are left to tasks. */
  atOnce: ((command: string) => DomainEvent | undefined) | undefined;
  private heard = 0;

  constructor(
    private readonly streams: Streams,
    private readonly saga: Saga,
    private readonly table: SagaTable,
    private readonly id: string,
  ) {}

  get state(): SagaState {
    return this.streams.now(this.saga.decider, this.id).state;
  }

  get isDeaf(): boolean {
    return this.heard < this.streams.log.length;
  }

  /** Hears the next event of the log. */
  hear(): void {
    const next = this.streams.log[this.heard];
    if (!next) return;
    this.heard++;
    if (!next.stream.startsWith('fulfilment-'))
      this.record(hear(this.table, this.state, next.event), next.event.data);
  }

  signal(input: Signal): void {
    this.record(signal(this.table, this.state, input), {});
  }

  /** The context in which a task is carried out: the same each time. */
  by({ id }: Task): CommandContext {
    return systemContext('fulfilment', { commandId: id, at });
  }

  private record(events: readonly SagaEvent[], heard: object): void {
    if (events.length === 0) return;
    const { version } = this.streams.now(this.saga.decider, this.id);
    this.streams.append(this.saga.decider, this.id, events);
    const prepared = events.map((event, index) => ({
      ...{
        stream: `fulfilment-${this.id}`,
        version: version + index + 1,
        id: newId(),
        event,
        schemaVersion: 1,
        json: '',
        at,
      },
      metadata: { actor: 'system', correlationId: this.id, causationId: null },
    }));
    const rounds = [{ prepared, heard }];
    const rows = rowsAlongside({
      table: this.table,
      settings: this.saga.settings,
      sagaId: this.id,
      after: this.state,
      rounds,
    });
    // As statements run: what closes a leg before what is sent under another.
    for (const { row } of rows) this.apply(row as Partial<Task>);
    const asked = rows.flatMap(({ row: { kind, command } }: { row: Partial<Task> }) =>
      kind === 'command' && command ? [command] : [],
    );
    for (const outcome of asked.map((command) => this.atOnce?.(command))) {
      if (outcome) this.record(hear(this.table, this.state, outcome), outcome.data);
    }
  }

  private apply(row: Partial<Task>): void {
    if (row.kind !== undefined) this.tasks.set(row.id!, row as Task);
    else if (row.leg !== undefined)
      for (const task of this.tasks.values()) if (isMeant(task, row)) this.tasks.delete(task.id);
  }
}
