import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import * as declared from './product.events.js';
import type { Money } from '../platform/core/money.js';
import { rejecting } from '../platform/core/rejection.js';
import type { CatalogProblem } from './contract.js';
import type { ArchiveProduct, ChangeProduct, CreateProduct } from './product.commands.js';
import { ProductArchived, ProductChanged, ProductCreated, type ProductDetails } from './product.events.js';
import { evolveProduct, type ProductEvent, type ProductState } from './product.state.js';

const reject = rejecting<CatalogProblem>();

export const product: Decider<ProductState, ProductEvent, 'sku'> = {
  category: 'product',
  room: 'catalog',
  idKey: 'sku',
  events: eventsIn(declared),
  initial: { status: 'none' },
  shape: 1,
  notFound: 'product.not-found',
  evolve: evolveProduct,
};

export const createProduct =
  ({ data }: CreateProduct) =>
  (state: ProductState): readonly ProductEvent[] => {
    const details = { ...data, description: data.description ?? null };
    if (state.status === 'none') return [new ProductCreated(details)];
    if (state.status === 'archived' || differences(state, details)) {
      return reject('product.already-exists', `${data.sku} is already in the catalogue, with other details`);
    }
    return [];
  };

export const changeProduct =
  ({ data }: ChangeProduct) =>
  (state: ProductState): readonly ProductEvent[] => {
    switch (state.status) {
      case 'none':
        return reject('product.not-found', `there is no product ${data.sku}`);
      case 'archived':
        return reject('product.archived', `${data.sku} was archived`);
      case 'on-sale': {
        const change = differences(state, data);
        return change ? [new ProductChanged({ sku: data.sku, ...change })] : [];
      }
    }
  };

export const archiveProduct =
  ({ data }: ArchiveProduct) =>
  (state: ProductState): readonly ProductEvent[] => {
    switch (state.status) {
      case 'none':
        return reject('product.not-found', `there is no product ${data.sku}`);
      case 'archived':
        return [];
      case 'on-sale':
        return [new ProductArchived({ sku: data.sku })];
    }
  };

/** What the wish would change, or null. */
function differences(now: ProductDetails, wish: Partial<ProductDetails>): Partial<ProductDetails> | null {
  const { name, description, category, price } = wish;
  const change = {
    ...(name !== undefined && name !== now.name && { name }),
    ...(description !== undefined && description !== now.description && { description }),
    ...(category !== undefined && category !== now.category && { category }),
    ...(price !== undefined && !samePrice(price, now.price) && { price }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

const samePrice = (a: Money, b: Money): boolean =>
  a.amountMinor === b.amountMinor && a.currency === b.currency;
