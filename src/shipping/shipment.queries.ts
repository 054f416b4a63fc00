import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { GetShipment, HasParcel, type ShipmentView } from './contract.js';
import { shipmentView } from './shipment-view.js';
import { isClosing, shipment } from './shipment.decider.js';

@QueryHandler(GetShipment)
export class GetShipmentHandler implements IQueryHandler<GetShipment> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ shipmentId, actor, point }: GetShipment): Promise<ShipmentView> {
    return shipmentView(await this.store.read(shipment, shipmentId, actor, point));
  }
}

@QueryHandler(HasParcel)
export class HasParcelHandler implements IQueryHandler<HasParcel> {
  async execute({ shipmentId, reads }: HasParcel): Promise<boolean> {
    const { state } = await reads.load(shipment, shipmentId);
    return 'parcel' in state && !isClosing(state);
  }
}
