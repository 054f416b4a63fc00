import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Payload } from '@nestjs/microservices';
import { z } from 'zod';
import { sku, text, uuid } from '../platform/core/schemas.js';
import { Consumes, type Message } from '../platform/kafka/consumes.js';
import { publishes } from '../platform/kafka/publication.js';
import { CountStock, ReceiveStock, receiptBody } from './stock.commands.js';
import {
  ReservationReduced,
  StockConsumed,
  StockReleased,
  StockReservationRejected,
  StockReserved,
} from './reservation.events.js';
import { StockAdjusted, StockReceived, UnitsReturned } from './stock-item.events.js';

const topic = 'waybill.inventory.v1';
const lines = z.array(z.object({ sku, quantity: z.int() }));
const ofOrder = z.object({ orderId: uuid, lines });

/** What the warehouse side of Waybill tells the outside. Key: the SKU, or the order whose stock it is about. */
export const inventoryPublications = [
  publishes(StockReceived, {
    topic,
    type: 'waybill.stock.received',
    about: 'Units arrived.',
    schema: z.object({ sku, quantity: z.int(), reference: z.string().nullable() }),
    map: ({ event: { data } }) => ({ sku: data.sku, quantity: data.quantity, reference: data.reference }),
  }),
  publishes(StockAdjusted, {
    topic,
    type: 'waybill.stock.adjusted',
    about: 'A count differed from the books: units found (positive) or missing (negative).',
    schema: z.object({ sku, delta: z.int(), reason: z.string() }),
    map: ({ event: { data } }) => ({ sku: data.sku, delta: data.delta, reason: data.reason }),
  }),
  publishes(UnitsReturned, {
    topic,
    type: 'waybill.stock.restocked',
    about:
      'Units of a delivered order came back: sellable ones can be sold again, damaged ones are written off.',
    schema: z.object({ sku, orderId: uuid, returnId: uuid, sellable: z.int(), damaged: z.int() }),
    map: ({ event: { data } }) => ({
      sku: data.sku,
      orderId: data.orderId,
      returnId: data.returnId,
      sellable: data.sellable,
      damaged: data.damaged,
    }),
  }),
  publishes(StockReserved, {
    topic,
    type: 'waybill.stock.reserved',
    about: 'All lines of an order are set aside.',
    schema: ofOrder,
    map: ({ event: { data } }) => ({ orderId: data.orderId, lines: [...data.lines] }),
  }),
  publishes(StockReservationRejected, {
    topic,
    type: 'waybill.stock.reservation-rejected',
    about: 'Nothing was set aside; every shortage is named.',
    schema: z.object({
      orderId: uuid,
      shortages: z.array(z.object({ sku, requested: z.int(), available: z.int() })),
    }),
    map: ({ event: { data } }) => ({ orderId: data.orderId, shortages: [...data.shortages] }),
  }),
  publishes(ReservationReduced, {
    topic,
    type: 'waybill.stock.reservation-reduced',
    about: '`released` can be sold again; of the order only `lines` stay, or will be, set aside.',
    schema: ofOrder.extend({ released: lines }),
    map: ({ event: { data } }) => ({
      orderId: data.orderId,
      lines: [...data.lines],
      released: [...data.released],
    }),
  }),
  publishes(StockReleased, {
    topic,
    type: 'waybill.stock.released',
    about: 'What was set aside can be sold again; no lines: there was nothing to give back.',
    schema: ofOrder,
    map: ({ event: { data } }) => ({ orderId: data.orderId, lines: [...data.lines] }),
  }),
  publishes(StockConsumed, {
    topic,
    type: 'waybill.stock.consumed',
    about: 'What was set aside has left the building.',
    schema: ofOrder,
    map: ({ event: { data } }) => ({ orderId: data.orderId, lines: [...data.lines] }),
  }),
];

const receipt = receiptBody.extend({ sku }).meta({ id: 'ReceiveStockCommand' });
const countTaken = z
  .strictObject({ sku, counted: z.int().min(0).max(1_000_000_000), reference: text(200).optional() })
  .meta({ id: 'StockCount' });

/** What the outside tells the warehouse side. */
@Controller()
export class InventoryConsumer {
  constructor(private readonly commands: CommandBus) {}

  @Consumes({
    topic: 'waybill.commands.v1',
    type: 'waybill.command.receive-stock',
    about: 'Take units into stock.',
    schema: receipt,
    replies: true,
  })
  receive(@Payload() { data, by }: Message<z.output<typeof receipt>>) {
    return this.commands.execute(new ReceiveStock(data, by));
  }

  @Consumes({
    topic: 'waybill.stock-counts.v1',
    type: 'waybill.stock-count.taken',
    about:
      'So many units of a SKU were on the shelf at ce_time (without it: when the record was sent), reserved ones included. ' +
      'The difference to the books as they stood then is applied; a count older than the newest one changes nothing.',
    schema: countTaken,
  })
  count(
    @Payload() { data: { sku, counted, reference }, by, envelope }: Message<z.output<typeof countTaken>>,
  ) {
    const reason = `count ${reference ?? envelope.id}`;
    const countedAt = momentOf(envelope, by.at);
    return this.commands.execute(new CountStock({ sku, counted, countedAt, reason }, { ...by, reason }));
  }
}

/** Without a time of its own, a count was taken when it was sent, as far as that is believable. */
function momentOf({ time, timestamp }: Message['envelope'], now: string): string {
  if (time !== undefined) return time;
  const isSent = timestamp >= 0 && timestamp < Date.parse(now);
  return isSent ? new Date(timestamp).toISOString() : now;
}
