import { by } from '../platform/testing/given.js';
import { holdsStatesTable } from '../platform/testing/states-table.js';
import { ArchiveProduct, ChangeProduct, CreateProduct } from './product.commands.js';
import { archiveProduct, changeProduct, createProduct, product } from './product.decider.js';
import { ProductArchived, ProductCreated } from './product.events.js';

const sku = 'MUG';
const mug = { sku, name: 'Mug', category: 'kitchen', price: { amountMinor: 1999, currency: 'EUR' } };
const created = new ProductCreated({ ...mug, description: null });

const statuses = {
  none: [],
  'on-sale': [created],
  archived: [created, new ProductArchived({ sku })],
};
const commands = {
  CreateProduct: createProduct(new CreateProduct(mug, by)),
  'CreateProduct, another': createProduct(new CreateProduct({ ...mug, name: 'Pot' }, by)),
  ChangeProduct: changeProduct(new ChangeProduct({ sku, name: 'Pot' }, by)),
  'ChangeProduct, the same': changeProduct(new ChangeProduct({ sku, name: 'Mug' }, by)),
  ArchiveProduct: archiveProduct(new ArchiveProduct({ sku }, by)),
};

holdsStatesTable({ room: 'catalog', decider: product, statuses, commands });
