import { Injectable } from '@nestjs/common';
import { EventRegistry } from '../event-store/event-registry.js';
import type { Subscription } from './subscription.js';

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
