import { Inject, Injectable, Logger } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Counter } from 'prom-client';
import { GetOrder } from '../orders/contract.js';
import { PartOf, type Background } from '../platform/activities/activity.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Lease } from '../platform/outside/lease.js';
import { PersonalData } from '../platform/personal-data/personal-data.js';
import { Calm } from '../platform/subscriptions/calm.js';
import type { PeriodicTask } from '../platform/subscriptions/periodic-task.js';
import { registry } from '../platform/telemetry/counters.js';
import { unnamed } from '../platform/personal-data/unnamed.js';
import { contactBody } from './contract.js';
import { Contacts } from './contacts.js';
import { whyNot } from './heard-occasions.js';
import { mailOf } from './mail.js';
import { Mailer, messageIdOf } from './mailer.js';
import { Outbox, type Taken } from './outbox.js';

const ended = new Counter({
  name: 'waybill_notifications_total',
  help: 'Mails to customers by their end: sent, failed, suppressed',
  labelNames: ['state'] as const,
  registers: [registry],
});

const LOOK_EVERY_MS = 1_000;
const EXPIRE_EVERY_MS = 60_000;
const HOUR_MS = 3_600_000;
/** What is left of a lease when the longest answer has come. */
const LEASE_MARGIN_MS = 10_000;
/** While nothing can be sent at all. */
const AWAY_MS = 10_000;
/** The subscription's commit is some round trips away. */
const NUDGE_MS = 25;
const HELD_UP = 'this process was held up, and did not begin to send it';
const system = { role: 'system', id: 'notifications' } as const;

/** Sends what is in the outbox. A crash between the server's word and its record sends again, under the same Message-ID. */
@PartOf('steps')
@Injectable()
export class NotificationSender implements Background {
  private readonly logger = new Logger('Notifications');
  /** What this process has in hand, by the id of the mail. */
  private readonly works = new Map<string, Promise<void>>();
  private readonly looking: PeriodicTask;
  private expiring: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly contacts: Contacts,
    private readonly mailer: Mailer,
    private readonly queries: QueryBus,
    private readonly personalData: PersonalData,
    calm: Calm,
  ) {
    this.looking = calm.pulse(LOOK_EVERY_MS, () => this.look());
  }

  start(): void {
    const maxAgeMs = this.config.NOTIFY_MAX_AGE_HOURS * HOUR_MS;
    this.expiring = setInterval(
      () => void this.outbox.expire(maxAgeMs).catch(() => undefined),
      EXPIRE_EVERY_MS,
    );
    if (this.mailer.isOn) this.looking.start();
  }

  async stop(): Promise<void> {
    clearInterval(this.expiring);
    await this.looking.stop();
    await Promise.allSettled(this.works.values());
  }

  /** Something may be due in a moment. */
  nudge(): void {
    setTimeout(() => this.looking.beat(), NUDGE_MS).unref();
  }

  /** @returns in how many milliseconds the next one is due */
  private async look(): Promise<number | void> {
    const room = this.mailer.room - this.works.size;
    if (room <= 0) return;
    const lease = new Lease(this.config.NOTIFY_TIMEOUT_MS + LEASE_MARGIN_MS);
    const mails = await this.outbox.take(room, lease.ms, [...this.works.keys()]);
    for (const taken of mails) this.begin(taken, lease);
    if (mails.length === 0) return (await this.outbox.nextDueMs()) ?? undefined;
  }

  private begin(taken: Taken, lease: Lease): void {
    const work = this.send(taken, lease)
      .catch((error: unknown) => {
        this.logger.warn(`${taken.id} waits for its lease to end: ${String(error).slice(0, 300)}`);
      })
      .finally(() => {
        this.works.delete(taken.id);
        this.looking.beat();
      });
    this.works.set(taken.id, work);
  }

  private async send(taken: Taken, lease: Lease): Promise<void> {
    const known = (await this.contacts.of([taken.customerId])).get(taken.customerId);
    const addressee = known && (await this.personalData.open(known));
    const reason = whyNot(addressee, false);
    if (!addressee || reason !== null) {
      return this.end(taken, { state: 'suppressed', reason: reason ?? 'no-contact' });
    }
    const order = await this.queries.execute(new GetOrder(taken.orderId, system));
    const mail = mailOf(taken.template, addressee.language, order, taken.facts);
    const { email } = addressee;
    const messageId = messageIdOf(this.config, taken.id, taken.round);
    if (!lease.lasts(this.config.NOTIFY_TIMEOUT_MS)) return this.outbox.later(taken, 0, HELD_UP, false);
    const asked = await this.mailer.send(email, messageId, mail);
    const said = (detail: string) => unnamed(detail, contactBody, addressee);
    if (asked.kind !== 'answered') return this.outbox.later(taken, AWAY_MS, said(asked.detail), false);
    const { answer } = asked;
    if (answer.kind === 'accepted') return this.end(taken, { state: 'sent' });
    const wait = this.config.NOTIFY_RETRY_SECONDS[taken.attempts];
    if (answer.kind === 'refused' || wait === undefined) {
      return this.end(taken, { state: 'failed', reason: said(answer.detail) });
    }
    await this.outbox.later(taken, wait * 1_000 * (1 + Math.random() / 5), said(answer.detail), true);
  }

  private async end(taken: Taken, how: Parameters<Outbox['ended']>[1]): Promise<void> {
    await this.outbox.ended(taken, how);
    ended.inc({ state: how.state });
  }
}
