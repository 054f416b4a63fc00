import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { InjectRepository } from '@nestjs/typeorm';
import { Column, Entity, PrimaryColumn, Repository } from 'typeorm';
import { z } from 'zod';
import type { Recorded } from '../platform/event-store/recorded.js';
import { folded } from '../platform/core/text.js';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { defineReadModel } from '../platform/read-models/read-model.js';
import { ListProducts, type ProductPage, type ProductView } from './contract.js';
import { ProductArchived, ProductChanged, ProductCreated } from './product.events.js';
import { type ProductEvent } from './product.state.js';

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
  /** What a search looks through: every word of name, SKU and description, folded. */
  @Column('text') words: string;
}

export const productList = defineReadModel<ProductListRow>({
  name: 'catalog.product-list',
  entity: ProductListRow,
  shape: 2,
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
  row: Omit<ProductListRow, 'updatedAt' | 'version' | 'words'>,
  { version, occurredAt }: Recorded,
): ProductListRow => ({
  ...row,
  words: words([row.name, row.sku, row.description ?? ''].join(' ')).join(' '),
  updatedAt: new Date(occurredAt),
  version,
});

/** A lexeme of PostgreSQL holds 2,046 bytes; nobody types a longer word than this to find something. */
const LONGEST_WORD = 100;

/** The words of what is sold and of what is asked for, made alike. */
const words = (text: string): string[] =>
  (folded(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []).map((word) =>
    [...word].slice(0, LONGEST_WORD).join(''),
  );

const after = z.object({ position: z.int() });

@QueryHandler(ListProducts)
export class ListProductsHandler implements IQueryHandler<ListProducts> {
  constructor(@InjectRepository(ProductListRow) private readonly rows: Repository<ProductListRow>) {}

  async execute({ filter }: ListProducts): Promise<ProductPage> {
    const found = this.rows.createQueryBuilder('p').where('not p.archived');
    if (filter.cursor)
      found.andWhere('p.createdPosition < :position', decodeCursor(filter.cursor, after, filter));
    if (filter.category !== undefined) found.andWhere('p.category = :category', filter);
    if (filter.currency !== undefined) found.andWhere('p.currency = :currency', filter);
    if (filter.minPrice !== undefined) found.andWhere('p.amountMinor >= :minPrice', filter);
    if (filter.maxPrice !== undefined) found.andWhere('p.amountMinor <= :maxPrice', filter);
    if (filter.q !== undefined) {
      const query = words(filter.q)
        .map((word) => `'${word}':*`)
        .join(' & ');
      found.andWhere(`array_to_tsvector(string_to_array(p.words, ' ')) @@ cast(:query as tsquery)`, {
        query,
      });
    }
    const rows = await found
      .orderBy('p.createdPosition', 'DESC')
      .take(filter.limit + 1)
      .getMany();
    const page = paginate(rows, filter.limit, (row) => ({ position: row.createdPosition }), filter);
    return { items: page.items.map(view), nextCursor: page.nextCursor };
  }
}

const view = (row: ProductListRow): ProductView => ({
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
