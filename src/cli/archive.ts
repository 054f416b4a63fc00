import type pg from 'pg';
import { FindEndedOrders } from '../fulfilment/contract.js';
import { Archiver } from '../platform/archive/archiver.js';
import { ReadyOrders, type Left, type Looked } from '../platform/archive/ready-orders.js';
import { Segments, type Segment } from '../platform/archive/segments.js';
import { aloneWithTheArchive, ArchiveBusy, makeRoom, spaceOf } from '../platform/archive/space.js';
import { OperatorLog } from '../platform/ops/operator-log.js';
import { EXIT, Failure, type ExitCode } from './exit.js';
import { table, type Terminal } from './terminal.js';
import { actor, looks, withWaybill, writes, type Waybill } from './waybill.js';

export interface ArchiveAsked {
  /** Nothing has happened to an order since. */
  readonly before: string;
  readonly limit: number;
  readonly dryRun: boolean;
  /** Absent: when the log is small. */
  readonly compact?: boolean;
  readonly reason: string;
}

const PAGE = 200;
/** About so much is in a file; one order is never in two. */
const SEGMENT_BYTES = 4 * 2 ** 20;

interface Plan {
  readonly looked: number;
  readonly left: Partial<Record<Left | 'not-ended', number>>;
  orders: number;
  events: number;
  bytes: number;
}

/** Moves the data of orders that have ended to files; may be interrupted, and goes on where it was. */
export async function archive(asked: ArchiveAsked, terminal: Terminal): Promise<ExitCode> {
  if (asked.dryRun) {
    const plan = await withWaybill(looks, (waybill) => each(waybill, asked, () => Promise.resolve()));
    terminal.result({ dryRun: true, ...plan }, () => `${sentence(plan)}; nothing was written`);
    return EXIT.ok;
  }
  return withWaybill(writes, (waybill) =>
    alone(waybill, async (session) => {
      const before = await spaceOf(session);
      const { reason } = asked;
      const done = await waybill
        .get(OperatorLog)
        .around(actor, { action: 'archive', object: 'platform.events', reason }, () =>
          move(waybill, asked, terminal),
        );
      const isCompact = done.events > 0 && (await makeRoom(session, asked.compact));
      const after = await spaceOf(session);
      const { folder } = waybill.get(Segments);
      terminal.result(
        { dryRun: false, ...done, folder: folder.path, space: { before, after, isCompact } },
        () =>
          [
            sentence(done),
            `log ${mib(before.table)} -> ${mib(after.table)}, indexes ${mib(before.indexes)} -> ${mib(after.indexes)}`,
          ]
            .concat(
              isCompact || done.events === 0
                ? []
                : [
                    'the room is free for new events; --compact gives it back to the disk once nobody reads older state, and stops Waybill meanwhile',
                  ],
            )
            .join('\n'),
      );
      return EXIT.ok;
    }),
  );
}

async function move(waybill: Waybill, asked: ArchiveAsked, terminal: Terminal): Promise<Plan> {
  const archiver = waybill.get(Archiver);
  await archiver.goOn();
  const progress = terminal.progress('orders', asked.limit);
  let moved = 0;
  let [batch, bytes]: [Looked[], number] = [[], 0];
  const flush = async () => {
    if (batch.length > 0) await archiver.archive(batch);
    progress.advance((moved += batch.length));
    [batch, bytes] = [[], 0];
  };
  const plan = await each(waybill, asked, async (order) => {
    if (bytes > 0 && bytes + order.bytes > SEGMENT_BYTES) await flush();
    batch.push(order);
    bytes += order.bytes;
  });
  await flush();
  progress.done();
  return plan;
}

