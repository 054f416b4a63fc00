import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Recorded } from '../platform/event-store/recorded.js';
import { defineReadModel } from '../platform/read-models/read-model.js';
import type { ProductView } from './contract.js';
import { ProductArchived, ProductChanged, ProductCreated } from './product.events.js';
import { type ProductEvent } from './product.state.js';
import { nameKey, searchVector, wordsOf } from './words.js';

@Entity({ schema: 'catalog', name: 'product_list' })
export class ProductListRow {
  @PrimaryColumn('text') sku: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text') category: string;
  @Column('bigint', { name: 'amount_minor' }) amountMinor: number;
  @Column('text') currency: string;
  @Column('boolean') archived: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
  @Column('int') version: number;
  @Column('bigint', { name: 'created_position' }) createdPosition: number;
  /** Where it stands in a list by name. */
  @Column('text', { name: 'name_key' }) nameKey: string;
  /** Every word of name, SKU and description, with its weight. */
  @Column('tsvector') search: string;
  /** What programs before this one search. */
  @Column('text') words: string;
}

export const productList = defineReadModel<ProductListRow>({
  name: 'catalog.product-list',
  entity: ProductListRow,
  shape: 3,
  events: [ProductCreated, ProductChanged, ProductArchived],
  keys: ({ event }) => [(event as ProductEvent).data.sku],
  project(row, recorded) {
    const event = recorded.event as ProductEvent;
    switch (event.type) {
      case 'ProductCreated':
        return created(event, recorded);
      case 'ProductChanged':
        return row && touched({ ...row, ...columns(event.data) }, recorded);
      case 'ProductArchived':
        return row && touched({ ...row, archived: true }, recorded);
    }
  },
});

function created({ data }: ProductCreated, recorded: Recorded): ProductListRow {
  const { sku, name, description, category, price } = data;
  const fresh = {
    ...{ sku, name, description, category, ...price },
    archived: false,
    createdAt: new Date(recorded.occurredAt),
    createdPosition: recorded.position,
  };
  return touched(fresh, recorded);
}

const columns = ({ price, ...change }: ProductChanged['data']) => ({ ...change, ...price });

const touched = (
  row: Omit<ProductListRow, 'updatedAt' | 'version' | 'nameKey' | 'search' | 'words'>,
  { version, occurredAt }: Recorded,
): ProductListRow => ({
  ...row,
  nameKey: nameKey(row.name),
  search: searchVector(row),
  words: wordsOf([row.name, row.sku, row.description ?? ''].join(' ')).join(' '),
  updatedAt: new Date(occurredAt),
  version,
});

export const viewOfRow = (row: ProductListRow): ProductView => ({
  sku: row.sku,
  name: row.name,
  description: row.description,
  category: row.category,
  price: { amountMinor: row.amountMinor, currency: row.currency },
  archived: row.archived,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  version: row.version,
});
