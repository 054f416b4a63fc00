import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { by, folded } from '../platform/testing/given.js';
import { holdsStatesTable } from '../platform/testing/states-table.js';
import { adjustStock, countStock, receiveStock, restockUnits, stockItem } from './stock-item.decider.js';
import {
  StockAdjusted,
  StockCounted,
  StockReceived,
  UnitsConsumed,
  UnitsReleased,
  UnitsReserved,
  UnitsReturned,
} from './stock-item.events.js';
import type { StockItemState } from './stock-item.state.js';
import { AdjustStock, CountStock, ReceiveStock, RestockUnits } from './stock.commands.js';

const sku = 'MUG';
const orderId = '019ab000-0000-7000-8000-000000000001';
const received = new StockReceived({ sku, quantity: 10, reference: null });
const reserved = new UnitsReserved({ sku, orderId, quantity: 8 });

const statuses = {
  'without books': [],
  '10 on hand': [received],
  'of which 8 reserved': [received, reserved],
};
const adjust = (delta: number) => adjustStock(new AdjustStock({ sku, delta, reason: 'found' }, by));
/** Nothing has moved since. */
const count = (counted: number) => (state: StockItemState) => {
  const books = state.received > 0 ? state : null;
  return countStock(new CountStock({ sku, counted, countedAt: by.at, reason: 'count' }, by), books)(state);
};
const commands = {
  ReceiveStock: receiveStock(new ReceiveStock({ sku, quantity: 1 }, by)),
  'AdjustStock +3': adjust(3),
  'AdjustStock -3': adjust(-3),
  RestockUnits: restockUnits(
    new RestockUnits({ sku, orderId, returnId: orderId, sellable: 1, damaged: 1 }, by),
  ),
  'CountStock 10': count(10),
  'CountStock 7': count(7),
  'CountStock 0': count(0),
};

holdsStatesTable({ room: 'inventory', decider: stockItem, statuses, commands });

const moved = { sku, orderId, quantity: 2 };
const events = {
  StockReceived: new StockReceived({ sku, quantity: 2, reference: null }),
  'StockAdjusted, delta > 0': new StockAdjusted({ sku, delta: 2, reason: 'found' }),
  'StockAdjusted, delta < 0': new StockAdjusted({ sku, delta: -2, reason: 'lost' }),
  StockCounted: new StockCounted({ sku, counted: 8, delta: -2, countedAt: by.at }),
  UnitsReserved: new UnitsReserved(moved),
  UnitsReleased: new UnitsReleased(moved),
  UnitsConsumed: new UnitsConsumed(moved),
  UnitsReturned: new UnitsReturned({ sku, orderId, returnId: orderId, sellable: 1, damaged: 1 }),
};

it('What each event does to the books is what the table in the README says', () => {
  const lines = readFileSync(path.join(process.cwd(), 'src/inventory/README.md'), 'utf8').split('\n');
  const written = lines
    .slice(lines.findIndex((line) => line.startsWith('| event')) + 2)
    .filter((line, n, all) => all.slice(0, n + 1).every((each) => each.startsWith('|')))
    .map((line) => line.split('|', 4).map((cell) => cell.trim()))
    .map(([, event, onHand, reservedUnits]) => [event, onHand, reservedUnits]);
  const before = folded(stockItem, received, reserved);
  const sign = (difference: number) => (difference > 0 ? '+' : difference < 0 ? '−' : '');
  const happens = Object.entries(events).map(([name, event]) => {
    const after = stockItem.evolve(before, event, by.at);
    return [name, sign(after.onHand - before.onHand), sign(after.reserved - before.reserved)];
  });
  expect(written).toEqual(happens);
});
