import { isDeepStrictEqual } from 'node:util';
import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import type { EventRegistry } from '../event-store/event-registry.js';
import { isoTime } from '../event-store/iso-time.js';
import { idOf } from '../event-store/recorded.js';
import type { Tell } from './difference.js';
import type { KeptState, WalkedEvent } from './stream-pages.js';

export type AnyDecider = Decider<unknown, DomainEvent>;

/** A stream that is being folded from nothing, event by event. */
export class StreamFold {
  state: unknown;
  version = 0;
  private position = 0;
  private broken = false;

  constructor(
    readonly stream: string,
    readonly decider: AnyDecider | undefined,
    private readonly registry: EventRegistry,
    private readonly tell: Tell,
  ) {
    this.state = decider?.initial;
  }

  get id(): string {
    return idOf(this.stream);
  }

  /** Whether its state is what the log says; otherwise that it is not has been told. */
  get isWhole(): boolean {
    return this.decider !== undefined && !this.broken;
  }

  step(event: WalkedEvent, kept: readonly KeptState[]): void {
    this.follow(event);
    if (!this.broken) this.fold(event);
    if (this.broken) return;
    for (const snapshot of kept) if (snapshot.shape === this.decider!.shape) this.compare(event, snapshot);
  }

  private follow({ version, position, occurred_at: at }: WalkedEvent): void {
    const what = { kind: 'gap', stream: this.stream, where: 'platform.events', row: `${version}` } as const;
    if (version !== this.version + 1) {
      this.tell({ ...what, column: 'version', expected: this.version + 1, found: version });
      // What is missing may be what the rest stands on.
      this.broken = true;
    }
    if (position <= this.position) {
      const expected = `more than ${this.position}, that of the event before it`;
      this.tell({ ...what, column: 'position', expected, found: position });
    }
    if (Number.isNaN(Date.parse(at)))
      this.tell({ ...what, column: 'occurred_at', expected: 'a time', found: at });
    this.version = version;
    this.position = position;
  }

  private fold(event: WalkedEvent): void {
    try {
      if (!this.decider) throw new Error('no room of this program folds such a stream');
      this.state = this.decider.evolve(this.state, this.registry.event(event), isoTime(event.occurred_at));
    } catch (error) {
      this.broken = true;
      const [row, found] = [`${event.version}`, error instanceof Error ? error.message : String(error)];
      const expected = `${event.type} v${event.schema_version} follows`;
      this.tell({ kind: 'fold', stream: this.stream, where: 'platform.events', row, expected, found });
    }
  }

  private compare(event: WalkedEvent, snapshot: KeptState): void {
    const row = `${snapshot.version}/${snapshot.shape}`;
    const what = { kind: 'snapshot', stream: this.stream, where: 'platform.snapshots', row } as const;
    for (const column of ['position', 'occurred_at'] as const) {
      if (snapshot[column] === event[column]) continue;
      this.tell({ ...what, column, expected: event[column], found: snapshot[column] });
    }
    // As it would be stored: what is undefined is not there.
    const expected: unknown = JSON.parse(JSON.stringify(this.state));
    if (!isDeepStrictEqual(expected, snapshot.state))
      this.tell({ ...what, column: 'state', expected, found: snapshot.state });
  }
}
