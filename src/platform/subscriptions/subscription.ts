import { Injectable, type InjectionToken, type Provider } from '@nestjs/common';
import type { EventClass } from '../core/event.js';
import type { Transaction } from '../event-store/database.js';
import { EventRegistry } from '../event-store/event-registry.js';
import type { Entry, Recorded } from '../event-store/recorded.js';
import type { UnitOfWork } from '../event-store/unit-of-work.js';

/** Parts of a `with` that write, and their parameters from $1 on: they become one statement with the checkpoint. */
export interface Change {
  readonly parts: string;
  readonly params: readonly string[];
}

/** A durable reader of the log: every event of its types once, in order within a sequence, whatever crashes. */
export interface Subscription {
  /** `<room>.<what>`; the name of its checkpoint, so it is storage: never rename one that has shipped. */
  readonly name: string;
  readonly events: readonly EventClass[];
  /** Where a brand-new subscription begins; absent means at the first event ever. */
  readonly from?: 'head';
  /** Version of what it writes; a program that knows only a lower one may no longer run it. */
  readonly shape?: number;
  /**
   * What is in no hurry says how long an event may wait for more of them, in milliseconds, so that a page and its
   * checkpoint serve many; absent means not at all. Whoever waits for the subscription wakes it.
   */
  readonly lingerMs?: number;
  /** At most so many events are handed over at once; absent means a page. */
  readonly batch?: number;
  /** Events of one sequence are handled in order and wait behind a failed one. Absent means the stream. */
  sequence?(recorded: Recorded): string;
  /**
   * All effects go through `tx`: they commit with the checkpoint, or not at all. May run again after a failure.
   *
   * @param batch 1 to 1000 events in log order
   * @param fencingToken of the lease; grows with every change of hands
   * @throws OutcomePending when the event comes too early: it waits, with what follows it in its sequence, until another event
   *   has happened or for a time, and that counts for nothing
   * @throws Unavailable when something outside is away: tried again without end. Any other error counts against the
   *   event, which is set aside in the end
   */
  handle(batch: readonly Recorded[], tx: Transaction, fencingToken: number): Promise<void>;
  /**
   * Instead of `handle`, where the effect is nothing but appended events: they go in with the checkpoint in one
   * statement, which holds the log's lock for no round trip and shares its flush with the appends of others.
   *
   * @param delivery the unit to decide in; `isRepeat`: somebody else was faster before
   */
  decide?(batch: readonly Recorded[], delivery: DecidedDelivery): Promise<void>;
  /**
   * Instead of `handle`, where the effect is rows that nobody else writes: they are read and computed before, and go in
   * with the checkpoint in one statement. Whoever has written them meanwhile has also taken the lease, so it fails.
   *
   * @returns undefined when no row changes: the checkpoint is then stored later, so the same may be asked once more
   */
  toChange?(batch: readonly Recorded[], database: Pick<Transaction, 'query'>): Promise<Change | undefined>;
}

export interface DecidedDelivery {
  readonly unit: UnitOfWork;
  readonly fencingToken: number;
  readonly isRepeat: boolean;
}

/** Every subscription of the program; filled while the modules are built, read when the runner starts. */
@Injectable()
export class SubscriptionRegistry {
  private readonly subscriptions = new Map<string, Subscription>();

  constructor(private readonly events: EventRegistry) {}

  /** @throws Error when the name is taken */
  add(subscription: Subscription): void {
    if (this.subscriptions.has(subscription.name)) {
      throw new Error(`two subscriptions are named ${subscription.name}`);
    }
    this.events.add(subscription.events);
    this.subscriptions.set(subscription.name, subscription);
  }

  /**
   * Puts something around a subscription; before the runner starts.
   *
   * @throws Error when nobody has the name
   */
  wrap(name: string, around: (subscription: Subscription) => Subscription): void {
    const subscription = this.subscriptions.get(name);
    if (!subscription) throw new Error(`no subscription is named ${name}`);
    this.subscriptions.set(name, around(subscription));
  }

  all(): readonly Subscription[] {
    return [...this.subscriptions.values()];
  }

  get(name: string): Subscription | undefined {
    return this.subscriptions.get(name);
  }

  /** Whether this program can lift events of a type and version. */
  knows(type: string, version: number): boolean {
    return this.events.knows(type, version);
  }

  /** The names of all events that any of them handles. */
  eventTypes(): readonly string[] {
    return [...new Set(this.all().flatMap(({ events }) => events.map(({ type }) => type)))];
  }
}

export interface SubscriptionFactory {
  readonly inject: readonly InjectionToken[];
  useFactory(...dependencies: never[]): Subscription;
}

/** A line of a room's module: `subscribes({ inject: [Notifier], useFactory: (notifier: Notifier) => ... })`. */
export function subscribes(source: Subscription | SubscriptionFactory): Provider {
  return {
    provide: Symbol('subscription'),
    inject: [SubscriptionRegistry, ...('inject' in source ? source.inject : [])],
    useFactory: (registry: SubscriptionRegistry, ...dependencies: never[]) => {
      const subscription = 'inject' in source ? source.useFactory(...dependencies) : source;
      registry.add(subscription);
      return subscription;
    },
  };
}

/** @param entry what could not be lifted is asked for its sequence too, and belongs to its stream when that fails */
export function sequenceOf(subscription: Subscription, entry: Entry): string {
  if (!subscription.sequence) return entry.stream;
  if (!entry.problem) return subscription.sequence(entry);
  try {
    const guess: unknown = subscription.sequence(entry);
    return typeof guess === 'string' && guess !== '' ? guess : entry.stream;
  } catch {
    return entry.stream;
  }
}
