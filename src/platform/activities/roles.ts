import type { Config } from '../config.js';
import { everyActivity, type Activity } from './activity.js';

/** What an instance does by its ROLE. */
export const activitiesOfRole: Readonly<Record<Config['ROLE'], readonly Activity[]>> = {
  all: everyActivity,
  api: ['listening', 'serving'],
  worker: everyActivity.filter((activity) => activity !== 'serving'),
};
