import { GetOrderTimeline, type TimelinePage } from '../fulfilment/contract.js';
import { GetOrder } from '../orders/contract.js';
import type { PointInTime } from '../platform/core/schemas.js';
import { PersonalData } from '../platform/personal-data/personal-data.js';
import { EXIT, type ExitCode } from './exit.js';
import { table, type Terminal } from './terminal.js';
import { actor, looks, withWaybill } from './waybill.js';

/** @throws Failure when there is no such order at that point */
export async function showOrder(id: string, at: PointInTime, terminal: Terminal): Promise<ExitCode> {
  const order = await withWaybill(looks, async ({ queries, get }) =>
    get(PersonalData).openAll(await queries.execute(new GetOrder(id, actor, at))),
  );
  terminal.result(order, () => JSON.stringify(order, null, 2));
  return EXIT.ok;
}

type Entry = TimelinePage['items'][number];

/** @throws Failure when there is no such order */
export async function showTimeline(id: string, terminal: Terminal): Promise<ExitCode> {
  const entries = await withWaybill(looks, async ({ queries, get }) => {
    const all: Entry[] = [];
    for (let cursor: string | undefined; ;) {
      const page = { limit: 100, ...(cursor !== undefined && { cursor }) };
      const { items, nextCursor } = await queries.execute(new GetOrderTimeline(id, actor, page));
      all.push(...items);
      if (nextCursor === null) return get(PersonalData).openAll(all);
      cursor = nextCursor;
    }
  });
  const row = ({ occurredAt, room, type, actor: who, reason = '' }: Entry) => [
    occurredAt,
    room,
    type,
    who,
    reason,
  ];
  const header = ['WHEN', 'ROOM', 'WHAT', 'WHO', 'WHY'];
  terminal.result({ orderId: id, items: entries }, () => table([header, ...entries.map(row)]));
  return EXIT.ok;
}
