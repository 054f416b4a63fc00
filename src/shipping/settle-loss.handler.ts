import { CommandHandler, QueryBus, QueryHandlerNotFoundException, type ICommandHandler } from '@nestjs/cqrs';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import type { UnitOfWork } from '../platform/event-store/unit-of-work.js';
import { ReserveAgain } from './contract.js';
import { intendShipment } from './dispatch-shipment.handler.js';
import { DispatchShipment, SettleLoss } from './shipment.commands.js';
import { shipment } from './shipment.decider.js';
import { LossSettled } from './shipment.events.js';
import { settleLoss } from './shipment.loss.js';
import type { SentShipment, ShipmentState } from './shipment.state.js';

/**
 * The decision, the goods and the intent to send them are one append: of two people who decide differently at once, one
 * wins, and nothing is sent again that is not there.
 */
@CommandHandler(SettleLoss)
export class SettleLossHandler implements ICommandHandler<SettleLoss> {
  constructor(
    private readonly store: AggregateStore,
    private readonly queries: QueryBus,
  ) {}

  execute(command: SettleLoss): Promise<Written<ShipmentState>> {
    const { shipmentId } = command.data;
    return this.store.execute(shipment, shipmentId, command.by, async (state, unit) => {
      const events = settleLoss(command)(state);
      const replacementId = events.find((event) => event instanceof LossSettled)?.data.replacementId;
      if (replacementId === undefined || state.status !== 'lost') return events;
      unit.append(shipment, shipmentId, events);
      await this.sendAgain(replacementId, state, command, unit);
      return [];
    });
  }

  private async sendAgain(
    shipmentId: string,
    { terms: { orderId, customerId, address, lines } }: SentShipment,
    { by }: SettleLoss,
    unit: UnitOfWork,
  ): Promise<void> {
    const again = { shipmentId, orderId, customerId, address, lines: [...lines] };
    await this.queries.execute(new ReserveAgain(again, unit, by)).catch((error: unknown) => {
      // Nobody keeps stock here.
      if (!(error instanceof QueryHandlerNotFoundException)) throw error;
    });
    await intendShipment(unit, new DispatchShipment(again, by));
  }
}
