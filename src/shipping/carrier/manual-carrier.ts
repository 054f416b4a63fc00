import type { Database } from '../../platform/event-store/database.js';
import type { Carrier } from './carrier.js';

/**
 * People who hand parcels over and say so by HandOverShipment and RefuseShipment. Nobody is asked, so a parcel stays
 * undecided until somebody speaks; and a parcel that somebody handed over is not called back.
 */
export class ManualCarrier implements Carrier {
  constructor(private readonly database: Database) {}

  send({ key }: { readonly key: string }): Promise<unknown> {
    return this.find(key);
  }

  find(key: string): Promise<unknown> {
    return Promise.resolve({ outcome: 'pending', key });
  }

  /** Whoever asks has recorded that first, and after that nobody can hand the parcel over. */
  async cancel(key: string): Promise<unknown> {
    const [handedOver] = await this.database.query(
      `select from shipping.shipments
       where carrier_key = $1 and state in ('dispatched', 'in_transit', 'delivered', 'lost')`,
      [key],
    );
    if (!handedOver) return { outcome: 'cancelled', key };
    return { outcome: 'too-late', key, detail: 'the parcel has been handed over' };
  }
}
