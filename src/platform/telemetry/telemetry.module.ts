import { Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller.js';
import { ScrapedMetrics } from './scraped-metrics.js';

/** Metrics. Logs need no module: `createApp` installs the logger before there is one. */
@Module({ controllers: [MetricsController], providers: [ScrapedMetrics] })
export class TelemetryModule {}
