import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import type { InlineWrite, CommandContext } from '../cqrs/command.js';
import { refuseUndeclared } from './deciders.js';
import { prepare, type Append, type PreparedEvent } from './append.js';
import type { StreamCache } from './stream-cache.js';
import { streamOf } from './recorded.js';
import { nothing, type StreamLoader } from './stream-loader.js';
import type { Loaded } from './snapshots.js';

interface Change {
  readonly decider: Decider<unknown, DomainEvent>;
  readonly before: Loaded<unknown>;
  readonly after: Loaded<unknown>;
}

interface Stream {
  readonly decider: Decider<unknown, DomainEvent>;
  readonly id: string;
}

/** How many streams a part may touch; what is larger has to be a unit of its own. */
const PART_STREAMS = 50;

/**
 * What one command reads and writes. Everything it read must still be true when it is stored, also the streams it
 * did not write to.
 */
export class UnitOfWork {
  private readonly reads: Map<string, Loaded<unknown>>;
  private readonly changes = new Map<string, Change>();
  private readonly events: PreparedEvent[] = [];
  private readonly inline: InlineWrite[] = [];
  private readonly touched = new Set<string>();
  private isAnnounced = false;
  private isWanted = false;
  private size = 0;
  /** Whether any state was taken from memory: a refusal is then only a guess. */
  guessed = false;

  constructor(
    private readonly loader: StreamLoader,
    private readonly known: StreamCache,
    private readonly by: CommandContext,
    private readonly fresh: boolean,
    private readonly whole?: UnitOfWork,
  ) {
    this.reads = whole?.reads ?? new Map<string, Loaded<unknown>>();
  }

  /**
   * Another command, decided within this unit: what it writes counts only if it succeeds, and is stored with the rest.
   *
   * @param by the other command's context; the id under which all is stored stays that of the unit
   * @returns its events
   * @throws what `work` throws, TooLargeForAPart
   */
  async part(
    by: CommandContext,
    work: (part: UnitOfWork) => Promise<unknown>,
  ): Promise<readonly DomainEvent[]> {
    const part = new UnitOfWork(this.loader, this.known, by, this.fresh, this);
    await work(part).finally(() => (this.guessed ||= part.guessed));
    for (const [stream, change] of part.changes) {
      this.changes.set(stream, { ...change, before: this.changes.get(stream)?.before ?? change.before });
    }
    this.events.push(...part.events);
    this.size += part.size;
    this.inline.push(...part.inline);
    return part.events.map(({ event }) => event);
  }

  /** The context for a command that follows from one of the unit's events. */
  following({ id: causationId }: Pick<PreparedEvent, 'id'>): CommandContext {
    const { fencingToken: _, ...by } = this.by;
    return { ...by, causationId, append: undefined };
  }

  load<State, Event extends DomainEvent>(decider: Decider<State, Event>, id: string): Promise<Loaded<State>> {
    return this.read(decider, id);
  }

