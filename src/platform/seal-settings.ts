import { choice, whole } from './setting-kinds.js';

/** How a later change of the log is found. */
export const sealSettings = {
  SEAL_EVERY_SECONDS: whole(
    0,
    86_400,
    60,
    'how often what was added to the log is sealed, so that a later change is found; 0 switches it off',
  ),
  SEAL_ANCHORS: choice(
    ['all', 'file', 'kafka', 'none'],
    'all',
    'where seals are kept outside of the database: a file in WAYBILL_DATA_DIR, a topic where Kafka is on, or both',
  ),
} as const;
