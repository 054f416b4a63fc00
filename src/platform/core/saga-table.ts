import type { EventClass } from './event.js';

export interface CommandClass<Data extends object = object> {
  readonly name: string;
  new (data: Data, by: never): { readonly data: Data };
}

/** A command that a saga sends: its class, and its data from what the saga knows and the event that led to it. */
export interface Send<Context> {
  readonly command: CommandClass<never>;
  /** `attempt` is that of the step, also for its way back. */
  readonly data: (context: Context, event: object, attempt: number) => object;
}

export const sends = <Context, Data extends object, Event extends object = object>(
  command: CommandClass<Data>,
  data: (context: Context, event: Event, attempt: number) => NoInfer<Data>,
): Send<Context> => ({ command, data }) as unknown as Send<Context>;

/** Why a saga takes back what it did. */
export interface Reason {
  readonly code: string;
  readonly detail: string;
}

/** A row of the table: everything about one step, its way back included. */
export interface Step<Context> {
  readonly name: string;
  readonly asks: Send<Context>;
  readonly good: EventClass;
  readonly bad: EventClass;
  /** What the bad end means for the order. */
  readonly because: (bad: object) => Reason;
  /** Who outside is asked by the step and by its way back; absent: nobody. */
  readonly party?: string;
  /** Safe to ask at any time, also when the step never happened; always answered by `undone` or `irrevocable`, once. */
  readonly wayBack: Send<Context>;
  readonly undone: readonly EventClass[];
  /** The way back is refused, because the step has happened for good; with a `detail` for people. */
  readonly irrevocable?: readonly EventClass[];
  /** Whether an event of `undone` really ends the way back; absent means it does (a partial refund does not). */
  readonly isUndone?: (event: object) => boolean;
  /**
   * Whether whoever is asked takes back by itself a success that surfaces after the way back has ended; absent: it is
   * asked once more.
   */
  readonly staysUndone?: boolean;
  /** How long to wait for an end before the step is given up, in milliseconds; absent: as long as it takes. */
  readonly patienceMs?: number | ((context: Context) => number);
  readonly impatience?: Reason;
  /** Who must hear of the good end; commands without a way back, repeated until they are taken. */
  readonly tells?: readonly Send<Context>[];
}

export interface Lesson<Context> {
  readonly from: EventClass;
  /** The step that will use it: once that is done, the lesson comes too late. */
  readonly before: string;
  /**
   * What a step that is under way does about it: absent, it comes too late; given, the step is taken back and asked
   * anew, and this says why.
   */
  readonly redo?: string;
  readonly context: (context: Context, event: object) => Context;
}

export interface SagaTable<Context extends object = object> {
  /** Streams are `<name>-<saga id>`. */
  readonly name: string;
  /** A running saga keeps the version it began with. */
  readonly version: number;
  /** What was different in versions that may still be running: a pure function for each, keyed by the version. */
  readonly earlier?: Readonly<Record<number, (today: this) => Partial<SagaTable<Context>>>>;
  readonly starts: EventClass;
  readonly cancels: EventClass;
  readonly because: (cancellation: object) => Reason;
  /** The saga an event belongs to; the same for every event it can hear. */
  readonly sagaOf: (event: object) => string;
  /** What the steps need to know, taken from the first event; JSON. */
  readonly context: (start: object) => Context;
  /** Events that change what later steps need to know; undefined when it is too late. */
  readonly learns?: readonly Lesson<Context>[];
  readonly steps: readonly Step<Context>[];
  /** Who must hear that everything was taken back; the event is the Reason. */
  readonly tellsCompensated: readonly Send<Context>[];
}

/** Every event a table listens to, each once. */
export function eventsOf<Context extends object>(table: SagaTable<Context>): EventClass[] {
  const steps = table.steps.flatMap(({ good, bad, undone, irrevocable = [] }) => [
    good,
    bad,
    ...undone,
    ...irrevocable,
  ]);
  const lessons = (table.learns ?? []).map(({ from }) => from);
  return [...new Set([table.starts, table.cancels, ...lessons, ...steps])];
}

/** Every command a table sends, by name. */
export function commandsOf<Context extends object>(
  table: SagaTable<Context>,
): Map<string, CommandClass<never>> {
  const steps = table.steps.flatMap(({ asks, wayBack, tells = [] }) => [asks, wayBack, ...tells]);
  return new Map([...steps, ...table.tellsCompensated].map(({ command }) => [command.name, command]));
}

/** The table as it is today, after all that may still be running, the oldest first. */
export function versionsOf<Context extends object>(today: SagaTable<Context>): SagaTable<Context>[] {
  const earlier = Object.entries(today.earlier ?? {}).map(([version, differs]) =>
    // A table may be a class: what it inherits must stay.
    Object.assign(Object.create(today) as SagaTable<Context>, differs(today), { version: Number(version) }),
  );
  return [...earlier, today];
}

export const patienceOf = <Context>({ patienceMs }: Step<Context>, context: Context): number | undefined =>
  typeof patienceMs === 'function' ? patienceMs(context) : patienceMs;
