import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { PartOf, type Background } from '../platform/activities/activity.js';
import { derivedId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import { Database } from '../platform/event-store/database.js';
import { EventLog } from '../platform/event-store/event-log.js';
import { causedBy, streamOf } from '../platform/event-store/recorded.js';
import { Calm } from '../platform/subscriptions/calm.js';
import type { PeriodicTask } from '../platform/subscriptions/periodic-task.js';
import { ExpireHold } from './hold.commands.js';
import { hold } from './hold.decider.js';

/** While anything happens. */
const EVERY_MS = 5_000;

const DUE = `
  select hold_id from wallet.holds where state = 'held' and expires_at <= clock_timestamp()
  order by expires_at limit 50`;

/**
 * Lets go of holds whose time has come. It is an event like any other, recorded by the clock of this search: whoever reads
 * an account sees what was recorded, and never decides by a clock of their own.
 */
@PartOf('steps')
@Injectable()
export class ExpiringHolds implements Background {
  private readonly logger = new Logger(ExpiringHolds.name);
  private readonly searching: PeriodicTask;

  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly commands: CommandBus,
    calm: Calm,
  ) {
    this.searching = calm.pulse(EVERY_MS, () => this.search());
  }

  start(): void {
    this.searching.start();
  }

  async stop(): Promise<void> {
    await this.searching.stop();
  }

  /** One pass over what is due now. Two instances may find the same hold: it expires once. */
  async search(): Promise<void> {
    try {
      const due = await this.database.query<{ hold_id: string }>(DUE);
      for (const { hold_id } of due) await this.expire(hold_id);
    } catch (error) {
      this.logger.warn(`holds that expire could not be searched: ${String(error)}`);
    }
  }

  private async expire(holdId: string): Promise<void> {
    const [placed] = await this.log.readStream(streamOf(hold.category, holdId), { limit: 1 });
    const by = systemContext('wallet.expiring-holds', {
      commandId: derivedId(holdId, 'expire'),
      ...(placed && causedBy(placed)),
    });
    await this.commands
      .execute(new ExpireHold({ holdId }, by))
      .catch((error: unknown) => this.logger.error(`hold ${holdId}: ${String(error)}`));
  }
}
