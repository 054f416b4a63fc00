import { Injectable } from '@nestjs/common';
import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { EventRegistry } from './event-registry.js';

/** Of what every stream is folded. A decider makes itself and its events known here. */
@Injectable()
export class Deciders {
  private readonly known = new Map<string, Decider<unknown, DomainEvent>>();

  constructor(private readonly events: EventRegistry) {}

  /** @throws Error when two deciders claim one category, or two event classes one storage name */
  add(decider: Decider<unknown, DomainEvent>): void {
    const known = this.known.get(decider.category);
    if (known && known !== decider) throw new Error(`two deciders fold ${decider.category}`);
    this.events.add(decider.events);
    this.known.set(decider.category, decider);
  }

  /** Of what this stream is folded. */
  of(stream: string): Decider<unknown, DomainEvent> | undefined {
    return this.known.get(stream.slice(0, stream.indexOf('-')));
  }

  /** @returns the room that a stream belongs to; undefined when nobody here folds it */
  roomOf(stream: string): string | undefined {
    const decider = this.of(stream);
    return decider && (decider.room ?? decider.category);
  }

  all(): readonly Decider<unknown, DomainEvent>[] {
    return [...this.known.values()];
  }
}

/** What is stored under a name that its decider does not know could never be read again. */
export function refuseUndeclared(
  decider: Pick<Decider<unknown, DomainEvent>, 'category' | 'events'>,
  events: readonly DomainEvent[],
): void {
  for (const { type } of events) {
    if (decider.events.some((declared) => declared.type === type)) continue;
    throw new Error(`${type} is missing in the list of events of ${decider.category}; nothing was stored`);
  }
}
