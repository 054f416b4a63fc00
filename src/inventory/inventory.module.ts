import { stockAndReservations } from './books.js';
import { reconciles } from '../platform/reconciliation/comparison.js';
import { Database } from '../platform/event-store/database.js';
import { Module } from '@nestjs/common';
import { aggregate } from '../platform/cqrs/aggregate.js';
import { registersProblems } from '../platform/problems.js';
import { problems } from './contract.js';
import { CountStockHandler } from './count-stock.handler.js';
import { reservation } from './reservation.decider.js';
import { consume, reduce, release, reserve } from './reservation.units.js';
import { adjustStock, receiveStock, restockUnits, stockItem } from './stock-item.decider.js';
import { ListStockHandler } from './stock-list.js';
import {
  AdjustStock,
  ConsumeStock,
  ReceiveStock,
  ReduceReservation,
  ReleaseStock,
  ReserveStock,
  RestockUnits,
} from './stock.commands.js';
import { StockController } from './stock.controller.js';
import { StockLive } from './stock.live.js';
import { GetReservationHandler, GetStockHandler } from './stock.queries.js';

@Module({
  controllers: [StockController],
  providers: [
    reconciles({ inject: [Database], useFactory: stockAndReservations }),
    ...aggregate(stockItem, {
      commands: [
        [ReceiveStock, receiveStock],
        [AdjustStock, adjustStock],
        [RestockUnits, restockUnits],
      ],
    }),
    ...aggregate(reservation, {
      units: [
        [ReserveStock, reserve],
        [ReduceReservation, reduce],
        [ReleaseStock, release],
        [ConsumeStock, consume],
      ],
    }),
    CountStockHandler,
    GetStockHandler,
    GetReservationHandler,
    ListStockHandler,
    StockLive,
    registersProblems(problems),
  ],
})
export class InventoryModule {}
