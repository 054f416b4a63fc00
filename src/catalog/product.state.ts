import { evolving } from '../platform/core/decider.js';
import type { EventIn } from '../platform/core/event.js';
import type * as declared from './product.events.js';
import type { ProductDetails } from './product.events.js';

/** Everything that may stand in its stream. */
export type ProductEvent = EventIn<typeof declared>;

interface KnownProduct extends ProductDetails {
  readonly sku: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type ProductState =
  { readonly status: 'none' } | ({ readonly status: 'on-sale' | 'archived' } & KnownProduct);

export const evolveProduct = evolving<ProductState, ProductEvent>({
  ProductCreated: (_, details, at) => ({ status: 'on-sale', ...details, createdAt: at, updatedAt: at }),
  ProductChanged: (state, change, at) =>
    state.status === 'none' ? state : { ...state, ...change, updatedAt: at },
  ProductArchived: (state, _, at) =>
    state.status === 'none' ? state : { ...state, status: 'archived', updatedAt: at },
});
