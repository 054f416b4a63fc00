import { GetPayment, IssueRefund } from '../../payments/contract.js';
import { derivedId } from '../../platform/core/ids.js';
import { Rejection } from '../../platform/core/rejection.js';
import { actor } from '../waybill.js';
import { commandIdOf, contextOf } from './import-ids.js';
import { findOrder } from './import-orders.js';
import type { RefundOutcome } from './import-report.js';
import type { ImportRun } from './import-run.js';
import type { PlannedOrder } from './planned-orders.js';
import type { PlannedRefund } from './planned-refunds.js';

/** Gives back what credit notes give back, each of its order's payment. @returns what became of each */
export async function giveRefunds(
  run: ImportRun,
  refunds: readonly PlannedRefund[],
  orders: ReadonlyMap<string, PlannedOrder>,
): Promise<Map<string, RefundOutcome>> {
  const outcomes = new Map<string, RefundOutcome>();
  await run.each('refunds', refunds, async (refund) => {
    const order = await findOrder(run.waybill, orders.get(refund.orderKey)!);
    outcomes.set(
      refund.key,
      order?.paymentId === undefined || order.status === 'cancelled'
        ? { state: 'refused', detail: `its sale ${refund.orderKey} is ${order?.status ?? 'not there'}` }
        : await give(run, refund, order.paymentId),
    );
  });
  return outcomes;
}

async function give(run: ImportRun, refund: PlannedRefund, paymentId: string): Promise<RefundOutcome> {
  const { commands } = run.waybill;
  const before = await find(run, refund, paymentId);
  run.tallies.refunds[before ? 'there' : 'made']++;
  if (before?.state === 'refunded') return before;
  const { amountMinor, reason } = refund;
  try {
    await commands.execute(new IssueRefund({ paymentId, amountMinor, reason }, contextOf('refund', refund)));
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { state: 'refused', detail: error.message };
  }
  return (await find(run, refund, paymentId)) ?? { state: 'refused', detail: 'it was given on another sale' };
}

/** The refund as the payment has it; its id follows from the command's. */
async function find(
  run: ImportRun,
  { key }: PlannedRefund,
  paymentId: string,
): Promise<RefundOutcome | undefined> {
  const { refunds } = await run.waybill.queries.execute(new GetPayment(paymentId, actor));
  const id = derivedId(commandIdOf('refund', key), 'refund');
  const refund = refunds.find((it) => it.id === id);
  if (!refund) return undefined;
  return refund.state === 'refused'
    ? { state: 'refused', detail: 'the payment gateway refused it' }
    : { state: refund.state, amountMinor: refund.amount.amountMinor };
}
