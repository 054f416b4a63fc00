import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller.js';
import { Moments } from './moments.js';
import { GetOrderAsOfHandler, GetOrderDiffHandler } from './order-history.js';
import { OrderParts } from './order-parts.js';

@Module({
  controllers: [HistoryController],
  providers: [Moments, OrderParts, GetOrderAsOfHandler, GetOrderDiffHandler],
})
export class HistoryModule {}
