/**
 * Events are facts: a name, a version and plain JSON data. The class is the token (for Nest, specs and
 * `switch`), the constructor and the type in one name; it has no behaviour.
 */
export interface DomainEvent<Name extends string = string, Data extends object = object> {
  readonly type: Name;
  readonly data: Data;
}

/** Lifts the data of version `key` to version `key + 1`. */
export type Upcasters = Readonly<Record<number, (older: never) => object>>;

export interface EventClass<Name extends string = string, Data extends object = object> {
  /** `never` makes every event class fit into a list of event classes; `DeclaredEvent` takes the data. */
  new (data: never): DomainEvent<Name, Data>;
  readonly type: Name;
  /** The version that is written today: one more than the newest upcaster. */
  readonly version: number;
  readonly upcasters: Upcasters;
}

export type DeclaredEvent<Name extends string, Data extends object> = EventClass<Name, Data> &
  (new (data: Data) => DomainEvent<Name, Data>);

/**
 * Declares an event class: `class OrderPlaced extends event('OrderPlaced')<{ orderId: string }>() {}`.
 *
 * @param type the storage name; never rename one that has shipped
 * @param upcasters one pure function for each older version, keyed by that version (1, 2, ...)
 * @returns a function whose type argument is the shape of the newest version's data
 */
export function event<Name extends string>(type: Name, upcasters: Upcasters = {}) {
  return <Data extends object>(): DeclaredEvent<Name, Data> =>
    class {
      static readonly type = type;
      static readonly version = Object.keys(upcasters).length + 1;
      static readonly upcasters = upcasters;
      readonly type = type;
      constructor(readonly data: Data) {}
    };
}

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
 * @throws NewerEvent when the row is newer than this program knows; Error when an upcaster is missing
 */
export function upcast<Name extends string, Data extends object>(
  declared: EventClass<Name, Data>,
  version: number,
  data: object,
): DomainEvent<Name, Data> {
  if (version > declared.version) throw new NewerEvent(declared.type, version);
  let lifted = data;
  for (let v = version; v < declared.version; v++) {
    const lift = declared.upcasters[v];
    if (!lift) throw new Error(`${declared.type} has no upcaster from v${v}`);
    lifted = lift(lifted as never);
  }
  return new declared(lifted as never);
}
