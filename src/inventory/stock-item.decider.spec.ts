import { describe, expect, it } from '@jest/globals';
import { by, folded, given } from '../platform/testing/given.js';
import { AdjustStock, ReceiveStock } from './stock.commands.js';
import { adjustStock, receiveStock, stockItem } from './stock-item.decider.js';
import { available } from './stock-item.state.js';
import {
  StockAdjusted,
  StockReceived,
  UnitsConsumed,
  UnitsReleased,
  UnitsReserved,
} from './stock-item.events.js';

const sku = 'MUG-BLUE';
const order = { sku, orderId: '019ab000-0000-7000-8000-000000000001' };
const received = new StockReceived({ sku, quantity: 10, reference: null });

const receive = (quantity: number, reference?: string) =>
  receiveStock(new ReceiveStock({ sku, quantity, reference }, by));
const adjust = (delta: number) => adjustStock(new AdjustStock({ sku, delta, reason: 'counted' }, by));

describe('Receiving stock', () => {
  it('records the units and the delivery note', () =>
    given(stockItem)
      .when(receive(10, 'DN-4711'))
      .then(new StockReceived({ sku, quantity: 10, reference: 'DN-4711' })));
  it('needs no delivery note', () => given(stockItem).when(receive(10)).then(received));
});

describe('Adjusting stock after a count', () => {
  it('records missing units', () =>
    given(stockItem, received)
      .when(adjust(-3))
      .then(new StockAdjusted({ sku, delta: -3, reason: 'counted' })));
  it('records found units, also of a SKU never received', () =>
    given(stockItem)
      .when(adjust(4))
      .then(new StockAdjusted({ sku, delta: 4, reason: 'counted' })));
  it('may write off everything that is not reserved', () =>
    given(stockItem, received, new UnitsReserved({ ...order, quantity: 4 }))
      .when(adjust(-6))
      .then(new StockAdjusted({ sku, delta: -6, reason: 'counted' })));
  it('never takes a unit that is reserved', () =>
    given(stockItem, received, new UnitsReserved({ ...order, quantity: 4 }))
      .when(adjust(-7))
      .rejects('stock.insufficient'));
  it('cannot write off what never came', () =>
    given(stockItem).when(adjust(-1)).rejects('stock.insufficient'));
});

describe('Stock of a SKU', () => {
  it('books a single found unit as received, not as a negative loss', () =>
    expect(folded(stockItem, new StockAdjusted({ sku, delta: 1, reason: 'found' }))).toMatchObject({
      onHand: 1,
      received: 1,
      writtenOff: 0,
    }));

  it('follows its units from receipt to dispatch', () => {
    const state = folded(
      stockItem,
      received,
      new UnitsReserved({ ...order, quantity: 4 }),
      new UnitsReserved({ ...order, quantity: 3 }),
      new UnitsReleased({ ...order, quantity: 3 }),
      new UnitsConsumed({ ...order, quantity: 4 }),
      new StockAdjusted({ sku, delta: -1, reason: 'broken' }),
      new StockAdjusted({ sku, delta: 2, reason: 'found' }),
    );
    expect(state).toStrictEqual({
      onHand: 7,
      reserved: 0,
      received: 12,
      shipped: 4,
      writtenOff: 1,
      returned: 0,
      corrected: 0,
      countedAt: '',
    });
    expect(available(state)).toBe(7);
  });
});
