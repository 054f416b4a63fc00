import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import type { Loaded } from '../platform/event-store/stream-loader.js';
import { GetShipment, HasParcel } from './contract.js';
import { isClosing, shipment, type ShipmentState } from './shipment.decider.js';

@QueryHandler(GetShipment)
export class GetShipmentHandler implements IQueryHandler<GetShipment> {
  constructor(private readonly store: AggregateStore) {}

  execute({ shipmentId, actor, point }: GetShipment): Promise<Loaded<ShipmentState>> {
    return this.store.read(shipment, shipmentId, actor, point);
  }
}

@QueryHandler(HasParcel)
export class HasParcelHandler implements IQueryHandler<HasParcel> {
  async execute({ shipmentId, reads }: HasParcel): Promise<boolean> {
    const { state } = await reads.load(shipment, shipmentId);
    return 'parcel' in state && !isClosing(state);
  }
}
