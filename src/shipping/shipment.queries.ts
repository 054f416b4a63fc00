import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { uuid } from '../platform/core/schemas.js';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Database } from '../platform/event-store/database.js';
import { GetShipment, HasParcel, ListShipments, type ShipmentPage, type ShipmentView } from './contract.js';
import { shipmentView } from './shipment-view.js';
import { isClosing, shipment } from './shipment.decider.js';

@QueryHandler(GetShipment)
export class GetShipmentHandler implements IQueryHandler<GetShipment> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ shipmentId, actor, point }: GetShipment): Promise<ShipmentView> {
    return shipmentView(await this.store.read(shipment, shipmentId, actor, point));
  }
}

const after = z.object({ shipmentId: uuid });

/** The row that commits with the events says which; the events say what. So the list is never behind. */
@QueryHandler(ListShipments)
export class ListShipmentsHandler implements IQueryHandler<ListShipments> {
  constructor(
    private readonly store: AggregateStore,
    private readonly database: Database,
  ) {}

  async execute({ filter: { limit, cursor, ...filter }, actor }: ListShipments): Promise<ShipmentPage> {
    const last = cursor ? decodeCursor(cursor, after, filter).shipmentId : null;
    const own = actor.role === 'customer' ? actor.id : null;
    const rows = await this.database.query<{ id: string }>(
      `select shipment_id as id from shipping.shipments
       where ($1::text is null or state = $1) and ($2::uuid is null or order_id = $2)
         and ($3::uuid is null or customer_id = $3) and ($4::uuid is null or shipment_id < $4)
       order by shipment_id desc limit $5`,
      [filter.state ?? null, filter.orderId ?? null, own, last, limit + 1],
    );
    const page = paginate(rows, limit, ({ id }) => ({ shipmentId: id }), filter);
    const shipments = await Promise.all(page.items.map(({ id }) => this.store.read(shipment, id, actor)));
    return { items: shipments.map(shipmentView), nextCursor: page.nextCursor };
  }
}

@QueryHandler(HasParcel)
export class HasParcelHandler implements IQueryHandler<HasParcel> {
  async execute({ shipmentId, reads }: HasParcel): Promise<boolean> {
    const { state } = await reads.load(shipment, shipmentId);
    return 'parcel' in state && !isClosing(state);
  }
}
