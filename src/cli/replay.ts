import { GetProduct } from '../catalog/contract.js';
import { GetFulfilment } from '../fulfilment/contract.js';
import { GetStock } from '../inventory/contract.js';
import { GetOrder } from '../orders/contract.js';
import { GetPayment } from '../payments/contract.js';
import { withSmallIds } from '../platform/core/ids.js';
import { idOf, streamOf } from '../platform/event-store/recorded.js';
import type { PointInTime } from '../platform/core/schemas.js';
import { GetShipment } from '../shipping/contract.js';
import { EXIT, Failure, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';
import { actor, looks, withWaybill, type Waybill } from './waybill.js';

/** What answers for a kind of stream; each folds it from the log. */
const questions = {
  product: (id: string, at: PointInTime) => new GetProduct(id, actor, at),
  stock: (id: string, at: PointInTime) => new GetStock(id, actor, at),
  order: (id: string, at: PointInTime) => new GetOrder(id, actor, at),
  payment: (id: string, at: PointInTime) => new GetPayment(id, actor, at),
  shipment: (id: string, at: PointInTime) => new GetShipment(id, actor, at),
  fulfilment: (id: string, at: PointInTime) => new GetFulfilment(id, actor, at),
} as const;

type Category = keyof typeof questions;

/** Streams that are named after a SKU, where capitals count. */
const ofSkus: readonly Category[] = ['product', 'stock'];

/** @throws Failure for a stream nobody answers for, or that does not exist at that point */
export async function replay(stream: string, at: PointInTime, terminal: Terminal): Promise<ExitCode> {
  const category = categoryOf(stream);
  const id = ofSkus.includes(category) ? idOf(stream) : withSmallIds(idOf(stream));
  const state = await withWaybill(looks, (waybill) => ask(waybill, questions[category](id, at)));
  terminal.result({ stream: streamOf(category, id), ...at, state }, () => JSON.stringify(state, null, 2));
  return EXIT.ok;
}

function categoryOf(stream: string): Category {
  const category = stream.slice(0, stream.length - idOf(stream).length - 1);
  if (Object.hasOwn(questions, category)) return category as Category;
  const known = Object.keys(questions).map((name) => `${name}-...`);
  throw new Failure(EXIT.usage, `${stream} is none of ${known.join(', ')}`);
}

const ask = ({ queries }: Waybill, query: ReturnType<(typeof questions)[Category]>): Promise<object> =>
  queries.execute(query as GetOrder);
