import { setTimeout as sleep } from 'node:timers/promises';
import { GetFulfilment } from '../../fulfilment/contract.js';
import { CreateOrder, GetOrder, type OrderView } from '../../orders/contract.js';
import { Rejection } from '../../platform/core/rejection.js';
import { SagaAdmin } from '../../platform/sagas/saga-admin.js';
import { inParallel } from '../in-parallel.js';
import { actor, type Waybill } from '../waybill.js';
import { countryCode } from './countries.js';
import { contextOf, customerIdOf, orderIdOf } from './import-ids.js';
import type { OrderOutcome } from './import-report.js';
import type { ImportRun } from './import-run.js';
import type { PlannedOrder } from './planned-orders.js';

/** The simulator's token for a card that is charged. */
const CARD = { type: 'card', token: 'tok_ok' } as const;
const BETWEEN_LOOKS_MS = 100;

/** The order as it stands, unless nobody has placed it yet. */
export async function findOrder(
  { queries }: Waybill,
  planned: Pick<PlannedOrder, 'key' | 'at'>,
): Promise<OrderView | undefined> {
  try {
    return await queries.execute(new GetOrder(orderIdOf(planned), actor));
  } catch (error) {
    if (error instanceof Rejection && error.code === 'order.not-found') return undefined;
    throw error;
  }
}

/** Places and confirms; fulfilment does the rest. @returns the orders that were refused */
export async function placeOrders(
  run: ImportRun,
  orders: readonly PlannedOrder[],
): Promise<Map<string, OrderOutcome>> {
  const refused = new Map<string, OrderOutcome>();
  await run.each('orders', orders, (order) =>
    run
      .counted('orders', (told) => {
        const by = contextOf('order', order, told);
        return run.waybill.commands.execute(new CreateOrder(orderData(order, run.options.currency), by));
      })
      .catch((error: unknown) => {
        if (!(error instanceof Rejection)) throw error;
        refused.set(order.key, { state: 'refused', detail: error.message });
      }),
  );
  return refused;
}

const orderData = (order: PlannedOrder, currency: string): CreateOrder['data'] => ({
  orderId: orderIdOf(order),
  customerId: customerIdOf(order),
  currency,
  items: order.items.map(({ sku, quantity }) => ({ sku, quantity })),
  shippingAddress: {
    name: order.customer === null ? 'Guest' : `Customer ${order.customer}`.slice(0, 200),
    line1: 'not in the file',
    city: 'not in the file',
    postalCode: 'unknown',
    country: countryCode(order.country),
  },
  paymentMethod: CARD,
  confirm: true,
});

/**
 * Waits until fulfilment has ended for every order, or none has got on for as long as the patience lasts.
 *
 * @returns what became of each
 */
export async function awaitFulfilment(
  run: ImportRun,
  orders: readonly PlannedOrder[],
): Promise<Map<string, OrderOutcome>> {
  const { waybill, terminal, options } = run;
  const sagas = waybill.get(SagaAdmin);
  const open = new Set(orders.map(orderIdOf));
  const progress = terminal.progress('fulfilment', orders.length);
  for (let since = performance.now(); open.size > 0 && performance.now() - since < options.patienceMs;) {
    waybill.signal.throwIfAborted();
    const ended = await sagas.ended('fulfilment', [...open]);
    for (const id of ended) open.delete(id);
    progress.advance(orders.length - open.size);
    if (ended.length > 0) since = performance.now();
    if (open.size > 0) await sleep(BETWEEN_LOOKS_MS);
  }
  progress.done();
  return outcomes(run, orders);
}

/**
 * Waits until the sagas have said their last word (stock that leaves for good), like {@link awaitFulfilment}.
 *
 * @returns how many have not
 */
export async function awaitLastWords(run: ImportRun, orders: readonly PlannedOrder[]): Promise<number> {
  const { waybill, options } = run;
  const ids = orders.map(orderIdOf);
  const sagas = waybill.get(SagaAdmin);
  let left = await sagas.unsettled('fulfilment', ids);
  for (let since = performance.now(); left > 0 && performance.now() - since < options.patienceMs;) {
    await sleep(BETWEEN_LOOKS_MS);
    waybill.signal.throwIfAborted();
    const before = left;
    left = await sagas.unsettled('fulfilment', ids);
    if (left < before) since = performance.now();
  }
  return left;
}

async function outcomes(
  { waybill, options: { width } }: ImportRun,
  orders: readonly PlannedOrder[],
): Promise<Map<string, OrderOutcome>> {
  const became = new Map<string, OrderOutcome>();
  await inParallel(orders, { width, signal: waybill.signal }, async (order) => {
    const outcome = outcomeOf(await findOrder(waybill, order));
    became.set(order.key, outcome.state === 'under-way' ? await whyOpen(waybill, order, outcome) : outcome);
  });
  return became;
}

function outcomeOf(order: OrderView | undefined): OrderOutcome {
  if (!order) return { state: 'refused', detail: 'the order is not there' };
  const totalMinor = order.total.amountMinor;
  switch (order.status) {
    case 'cancelled': {
      const { code, detail } = order.cancellationReason!;
      return { state: 'cancelled', totalMinor, detail: `${code}: ${detail}` };
    }
    case 'shipped':
    case 'delivered':
    case 'returned':
      return { state: 'shipped', totalMinor };
    default:
      return { state: 'under-way', totalMinor };
  }
}

async function whyOpen(waybill: Waybill, order: PlannedOrder, outcome: OrderOutcome): Promise<OrderOutcome> {
  const asked = new GetFulfilment(orderIdOf(order), actor);
  const view = await waybill.queries.execute(asked).catch(() => undefined);
  const attention = view?.attention
    ? `needs attention: ${view.attention.step}: ${view.attention.detail}`
    : undefined;
  return { ...outcome, detail: `order ${orderIdOf(order)} ${attention ?? 'is not finished yet'}` };
}
