import type { Found } from '../api/lists.js';

export interface Place {
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
}

/** Where something that was found is shown. */
export function placeOf({ kind, id, by, orderId }: Found, asked: string): Place {
  const stream = `${kind}-${id}`;
  if (by === 'event') return { to: '/events', search: { stream, event: asked.toLowerCase() } };
  if (orderId) return { to: `/orders/${orderId}`, search: {} };
  if (kind === 'customer') return { to: '/orders', search: { customerId: id } };
  if (kind === 'product') return { to: '/orders', search: { sku: id } };
  return { to: '/events', search: { stream } };
}

/** The one place where all of it is shown; undefined where there are several, or none. */
export function onlyPlaceOf(items: readonly Found[], asked: string): Place | undefined {
  const places = new Map(items.map((one) => [JSON.stringify(placeOf(one, asked)), placeOf(one, asked)]));
  return places.size === 1 ? [...places.values()][0] : undefined;
}
