import { Inject, Injectable, Logger, type InjectionToken, type Provider } from '@nestjs/common';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { namedId } from '../core/ids.js';
import { OutcomePending } from '../core/outcome-pending.js';
import type { EventClass } from '../core/event.js';
import { EventLog } from '../event-store/event-log.js';
import type { Recorded } from '../event-store/recorded.js';
import { Calm } from '../subscriptions/calm.js';
import type { PeriodicTask } from '../subscriptions/periodic-task.js';
import { sequenceOf, SubscriptionRegistry, type Subscription } from '../subscriptions/subscription.js';
import { EffectStore, INTEND, type Intent } from './effect-store.js';
import { carryOut, type Question } from './errand.js';
import type { ExternalService } from './external-service.js';

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
  readonly party: ExternalService;
  sequence?(recorded: Recorded): string;
  /** @param key of this effect of this event, the same for ever */
  deed(recorded: Recorded, key: string): Deed;
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 60_000;
const FORGET_EVERY_MS = 3_600_000;

/** Does what effects intend: takes due intents, as many as their party has room for, and records the outcomes. */
@PartOf('steps')
@Injectable()
export class EffectRunner implements Background {
  private readonly logger = new Logger('Effects');
  private readonly effects: Effect[] = [];
  private readonly busy = new Map<string, Map<number, { intent: Intent; work: Promise<void> }>>();
  private timers: NodeJS.Timeout[] = [];
  private readonly looking: PeriodicTask;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'LEASE_SECONDS' | 'SUBSCRIPTION_POLL_MS'>,
    private readonly store: EffectStore,
    private readonly log: EventLog,
    private readonly calm: Calm,
  ) {
    this.looking = calm.pulse(config.SUBSCRIPTION_POLL_MS, () => this.look());
  }

  add(effect: Effect): void {
    this.effects.push(effect);
    this.busy.set(effect.name, new Map());
  }

  start(): void {
    if (this.effects.length === 0) return;
    this.looking.start();
    this.timers = [
      setInterval(() => void this.renew(), (this.config.LEASE_SECONDS * 1_000) / 3),
      setInterval(() => void this.store.forget().catch(() => undefined), FORGET_EVERY_MS),
    ];
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.looking.stop();
    const works = [...this.busy.values()].flatMap((busy) => [...busy.values()].map(({ work }) => work));
    await Promise.allSettled(works);
  }

  private async look(): Promise<void> {
    await Promise.all(this.effects.map((effect) => this.take(effect)));
  }

  private async take(effect: Effect): Promise<void> {
    const busy = this.busy.get(effect.name)!;
    const room = effect.party.room - busy.size;
    if (room <= 0) return;
    const taken = await this.store.take(effect.name, room, this.config.LEASE_SECONDS, [...busy.keys()]);
    for (const intent of taken) {
      const work = this.perform(effect, intent).finally(() => {
        busy.delete(intent.position);
        this.calm.stir();
      });
      busy.set(intent.position, { intent, work });
    }
  }

  private async perform(effect: Effect, intent: Intent): Promise<void> {
    try {
      const outcome = await this.outcomeOf(effect, intent);
      await this.store.done(effect.name, intent, outcome);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (!(error instanceof OutcomePending))
        this.logger.error(`${effect.name} at ${intent.position}: ${detail}`);
      const asked = error instanceof OutcomePending ? error.options.retryAfterMs : undefined;
      const backoff = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (intent.attempts - 1)) * Math.random();
      await this.store
        .again(effect.name, intent, asked ?? backoff, detail)
        .catch(() => this.logger.warn(`${effect.name} at ${intent.position} waits for its lease to end`));
    }
  }

  private async outcomeOf(effect: Effect, { position, attempts }: Intent): Promise<string> {
    const recorded = await this.log.at(position);
    if (!recorded) return 'gone: the log was restored without the event';
    const deed = effect.deed(recorded, namedId('effect', effect.name, recorded.id));
    return carryOut(effect.party, {
      ...deed,
      isNew: attempts === 1,
      record: ({ outcome }, evidence) => Promise.resolve(`${outcome}, by ${evidence}`),
    });
  }

  private async renew(): Promise<void> {
    for (const [name, busy] of this.busy) {
      const intents = [...busy.values()].map(({ intent }) => intent);
      await this.store.renew(name, intents, this.config.LEASE_SECONDS).catch(() => undefined);
    }
  }
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
