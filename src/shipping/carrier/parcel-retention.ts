import { CUTOFF, removal, type RetentionPolicy } from '../../platform/retention/retention.js';

/** The journal of the simulated carrier. A parcel that is still being decided has no end. */
export const parcelRetention: RetentionPolicy = {
  name: 'simulator.parcels',
  days: (config) => (config.NODE_ENV === 'production' ? 0 : config.RETENTION_SIMULATOR_DAYS),
  remove: removal('simulator.parcels', `r.settles_at < ${CUTOFF} and r.created_at < ${CUTOFF}`),
  oldest: 'select min(created_at) as oldest from simulator.parcels',
};
