import { Module } from '@nestjs/common';
import { decides } from '../platform/cqrs/decides.js';
import { Deciders } from '../platform/event-store/deciders.js';
import { UnitRules } from '../platform/event-store/unit-rules.js';
import { registersProblems } from '../platform/http/problems.js';
import { AdjustStock, problems, ReceiveStock } from './contract.js';
import { CountStockHandler } from './count-stock.handler.js';
import { reservation } from './reservation.decider.js';
import {
  addReservationRules,
  ConsumeStockHandler,
  ReleaseStockHandler,
  ReserveStockHandler,
} from './reservation.handlers.js';
import { adjustStock, receiveStock, stockItem } from './stock-item.decider.js';
import { ListStockHandler } from './stock-list.js';
import { StockController } from './stock.controller.js';
import { StockLive } from './stock.live.js';
import { GetStockHandler } from './stock.queries.js';

@Module({
  controllers: [StockController],
  providers: [
    decides(ReceiveStock, stockItem, receiveStock),
    decides(AdjustStock, stockItem, adjustStock),
    CountStockHandler,
    ReserveStockHandler,
    ReleaseStockHandler,
    ConsumeStockHandler,
    GetStockHandler,
    ListStockHandler,
    StockLive,
    registersProblems(problems),
  ],
})
export class InventoryModule {
  constructor(deciders: Deciders, rules: UnitRules) {
    deciders.add(reservation);
    addReservationRules(rules);
  }
}
