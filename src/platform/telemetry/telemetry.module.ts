import { Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller.js';
import { ScrapedMetrics } from './scraped-metrics.js';
import { Traces } from './traces.js';

/** Metrics and traces. Logs need no module: `createApp` installs the logger before there is one. */
@Module({ controllers: [MetricsController], providers: [ScrapedMetrics, Traces] })
export class TelemetryModule {}
