import { QueryHandler, type CommandBus, type IQueryHandler, type QueryBus } from '@nestjs/cqrs';
import { ConsumeStock, ReleaseStock, ReserveStock } from '../inventory/contract.js';
import { GetPayment, IssueRefund } from '../payments/contract.js';
import { derivedId } from '../platform/core/ids.js';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import { Rejection } from '../platform/core/rejection.js';
import { systemContext, type CommandContext } from '../platform/cqrs/command.js';
import { causedBy, type Recorded } from '../platform/event-store/recorded.js';
import { UnitRules } from '../platform/event-store/unit-rules.js';
import type { Subscription } from '../platform/subscriptions/subscription.js';
import {
  DispatchShipment,
  GetShipment,
  LossSettled,
  ReopenLoss,
  ReserveAgain,
} from '../shipping/contract.js';

/** The goods of a replacement are set aside under its own id: those of its order have left. */
@QueryHandler(ReserveAgain)
export class ReserveAgainHandler implements IQueryHandler<ReserveAgain> {
  constructor(private readonly rules: UnitRules) {}

  async execute({ again: { shipmentId, lines }, unit, by }: ReserveAgain): Promise<void> {
    const command = new ReserveStock({ orderId: shipmentId, lines: [...lines] }, by);
    const after = await this.rules.get(ReserveStock.name)?.(unit, command);
    if (!isRejected(after)) return;
    const { shortages } = after.state;
    const missing = shortages.map(
      ({ sku, requested, available }) => `${sku}: ${requested} wanted, ${available} available`,
    );
    throw new Rejection('shipment.cannot-send-again', missing.join('; ').slice(0, 500), { shortages });
  }
}

interface Rejected {
  readonly state: {
    readonly shortages: readonly {
      readonly sku: string;
      readonly requested: number;
      readonly available: number;
    }[];
  };
}

const isRejected = (after: unknown): after is Rejected =>
  typeof after === 'object' &&
  after !== null &&
  'state' in after &&
  typeof after.state === 'object' &&
  after.state !== null &&
  'shortages' in after.state;

/**
 * What follows a decision about a lost parcel: the other shipment is handed over and its goods leave the stock, or what is
 * left of the money goes back. Every command is named after the event, so hearing it again does nothing; while a carrier
 * or a gateway leaves it open, the event waits.
 */
export const replacements = (commands: CommandBus, queries: QueryBus): Subscription => ({
  name: 'fulfilment.lost-parcels',
  events: [LossSettled],
  // Before there was a program that hears this, nothing was ever decided.
  from: 'head',
  async handle(batch) {
    for (const recorded of batch) {
      const { replacementId, orderId, shipmentId } = (recorded.event as LossSettled).data;
      await (replacementId === undefined
        ? refund(commands, queries, orderId, recorded)
        : send(commands, queries, { shipmentId, replacementId }, recorded));
    }
  },
});

async function send(
  commands: CommandBus,
  queries: QueryBus,
  { shipmentId, replacementId }: { readonly shipmentId: string; readonly replacementId: string },
  cause: Recorded,
): Promise<void> {
  const by = following(cause, 'dispatch');
  const look = () => queries.execute(new GetShipment(replacementId, by.actor));
  const { orderId, customerId, address, lines } = await look();
  await commands.execute(
    new DispatchShipment({ shipmentId: replacementId, orderId, customerId, address, lines }, by),
  );
  const { state, detail = 'the carrier does not take it' } = await look();
  const goods = { orderId: replacementId };
  if (state === 'requested' || state === 'unknown')
    throw new OutcomePending(`shipment ${replacementId} waits`);
  if (state !== 'refused') {
    await commands.execute(new ConsumeStock(goods, following(cause, 'consume')));
    return;
  }
  await commands.execute(new ReleaseStock(goods, following(cause, 'release')));
  await commands.execute(new ReopenLoss({ shipmentId, replacementId, detail }, following(cause, 'reopen')));
}

async function refund(
  commands: CommandBus,
  queries: QueryBus,
  orderId: string,
  cause: Recorded,
): Promise<void> {
  const { reason } = (cause.event as LossSettled).data;
  const paymentId = derivedId(orderId, 'payment');
  const by = { ...following(cause, 'refund'), reason };
  const { captured, refunded, refunds } = await queries.execute(new GetPayment(paymentId, by.actor));
  // If it is refused, it belongs to what is left.
  if (refunds.some(({ state }) => state === 'requested')) {
    throw new OutcomePending(`payment ${paymentId}: money is on its way back`);
  }
  const amountMinor = captured.amountMinor - refunded.amountMinor;
  if (amountMinor === 0) return;
  await commands.execute(new IssueRefund({ paymentId, amountMinor, reason }, by)).catch((error: unknown) => {
    const isEarly = error instanceof Rejection && error.code === 'payment.order-in-fulfilment';
    throw isEarly ? new OutcomePending(error.message) : error;
  });
}

const following = (cause: Recorded, label: string): CommandContext =>
  systemContext('fulfilment', { commandId: derivedId(cause.id, label), ...causedBy(cause) });
