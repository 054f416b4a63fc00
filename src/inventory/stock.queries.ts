import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Rejection } from '../platform/core/rejection.js';
import { GetReservation, GetStock, type ReservationView, type StockItemView } from './contract.js';
import { reservation } from './reservation.decider.js';
import { viewOf } from './stock.view.js';
import { stockItem } from './stock-item.decider.js';

@QueryHandler(GetStock)
export class GetStockHandler implements IQueryHandler<GetStock> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ sku, actor, point }: GetStock): Promise<StockItemView> {
    return viewOf(await this.store.read(stockItem, sku, actor, point));
  }
}

@QueryHandler(GetReservation)
export class GetReservationHandler implements IQueryHandler<GetReservation> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ orderId, actor, point }: GetReservation): Promise<ReservationView> {
    const { state, version } = await this.store.read(reservation, orderId, actor, point);
    if (state.status === 'none') throw new Rejection('reservation.not-held', 'nothing was asked for');
    const { status } = state;
    if (status === 'rejected')
      return { orderId, status, lines: [], shortages: [...state.shortages], version };
    return { orderId, status, lines: [...state.lines], version };
  }
}
