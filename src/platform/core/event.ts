import type { z } from 'zod';

/**
 * Events are facts: a name, a version and plain JSON data. The class is the token (for Nest, specs and
 * `switch`), the constructor and the type in one name; it has no behaviour.
 */
export interface DomainEvent<Name extends string = string, Data extends object = object> {
  readonly type: Name;
  readonly data: Data;
}

/** A value of a schema as events carry it: nobody changes it. */
export type Frozen<Value> = Value extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value;

type DataOf<Schema extends z.ZodType<object>> = Frozen<z.output<Schema>>;

/** How data is stored under one version, and how it is made of the version before (absent for the first). */
export interface EventVersion {
  /** What events are made of, said once; never run on the way of an append or a read. */
  readonly schema: z.ZodType<object>;
  readonly lift?: (older: never) => object;
}

export interface EventClass<Name extends string = string, Data extends object = object> {
  /** `never` makes every event class fit into a list of event classes; `DeclaredEvent` takes the data. */
  new (data: never): DomainEvent<Name, Data>;
  readonly type: Name;
  /** The version that is written today. */
  readonly version: number;
  /** Every version ever shipped, from the first. */
  readonly versions: readonly EventVersion[];
}

export type DeclaredEvent<Name extends string, Data extends object> = EventClass<Name, Data> &
  (new (data: Data) => DomainEvent<Name, Data>) & {
    /**
     * Another version: `event('OrderPlaced', first).upcastTo(second, (older) => ({ ...older, channel: 'web' }))`.
     *
     * @param schema what is stored from now on
     * @param lift makes data of the version before into data of this one; pure
     */
    upcastTo<Schema extends z.ZodType<object>>(
      schema: Schema,
      lift: (older: Data) => DataOf<Schema>,
    ): DeclaredEvent<Name, DataOf<Schema>>;
  };

/**
 * Declares an event class: `class OrderPlaced extends event('OrderPlaced', z.strictObject({ orderId: uuid })) {}`.
 * It is known as soon as its file exports it: `eventsIn` makes the list, `EventIn` the type of all.
 *
 * @param type the storage name; never rename one that has shipped
 * @param schema the data of version 1; never change one that has shipped but for a property that may be absent
 */
export function event<Name extends string, Schema extends z.ZodType<object>>(
  type: Name,
  schema: Schema,
): DeclaredEvent<Name, DataOf<Schema>> {
  return declare<Name, DataOf<Schema>>(type, [{ schema }]);
}

function declare<Name extends string, Data extends object>(
  type: Name,
  versions: readonly EventVersion[],
): DeclaredEvent<Name, Data> {
  return class {
    static readonly type = type;
    static readonly version = versions.length;
    static readonly versions = versions;
    static upcastTo<Schema extends z.ZodType<object>>(schema: Schema, lift: (older: Data) => DataOf<Schema>) {
      return declare<Name, DataOf<Schema>>(type, [...versions, { schema, lift }]);
    }
    readonly type = type;
    constructor(readonly data: Data) {}
  };
}

/** Any of the events that a module exports. */
export type EventIn<Module> = {
  [Key in keyof Module]: Module[Key] extends EventClass ? InstanceType<Module[Key]> : never;
}[keyof Module];

/**
 * The event classes that a module exports, so that none can be forgotten.
 *
 * @param module of `import * as module from './order.events.js'`
 */
export const eventsIn = (module: object): readonly EventClass[] => Object.values(module).filter(isEventClass);

const isEventClass = (value: unknown): value is EventClass =>
  typeof value === 'function' && 'type' in value && 'version' in value && 'versions' in value;

/**
 * A stored event that this program does not know, or not in that version, because a newer one wrote it. Nothing is
 * wrong with the event: it can be read as soon as this process is upgraded.
 */
export class NewerEvent extends Error {
  override readonly name = 'NewerEvent';

  constructor(
    readonly type: string,
    readonly version: number,
  ) {
    super(`${type} v${version} was written by a newer program than this one`);
  }
}

/**
 * Lifts stored data to the newest version of its event.
 *
 * @param declared the event class of today
 * @param version the version the row was written with (1 = first)
 * @param data the stored data
 * @throws NewerEvent when the row is newer than this program knows
 */
export function upcast<Name extends string, Data extends object>(
  declared: EventClass<Name, Data>,
  version: number,
  data: object,
): DomainEvent<Name, Data> {
  if (version > declared.version) throw new NewerEvent(declared.type, version);
  let lifted = data;
  for (let v = version; v < declared.version; v++) lifted = declared.versions[v]!.lift!(lifted as never);
  return new declared(lifted as never);
}
