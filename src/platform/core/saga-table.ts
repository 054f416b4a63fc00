import type { EventClass } from './event.js';

/** A class of commands that take this data. */
export interface CommandClass<Data = never> {
  readonly name: string;
  new (data: Data, by: never): { readonly data: object };
}

/** A command that a saga sends: its class, and its data from what the saga knows and the event that led to it. */
export interface Send<Context = never, Heard = never> {
  readonly command: CommandClass;
  /** `attempt` is that of the step, also for its way back. */
  readonly data: (context: Context, heard: Heard, attempt: number) => object;
}

/** Why a saga takes back what it did. */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly detail: string;
}

/**
 * A row of the table: everything about one step, its way back included. This is how the engine reads it, which hands to
 * each handler the data of the event that the row names; `sagaKnowing` is how it is written.
 */
export interface Step<Settings = never> {
  readonly name: string;
  readonly asks: Send;
  readonly succeededBy: EventClass;
  readonly failedBy: EventClass;
  /** What the bad end means for the order. */
  because(failedBy: object): Reason;
  /** Who outside is asked by the step and by its way back; absent: nobody. */
  readonly party?: string;
  /**
   * Safe to ask at any time, also when the step never happened; always answered by `compensatedBy` or `irrevocable`, once.
   * Absent: there is nothing to take back.
   */
  readonly compensation?: Send;
  readonly compensatedBy?: readonly EventClass[];
  /** The way back is refused, because the step has happened for good; with a `detail` for people. */
  readonly irrevocable?: readonly EventClass[];
  /**
   * Whether whoever is asked takes back by itself a success that surfaces after the way back has ended; absent: it is
   * asked once more.
   */
  readonly staysCompensated?: boolean;
  /** How long to wait for an end before the step is given up, in milliseconds; absent: as long as it takes. */
  readonly timeoutMs?: (context: never, settings: Settings) => number;
  readonly onTimeout?: Reason;
  /** Who must hear of the good end; commands without a way back, repeated until they are taken. */
  readonly notifies?: readonly Send[];
}

export interface ContextUpdate {
  readonly from: EventClass;
  /**
   * The step that will use it: once that is done, the lesson comes too late. Absent: those whom the steps ask have heard of
   * it already, and the saga only keeps up.
   */
  readonly before?: string;
  /**
   * What a step that is under way does about it: absent, it comes too late; given, the step is taken back and asked
   * anew, and this says why.
   */
  readonly redo?: string;
  context(context: object, heard: object): object;
}

export interface SagaTable<Settings = never> {
  /** Streams are `<name>-<saga id>`. */
  readonly name: string;
  /** A running saga keeps the version it began with. */
  readonly version: number;
  /** What was different in earlier versions: a pure function for each, keyed by the version. */
  readonly earlier?: Readonly<Record<number, (today: SagaTable) => Partial<SagaTable>>>;
  /** Its data is what the steps know. */
  readonly starts: EventClass;
  readonly cancels: EventClass;
  because(cancellation: object): Reason;
  /** The saga an event belongs to; the same for every event it can hear. */
  sagaOf(event: object): string;
  /** Events that change what later steps know. */
  readonly contextUpdates?: readonly ContextUpdate[];
  readonly steps: readonly Step<Settings>[];
  /** Who must hear that everything was taken back; the event is the Reason. */
  readonly notifiesCompensated: readonly Send[];
}

/** Every event a table listens to, each once. */
export function eventsOf(table: SagaTable): EventClass[] {
  const steps = table.steps.flatMap(({ succeededBy, failedBy, compensatedBy = [], irrevocable = [] }) => [
    succeededBy,
    failedBy,
    ...compensatedBy,
    ...irrevocable,
  ]);
  const contextUpdates = (table.contextUpdates ?? []).map(({ from }) => from);
  return [...new Set([table.starts, table.cancels, ...contextUpdates, ...steps])];
}

/** Every command a table sends, by name. */
export function commandsOf({ steps, notifiesCompensated }: SagaTable): Map<string, CommandClass> {
  const sent = steps.flatMap(({ asks, compensation, notifies = [] }) => [
    asks,
    ...(compensation ? [compensation] : []),
    ...notifies,
  ]);
  return new Map([...sent, ...notifiesCompensated].map(({ command }) => [command.name, command]));
}

/** The table as it is today, after all that may still be running, the oldest first. */
export function versionsOf(today: SagaTable): SagaTable[] {
  const earlier = Object.entries(today.earlier ?? {}).map(([version, differs]) => ({
    ...today,
    ...differs(today),
    version: Number(version),
  }));
  return [...earlier, today];
}

/** The names of all steps that a saga may tell of: today's, then those that only earlier versions have. */
export const stepNames = (today: SagaTable): string[] => [
  ...new Set([today, ...versionsOf(today)].flatMap(({ steps }) => steps.map(({ name }) => name))),
];

/** What led to a command: what the saga knows, the data of the event it has just heard, the attempt of the step. */
export interface Led {
  readonly context: object;
  readonly heard: object;
  readonly attempt: number;
}

/** What a command says. Its handler expects what its row names, which is what it is given. */
export const filled = (
  { command, data }: Send,
  { context, heard, attempt }: Led,
): { readonly command: string; readonly data: object } => ({
  command: command.name,
  data: data(context as never, heard as never, attempt),
});

export const timeoutOf = ({ timeoutMs }: Step, context: object, settings: object): number | undefined =>
  timeoutMs?.(context as never, settings as never);
