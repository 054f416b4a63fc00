import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** All metrics of the process. One registry for as many applications as run in it. */
export const registry = new Registry();

const registers = [registry];

export const requestSeconds = new Histogram({
  name: 'waybill_http_request_duration_seconds',
  help: 'Time from the arrival of a request to the end of its answer',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers,
});
export const requestsInFlight = new Gauge({
  name: 'waybill_http_requests_in_flight',
  help: 'Requests under way, live streams left out',
  registers,
});
export const shed = new Counter({
  name: 'waybill_http_shed_total',
  help: 'Requests turned away because there was too much to do',
  labelNames: ['reason'] as const,
  registers,
});
export const rateLimited = new Counter({
  name: 'waybill_http_rate_limited_total',
  help: 'Requests turned away because their caller sent too many',
  registers,
});
export const replays = new Counter({
  name: 'waybill_idempotent_replays_total',
  help: 'Requests answered from the record of an earlier one under the same key',
  registers,
});
export const commands = new Counter({
  name: 'waybill_commands_total',
  help: 'Commands handed to the command bus',
  labelNames: ['command'] as const,
  registers,
});
export const appends = new Counter({
  name: 'waybill_appends_total',
  help: 'Appends to the event log by their end: appended, conflict (retried), duplicate',
  labelNames: ['outcome'] as const,
  registers,
});
export const eventsAppended = new Counter({
  name: 'waybill_events_appended_total',
  help: 'Events stored by this instance',
  registers,
});
export const liveUnreadable = new Counter({
  name: 'waybill_live_unreadable_events_total',
  help: 'Events of a newer program that live handlers and views of this instance could not read',
  registers,
});
export const liveSkipped = new Counter({
  name: 'waybill_live_skipped_positions_total',
  help: 'Positions of the log that the live feed left out because it was too far behind',
  registers,
});
export const liveViews = new Gauge({
  name: 'waybill_live_views',
  help: 'Live views (server-sent events) that are open now',
  registers,
});
export const liveViewsCut = new Counter({
  name: 'waybill_live_views_cut_total',
  help: 'Live views that were ended early: too-slow, token-expired; or refused: caller-limit, limit',
  labelNames: ['reason'] as const,
  registers,
});
export const retentionDeleted = new Counter({
  name: 'waybill_retention_deleted_total',
  help: 'Rows that had served their time and were removed by this instance',
  labelNames: ['table'] as const,
  registers,
});
export const retentionFailed = new Counter({
  name: 'waybill_retention_failed_total',
  help: 'Tables that could not be tidied, later then',
  labelNames: ['table'] as const,
  registers,
});
export const consumerLag = new Gauge({
  name: 'waybill_kafka_consumer_lag_records',
  help: 'Records of a partition that this instance has fetched or knows of and has not dealt with',
  labelNames: ['topic', 'partition'] as const,
  registers,
});
export const consumerAge = new Gauge({
  name: 'waybill_kafka_consumer_lag_seconds',
  help: 'Age of the record of a partition that was dealt with last, while others wait behind it; 0 when none does',
  labelNames: ['topic', 'partition'] as const,
  registers,
});
export const batchAppends = new Histogram({
  name: 'waybill_commit_batch_appends',
  help: 'Appends that shared one flush to the log',
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
  registers,
});
export const commitSeconds = new Histogram({
  name: 'waybill_commit_duration_seconds',
  help: 'Time from sending a batch of appends to the database until it is stored',
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers,
});
