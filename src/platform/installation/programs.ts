import { Inject, Injectable } from '@nestjs/common';
import { PartOf, type Background } from '../activities/activity.js';
import { Database } from '../event-store/database.js';
import { EventRegistry } from '../event-store/event-registry.js';
import { PACE, type Pace } from '../subscriptions/pace.js';
import { PeriodicTask } from '../subscriptions/periodic-task.js';

const EVERY_MS = 60_000;

/** Says which events this process can read, for as long as it hears the log. Killed ones are forgotten after a day. */
@PartOf('subscriptions')
@Injectable()
export class Programs implements Background {
  private readonly pulse = new PeriodicTask(
    () => EVERY_MS,
    () => this.say(),
  );

  constructor(
    private readonly database: Database,
    private readonly events: EventRegistry,
    @Inject(PACE) private readonly pace: Pace,
  ) {}

  start(): void {
    this.pulse.start();
  }

  async stop(): Promise<void> {
    await this.pulse.stop();
    await this.database
      .query('delete from platform.programs where owner = $1', [this.pace.owner])
      .catch(() => undefined);
  }

  private async say(): Promise<void> {
    const events = Object.fromEntries(this.events.all().map(({ type, version }) => [type, version]));
    await this.database.query(
      `with forgotten as (
         delete from platform.programs where seen_at < clock_timestamp() - interval '1 day' and owner <> $1)
       insert into platform.programs (owner, events) values ($1, $2)
       on conflict (owner) do update set events = excluded.events, seen_at = clock_timestamp()`,
      [this.pace.owner, JSON.stringify(events)],
    );
  }
}
