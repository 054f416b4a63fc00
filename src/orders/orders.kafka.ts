import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Payload } from '@nestjs/microservices';
import { z } from 'zod';
import { derivedId } from '../platform/core/ids.js';
import { currencyCode, money, reason, sku, uuid } from '../platform/core/schemas.js';
import { Consumes, type Message } from '../platform/kafka/consumes.js';
import { publishes } from '../platform/kafka/publication.js';
import { CancelOrder, cancelledItems, ConfirmOrder, CreateOrder, createOrderBody } from './order.commands.js';
import { cancellationCode, sentenceFor, sentenceForUnits, type OrderItem } from './vocabulary.js';
import {
  OrderAddressChanged,
  OrderCancelled,
  OrderConfirmed,
  OrderCreated,
  OrderDelivered,
  OrderItemAdded,
  OrderItemRemoved,
  OrderPaid,
  OrderRepriced,
  OrderReturned,
  OrderShipped,
  OrderUnitsCancelled,
} from './order.events.js';

const topic = 'waybill.orders.v1';
const item = z.object({ sku, name: z.string(), quantity: z.int(), unitPrice: money });
const orderId = { orderId: uuid };
/** No name, no street: a topic is read by many and forgets nothing. */
const country = z.string().meta({ description: 'ISO 3166-1 alpha-2' });
const head = { ...orderId, customerId: uuid, currency: currencyCode, items: z.array(item) };

/** What orders tell the outside. Key: the order. */
export const orderPublications = [
  publishes(OrderCreated, {
    topic,
    type: 'waybill.order.created',
    about: 'A draft was made; it may be confirmed in the same moment.',
    schema: z.object({ ...head, country: country.optional() }),
    map: ({ event: { data } }) => ({
      orderId: data.orderId,
      customerId: data.customerId,
      currency: data.currency,
      items: data.items.map(publicItem),
      country: data.shippingAddress?.country,
    }),
  }),
  publishes(OrderItemAdded, {
    topic,
    type: 'waybill.order.item-added',
    about: 'Units of a SKU were added; the whole line of the SKU takes this name and price.',
    schema: z.object({ ...orderId, ...item.shape }),
    map: ({ event: { data } }) => ({ orderId: data.orderId, ...publicItem(data) }),
  }),
  publishes(OrderItemRemoved, {
    topic,
    type: 'waybill.order.item-removed',
    about: 'So many units went; a line without units is gone.',
    schema: z.object({ ...orderId, sku, quantity: z.int() }),
    map: ({ event: { data } }) => ({ orderId: data.orderId, sku: data.sku, quantity: data.quantity }),
  }),
  publishes(OrderRepriced, {
    topic,
    type: 'waybill.order.repriced',
    about: 'The lines named here have these names and prices from now on.',
    schema: z.object({ ...orderId, items: z.array(item.omit({ quantity: true })) }),
    map: ({ event: { data } }) => ({
      orderId: data.orderId,
      items: data.items.map(({ sku, name, unitPrice }) => ({ sku, name, unitPrice })),
    }),
  }),
  publishes(OrderAddressChanged, {
    topic,
    type: 'waybill.order.address-changed',
    about: 'It goes somewhere else. The address itself is to be had over REST.',
    schema: z.object({ ...orderId, country }),
    map: ({ event: { data } }) => ({ orderId: data.orderId, country: data.shippingAddress.country }),
  }),
  publishes(OrderConfirmed, {
    topic,
    type: 'waybill.order.confirmed',
    about: 'The customer has ordered: fulfilment begins.',
    schema: z.object({
      ...head,
      total: money,
      country,
      paymentMethod: z.enum(['card', 'wallet', 'bank_transfer', 'paypal', 'crypto']),
      sharedWith: z
        .enum(['wallet'])
        .optional()
        .meta({ description: 'who pays a part of it, before the card' }),
    }),
    map: ({ event: { data } }) => ({
      orderId: data.orderId,
      customerId: data.customerId,
      currency: data.currency,
      items: data.items.map(publicItem),
      total: data.total,
      country: data.shippingAddress.country,
      paymentMethod: data.paymentMethod.type,
      ...(data.paymentMethod.type === 'card' &&
        data.paymentMethod.wallet && { sharedWith: 'wallet' as const }),
    }),
  }),
  publishes(OrderPaid, {
    topic,
    type: 'waybill.order.paid',
    about: 'The money is there.',
    schema: z.object({ ...orderId, paymentId: uuid }),
    map: ({ event: { data } }) => ({ orderId: data.orderId, paymentId: data.paymentId }),
  }),
  publishes(OrderShipped, {
    topic,
    type: 'waybill.order.shipped',
    about: 'The carrier has the parcel.',
    schema: z.object({ ...orderId, shipmentId: uuid, carrier: z.string(), trackingNumber: z.string() }),
    map: ({ event: { data } }) => ({
      orderId: data.orderId,
      shipmentId: data.shipmentId,
      carrier: data.carrier,
      trackingNumber: data.trackingNumber,
    }),
  }),
  publishes(OrderDelivered, {
    topic,
    type: 'waybill.order.delivered',
    about: 'The parcel has arrived.',
    schema: z.object(orderId),
    map: ({ event: { data } }) => ({ orderId: data.orderId }),
  }),
  publishes(OrderReturned, {
    topic,
    type: 'waybill.order.returned',
    about: 'All of it has come back.',
    schema: z.object(orderId),
    map: ({ event: { data } }) => ({ orderId: data.orderId }),
  }),
  publishes(OrderUnitsCancelled, {
    topic,
    type: 'waybill.order.units-cancelled',
    about:
      'These units will not be sent; `amount` is their money, `total` what the order costs without them.',
    schema: z.object({
      ...orderId,
      items: z.array(item),
      amount: money,
      total: money,
      code: cancellationCode,
      detail: z.string(),
    }),
    map: ({ event: { data } }) => ({
      orderId: data.orderId,
      items: data.items.map(publicItem),
      amount: data.amount,
      total: data.total,
      code: data.code,
      detail: sentenceForUnits(data),
    }),
  }),
  publishes(OrderCancelled, {
    topic,
    type: 'waybill.order.cancelled',
    about: 'It ends here, and everything that was done has been taken back.',
    schema: z.object({ ...orderId, code: cancellationCode, detail: z.string() }),
    map: ({ event: { data } }) => ({ orderId: data.orderId, code: data.code, detail: sentenceFor(data) }),
  }),
];

