import type { AlongsideRow } from '../cqrs/command.js';
import { derivedId } from '../core/ids.js';
import type { SagaEvent } from '../core/saga-events.js';
import type { SagaState } from '../core/saga-state.js';
import type { SagaTable, Send } from '../core/saga-table.js';
import type { PreparedEvent } from '../event-store/append.js';
import { ending, type Task } from './task-store.js';

/** Rows that commit with a saga's events: commands to send, timers to start and to stop, where the saga stands. */
export const SEND = `
  insert into platform.saga_tasks (id, saga, saga_id, kind, step, direction, leg, attempt, command, data, cause,
    correlation_id, due_at, owner, lease_until, fence, attempts)
  select id, saga, saga_id, kind, step, direction, leg, attempt, command, data, cause, correlation_id,
    clock_timestamp() + delay_ms * interval '1 millisecond', owner,
    clock_timestamp() + lease_ms * interval '1 millisecond',
    case when owner is null then 0 else 1 end, case when owner is null then 0 else 1 end
  from json_to_recordset($1) as r(id uuid, saga text, saga_id text, kind text, step text, direction text, leg text,
    attempt int, command text, data json, cause uuid, correlation_id text, delay_ms bigint, owner text,
    lease_ms bigint)
  on conflict (id) do nothing`;

// An array, not a join: a plan for a join that was made while the table was empty walks all of it for ever.
const LEGS = `saga_id = any (array(select r.saga_id from json_to_recordset($1) as r(saga_id text)))
  and leg = any (array(select r.leg from json_to_recordset($1) as r(leg text)))`;

const CLOSE = ending(LEGS);

const STICK = `
  update platform.saga_tasks set state = 'stuck', owner = null, lease_until = null
  where ${LEGS} and state = 'open' and kind = 'command'`;

const RETRY = `
  update platform.saga_tasks t set state = 'open', failures = 0, due_at = clock_timestamp()
  from json_to_recordset($1) as r(saga text, saga_id text)
  where t.saga = r.saga and t.saga_id = r.saga_id and t.state = 'stuck'`;

const CLOSE_STUCK = ending(
  `(saga, saga_id) in (select r.saga, r.saga_id from json_to_recordset($1) as r(saga text, saga_id text))
   and state = 'stuck'`,
);

const STAND = `
  insert into platform.sagas as s (saga, saga_id, state, stuck_step, stuck_detail, version, fencing_token)
  select distinct on (saga, saga_id) saga, saga_id, state, stuck_step, stuck_detail, version, fencing_token
  from json_to_recordset($1) as r(saga text, saga_id text, state text, stuck_step text, stuck_detail text,
    version int, fencing_token bigint)
  order by saga, saga_id, version desc
  on conflict (saga, saga_id) do update set state = excluded.state, stuck_step = excluded.stuck_step,
    stuck_detail = excluded.stuck_detail, version = excluded.version, fencing_token = coalesce(excluded.fencing_token, s.fencing_token),
    updated_at = clock_timestamp()
  where s.version < excluded.version`;

/** A row for SEND. */
export type StoredTask = Omit<Task, 'attempts' | 'failures' | 'fence'> & {
  readonly leg: string;
  readonly delay_ms: number;
};

export interface Change<Context extends object> {
  readonly table: SagaTable<Context>;
  readonly sagaId: string;
  readonly after: SagaState;
  readonly prepared: readonly PreparedEvent[];
  /** The data of the event that led here; tells are made of it. */
  readonly heard: object;
}

/** Everything that must commit with a saga's new events. */
export function rowsAlongside<Context extends object>(change: Change<Context>): AlongsideRow[] {
  const rows = change.prepared.flatMap((prepared) => rowsOf(change, prepared));
  return [...rows, standing(change)];
}

function rowsOf<Context extends object>(change: Change<Context>, prepared: PreparedEvent): AlongsideRow[] {
  const { type, data } = prepared.event as SagaEvent;
  const at = (step: string, direction: string) => ({
    saga_id: change.sagaId,
    leg: legOf(change, step, direction),
  });
  switch (type) {
    case 'StepAsked':
      return asked(change, prepared, data);
    case 'StepSucceeded':
      return [{ statement: CLOSE, row: at(data.step, data.direction) }, ...tells(change, prepared, data)];
    case 'StepFailed':
    case 'StepGivenUp':
      return [{ statement: CLOSE, row: at(data.step, 'do') }];
    case 'AttentionNeeded':
      return [{ statement: STICK, row: at(data.step, data.direction) }];
    case 'OperatorStepped':
      return [{ statement: data.verb === 'retry' ? RETRY : CLOSE_STUCK, row: identity(change) }];
    case 'SagaCompensated':
      return change.table.tellsCompensated.map((send) =>
        tell({ ...change, heard: data }, prepared, 'end', send),
      );
    default:
      return [];
  }
}

function asked<Context extends object>(
  change: Change<Context>,
  prepared: PreparedEvent,
  { step, direction, attempt }: { step: string; direction: 'do' | 'undo'; attempt: number },
): AlongsideRow[] {
  const row = change.table.steps.find(({ name }) => name === step)!;
  const send = direction === 'do' ? row.asks : row.wayBack;
  const command = task(change, prepared, { step, direction, attempt, send });
  if (direction === 'undo' || row.patienceMs === undefined) return [command];
  return [command, task(change, prepared, { step, direction, attempt, delayMs: row.patienceMs })];
}

function tells<Context extends object>(
  change: Change<Context>,
  prepared: PreparedEvent,
  { step, direction }: { step: string; direction: string },
): AlongsideRow[] {
  if (direction === 'undo') return [];
  const row = change.table.steps.find(({ name }) => name === step);
  return (row?.tells ?? []).map((send) => tell(change, prepared, step, send));
}

const tell = <Context extends object>(
  change: Change<Context>,
  prepared: PreparedEvent,
  step: string,
  send: Send<Context>,
): AlongsideRow => task(change, prepared, { step, direction: 'tell', attempt: 1, send });

function task<Context extends object>(
  change: Change<Context>,
  { id: cause, metadata }: PreparedEvent,
  {
    send,
    delayMs = 0,
    ...label
  }: { step: string; direction: Task['direction']; attempt: number; send?: Send<Context>; delayMs?: number },
): AlongsideRow {
  const name = [
    change.table.name,
    label.step,
    label.direction,
    label.attempt,
    send?.command.name ?? 'timeout',
  ].join(':');
  const row: StoredTask = {
    ...identity(change),
    ...label,
    leg: legOf(change, label.step, label.direction),
    id: derivedId(change.sagaId, name),
    kind: send ? 'command' : 'timeout',
    command: send?.command.name ?? null,
    data: send ? send.data(change.after.context as Context, change.heard) : null,
    cause,
    correlation_id: metadata.correlationId,
    delay_ms: delayMs,
  };
  return { statement: SEND, row };
}

function standing<Context extends object>(change: Change<Context>): AlongsideRow {
  const last = change.prepared.at(-1)!;
  const { status, stuck } = change.after;
  const row = {
    ...identity(change),
    state: status,
    stuck_step: stuck?.step ?? null,
    stuck_detail: stuck?.detail ?? null,
    version: last.version,
    fencing_token: last.metadata.fencingToken ?? null,
  };
  return { statement: STAND, row };
}

const identity = ({ table, sagaId }: { table: { name: string }; sagaId: string }) => ({
  saga: table.name,
  saga_id: sagaId,
});

const legOf = (
  { table, sagaId }: { table: { name: string }; sagaId: string },
  step: string,
  direction: string,
) => [table.name, sagaId, step, direction].join(':');
