import { days, type Setting } from './setting-kinds.js';

/** For how many days what is not the log is kept. */
export const retentionSettings = {
  RETENTION_PUBLISHED_DAYS: days(0, 30, 'for partition and offset of what was published'),
  RETENTION_INBOX_DAYS: days(
    8,
    90,
    'for records taken from Kafka; must be longer than their topics keep them',
  ),
  RETENTION_ANSWERS_DAYS: days(1, 2, 'for answers of outside services that nobody fetched'),
  RETENTION_DEAD_LETTERS_DAYS: days(0, 90, 'for dead letters that are resolved'),
  RETENTION_PARKED_DAYS: days(0, 30, 'for parked events that were delivered in the end'),
  RETENTION_SAGA_ATTEMPTS_DAYS: days(0, 90, 'for how often steps of ended sagas were tried'),
  RETENTION_IDEMPOTENCY_DAYS: days(
    2,
    2,
    'for answers under an Idempotency-Key; they are repeated for 48 hours',
  ),
  RETENTION_RATE_LIMITS_DAYS: days(1, 1, 'for counts of requests'),
  RETENTION_REBUILDS_DAYS: days(0, 365, 'for rebuilds, but the newest of each model'),
  RETENTION_SNAPSHOTS_DAYS: days(
    1,
    30,
    'for snapshots of a shape that has a successor and that nobody has stored since',
  ),
  RETENTION_WEBHOOKS_DAYS: days(1, 30, 'for webhooks that were delivered or given up, with every try'),
  RETENTION_NOTIFICATIONS_DAYS: days(31, 90, 'for mails that were sent, suppressed or given up'),
  RETENTION_SIMULATOR_DAYS: days(
    0,
    365,
    'for the journals of the simulators; what is older cannot be refunded there',
  ),
} as const satisfies Record<string, Setting>;
