import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import { changed, testStore, type TestStore } from '../platform/testing/store.js';
import { ConsumeStock, ReceiveStock, ReleaseStock, ReserveStock } from './stock.commands.js';
import * as units from './reservation.units.js';
import { reservation } from './reservation.decider.js';
import { type ReservationState } from './reservation.state.js';
import type { ReservedLine } from './reservation.events.js';
import { receiveStock, stockItem } from './stock-item.decider.js';

const by = () => systemContext('spec');

describe('Reservations on PostgreSQL', () => {
  let store: TestStore;
  let other: TestStore;
  beforeAll(async () => {
    store = await testStore([stockItem, reservation]);
    other = await testStore([stockItem, reservation], store.url);
  });
  afterAll(async () => {
    await other.close();
    await store.close();
  });

  const receive = async (quantity: number) => {
    const command = new ReceiveStock({ sku: `SKU-${newId()}`, quantity }, by());
    await store.aggregates.execute(stockItem, command.data.sku, command.by, receiveStock(command));
    return command.data.sku;
  };
  const reserve = (lines: ReservedLine[], at = store, orderId = newId()) =>
    changed(at.aggregates, reservation, units.reserve, new ReserveStock({ orderId, lines }, by()));
  const release = (orderId: string, at = store) =>
    changed(at.aggregates, reservation, units.release, new ReleaseStock({ orderId }, by()));
  const consume = (orderId: string) =>
    changed(store.aggregates, reservation, units.consume, new ConsumeStock({ orderId }, by()));
  const stock = async (sku: string) => (await store.aggregates.load(stockItem, sku)).state;
  const held = (written: readonly { state: ReservationState }[]) =>
    written.filter(({ state }) => state.status === 'held').length;
  const crowd = <T>(size: number, one: (n: number) => Promise<T>) =>
    Promise.all(Array.from({ length: size }, (_, n) => one(n)));

  it('sells the last 10 units to exactly 10 of 1,000 buyers, and tells the other 990', async () => {
    const sku = await receive(10);
    const answers = await crowd(1_000, () => reserve([{ sku, quantity: 1 }]));
    expect(held(answers)).toBe(10);
    expect(answers.filter(({ state }) => state.status === 'rejected')).toHaveLength(990);
    expect(await stock(sku)).toMatchObject({ onHand: 10, reserved: 10 });
  });

  it('sells them once when the buyers come through two processes', async () => {
    const sku = await receive(10);
    const answers = await crowd(300, (n) => reserve([{ sku, quantity: 1 }], n % 2 ? store : other));
    expect(held(answers)).toBe(10);
    expect(await stock(sku)).toMatchObject({ onHand: 10, reserved: 10 });
  });

  it('sells 11 units in pairs to 5 buyers', async () => {
    const sku = await receive(11);
    expect(held(await crowd(100, () => reserve([{ sku, quantity: 2 }])))).toBe(5);
    expect(await stock(sku)).toMatchObject({ onHand: 11, reserved: 10 });
  });

  it('counts two lines of one SKU together', async () => {
    const sku = await receive(10);
    const twice = [
      { sku, quantity: 2 },
      { sku, quantity: 1 },
    ];
    expect(held(await crowd(50, () => reserve(twice)))).toBe(3);
    expect(await stock(sku)).toMatchObject({ reserved: 9 });
  });

  it('neither deadlocks nor splits orders that name two SKUs in opposite order', async () => {
    const [a, b] = [await receive(10), await receive(7)];
    const line = (sku: string) => ({ sku, quantity: 1 });
    const answers = await crowd(200, (n) =>
      reserve(n % 2 ? [line(a), line(b)] : [line(b), line(a)], n % 3 ? store : other),
    );
    expect(held(answers)).toBe(7);
    expect([await stock(a), await stock(b)]).toMatchObject([{ reserved: 7 }, { reserved: 7 }]);
  });

  it('takes nothing at all when one SKU is unknown', async () => {
    const sku = await receive(5);
    const { state } = await reserve([
      { sku, quantity: 1 },
      { sku: 'never-seen', quantity: 1 },
    ]);
    const shortages = [{ sku: 'never-seen', requested: 1, available: 0 }];
    expect(state).toEqual({ status: 'rejected', shortages });
    expect(await stock(sku)).toMatchObject({ reserved: 0 });
  });

  it('holds once when the same order asks many times at once', async () => {
    const sku = await receive(10);
    const orderId = newId();
    await crowd(20, (n) => reserve([{ sku, quantity: 2 }], n % 2 ? store : other, orderId));
    expect(await stock(sku)).toMatchObject({ reserved: 2 });
  });

  it('gives back once, makes the units sellable again, and never after they left', async () => {
    const sku = await receive(1);
    const first = await reserve([{ sku, quantity: 1 }]);
    await crowd(20, (n) => release(first.id, n % 2 ? store : other));
    expect(await stock(sku)).toMatchObject({ onHand: 1, reserved: 0 });
    const second = await reserve([{ sku, quantity: 1 }]);
    await consume(second.id);
    expect(await stock(sku)).toMatchObject({ onHand: 0, reserved: 0, shipped: 1 });
    await expect(release(second.id)).rejects.toMatchObject({ code: 'reservation.already-consumed' });
  });

  it('ends with nothing held when release and reservation race', async () => {
    const sku = await receive(100);
    const orders = Array.from({ length: 40 }, newId);
    await Promise.all(
      orders.flatMap((id, n) => [
        reserve([{ sku, quantity: 1 }], store, id),
        release(id, n % 2 ? store : other),
      ]),
    );
    expect(await stock(sku)).toMatchObject({ onHand: 100, reserved: 0 });
    const states = await Promise.all(orders.map((id) => store.aggregates.load(reservation, id)));
    expect(states.map(({ state }) => state.status)).toEqual(Array(40).fill('released'));
  });
});
