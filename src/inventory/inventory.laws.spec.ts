import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rejection } from '../platform/core/rejection.js';
import { by, folded } from '../platform/testing/given.js';
import { AdjustStock, ConsumeStock, ReceiveStock, ReleaseStock, ReserveStock } from './stock.commands.js';
import { consumeStock, movements, releaseStock, reservation, reserveStock } from './reservation.decider.js';
import type { ReservationEvent } from './reservation.state.js';
import { adjustStock, receiveStock, stockItem } from './stock-item.decider.js';
import { available } from './stock-item.state.js';
import type { StockItemEvent } from './stock-item.state.js';

const skus = ['MUG', 'POT', 'JAR'];
const orders = ['1', '2', '3', '4'].map((n) => `019ab000-0000-7000-8000-00000000000${n}`);

/** A whole warehouse in memory: the same rules and movements as in production, without the database. */
class Warehouse {
  readonly stock = new Map<string, StockItemEvent[]>(skus.map((sku) => [sku, []]));
  readonly reservations = new Map<string, ReservationEvent[]>(orders.map((id) => [id, []]));

  item = (sku: string) => folded(stockItem, ...this.stock.get(sku)!);
  order = (id: string) => folded(reservation, ...this.reservations.get(id)!);

  adjust(sku: string, delta: number): void {
    this.stock
      .get(sku)!
      .push(...adjustStock(new AdjustStock({ sku, delta, reason: 'law' }, by))(this.item(sku)));
  }
  receive(sku: string, quantity: number): void {
    this.stock.get(sku)!.push(...receiveStock(new ReceiveStock({ sku, quantity }, by))());
  }
  settle(orderId: string, decide: (availableOf: Map<string, number>) => readonly ReservationEvent[]): void {
    const repeated = () => decide(new Map(skus.map((sku) => [sku, available(this.item(sku))])));
    const events = repeated();
    this.reservations.get(orderId)!.push(...events);
    for (const moved of events.flatMap(movements)) this.stock.get(moved.data.sku)!.push(moved);
    expect(repeated()).toStrictEqual([]);
  }
}

const anySku = fc.constantFrom(...skus);
const anyOrder = fc.constantFrom(...orders);
const lines = fc.array(fc.record({ sku: anySku, quantity: fc.integer({ min: 1, max: 4 }) }), {
  minLength: 1,
  maxLength: 4,
});

const step = fc.oneof(
  fc.tuple(anySku, fc.integer({ min: 1, max: 9 })).map(
    ([sku, n]) =>
      (all: Warehouse) =>
        all.receive(sku, n),
  ),
  fc.tuple(anySku, fc.integer({ min: -5, max: 3 })).map(
    ([sku, n]) =>
      (all: Warehouse) =>
        all.adjust(sku, n || 1),
  ),
  fc.tuple(anyOrder, lines).map(([orderId, wanted]) => (all: Warehouse) => {
    const command = new ReserveStock({ orderId, lines: wanted }, by);
    all.settle(orderId, (availableOf) => reserveStock(command, availableOf)(all.order(orderId)));
  }),
  anyOrder.map((orderId) => (all: Warehouse) => {
    all.settle(orderId, () => releaseStock(new ReleaseStock({ orderId }, by))(all.order(orderId)));
  }),
  anyOrder.map((orderId) => (all: Warehouse) => {
    all.settle(orderId, () => consumeStock(new ConsumeStock({ orderId }, by))(all.order(orderId)));
  }),
);

function played(steps: readonly ((all: Warehouse) => void)[]): Warehouse {
  const warehouse = new Warehouse();
  for (const one of steps) {
    try {
      one(warehouse);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  }
  return warehouse;
}

const always = (law: (warehouse: Warehouse) => void): void =>
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => law(played(steps))));

describe('Whatever happens in the warehouse', () => {
  it('a repeated reservation, release or dispatch decides nothing', () => always(() => undefined));

  it('no SKU is ever promised or shipped beyond what came, at any point of its history', () =>
    always(({ stock }) => {
      for (const events of stock.values()) {
        for (let prefix = 0; prefix <= events.length; prefix++) {
          const s = folded(stockItem, ...events.slice(0, prefix));
          expect(s.reserved).toBeGreaterThanOrEqual(0);
          expect(s.reserved).toBeLessThanOrEqual(s.received + s.returned - s.writtenOff - s.shipped);
        }
      }
    }));

  it('units are conserved, and no count is ever negative', () =>
    always((warehouse) => {
      for (const sku of skus) {
        const s = warehouse.item(sku);
        expect(s.received + s.returned).toBe(s.onHand + s.shipped + s.writtenOff);
        expect(Math.min(...Object.values(s))).toBeGreaterThanOrEqual(0);
      }
    }));

  it('what the SKUs hold is what the orders hold, and what left is what the orders took', () =>
    always((warehouse) => {
      const total = (status: string, sku: string) =>
        orders
          .map(warehouse.order)
          .flatMap((one) => (one.status === status && 'lines' in one ? one.lines : []))
          .filter((line) => line.sku === sku)
          .reduce((sum, line) => sum + line.quantity, 0);
      for (const sku of skus) {
        expect(warehouse.item(sku).reserved).toBe(total('held', sku));
        expect(warehouse.item(sku).shipped).toBe(total('consumed', sku));
      }
    }));
});
