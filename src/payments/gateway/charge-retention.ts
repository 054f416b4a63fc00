import { CUTOFF, removal, type RetentionPolicy } from '../../platform/retention/retention.js';

/** The journal of the simulated gateway. A charge that is still being decided has no end. */
export const chargeRetention: readonly RetentionPolicy[] = [
  {
    name: 'simulator.charges',
    days: (config) => (config.NODE_ENV === 'production' ? 0 : config.RETENTION_SIMULATOR_DAYS),
    remove: removal('simulator.charges', `r.settles_at < ${CUTOFF} and r.created_at < ${CUTOFF}`),
    oldest: 'select min(created_at) as oldest from simulator.charges',
  },
  {
    name: 'simulator.refunds',
    days: (config) => (config.NODE_ENV === 'production' ? 0 : config.RETENTION_SIMULATOR_DAYS),
    remove: removal('simulator.refunds', `r.created_at < ${CUTOFF}`),
    oldest: 'select min(created_at) as oldest from simulator.refunds',
  },
];
