import path from 'node:path';
import type { Config } from '../config.js';

/** Absolute, whatever it is given as. */
export const archiveDir = (config: Pick<Config, 'WAYBILL_ARCHIVE_DIR' | 'WAYBILL_DATA_DIR'>): string =>
  path.resolve(config.WAYBILL_ARCHIVE_DIR ?? path.join(config.WAYBILL_DATA_DIR, 'archive'));
