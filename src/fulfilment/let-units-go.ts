import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReduceReservation } from '../inventory/contract.js';
import { LetUnitsGo } from '../orders/contract.js';
import { LowerPayment } from '../payments/contract.js';
import { derivedId } from '../platform/core/ids.js';
import { Rejection } from '../platform/core/rejection.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { UnitRules } from '../platform/event-store/unit-rules.js';
import { ReduceShipment } from '../shipping/contract.js';

interface Told {
  readonly data: object;
  readonly by: CommandContext;
}

/** The parcel first: where it may be faster, nothing else is told. */
@QueryHandler(LetUnitsGo)
export class LetUnitsGoHandler implements IQueryHandler<LetUnitsGo> {
  constructor(private readonly rules: UnitRules) {}

  async execute({ order: { orderId, left, total }, unit, by }: LetUnitsGo): Promise<void> {
    const lines = [...left];
    const tell = async (command: Told): Promise<void> => {
      const rule = this.rules.get(command.constructor.name);
      if (!rule) throw new Error(`nobody can be told ${command.constructor.name} here`);
      await rule(unit, command);
    };
    const shipmentId = derivedId(orderId, 'shipment');
    await tell(new ReduceShipment({ shipmentId, orderId, lines }, by)).catch(inOrderWords);
    await tell(new ReduceReservation({ orderId, lines }, by));
    await tell(new LowerPayment({ paymentId: derivedId(orderId, 'payment'), orderId, due: total }, by));
  }
}

function inOrderWords(error: unknown): never {
  if (!(error instanceof Rejection)) throw error;
  if (error.code === 'shipment.asked-for') {
    throw new Rejection('order.being-handed-over', error.message, { retryAfter: 1 });
  }
  throw error.code === 'shipment.already-dispatched'
    ? new Rejection('order.already-shipped', error.message)
    : error;
}
