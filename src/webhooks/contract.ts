import { z } from 'zod';
import { instant, pageOf, pageQuery, reason, text, timestamp, uuid } from '../platform/core/schemas.js';
import type { ProblemKind } from '../platform/problems.js';

const receiver = z
  .string()
  .max(2_048)
  .refine(isReceiver, 'must be an http(s) URL without user, password and fragment')
  .meta({ examples: ['https://shop.example.com/hooks'] });

function isReceiver(given: string): boolean {
  if (!URL.canParse(given)) return false;
  const { protocol, username, password, hash } = new URL(given);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}

const eventType = z
  .string()
  .max(100)
  .regex(
    /^(\*|waybill(\.[a-z]+(-[a-z]+)*)+(\.\*)?)$/,
    'must be a published type, a beginning of one with .*, or *',
  )
  .meta({ examples: ['waybill.order.shipped'] });
const eventTypes = z
  .array(eventType)
  .min(1)
  .max(100)
  .meta({ examples: [['waybill.order.shipped', 'waybill.payment.*']] });
const description = text(200);

export const endpointBody = z
  .strictObject({ url: receiver, eventTypes, description: description.optional() })
  .meta({ id: 'CreateWebhookEndpoint' });
export type EndpointBody = z.output<typeof endpointBody>;
export const endpointChange = z
  .strictObject({
    url: receiver.optional(),
    eventTypes: eventTypes.optional(),
    description: description.nullable().optional(),
  })
  .meta({ id: 'WebhookEndpointChange' });
export type EndpointChange = z.output<typeof endpointChange>;

export const whyBody = z.strictObject({ reason: reason.optional() }).nullish();
export const disableBody = z.strictObject({ reason });
export const rotateBody = z
  .strictObject({
    overlapHours: z
      .int()
      .min(0)
      .max(168)
      .default(24)
      .meta({ description: 'how long the old secret signs as well' }),
    reason: reason.optional(),
  })
  .nullish();

export const endpointStates = ['enabled', 'disabled'] as const;
export const endpointView = z
  .object({
    id: uuid,
    url: z.string(),
    eventTypes: z.array(z.string()),
    description: z.string().optional(),
    state: z.enum(endpointStates),
    disabledReason: z.string().optional(),
    previousSecretUntil: timestamp.optional().meta({ description: 'until then two secrets sign' }),
    createdAt: timestamp,
    updatedAt: timestamp,
    version: z.int(),
  })
  .meta({ id: 'WebhookEndpoint' });
export type EndpointView = z.output<typeof endpointView>;
export const endpointWithSecret = endpointView
  .extend({ secret: z.string().meta({ description: 'shown now and never again' }) })
  .meta({ id: 'WebhookEndpointWithSecret' });
export const endpointPage = pageOf(endpointView).meta({ id: 'WebhookEndpointPage' });
export const endpointFilter = pageQuery;

export const deliveryStates = ['pending', 'delivered', 'failed', 'discarded'] as const;
const attempt = z.object({
  attempt: z.int(),
  at: timestamp,
  durationMs: z.int(),
  status: z.int().optional(),
  error: z.string().optional(),
  response: z.string().optional().meta({ description: 'how the answer began' }),
});
export const deliveryView = z
  .object({
    id: uuid,
    endpointId: uuid,
    eventId: uuid.meta({ description: 'the `webhook-id`, and `ce_id` in Kafka' }),
    eventType: z.string(),
    subject: z.string().meta({ description: 'what it is about; in order among those of the same' }),
    position: z.int().optional(),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    lastStatus: z.int().optional(),
    lastError: z.string().optional(),
    nextAttemptAt: timestamp.optional(),
    createdAt: timestamp,
    endedAt: timestamp.optional(),
  })
  .meta({ id: 'WebhookDelivery' });
export type DeliveryView = z.output<typeof deliveryView>;
export const deliveryWithLog = deliveryView
  .extend({
    body: z
      .string()
      .optional()
      .meta({ description: 'as it is sent; absent where there will never be one: `log` says why' }),
    log: z.array(attempt).meta({ description: 'the newest tries, at most 50' }),
  })
  .meta({ id: 'WebhookDeliveryWithLog' });
export const deliveryPage = pageOf(deliveryView).meta({ id: 'WebhookDeliveryPage' });
export const deliveryFilter = pageQuery.extend({ state: z.enum(deliveryStates).optional() });
export type DeliveryFilter = z.output<typeof deliveryFilter>;

export const rangeBody = z
  .strictObject({
    from: instant.meta({ description: 'events recorded at this instant or later' }),
    to: instant.optional().meta({ description: 'before this instant; absent: up to now' }),
    include: z.enum(['all', 'undelivered']).default('all').meta({
      description:
        '`undelivered`: what has failed, was discarded, or happened while the endpoint was disabled',
    }),
    reason: reason.optional(),
  })
  .meta({ id: 'WebhookRange' });
export type Range = z.output<typeof rangeBody>;
export const rangeView = z
  .object({
    queued: z.int(),
    isComplete: z.boolean().meta({ description: 'false: there is more, go on with `nextFrom`' }),
    nextFrom: timestamp.optional(),
  })
  .meta({ id: 'WebhookRangeQueued' });

export const problems = {
  'webhook.endpoint-not-found': {
    status: 404,
    title: 'There is no such webhook endpoint',
    fix: 'GET /v1/webhook-endpoints lists them all.',
  },
  'webhook.delivery-not-found': {
    status: 404,
    title: 'There is no such webhook delivery',
    fix: 'GET /v1/webhook-endpoints/{id}/deliveries lists those of an endpoint; old ones are removed.',
  },
  'webhook.address-refused': {
    status: 422,
    title: 'Webhooks do not go to this address',
    fix: 'Give a public address, by https in production; WEBHOOK_ALLOW_PRIVATE=true admits private ones.',
  },
  'webhook.unknown-event-type': {
    status: 422,
    title: 'No such event is published',
    fix: 'GET /asyncapi.json lists the types; `waybill.order.*` takes all that begin so, `*` takes all.',
  },
  'webhook.endpoint-disabled': {
    status: 409,
    title: 'The endpoint is disabled',
    fix: 'POST /v1/webhook-endpoints/{id}/enable first.',
  },
  'webhook.too-many-endpoints': {
    status: 409,
    title: 'There are as many endpoints as there may be',
    fix: 'Delete one that is not needed any more.',
  },
  'webhook.delivered-already': {
    status: 409,
    title: 'The delivery has reached its receiver',
    fix: 'There is nothing left to discard; resend sends it once more.',
  },
  'webhook.no-secrets-key': {
    status: 503,
    title: 'Signing secrets cannot be kept here',
    fix: 'Set WEBHOOK_SECRETS_KEY (or AUTH_JWT_SECRET) and start again.',
  },
} as const satisfies Record<string, ProblemKind>;
export type WebhookProblem = keyof typeof problems;
