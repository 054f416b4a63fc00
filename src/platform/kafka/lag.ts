import { Gauge } from 'prom-client';
import { registry } from '../telemetry/counters.js';

export const consumerLag = new Gauge({
  name: 'waybill_kafka_consumer_lag_records',
  help: 'Records of a partition that this instance has fetched or knows of and has not dealt with',
  labelNames: ['topic', 'partition'] as const,
  registers: [registry],
});
