import { isDeepStrictEqual } from 'node:util';
import type { InlineWrite } from '../cqrs/command.js';
import { derivedId } from '../core/ids.js';
import type { AttentionNeeded, Direction, OperatorStepped, StepAsked } from '../core/saga-events.js';
import { leg, type Leg, type SagaEvent, type SagaState } from '../core/saga-state.js';
import { filled, timeoutOf, type SagaTable, type Step } from '../core/saga-table.js';
import type { PreparedEvent } from '../event-store/append.js';
import { CLOSE, CLOSE_NAMED, CLOSE_STUCK, RETRY, SEND, SEND_AGAIN, STAND, STICK } from './task-statements.js';
import type { Task } from './task-store.js';

/** A row for SEND. */
export type StoredTask = Omit<
  Task,
  'attempts' | 'failures' | 'fence' | 'holds' | 'heldMs' | 'unansweredMs' | 'is_watched' | 'lateMs'
> & {
  readonly leg: string;
  readonly delay_ms: number;
};

/** What one event led to. */
export interface Round {
  readonly prepared: readonly PreparedEvent[];
  /** Its data. */
  readonly heard: object;
}

export interface Change {
  readonly table: SagaTable;
  /** What the patience of steps depends on. */
  readonly settings: object;
  readonly sagaId: string;
  readonly after: SagaState;
  readonly rounds: readonly Round[];
}

/** Everything that must commit with a saga's new events. */
export function rowsAlongside(change: Change): InlineWrite[] {
  const rows = change.rounds.flatMap(({ prepared, heard }) =>
    prepared.flatMap((event) => rowsOf(change, event, heard)),
  );
  return [...rows, standing(change)];
}

function rowsOf(change: Change, prepared: PreparedEvent, heard: object): InlineWrite[] {
  const { type, data } = prepared.event as SagaEvent;
  switch (type) {
    case 'StepAsked':
      return asked(change, prepared, { ...data, heard });
    case 'StepSucceeded':
      return close(change, data.step, data.direction);
    case 'StepStands':
      return close(change, data.step, 'undo');
    case 'TellAsked':
      return [task(change, prepared, { step: data.step, direction: 'tell', attempt: 1, sends: data })];
    case 'Told':
      return [{ statement: CLOSE_NAMED, row: named(change, { ...data, direction: 'tell' }) }];
    case 'StepFailed':
    case 'StepGivenUp':
      return close(change, data.step, 'do');
    case 'AttentionNeeded':
      return data.isTrying ? [] : [{ statement: STICK, row: named(change, data) }];
    case 'OperatorStepped':
      return stepped(change, prepared, data);
    default:
      return [];
  }
}

/** What was asked for and ended within one change has never been a task. */
function close(change: Change, step: string, direction: Direction): InlineWrite[] {
  const attempt = leg(change.after, step, direction)?.attempt;
  if (wasAsked(change, { step, direction, attempt })) return [];
  const row = { saga_id: change.sagaId, leg: legOf(change, step, direction, attempt) };
  return [{ statement: CLOSE, row }];
}

const wasAsked = ({ rounds }: Change, { step, direction, attempt }: Partial<Leg>): boolean =>
  rounds.some(({ prepared }) =>
    prepared.some(
      ({ event: { type, data } }) =>
        type === 'StepAsked' && isDeepStrictEqual(data, { step, direction, attempt }),
    ),
  );

function asked(
  change: Change,
  prepared: PreparedEvent,
  { step, direction, attempt, heard }: StepAsked['data'] & { heard: object },
): InlineWrite[] {
  const row = change.table.steps.find(({ name }) => name === step)!;
  const isOpen = change.after.legs.some(
    (leg) =>
      leg.step === step && leg.direction === direction && leg.attempt === attempt && leg.state === 'started',
  );
  if (!isOpen) return [];
  const sends = commandOf(change.after, row, direction, heard);
  const command = task(change, prepared, { sends, step, direction, attempt, party: row.party });
  const delayMs = direction === 'do' ? timeoutOf(row, change.after.context, change.settings) : undefined;
  if (delayMs === undefined) return [command];
  return [command, task(change, prepared, { step, direction, attempt, delayMs })];
}

