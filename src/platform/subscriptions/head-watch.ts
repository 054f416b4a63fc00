import { Inject, Injectable } from '@nestjs/common';
import { PartOf, type Background } from '../activities/activity.js';
import { EventLog } from '../event-store/event-log.js';
import { LogSignal } from '../event-store/log-signal.js';
import { Calm } from './calm.js';
import { PACE, type Pace } from './pace.js';
import type { PeriodicTask } from './periodic-task.js';

/** Asks the log how far it goes, once for everybody in this process who may have missed the word that it has grown. */
@PartOf('subscriptions', 'serving')
@Injectable()
export class HeadWatch implements Background {
  private readonly pulse: PeriodicTask;

  constructor(log: EventLog, signal: LogSignal, calm: Calm, @Inject(PACE) { pollMs }: Pace) {
    this.pulse = calm.pulse(pollMs, async () => signal.seen(await log.head()));
  }

  start(): void {
    this.pulse.start();
  }

  stop(): Promise<void> {
    return this.pulse.stop();
  }
}
