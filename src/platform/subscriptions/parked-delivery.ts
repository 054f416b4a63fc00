import { Injectable } from '@nestjs/common';
import { NewerEvent } from '../core/event.js';
import { isTooMuchAtOnce } from '../event-store/database-errors.js';
import { EventLog } from '../event-store/event-log.js';
import { Delivery, type Holding } from './delivery.js';
import { isTransient, LeaseLost, LogRewritten } from './failures.js';
import { Parking, type ParkedHead } from './parking.js';

/** An operator resolved the event while it was being tried. */
class Overtaken extends Error {}

/** So many sequences are looked up at once. */
const SEQUENCES = 100;
/** After so many milliseconds the events that flow have their turn. */
const SLICE_MS = 100;

/** Hands over again what was set aside, beside the events that flow. */
@Injectable()
export class ParkedDelivery {
  constructor(
    private readonly log: EventLog,
    private readonly parking: Parking,
    private readonly delivery: Delivery,
  ) {}

  /**
   * Tries the parked sequences whose time has come, each in order until it is empty or fails again; not all at once.
   *
   * @returns whether there is more to try at once
   */
  async drain(holding: Holding): Promise<boolean> {
    const { name } = holding.subscription;
    const until = performance.now() + SLICE_MS;
    const due = await this.parking.due(name, SEQUENCES);
    for (const head of due) {
      let next: ParkedHead | undefined = head;
      while (next && (await this.tryAgain(holding, next))) {
        next = await this.parking.next(name, head.sequence);
        if (!next) holding.waiting.delete(head.sequence);
        if (performance.now() > until) return true;
      }
    }
    if (due.length > 0) return due.length === SEQUENCES;
    // What operators discarded to the end leaves no row behind that could become due.
    const left = await this.parking.sequences(name);
    for (const sequence of holding.waiting) if (!left.has(sequence)) holding.waiting.delete(sequence);
    return false;
  }

  private async tryAgain(holding: Holding, head: ParkedHead): Promise<boolean> {
    const { subscription, lease, checkpoint } = holding;
    try {
      const entry = await this.log.at(head.position);
      if (!entry) throw new Error(`there is no event at position ${head.position}`);
      const isWanted = subscription.events.some(({ type }) => type === entry.event.type);
      if (entry.problem && (isWanted || entry.problem instanceof NewerEvent)) throw entry.problem;
      await this.delivery.transaction(holding, { to: checkpoint, last: entry }, async (tx) => {
        if (isWanted) await subscription.handle([entry], tx, lease.fence);
        if (!(await this.parking.delivered(tx, head.id))) throw new Overtaken();
      });
      return true;
    } catch (error) {
      if (error instanceof Overtaken) return true;
      if (error instanceof LeaseLost || error instanceof LogRewritten) throw error;
      if (isTransient(error) && !isTooMuchAtOnce(error)) throw error;
      await this.delivery.transaction(holding, { to: checkpoint }, (tx) =>
        this.parking.failedAgain(tx, head, error),
      );
      return false;
    }
  }
}
