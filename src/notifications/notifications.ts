import { Inject, Injectable } from '@nestjs/common';
import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { GetOrder } from '../orders/contract.js';
import { CONFIG, type Config } from '../platform/config.js';
import type { Actor } from '../platform/core/actor.js';
import { rejecting } from '../platform/core/rejection.js';
import { Database, type Transaction } from '../platform/event-store/database.js';
import { OperatorLog } from '../platform/ops/operator-log.js';
import { PersonalData } from '../platform/personal-data/personal-data.js';
import { Contacts } from './contacts.js';
import {
  OrderNotifications,
  type notificationFilter,
  type NotificationProblem,
  type NotificationView,
  type TimelineNotification,
} from './contract.js';
import { mailOf } from './mail.js';
import { messageIdOf } from './mailer.js';
import type { Facts } from './occasions.js';
import { NotificationSender } from './sender.js';

const reject = rejecting<NotificationProblem>();
const system = { role: 'system', id: 'notifications' } as const;

export interface NotificationRow {
  readonly id: string;
  readonly number: number;
  readonly template: NotificationView['template'];
  readonly eventId: string;
  readonly eventType: string;
  readonly position: number;
  readonly orderId: string;
  readonly customerId: string;
  readonly facts: Facts;
  readonly correlationId: string;
  readonly state: NotificationView['state'];
  readonly reason: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly round: number;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

const SELECT = `
  select notification_id as id, number, template, event_id as "eventId", event_type as "eventType", position,
    order_id as "orderId", customer_id as "customerId", facts, correlation_id as "correlationId", state, reason, attempts,
    last_error as "lastError", round, due_at as "dueAt", created_at as "createdAt", ended_at as "endedAt"
  from notifications.outbox`;

type Filter = z.output<typeof notificationFilter>;

/** What customers were written, and what operators can do about it. */
@Injectable()
export class Notifications {
  constructor(
    private readonly database: Database,
    private readonly operators: OperatorLog,
    private readonly contacts: Contacts,
    private readonly queries: QueryBus,
    private readonly personalData: PersonalData,
    private readonly sender: NotificationSender,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Newest first. */
  list(
    { state, template, limit }: Omit<Filter, 'cursor'>,
    before: number | undefined,
  ): Promise<NotificationRow[]> {
    return this.database.query<NotificationRow>(
      `${SELECT} where ($1::text is null or state = $1) and ($2::text is null or template = $2)
         and ($3::bigint is null or number < $3) order by number desc limit $4`,
      [state ?? null, template ?? null, before ?? null, limit],
    );
  }

  /** Newest first. @throws Rejection `order.not-found`, also for another's order */
  async ofOrder(orderId: string, actor: Actor, limit: number, before: number | undefined) {
    await this.queries.execute(new GetOrder(orderId, actor));
    return this.database.query<NotificationRow>(
      `${SELECT} where order_id = $1 and ($2::bigint is null or number < $2) order by number desc limit $3`,
      [orderId, before ?? null, limit],
    );
  }

  /** With the mail as it would be written now. @throws Rejection `notification.not-found` */
  async get(id: string, viewer: Actor) {
    const row = await this.find(this.database, id);
    const order = await this.queries.execute(new GetOrder(row.orderId, system));
    const contact = (await this.contacts.of([row.customerId])).get(row.customerId);
    const language = contact?.language ?? this.config.NOTIFY_LANGUAGE;
    return { ...this.viewFor(viewer, row), mail: mailOf(row.template, language, order, row.facts) };
  }

  /**
   * Sends it once more, or at once if it waits; also what was suppressed, if there is a reason no more.
   *
   * @throws Rejection `notification.not-found`, `notification.customer-erased`
   */
  async resend(id: string, actor: Actor, reason: string): Promise<NotificationView> {
    const action = { action: 'notification.resend', object: id, reason };
    const isErased = await this.isErased(await this.find(this.database, id));
    const row = await this.operators.perform(actor, action, async (tx) => {
      if (isErased) reject('notification.customer-erased', 'the customer of the order was erased');
      await tx.query(
        `update notifications.outbox
         set state = 'queued', reason = null, ended_at = null, attempts = 0, last_error = null,
           round = round + case state when 'queued' then 0 else 1 end,
           queued_at = clock_timestamp(), due_at = clock_timestamp()
         where notification_id = $1`,
        [id],
      );
      return this.find(tx, id);
    });
    this.sender.nudge();
    return this.viewFor(actor, row);
  }

  /** Customers see what became of it, not what the mail server said. */
  viewFor({ role }: Actor, row: NotificationRow): NotificationView {
    const isInner = role !== 'customer';
    return {
      id: row.id,
      template: row.template,
      orderId: row.orderId,
      customerId: row.customerId,
      eventId: row.eventId,
      eventType: row.eventType,
      position: row.position,
      state: row.state,
      ...(row.reason !== null && (isInner || row.state === 'suppressed') && { reason: row.reason }),
      attempts: row.attempts,
      ...(row.lastError !== null && isInner && { lastError: row.lastError }),
      messageId: messageIdOf(this.config, row.id, row.round),
      ...(row.state === 'queued' && { nextAttemptAt: row.dueAt.toISOString() }),
      createdAt: row.createdAt.toISOString(),
      ...(row.endedAt !== null && { endedAt: row.endedAt.toISOString() }),
    };
  }

  /** Whether where the order went can be read by nobody any more. */
  private async isErased({ orderId }: NotificationRow): Promise<boolean> {
    const { shippingAddress } = await this.queries.execute(new GetOrder(orderId, system));
    return shippingAddress !== undefined && (await this.personalData.open(shippingAddress)) === undefined;
  }

  private async find(on: Pick<Transaction, 'query'>, id: string): Promise<NotificationRow> {
    const [row] = await on.query<NotificationRow>(`${SELECT} where notification_id = $1`, [id]);
    return row ?? reject('notification.not-found', `there is no notification ${id}`);
  }
}

@QueryHandler(OrderNotifications)
export class OrderNotificationsHandler implements IQueryHandler<OrderNotifications> {
  constructor(private readonly database: Database) {}

  async execute({ orderId, after, limit }: OrderNotifications): Promise<TimelineNotification[]> {
    const rows = await this.database.query<NotificationRow>(
      `${SELECT} where order_id = $1 and number > $2 order by number limit $3`,
      [orderId, after, limit],
    );
    return rows.map(
      ({ number, id, template, state, reason, eventId, position, correlationId, ...times }) => ({
        ...{ number, id, template, state, eventId, position, correlationId },
        ...(reason !== null && state === 'suppressed' && { reason }),
        at: (times.endedAt ?? times.createdAt).toISOString(),
      }),
    );
  }
}
