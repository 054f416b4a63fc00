import { Inject, Injectable } from '@nestjs/common';
import { Delivery } from './delivery.js';
import { Lane } from './lane.js';
import { Leases, type Lease } from './leases.js';
import { LogPages } from './log-pages.js';
import { ModelProgress } from './model-progress.js';
import { PACE, type Pace } from './pace.js';
import { Parking } from './parking.js';
import { SubscriptionRegistry } from './subscription-registry.js';
import { Turns } from './turns.js';

/** Opens a lane for a lease. */
@Injectable()
export class Lanes {
  private readonly turns = new Turns();

  constructor(
    private readonly registry: SubscriptionRegistry,
    private readonly leases: Leases,
    private readonly pages: LogPages,
    private readonly parking: Parking,
    private readonly delivery: Delivery,
    private readonly progress: ModelProgress,
    @Inject(PACE) private readonly pace: Pace,
  ) {}

  open(lease: Lease): Lane {
    const { leases, pages, parking, delivery, progress, turns } = this;
    const parts = { leases, pages, parking, delivery, progress, turns, pollMs: this.pace.pollMs };
    return new Lane(parts, this.registry.get(lease.name)!, lease);
  }
}
