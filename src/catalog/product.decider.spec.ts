import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rejection } from '../platform/core/rejection.js';
import { by, folded, given, givenAt } from '../platform/testing/given.js';
import { ArchiveProduct, ChangeProduct, CreateProduct } from './product.commands.js';
import { archiveProduct, changeProduct, createProduct, product } from './product.decider.js';
import { type ProductState } from './product.state.js';
import { ProductArchived, ProductChanged, ProductCreated } from './product.events.js';
import { type ProductEvent } from './product.state.js';

const mug = {
  sku: 'MUG-BLUE',
  name: 'Blue mug',
  description: null,
  category: 'kitchen',
  price: { amountMinor: 1999, currency: 'EUR' },
};
const created = new ProductCreated(mug);
const archived = new ProductArchived({ sku: mug.sku });

const create = (over: Partial<CreateProduct['data']> = {}) =>
  createProduct(new CreateProduct({ ...mug, ...over }, by));
const change = (over: Partial<ChangeProduct['data']>) =>
  changeProduct(new ChangeProduct({ sku: mug.sku, ...over }, by));
const archive = archiveProduct(new ArchiveProduct({ sku: mug.sku }, by));

describe('Creating a product', () => {
  it('puts it on sale', () => given(product).when(create()).then(created));
  it('is harmless when repeated', () => given(product, created).when(create()).then());
  it('is refused when the SKU belongs to something else', () =>
    given(product, created)
      .when(create({ name: 'Red mug' }))
      .rejects('product.already-exists'));
  it('is refused when the SKU was archived, so that its old orders keep their meaning', () =>
    given(product, created, archived).when(create()).rejects('product.already-exists'));
});

describe('Changing a product', () => {
  it('records only what differs', () =>
    given(product, created)
      .when(change({ name: 'Blue mug', price: { amountMinor: 2499, currency: 'EUR' } }))
      .then(new ProductChanged({ sku: mug.sku, price: { amountMinor: 2499, currency: 'EUR' } })));
  it.each([
    { category: 'garden' },
    { price: { amountMinor: 1999, currency: 'GBP' } },
    { price: { amountMinor: 1998, currency: 'EUR' } },
  ])('notices %j', (wish) =>
    given(product, created)
      .when(change(wish))
      .then(new ProductChanged({ sku: mug.sku, ...wish })),
  );
  it('records nothing when nothing differs', () => given(product, created).when(change(mug)).then());
  it('can take the description away', () =>
    given(product, new ProductCreated({ ...mug, description: 'Holds 300 ml' }))
      .when(change({ description: null }))
      .then(new ProductChanged({ sku: mug.sku, description: null })));
  it('needs a product', () =>
    given(product)
      .when(change({ name: 'x' }))
      .rejects('product.not-found'));
  it('is refused after archiving', () =>
    given(product, created, archived)
      .when(change({ name: 'x' }))
      .rejects('product.archived'));
});

describe('Archiving a product', () => {
  it('takes it off sale', () => given(product, created).when(archive).then(archived));
  it('is harmless when repeated', () => given(product, created, archived).when(archive).then());
  it('needs a product', () => given(product).when(archive).rejects('product.not-found'));
});

describe('A product', () => {
  it('remembers when it was created and last touched', () => {
    const renamed = new ProductChanged({ sku: mug.sku, name: 'Mug' });
    const known = { ...mug, createdAt: givenAt(0) };
    expect(folded(product, created, renamed)).toStrictEqual({
      status: 'on-sale',
      ...known,
      name: 'Mug',
      updatedAt: givenAt(1),
    });
    expect(folded(product, created, archived)).toStrictEqual({
      status: 'archived',
      ...known,
      updatedAt: givenAt(1),
    });
  });

  it('decides nothing when a decided command is repeated', () => {
    const wish = fc.record(
      {
        name: fc.constantFrom('a', 'b'),
        description: fc.constantFrom(null, 'd'),
        price: fc.record({ amountMinor: fc.nat(3), currency: fc.constantFrom('EUR', 'GBP') }),
      },
      { requiredKeys: [] },
    );
    const wished = fc.oneof(fc.constant(create()), fc.constant(archive), wish.map(change));
    fc.assert(
      fc.property(fc.array(wished), (rules) => {
        const history: ProductEvent[] = [created];
        for (const rule of rules) {
          if (!admits(rule, history)) continue;
          history.push(...rule(folded(product, ...history)));
          expect(rule(folded(product, ...history))).toStrictEqual([]);
        }
      }),
    );
  });
});

function admits(
  rule: (state: ProductState) => readonly ProductEvent[],
  history: readonly ProductEvent[],
): boolean {
  try {
    rule(folded(product, ...history));
    return true;
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
}