const publicItem = ({ sku, name, quantity, unitPrice }: OrderItem): z.output<typeof item> => ({
  sku,
  name,
  quantity,
  unitPrice,
});

const commands = 'waybill.commands.v1';
const create = createOrderBody
  .extend({ orderId: uuid.optional().meta({ description: 'yours, new; otherwise it follows from ce_id' }) })
  .meta({ id: 'CreateOrderCommand' });
const confirm = z.strictObject(orderId).meta({ id: 'ConfirmOrderCommand' });
const cancel = z
  .strictObject({ ...orderId, reason, items: cancelledItems.optional() })
  .meta({ id: 'CancelOrderCommand' });

/** Commands about orders. */
@Controller()
export class OrdersConsumer {
  constructor(private readonly bus: CommandBus) {}

  @Consumes({
    topic: commands,
    type: 'waybill.command.create-order',
    about: 'Make a draft, or with `confirm` an order that is fulfilled.',
    schema: create,
    personalOf: 'customerId',
    replies: true,
  })
  create(@Payload() { data, by }: Message<z.output<typeof create>>) {
    const orderId = data.orderId ?? derivedId(by.commandId, 'order');
    return this.bus.execute(new CreateOrder({ ...data, orderId }, by));
  }

  @Consumes({
    topic: commands,
    type: 'waybill.command.confirm-order',
    about: 'Start the fulfilment of a draft.',
    schema: confirm,
    replies: true,
  })
  confirm(@Payload() { data, by }: Message<z.output<typeof confirm>>) {
    return this.bus.execute(new ConfirmOrder(data, by));
  }

  @Consumes({
    topic: commands,
    type: 'waybill.command.cancel-order',
    about: 'Cancel an order before it is dispatched, or with `items` some of its units.',
    schema: cancel,
    replies: true,
  })
  cancel(@Payload() { data, by }: Message<z.output<typeof cancel>>) {
    return this.bus.execute(new CancelOrder(data, { ...by, reason: data.reason }));
  }
}
