import type { Database } from '../../platform/event-store/database.js';
import type { ListedCharge, ProviderList } from './provider-list.js';

/** The journal of the simulated gateway; what is not settled there is not charged yet. */
export const simulatedList = (database: Database): ProviderList => ({
  next: async (after, limit) => {
    const rows = await database.query<{ key: string }>(
      `select key::text from simulator.charges
       where $1 = '' or key > nullif($1, '')::uuid order by key limit $2`,
      [after, limit],
    );
    return rows.map(({ key }) => key);
  },
  of: (keys) =>
    database.query<ListedCharge>(
      `select key::text, coalesce(currency, '') as currency, refunded_minor as "refundedMinor",
         case when state = 'captured' and settles_at <= clock_timestamp() then amount_minor else 0 end
           as "capturedMinor"
       from simulator.charges where key = any ($1::uuid[])`,
      [keys],
    ),
});