/** Every order that may go, and what keeps the others. */
async function each(
  { queries, get, signal }: Waybill,
  { before, limit }: ArchiveAsked,
  take: (order: Looked) => Promise<void>,
): Promise<Plan> {
  const plan = { looked: 0, left: {} as Plan['left'], orders: 0, events: 0, bytes: 0 };
  for (let after: string | undefined; ;) {
    signal.throwIfAborted();
    const page = await queries.execute(new FindEndedOrders(PAGE, after));
    plan.looked += page.length;
    const open = page.filter(({ hasEnded }) => !hasEnded).length;
    if (open > 0) plan.left['not-ended'] = (plan.left['not-ended'] ?? 0) + open;
    for (const order of await get(ReadyOrders).of(
      page.filter(({ hasEnded }) => hasEnded),
      before,
    )) {
      if (order.left) plan.left[order.left] = (plan.left[order.left] ?? 0) + 1;
      else {
        await take(order);
        plan.orders++;
        plan.events += order.events;
        plan.bytes += order.bytes;
      }
      if (plan.orders >= limit) return plan;
    }
    if (page.length < PAGE) return plan;
    after = page.at(-1)!.id;
  }
}

/** Puts the data of an order, or of a whole segment, back into the log. */
export async function takeBack(what: string, reason: string, terminal: Terminal): Promise<ExitCode> {
  return withWaybill(writes, (waybill) =>
    alone(waybill, async () => {
      const archiver = waybill.get(Archiver);
      await archiver.goOn();
      const segments = await segmentsOf(waybill, what);
      const order = isNumber(what) ? undefined : what;
      const audited = { action: 'archive.restore', object: order ?? `segment ${what}`, reason };
      const events = await waybill.get(OperatorLog).around(actor, audited, async () => {
        let sum = 0;
        for (const segment of segments) sum += await archiver.restore(segment, order);
        return sum;
      });
      terminal.result({ segments, events }, () => `${events} events are in the log again`);
      return EXIT.ok;
    }),
  );
}

/** @throws Failure for an order that is not there, or whose data is where it was; and for a segment that is not there */
async function segmentsOf({ queries, get }: Waybill, what: string): Promise<readonly number[]> {
  if (isNumber(what)) {
    const all = await get(Segments).list();
    if (all.some(({ segment }) => segment === Number(what))) return [Number(what)];
    throw new Failure(EXIT.notFound, `the archive has no segment ${what}: npm run cli -- archive list`);
  }
  const [order] = await queries.execute(new FindEndedOrders(1, undefined, what));
  if (!order) throw new Failure(EXIT.notFound, `there is no order ${what}`);
  return get(Archiver).segmentsOf(order.streams);
}

/** @returns differences when a file is not there */
export async function listArchive(terminal: Terminal): Promise<ExitCode> {
  const { folder, segments } = await withWaybill(looks, async ({ get }) => ({
    folder: get(Segments).folder.path,
    segments: await get(Segments).list(),
  }));
  const isMissing = ({ state, isThere }: Segment) =>
    !isThere && (state === 'verified' || state === 'archived');
  const missing = segments.filter(isMissing).length;
  terminal.result({ folder, missing, segments }, () => {
    const rows = segments.map((row) => [
      ...[String(row.segment), isMissing(row) ? 'MISSING' : row.state],
      ...[row.orders, row.events, row.bytes].map((count) => String(count ?? '')),
      row.file,
    ]);
    return [folder, table([['SEGMENT', 'STATE', 'ORDERS', 'EVENTS', 'BYTES', 'FILE'], ...rows])].join('\n');
  });
  return missing > 0 ? EXIT.differences : EXIT.ok;
}

async function alone(waybill: Waybill, work: (session: pg.Client) => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await aloneWithTheArchive(waybill.config.DATABASE_URL, work);
  } catch (error) {
    throw error instanceof ArchiveBusy ? new Failure(EXIT.conflict, error.message) : error;
  }
}

const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text);
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const sentence = ({ orders, events, left }: Plan): string => {
  const rest = Object.entries(left).map(([why, count]) => `${count} ${why}`);
  return `${orders} orders, ${events} events; stay: ${rest.join(', ') || 'none'}`;
};
