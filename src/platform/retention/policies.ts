import { CUTOFF, removal, type RetentionPolicy } from './retention.js';

/** Shown with the others, so that its growth is seen. */
const forEver = (name: string, oldest: string): RetentionPolicy => ({
  name,
  days: () => 0,
  remove: removal(name, 'false'),
  oldest,
});

/** What the platform itself writes. What is still open has no end. */
export const platformPolicies: readonly RetentionPolicy[] = [
  forEver('platform.events', 'select recorded_at as oldest from platform.events order by position limit 1'),
  // A chain of hashes: a row that is gone cannot be told from one that somebody has removed.
  forEver(
    'platform.operator_actions',
    'select at as oldest from platform.operator_actions order by seq limit 1',
  ),
  {
    // That an event was sent stays known without its row: it lies before the checkpoint and is not set aside.
    name: 'platform.published',
    days: (config) => config.RETENTION_PUBLISHED_DAYS,
    remove: removal('platform.published', `r.published_at < ${CUTOFF}`),
    oldest: 'select min(published_at) as oldest from platform.published',
  },
  {
    // A record may come again for as long as its topic keeps it; what it appended is known for ever by its command id.
    name: 'platform.inbox',
    days: (config) => config.RETENTION_INBOX_DAYS,
    remove: removal('platform.inbox', `r.processed_at < ${CUTOFF}`),
    oldest: 'select min(processed_at) as oldest from platform.inbox',
  },
  {
    name: 'platform.answers',
    days: (config) => config.RETENTION_ANSWERS_DAYS,
    remove: removal('platform.answers', `r.received_at < ${CUTOFF}`),
    oldest: 'select min(received_at) as oldest from platform.answers',
  },
  {
    name: 'platform.dead_letters',
    days: (config) => config.RETENTION_DEAD_LETTERS_DAYS,
    remove: removal('platform.dead_letters', `r.state <> 'open' and r.resolved_at < ${CUTOFF}`),
    oldest: `select min(resolved_at) as oldest from platform.dead_letters where state <> 'open'`,
  },
  {
    // What was discarded belongs to the history of a read model: a rebuild leaves it out again.
    name: 'platform.parked',
    days: (config) => config.RETENTION_PARKED_DAYS,
    remove: removal(
      'platform.parked',
      `r.resolution in ('delivered', 'rebuilt') and r.resolved_at < ${CUTOFF}`,
    ),
    oldest: `select min(resolved_at) as oldest from platform.parked where resolution in ('delivered', 'rebuilt')`,
  },
  {
    name: 'platform.saga_attempts',
    days: (config) => config.RETENTION_SAGA_ATTEMPTS_DAYS,
    remove: removal(
      'platform.saga_attempts',
      `r.ended_at < ${CUTOFF} and exists (
         select from platform.sagas s
         where s.saga = r.saga and s.saga_id = r.saga_id and s.state in ('completed', 'compensated'))`,
    ),
    oldest: 'select min(ended_at) as oldest from platform.saga_attempts',
  },
  {
    // Programs of before the queue held open work only leave such rows while they run beside this one.
    name: 'platform.saga_tasks',
    days: (config) => config.RETENTION_SAGA_ATTEMPTS_DAYS,
    remove: removal('platform.saga_tasks', `r.state = 'done' and r.ended_at < ${CUTOFF}`),
    oldest: `select min(ended_at) as oldest from platform.saga_tasks where state = 'done'`,
  },
  {
    // A row says itself when its 48 hours are over; the days count from its beginning.
    name: 'platform.idempotency',
    days: (config) => config.RETENTION_IDEMPOTENCY_DAYS,
    remove: removal('platform.idempotency', `r.expires_at < ${CUTOFF} + interval '48 hours'`),
    oldest: `select min(expires_at) - interval '48 hours' as oldest from platform.idempotency`,
  },
  {
    name: 'platform.rate_limits',
    days: (config) => config.RETENTION_RATE_LIMITS_DAYS,
    remove: removal('platform.rate_limits', `r.time_window < extract(epoch from ${CUTOFF}) / 60`),
    oldest: 'select to_timestamp(min(time_window) * 60) as oldest from platform.rate_limits',
  },
  {
    // The newest of each model is what the attention list looks at.
    name: 'platform.rebuilds',
    days: (config) => config.RETENTION_REBUILDS_DAYS,
    remove: removal(
      'platform.rebuilds',
      `r.state <> 'running' and r.finished_at < ${CUTOFF} and exists (
         select from platform.rebuilds newer where newer.model = r.model and newer.requested_at > r.requested_at)`,
    ),
    oldest: `select min(finished_at) as oldest from platform.rebuilds where state <> 'running'`,
  },
];