  /** The same for a stream that most likely does not exist yet: unless something is known of it, it is not read. */
  begin<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
  ): Promise<Loaded<State>> {
    return this.read(decider, id, nothing(decider, id));
  }

  /** Reads several short streams by one query, as far as this process does not know them. */
  async loadAll<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    ids: readonly string[],
  ): Promise<void> {
    const unknown = ids.filter((id) => {
      const stream = streamOf(decider.category, id);
      return !this.now(stream) && (this.fresh || !this.known.get(stream));
    });
    if (unknown.length === 0) return;
    for (const loaded of await this.loader.loadAll(decider, unknown)) {
      const stream = streamOf(decider.category, loaded.id);
      this.known.learn(stream, loaded, this.fresh);
      this.reads.set(stream, loaded);
    }
  }

  /** Reads what later commands will ask for, as far as this process does not know it. The unit does not rest on it. */
  async foresee(streams: readonly Stream[]): Promise<void> {
    const unknown = streams.filter(({ decider, id }) => !this.known.get(streamOf(decider.category, id)));
    const loads = unknown.map(async ({ decider, id }) =>
      this.known.learn(streamOf(decider.category, id), await this.loader.load(decider, id)),
    );
    // What cannot be read now is read when it is asked for.
    await Promise.allSettled(loads);
  }

  /**
   * @param events in order; none is allowed
   * @param inline rows that commit with the events, or what makes them of the numbered events
   * @throws Error when the stream was not loaded in this unit, or an event is not in the decider's list
   */
  append<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    events: readonly Event[],
    inline: readonly InlineWrite[] | ((prepared: readonly PreparedEvent[]) => readonly InlineWrite[]) = [],
  ): Loaded<State> {
    const stream = streamOf(decider.category, id);
    const base = this.now<State>(stream);
    if (!base) throw new Error(`${stream} must be loaded before it is appended to`);
    if (typeof inline !== 'function') this.inline.push(...inline);
    if (events.length === 0) return base;
    refuseUndeclared(decider, events);
    const at = this.by.at > base.at ? this.by.at : base.at;
    const prepared = prepare({ stream, version: base.version, eventId: base.eventId }, events, this.by, at);
    if (typeof inline === 'function') this.inline.push(...inline(prepared));
    const last = prepared.at(-1)!;
    const state = events.reduce((folded, event) => decider.evolve(folded, event, at), base.state);
    const after = { id, state, version: last.version, position: 0, at, eventId: last.id };
    this.changes.set(stream, {
      decider: decider as unknown as Decider<unknown, DomainEvent>,
      before: this.changes.get(stream)?.before ?? base,
      after,
    });
    this.events.push(...prepared);
    for (const { json } of prepared) this.size += json.length;
    if (decider.inline) this.inline.push(decider.inline(after));
    return after;
  }

  private async read<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    expected?: Loaded<State>,
  ): Promise<Loaded<State>> {
    const stream = streamOf(decider.category, id);
    if (this.whole && this.touched.add(stream).size > PART_STREAMS) throw new TooLargeForAPart();
    const own = this.now<State>(stream);
    if (own) return own;
    const guess = this.fresh ? undefined : (this.known.get<State>(stream) ?? expected);
    const loaded = guess ?? (await this.loader.load(decider, id));
    if (guess) this.guessed = true;
    else this.known.learn(stream, loaded, this.fresh);
    this.reads.set(stream, loaded);
    return loaded;
  }

  /** The version at which a stream was read, before what this unit decided; none where it was not read. */
  versionBefore({ category }: { readonly category: string }, id: string): number | undefined {
    return this.reads.get(streamOf(category, id))?.version;
  }

  /** A row that is stored even if nothing is decided, with the proof that this was right. */
  want(row: InlineWrite): void {
    this.isWanted = true;
    this.inline.push(row);
  }

  /** About how much JSON it has decided. */
  get bytes(): number {
    return this.size + (this.whole?.bytes ?? 0);
  }

  get hasAlongside(): boolean {
    return this.inline.length > 0;
  }

  get isEmpty(): boolean {
    return this.changes.size === 0 && !this.isWanted;
  }

  /** Whether a stream has moved on in this process since it was read: storing would be a certain conflict. */
  get isStale(): boolean {
    return [...this.reads].some(([stream, read]) => {
      const now = this.known.get(stream);
      return now !== undefined && now.eventId !== read.eventId;
    });
  }

  toAppend(): Append {
    return {
      commandId: this.by.commandId,
      heads: [...this.reads].map(([stream, read]) => ({
        stream,
        version: read.version,
        eventId: read.eventId,
      })),
      events: this.events,
      inline: this.inline,
      stillHolds: this.by.stillHolds,
    };
  }

  /** From now on others in this process build on what is about to be stored. */
  announce(): void {
    this.isAnnounced = true;
    for (const [stream, { after }] of this.changes) this.known.expect(stream, after);
  }

  /** The guess was wrong: read again. */
  retract(): void {
    this.settle();
    for (const stream of this.reads.keys()) this.known.forget(stream);
  }

  stored(): void {
    this.settle();
    for (const { decider, before, after } of this.changes.values()) {
      this.loader.snapshot(decider, before.version, after);
    }
  }

  private now<State>(stream: string): Loaded<State> | undefined {
    const changed = this.changes.get(stream)?.after ?? this.whole?.now(stream);
    return (changed ?? this.reads.get(stream)) as Loaded<State> | undefined;
  }

  private settle(): void {
    if (this.isAnnounced) for (const stream of this.changes.keys()) this.known.settled(stream);
    this.isAnnounced = false;
  }
}

/** It is decided in a unit of its own instead. */
export class TooLargeForAPart extends Error {
  override readonly name = 'TooLargeForAPart';
}
