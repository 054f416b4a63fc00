import { Command, Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { personal } from '../platform/core/personal.js';
import { pageOf, pageQuery, reason, timestamp, uuid } from '../platform/core/schemas.js';
import type { ProblemKind } from '../platform/problems.js';

export const templates = [
  'order-confirmed',
  'payment-received',
  'order-shipped',
  'order-delivered',
  'order-cancelled',
  'refund-sent',
  'return-approved',
] as const;
export type Template = (typeof templates)[number];
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];
export const states = ['queued', 'sent', 'failed', 'suppressed'] as const;

export const notificationView = z
  .object({
    id: uuid,
    template: z.enum(templates),
    orderId: uuid,
    customerId: uuid,
    eventId: uuid,
    eventType: z.string(),
    position: z.int().meta({ description: 'of the event that is its occasion' }),
    state: z.enum(states),
    reason: z.string().optional().meta({ description: 'why it was suppressed or has failed' }),
    attempts: z.int(),
    lastError: z.string().optional().meta({ description: 'for operators' }),
    messageId: z.string().meta({ description: 'the same for every try; another one after a resend' }),
    nextAttemptAt: timestamp.optional(),
    createdAt: timestamp,
    endedAt: timestamp.optional(),
  })
  .meta({ id: 'Notification' });
export type NotificationView = z.output<typeof notificationView>;
export const notificationPage = pageOf(notificationView).meta({ id: 'NotificationPage' });
export type NotificationPage = z.output<typeof notificationPage>;
export const notificationFilter = pageQuery.extend({
  state: z.enum(states).optional(),
  template: z.enum(templates).optional(),
});
export const notificationWithMail = notificationView
  .extend({
    mail: z
      .object({ language: z.enum(languages), subject: z.string(), text: z.string(), html: z.string() })
      .meta({ description: 'as it would be written now' }),
  })
  .meta({ id: 'NotificationWithMail' });
export const resendBody = z.strictObject({ reason }).meta({ id: 'NotificationResend' });

export const contactBody = z
  .strictObject({
    email: personal(
      z
        .email()
        .max(254)
        .meta({ examples: ['ada@example.com'] }),
    ),
    language: z.enum(languages).optional(),
    notifications: z.boolean().default(true).meta({ description: 'false: none are sent' }),
  })
  .meta({ id: 'ContactBody' });
export const contactView = z
  .object({
    customerId: uuid,
    email: z.string(),
    language: z.enum(languages),
    notifications: z.boolean(),
    updatedAt: timestamp,
    version: z.int(),
  })
  .meta({ id: 'Contact' });
export type ContactView = z.output<typeof contactView>;

/** What the customer of an order was written about it, in the order of its occasions; whoever may see the order may see it. */
export class OrderNotifications extends Query<readonly TimelineNotification[]> {
  constructor(
    readonly orderId: string,
    /** Number of the last one that is known already; 0 for all. */
    readonly after: number,
    readonly limit: number,
  ) {
    super();
  }
}
export interface TimelineNotification {
  readonly number: number;
  readonly id: string;
  readonly template: Template;
  readonly state: NotificationView['state'];
  readonly reason?: string;
  readonly eventId: string;
  readonly position: number;
  readonly correlationId: string;
  readonly at: string;
}

/** The contact of a customer. @throws Rejection `contact.not-found`, also for another customer than the actor */
export class GetContact extends Query<ContactView> {
  constructor(
    readonly customerId: string,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** Nobody knows any more where mails to a customer went, and none are sent. Does nothing where nothing is known. */
export class ForgetContact extends Command<void> {
  constructor(readonly customerId: string) {
    super();
  }
}

export const problems = {
  'notification.not-found': {
    status: 404,
    title: 'There is no such notification',
    fix: 'GET /v1/orders/{id}/notifications lists those of an order; old ones are removed.',
  },
  'notification.customer-erased': {
    status: 409,
    title: 'The customer was erased since',
    fix: 'There is nobody to write to any more about this order: its name and address are gone for good.',
  },
  'contact.not-found': {
    status: 404,
    title: 'There is no address to write to',
    fix: 'Give one: PUT /v1/customers/{id}/contact. Only the customer and operators may.',
  },
} as const satisfies Record<string, ProblemKind>;
export type NotificationProblem = keyof typeof problems;
