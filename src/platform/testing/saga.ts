import { expect } from '@jest/globals';
import type { DomainEvent } from '../core/event.js';
import { newId } from '../core/ids.js';
import { hear } from '../core/saga-engine.js';
import { signal, type Signal } from '../core/saga-signals.js';
import { evolveSaga, noSaga, type SagaEvent, type SagaState, type SagaStatus } from '../core/saga-state.js';
import { commandsOf, type SagaTable } from '../core/saga-table.js';
import { rowsAlongside, type StoredTask } from '../sagas/tasks.js';

/** A step is given up when this much time has gone by. */
export class Timer {
  constructor(
    readonly step: string,
    readonly ms: number,
  ) {}
}

interface Command {
  readonly data: object;
  readonly by: unknown;
}

const at = '2026-01-01T00:00:00.000Z';
const sagaId = newId();

/**
 * A scenario: `given(saga, ...events).when(event).sends(new TakePayment({ ... }, by))`.
 *
 * `sends` compares all that follows from the last event: the commands of steps, of ways back and of tells, each with
 * its class and its whole data, and timers; in their order. Whoever is to be told is told before the next event.
 *
 * @param settings what the patience of the steps depends on
 */
export const given = <Settings extends object>(
  { table, settings }: { readonly table: SagaTable<Settings>; readonly settings: Settings },
  ...before: readonly (DomainEvent | Signal)[]
) => ({
  when: (input: DomainEvent | Signal) => {
    const led = before.reduce((state, each) => afterTells(table, heardBy(table, state, each).state), noSaga);
    const { state, events } = heardBy(table, led, input);
    const heard = 'data' in input ? input.data : {};
    const sent = tasks({ table, settings, state, events, heard });
    return {
      sends: (...expected: readonly (Command | Timer)[]) => {
        expect(sent).toStrictEqual(expected.map(bare));
        return { andIs: (status: SagaStatus) => expect(afterTells(table, state).status).toBe(status) };
      },
    };
  },
});

const bare = (expected: Command | Timer) =>
  expected instanceof Timer ? expected : [expected.constructor, expected.data];

function heardBy(table: SagaTable, before: SagaState, input: DomainEvent | Signal) {
  const events = 'kind' in input ? signal(table, before, input) : hear(table, before, input);
  return { events, state: evolved(before, events) };
}

const evolved = (state: SagaState, events: readonly SagaEvent[]): SagaState =>
  events.reduce((folded, event) => evolveSaga(folded, event, at), state);

const afterTells = (table: SagaTable, state: SagaState): SagaState =>
  state.untold.reduce(
    (told, { step, command }) => heardBy(table, told, { kind: 'told', step, command }).state,
    state,
  );

interface Decided {
  readonly table: SagaTable;
  readonly settings: object;
  readonly state: SagaState;
  readonly events: readonly SagaEvent[];
  readonly heard: object;
}

/** What would be stored to be sent: a command's class and its data, or a timer. */
function tasks({ table, settings, state, events, heard }: Decided) {
  if (events.length === 0) return [];
  const classes = commandsOf(table);
  const prepared = events.map((event, index) => ({
    ...{ stream: `${table.name}-${sagaId}`, version: index + 1, id: newId(), event, at },
    ...{ json: '', schemaVersion: 1 },
    metadata: { actor: 'system', correlationId: sagaId, causationId: null },
  }));
  const rows = rowsAlongside({ table, settings, sagaId, after: state, rounds: [{ prepared, heard }] });
  return rows
    .map(({ row }) => row as Partial<StoredTask>)
    .filter(({ kind }) => kind !== undefined)
    .map(({ kind, step, command, data, delay_ms: ms }) =>
      kind === 'timeout' ? new Timer(step!, ms!) : [classes.get(command!), data],
    );
}
