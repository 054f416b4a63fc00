import type { TimelineEntry } from '../api/types.js';

/** An order after one of the things that happened to it. */
export interface Moment {
  readonly entry: TimelineEntry;
  /** How far each stream had come. */
  readonly order: number;
  readonly fulfilment: number;
}

/** @param entries all of them, oldest first */
export function momentsOf(orderId: string, entries: readonly TimelineEntry[]): readonly Moment[] {
  let [order, fulfilment] = [0, 0];
  return entries.map((entry) => {
    if (entry.stream === `order-${orderId}`) order = entry.version;
    if (entry.stream === `fulfilment-${orderId}`) fulfilment = entry.version;
    return { entry, order, fulfilment };
  });
}
