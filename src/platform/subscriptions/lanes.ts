import { Inject, Injectable } from '@nestjs/common';
import { Delivery } from './delivery.js';
import { Lane } from './lane.js';
import type { Lease } from './leases.js';
import { LogPages } from './log-pages.js';
import { PACE, type Pace } from './pace.js';
import { ParkedDelivery } from './parked-delivery.js';
import { Parking } from './parking.js';
import { SubscriptionRegistry } from './subscription.js';
import { Turns } from './turns.js';

/** Opens a lane for a lease. */
@Injectable()
export class Lanes {
  private readonly turns = new Turns();

  constructor(
    private readonly registry: SubscriptionRegistry,
    private readonly pages: LogPages,
    private readonly parking: Parking,
    private readonly delivery: Delivery,
    private readonly parked: ParkedDelivery,
    @Inject(PACE) private readonly pace: Pace,
  ) {}

  open(lease: Lease): Lane {
    const { pages, parking, delivery, parked, turns } = this;
    const parts = {
      ...{ pages, parking, delivery, parked, turns },
      pollMs: this.pace.pollMs,
      knows: (type: string, version: number) => this.registry.knows(type, version),
      asksFor: (type: string) => this.registry.eventTypes().includes(type),
    };
    return new Lane(parts, this.registry.get(lease.name)!, lease);
  }
}
