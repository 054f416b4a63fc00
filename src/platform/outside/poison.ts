import { Inject, Injectable, type OnModuleInit, type Provider } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Database, type Transaction } from '../event-store/database.js';
import type { Recorded } from '../event-store/recorded.js';
import { SubscriptionRegistry, type Subscription } from '../subscriptions/subscription.js';

/** An event failed because somebody wanted to see what happens then. */
class Rehearsed extends Error {
  override readonly name = 'Rehearsed';
}

/** Who knows that nothing is rehearsed asks again after so long. */
const CALM_MS = 500;

const RUNNING = `
  select position from simulator.drills where name = 'poison-event' and ends_at > clock_timestamp()`;
/** Chosen once, whoever else chooses at the same moment. */
const CHOOSE = `
  update simulator.drills set position = coalesce(position, $1)
  where name = 'poison-event' and ends_at > clock_timestamp() returning position`;
/** To try it again is to say that its cause is mended. */
const MENDED = `
  select from platform.parked p
  join platform.operator_actions a on a.object = p.id::text and a.action = 'parked.retry' and a.outcome = 'done'
  where p.subscription = $1 and p.position = $2 and p.resolved_at is null limit 1`;
const RELEASE = `
  update platform.parked p set state = 'retrying', next_attempt_at = clock_timestamp()
  from simulator.drills d
  where d.name = 'poison-event' and p.subscription = $1 and p.position = d.position and p.resolved_at is null
    and p.state = 'parked'`;

/** While it is rehearsed, the next event that one subscription hears cannot be handled. */
@Injectable()
export class Poison implements OnModuleInit {
  private subscription: string | undefined;
  private calmUntil = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'NODE_ENV'>,
    @Inject(Database) private readonly database: Pick<Database, 'query'>,
    private readonly registry: SubscriptionRegistry,
  ) {}

  /** @param subscription whose event it is */
  of(subscription: string): void {
    this.subscription = subscription;
  }

  /** It begins now: whatever was found before says nothing any more. */
  expect(): void {
    this.calmUntil = 0;
  }

  get isPossible(): boolean {
    return this.subscription !== undefined && this.config.NODE_ENV !== 'production';
  }

  onModuleInit(): void {
    if (this.isPossible) this.registry.wrap(this.subscription!, (subscription) => this.around(subscription));
  }

  /** What waits because of it may be handled now; together with the end of the drill. */
  async release(tx: Transaction): Promise<void> {
    await tx.query(RELEASE, [this.subscription]);
  }

  private around(subscription: Subscription): Subscription {
    const { toChange } = subscription;
    return {
      ...subscription,
      handle: async (batch, tx, fencingToken) => {
        await this.refuse(batch);
        await subscription.handle(batch, tx, fencingToken);
      },
      ...(toChange && {
        toChange: async (batch, database) => {
          await this.refuse(batch);
          return toChange(batch, database);
        },
      }),
    };
  }

  /** @throws Rehearsed */
  private async refuse(batch: readonly Recorded[]): Promise<void> {
    if (performance.now() < this.calmUntil) return;
    const position = await this.chosen(batch[0]!.position);
    if (!batch.some((recorded) => recorded.position === position)) return;
    const mended = await this.database.query(MENDED, [this.subscription, position]);
    if (mended.length > 0) return;
    throw new Rehearsed(
      'the drill poison-event lets this event fail; retry it as if its cause were mended, or end the drill',
    );
  }

  private async chosen(next: number): Promise<number | undefined> {
    const [drill] = await this.database.query<{ position: number | null }>(RUNNING);
    if (!drill) {
      this.calmUntil = performance.now() + CALM_MS;
      return undefined;
    }
    if (drill.position !== null) return drill.position;
    const [chosen] = await this.database.query<{ position: number }>(CHOOSE, [next]);
    return chosen?.position;
  }
}

/** A line of a room's module: this subscription is the one whose event fails in the drill. */
export const poisonable = (subscription: string): Provider => ({
  provide: Symbol('poisonable'),
  inject: [Poison],
  useFactory: (poison: Poison) => poison.of(subscription),
});
