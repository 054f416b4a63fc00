import { Module } from '@nestjs/common';
import { readModel } from '../platform/read-models/read-models.js';
import { AnalyticsController } from './analytics.controller.js';
import { orderFacts } from './order-facts.js';
import { refundFacts } from './refund-facts.js';
import { GetReportHandler } from './report.handler.js';
import { soldLines } from './sold-lines.js';
import { stockMoves } from './stock-moves.js';

@Module({
  imports: [readModel(orderFacts), readModel(soldLines), readModel(refundFacts), readModel(stockMoves)],
  controllers: [AnalyticsController],
  providers: [GetReportHandler],
})
export class AnalyticsModule {}
