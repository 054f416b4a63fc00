import { CUTOFF, removal, type RetentionPolicy } from '../../platform/retention/retention.js';

/** Which messages have come; longer than any provider repeats one. */
export const messageRetention: RetentionPolicy = {
  name: 'payments.provider_messages',
  days: (config) => config.RETENTION_PROVIDER_MESSAGES_DAYS,
  remove: removal('payments.provider_messages', `r.received_at < ${CUTOFF}`),
  oldest: 'select min(received_at) as oldest from payments.provider_messages',
};
