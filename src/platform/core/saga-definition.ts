import type { EventClass } from './event.js';
import type { CommandClass, ContextUpdate, Reason, SagaTable, Send, Step } from './saga-table.js';

type DataOf<Class extends EventClass> = InstanceType<Class>['data'];

/** A command to send, and how its data is made of what the saga knows and of what it has just heard. */
export const sends = <Context, Heard, Data>(
  command: CommandClass<Data>,
  data: (context: Context, heard: Heard, attempt: number) => NoInfer<Data> & object,
): Send<Context, Heard> => ({ command, data });

/** All of it, or none: then there is nothing to take back. */
type Compensation<Context, Undone, Gone> =
  | {
      readonly compensation: Send<Context, object>;
      readonly compensatedBy: Undone;
      readonly irrevocable?: Gone;
      readonly staysCompensated?: boolean;
    }
  | Absent<'compensation' | 'compensatedBy' | 'irrevocable' | 'staysCompensated'>;

/** Both, or as long as it takes. */
type Timeout<Context, Settings, Code extends string> =
  | {
      readonly timeoutMs: (context: Context, settings: Settings) => number;
      readonly onTimeout: Reason<Code>;
    }
  | Absent<'timeoutMs' | 'onTimeout'>;

type Absent<Keys extends string> = { readonly [Key in Keys]?: never };

interface Forward<Context, Name, Good, Bad extends EventClass, Code extends string> extends Pick<
  Step,
  'party'
> {
  readonly name: Name;
  readonly asks: Send<Context, object>;
  readonly succeededBy: Good;
  readonly failedBy: Bad;
  readonly because: (failedBy: DataOf<Bad>) => Reason<Code>;
}

type HeardBy<Row extends Step> = DataOf<
  | Row['succeededBy' | 'failedBy']
  | NonNullable<Row['compensatedBy']>[number]
  | NonNullable<Row['irrevocable']>[number]
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
      Compensation<Context, Undone, Gone> &
      Timeout<Context, Settings, Code> & {
        readonly notifies?: readonly Send<Context, Told>[];
      },
  ) =>
    row;

/** What else the saga learns on its way. */
const lessonOf =
  <Context extends object>() =>
  <const Before extends string, From extends EventClass>(contextUpdate: {
    readonly from: From;
    readonly before: Before;
    readonly redo?: string;
    readonly context: (context: Context, heard: DataOf<From>) => Context;
  }) =>
    contextUpdate;

/** What those whom the steps ask have heard of already, so that the saga only keeps up. */
const keepingUpOf =
  <Context extends object>() =>
  <From extends EventClass>(contextUpdate: {
    readonly from: From;
    readonly context: (context: Context, heard: DataOf<From>) => Context;
  }) =>
    contextUpdate;

/** @throws Error for a step that is to be taken back and asked anew but has no way back */
const sagaOf =
  <Context extends object, Settings>() =>
  <
    Starts extends EventClass<string, Context>,
    Cancels extends EventClass,
    Known extends string,
    const Row extends Step<Settings> & {
      because(failedBy: object): Reason<NoInfer<Known>>;
      readonly onTimeout?: Reason<NoInfer<Known>>;
    },
    const Lessons extends readonly (ContextUpdate & { readonly before?: Row['name'] })[] = [],
  >(
    table: Pick<SagaTable, 'name' | 'version' | 'earlier'> & {
      readonly starts: Starts;
      readonly cancels: Cancels;
      readonly because: (cancellation: DataOf<Cancels>) => Reason<NoInfer<Known>>;
      readonly sagaOf: (
        event: DataOf<Starts | Cancels | NoInfer<Lessons[number]['from']>> | HeardBy<Row>,
      ) => string;
      readonly steps: readonly Row[];
      readonly contextUpdates?: Lessons;
      readonly notifiesCompensated: readonly (Send<Context, Reason<Known>> &
        Send<Context, Reason<'operator'>>)[];
    },
  ): Omit<SagaTable<Settings>, 'steps'> & { readonly steps: readonly Row[] } => {
    for (const { before, redo } of table.contextUpdates ?? []) {
      const user = table.steps.find(({ name }) => name === before);
      if (redo && !user?.compensation)
        throw new Error(`${before} has no way back, so it cannot be asked anew`);
    }
    return table;
  };

/**
 * The words to write a saga with that knows `Context` and whose patience depends on `Settings`. Each handler is typed by
 * the event class that stands beside it; the table knows the names of its steps and the codes of its reasons.
 */
export const sagaKnowing = <Context extends object, Settings = unknown>() => ({
  step: stepOf<Context, Settings>(),
  contextUpdate: lessonOf<Context>(),
  keepsUp: keepingUpOf<Context>(),
  saga: sagaOf<Context, Settings>(),
});
