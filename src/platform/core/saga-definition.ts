import type { EventClass } from './event.js';
import type { CommandClass, Lesson, Reason, SagaTable, Send, Step } from './saga-table.js';

type DataOf<Class extends EventClass> = InstanceType<Class>['data'];

/** A command to send, and how its data is made of what the saga knows and of what it has just heard. */
export const sends = <Context, Heard, Data>(
  command: CommandClass<Data>,
  data: (context: Context, heard: Heard, attempt: number) => NoInfer<Data> & object,
): Send<Context, Heard> => ({ command, data });

/** All of it, or none: then there is nothing to take back. */
type WayBack<Context, Undone, Gone> =
  | {
      readonly wayBack: Send<Context, object>;
      readonly undone: Undone;
      readonly irrevocable?: Gone;
      readonly staysUndone?: boolean;
    }
  | Absent<'wayBack' | 'undone' | 'irrevocable' | 'staysUndone'>;

/** Both, or as long as it takes. */
type Patience<Context, Settings, Code extends string> =
  | {
      readonly patienceMs: (context: Context, settings: Settings) => number;
      readonly impatience: Reason<Code>;
    }
  | Absent<'patienceMs' | 'impatience'>;

type Absent<Keys extends string> = { readonly [Key in Keys]?: never };

interface Forward<Context, Name, Good, Bad extends EventClass, Code extends string> extends Pick<
  Step,
  'party'
> {
  readonly name: Name;
  readonly asks: Send<Context, object>;
  readonly good: Good;
  readonly bad: Bad;
  readonly because: (bad: DataOf<Bad>) => Reason<Code>;
}

type HeardBy<Row extends Step> = DataOf<
  Row['good' | 'bad'] | NonNullable<Row['undone']>[number] | NonNullable<Row['irrevocable']>[number]
>;

/** A row: what is asked, its two ends and, if there is anything to take back, its way back. */
const stepOf =
  <Context extends object, Settings>() =>
  <
    const Name extends string,
    Good extends EventClass<string, Told & object>,
    Bad extends EventClass,
    const Code extends string,
    Told = unknown,
    const Undone extends readonly [EventClass, ...EventClass[]] = never,
    const Gone extends readonly EventClass<string, Told & { readonly detail: string }>[] = never,
  >(
    row: Forward<Context, Name, Good, Bad, Code> &
      WayBack<Context, Undone, Gone> &
      Patience<Context, Settings, Code> & {
        readonly tells?: readonly Send<Context, Told>[];
      },
  ) =>
    row;

/** What else the saga learns on its way. */
const lessonOf =
  <Context extends object>() =>
  <const Before extends string, From extends EventClass>(lesson: {
    readonly from: From;
    readonly before: Before;
    readonly redo?: string;
    readonly context: (context: Context, heard: DataOf<From>) => Context;
  }) =>
    lesson;

/** @throws Error for a step that is to be taken back and asked anew but has no way back */
const sagaOf =
  <Context extends object, Settings>() =>
  <
    Starts extends EventClass<string, Context>,
    Cancels extends EventClass,
    Known extends string,
    const Row extends Step<Settings> & {
      because(bad: object): Reason<NoInfer<Known>>;
      readonly impatience?: Reason<NoInfer<Known>>;
    },
    From extends EventClass = never,
  >(
    table: Pick<SagaTable, 'name' | 'version' | 'earlier'> & {
      readonly starts: Starts;
      readonly cancels: Cancels;
      readonly because: (cancellation: DataOf<Cancels>) => Reason<NoInfer<Known>>;
      readonly sagaOf: (event: DataOf<Starts | Cancels | NoInfer<From>> | HeardBy<Row>) => string;
      readonly steps: readonly Row[];
      readonly learns?: readonly (Lesson & { readonly from: From; readonly before: Row['name'] })[];
      readonly tellsCompensated: readonly (Send<Context, Reason<Known>> &
        Send<Context, Reason<'operator'>>)[];
    },
  ): Omit<SagaTable<Settings>, 'steps'> & { readonly steps: readonly Row[] } => {
    for (const { before, redo } of table.learns ?? []) {
      const user = table.steps.find(({ name }) => name === before);
      if (redo && !user?.wayBack) throw new Error(`${before} has no way back, so it cannot be asked anew`);
    }
    return table;
  };

/**
 * The words to write a saga with that knows `Context` and whose patience depends on `Settings`. Each handler is typed by
 * the event class that stands beside it; the table knows the names of its steps and the codes of its reasons.
 */
export const sagaKnowing = <Context extends object, Settings = unknown>() => ({
  step: stepOf<Context, Settings>(),
  lesson: lessonOf<Context>(),
  saga: sagaOf<Context, Settings>(),
});
