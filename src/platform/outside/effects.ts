import type { InjectionToken, Provider } from '@nestjs/common';
import type { EventClass } from '../core/event.js';
import type { Recorded } from '../event-store/recorded.js';
import { SubscriptionRegistry } from '../subscriptions/subscription-registry.js';
import { sequenceOf, type Subscription } from '../subscriptions/subscription.js';
import { EffectRunner } from './effect-runner.js';
import { INTEND } from './effect-store.js';
import type { Question } from './errand.js';
import type { Outside } from './outside.js';

interface Outcome {
  readonly outcome: string;
}

/** What one event asks for, outside. */
export interface Deed {
  /** For people: `the mail to the customer`. */
  readonly what: string;
  /** Asked before the deed is repeated. Answers `not-found` where it was never done. */
  readonly lookUp: Question<Outcome>;
  readonly act: Question<Outcome>;
}

/**
 * A room's effect outside: a mail, a webhook. Hearing of an event only records the intent, with the checkpoint; the
 * deed is done apart, as slowly as the other side may be, in order within a sequence, once as far as the other side can
 * tell by the key what it did.
 */
export interface Effect {
  /** `<room>.<what>`; the name of its checkpoint, so it is storage. */
  readonly name: string;
  readonly events: readonly EventClass[];
  readonly party: Outside;
  sequence?(recorded: Recorded): string;
  /** @param key of this effect of this event, the same for ever */
  deed(recorded: Recorded, key: string): Deed;
}

export interface EffectFactory {
  readonly inject: readonly InjectionToken[];
  useFactory(...dependencies: never[]): Effect;
}

/** A line of a room's module: `performs({ inject: [Mailer], useFactory: (mailer: Mailer) => ({ name, events, ... }) })`. */
export const performs = ({ inject, useFactory }: EffectFactory): Provider => ({
  provide: Symbol('effect'),
  inject: [SubscriptionRegistry, EffectRunner, ...inject],
  useFactory: (registry: SubscriptionRegistry, runner: EffectRunner, ...dependencies: never[]) => {
    const effect = useFactory(...dependencies);
    registry.add(intentsOf(effect));
    runner.add(effect);
    return effect;
  },
});

/** What happened before there was such an effect is left alone. */
function intentsOf(effect: Effect): Subscription {
  const { name, events } = effect;
  const subscription: Subscription = {
    name,
    events,
    from: 'head',
    ...(effect.sequence && { sequence: (recorded) => effect.sequence!(recorded) }),
    async handle(batch, tx) {
      const rows = batch.map((recorded) => ({
        position: recorded.position,
        sequence: sequenceOf(subscription, recorded),
      }));
      await tx.query(INTEND, [name, JSON.stringify(rows)]);
    },
  };
  return subscription;
}