/** `attempt` is that of the step, also for its way back. */
export function commandOf(
  state: SagaState,
  { name, asks, compensation }: Step,
  direction: Direction,
  heard: object,
): { readonly command: string; readonly data: object } {
  const attempt = leg(state, name, 'do')?.attempt ?? 1;
  // A way back is asked for only where there is one.
  return filled(direction === 'do' ? asks : compensation!, { context: state.context, heard, attempt });
}

function stepped(
  change: Change,
  prepared: PreparedEvent,
  { verb, step, direction, command }: OperatorStepped['data'],
): InlineWrite[] {
  if (verb === 'compensate' || step === undefined || direction === undefined) return [];
  const row = change.table.steps.find(({ name }) => name === step);
  const stuck = named(change, { step, direction, command });
  if (verb === 'resolve') return [{ statement: CLOSE_STUCK, row: stuck }];
  const label = direction === 'tell' ? tellOf(change, step, command) : row && askOf(change, row, direction);
  if (!label) return [{ statement: RETRY, row: stuck }];
  return [{ ...task(change, prepared, { ...label, step, direction }), statement: SEND_AGAIN }];
}

function tellOf({ after }: Change, step: string, command?: string) {
  const tell = after.untold.find((each) => each.step === step && each.command === command);
  return tell && { sends: tell, attempt: 1 };
}

function askOf(change: Change, row: Step, direction: Direction) {
  const attempt = leg(change.after, row.name, direction)?.attempt ?? 1;
  return { sends: commandOf(change.after, row, direction, {}), party: row.party, attempt };
}

interface Label {
  readonly step: string;
  readonly direction: Direction | 'tell';
  readonly attempt: number;
  /** Absent: a timer. */
  readonly sends?: { readonly command: string; readonly data: object };
  readonly party?: string | undefined;
  readonly delayMs?: number;
}

function task(
  change: Change,
  { id: cause, metadata }: PreparedEvent,
  { sends, step, direction, attempt, party = '', delayMs = 0 }: Label,
): InlineWrite {
  const name = [change.table.name, step, direction, attempt, sends?.command ?? 'timeout'].join(':');
  const row: StoredTask = {
    ...identity(change),
    table_version: change.after.table,
    step,
    direction,
    attempt,
    leg: legOf(change, step, direction, attempt),
    id: derivedId(change.sagaId, name),
    kind: sends ? 'command' : 'timeout',
    command: sends?.command ?? null,
    data: sends?.data ?? null,
    cause,
    correlation_id: metadata.correlationId,
    traceparent: metadata.traceparent ?? null,
    tracestate: metadata.tracestate ?? null,
    party: sends ? party : '',
    delay_ms: delayMs,
  };
  return { statement: SEND, row };
}

function standing(change: Change): InlineWrite {
  const last = change.rounds.findLast(({ prepared }) => prepared.length > 0)!.prepared.at(-1)!;
  const { status, table, troubles } = change.after;
  const row = {
    ...identity(change),
    table_version: table,
    state: status,
    stuck_step: troubles[0]?.step ?? null,
    stuck_detail: troubles[0]?.detail ?? null,
    version: last.version,
    fencing_token: last.metadata.fencingToken ?? null,
  };
  return { statement: STAND, row };
}

const identity = ({ table, sagaId }: { table: { name: string }; sagaId: string }) => ({
  saga: table.name,
  saga_id: sagaId,
});

const named = (
  change: Change,
  { step, direction, command }: Pick<AttentionNeeded['data'], 'step' | 'direction' | 'command'>,
) => ({
  saga_id: change.sagaId,
  leg: legOf(change, step, direction, direction === 'tell' ? 1 : leg(change.after, step, direction)?.attempt),
  command: command ?? null,
});

/** The first attempt has no number. */
const legOf = (
  { table, sagaId }: { table: { name: string }; sagaId: string },
  step: string,
  direction: string,
  attempt = 1,
) => [table.name, sagaId, step, direction, ...(attempt > 1 ? [attempt] : [])].join(':');
