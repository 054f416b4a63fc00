import { leg, type SagaState } from '../core/saga-state.js';
import { timeoutOf } from '../core/saga-table.js';
import type { Saga } from '../sagas/saga.js';
import { differencesOf, type Tell } from './difference.js';
import type { Look } from './look.js';

/** A saga as its stream says it is. */
export interface FoldedSaga {
  readonly id: string;
  readonly state: SagaState;
  readonly version: number;
}

interface Task {
  readonly id: string;
  readonly saga_id: string;
  readonly kind: string;
  readonly step: string;
  readonly direction: string;
  readonly attempt: number;
  readonly command: string | null;
  readonly table_version: number;
  readonly state: string;
}
type Wanted = Pick<Task, 'kind' | 'step' | 'direction' | 'attempt'> & { readonly command?: string };

/** Compares where sagas stand, and what is still to be sent, with what their streams say. */
export async function compareSagas(
  look: Look,
  saga: Saga,
  folded: readonly FoldedSaga[],
  tell: Tell,
): Promise<void> {
  const ids = folded.map(({ id }) => id);
  const rows = await look.query<{ id: string; row: Record<string, unknown> }>(
    `select saga_id as id, json_build_object('state', state, 'table_version', table_version,
       'stuck_step', stuck_step, 'stuck_detail', stuck_detail, 'version', version) as row
     from platform.sagas where saga = $1 and saga_id = any ($2)`,
    [saga.name, ids],
  );
  const standing = new Map(rows.map(({ id, row }) => [id, row]));
  const tasks = await look.query<Task>(
    `select id, saga_id, kind, step, direction, attempt, command, table_version, state
     from platform.saga_tasks where saga = $1 and saga_id = any ($2)`,
    [saga.name, ids],
  );
  const own = new Map<string, Task[]>(ids.map((id) => [id, []]));
  for (const task of tasks) own.get(task.saga_id)!.push(task);
  for (const one of folded) {
    const what = {
      kind: 'saga',
      stream: `${saga.name}-${one.id}`,
      where: 'platform.sagas',
      row: one.id,
    } as const;
    for (const difference of differencesOf(what, rowOf(one), standing.get(one.id) ?? null)) tell(difference);
    if (saga.versions.includes(one.state.table)) compareTasks(saga, one, own.get(one.id)!, tell);
    else tell({ ...what, column: 'table_version', expected: saga.versions, found: one.state.table });
  }
}

const rowOf = ({ state: { status, table, troubles }, version }: FoldedSaga) => ({
  state: status,
  table_version: table,
  stuck_step: troubles[0]?.step ?? null,
  stuck_detail: troubles[0]?.detail ?? null,
  version,
});

function compareTasks(saga: Saga, { id, state }: FoldedSaga, tasks: readonly Task[], tell: Tell): void {
  const what = { kind: 'task', stream: `${saga.name}-${id}`, where: 'platform.saga_tasks' } as const;
  const left = new Set(tasks);
  for (const wanted of wantedOf(saga, state)) {
    const found = tasks.filter((task) => isFor(task, wanted));
    found.forEach((task) => left.delete(task));
    if (found.length === 0) tell({ ...what, row: nameOf(wanted), expected: wanted, found: null });
    for (const task of found) {
      const row = nameOf(wanted);
      if (task.table_version !== state.table)
        tell({ ...what, row, column: 'table_version', expected: state.table, found: task.table_version });
      // Nobody sends it, and nobody is asked to look.
      if (task.state === 'stuck' && state.troubles.length === 0)
        tell({ ...what, row, column: 'state', expected: 'open', found: task.state });
    }
  }
  for (const task of left) tell({ ...what, row: nameOf(task), expected: null, found: task });
}

/** What somebody must still do for the saga: each step under way is asked for, its patience measured, each tell told. */
function wantedOf(saga: Saga, state: SagaState): Wanted[] {
  const table = saga.tableOf(state);
  const legs = state.legs.filter(
    (one) => one.state === 'started' && one === leg(state, one.step, one.direction),
  );
  const commands = legs.map(({ step, direction, attempt }) => ({
    kind: 'command',
    step,
    direction,
    attempt,
  }));
  const timers = commands.filter(({ step, direction }) => {
    const row = table.steps.find(({ name }) => name === step);
    return direction === 'do' && row && timeoutOf(row, state.context, saga.settings) !== undefined;
  });
  const tells = state.untold.map(({ step, command }) => ({
    ...{ kind: 'command', step, direction: 'tell', attempt: 1, command },
  }));
  return [...commands, ...timers.map((timer) => ({ ...timer, kind: 'timeout' })), ...tells];
}

const isFor = (task: Task, wanted: Wanted): boolean =>
  task.kind === wanted.kind &&
  task.step === wanted.step &&
  task.direction === wanted.direction &&
  task.attempt === wanted.attempt &&
  (wanted.command === undefined || task.command === wanted.command);

const nameOf = ({ kind, step, direction, attempt, command }: Wanted | Task): string =>
  [step, direction, attempt, ...(command ? [command] : kind === 'timeout' ? ['timer'] : [])].join(':');
