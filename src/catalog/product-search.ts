import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../platform/config.js';
import { paginate } from '../platform/cqrs/cursor.js';
import { Database, type Transaction } from '../platform/event-store/database.js';
import { ListProducts, type ProductPage } from './contract.js';
import { narrows, type Asked } from './product-conditions.js';
import { counting, facetsOf, type Alike } from './product-facets.js';
import { viewOfRow } from './product-list.js';
import { lastOf, orders, sorted, type Found, type Listed, type Order } from './product-orders.js';
import { ranked, unranked } from './product-ranking.js';
import { SearchQueries, type SearchQuery } from './search-query.js';

/** Products on sale, in any order, or those that answer a question best. */
@QueryHandler(ListProducts)
export class ListProductsHandler implements IQueryHandler<ListProducts> {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SEARCH_LANGUAGE'>,
  ) {}

  execute({ filter }: ListProducts): Promise<ProductPage> {
    return this.database.transaction(async (tx) => {
      await tx.query(PLANS);
      return new ProductSearch(tx, this.config).answer(filter);
    });
  }
}

/**
 * How many rows a beginning of a word has is guessed badly, and a table is never read from end to end for a page of
 * products: with an index the worst guess costs little. Other processes and machine code cost more than they save.
 */
export const PLANS = `
  select set_config('transaction_read_only', 'on', true), set_config('enable_seqscan', 'off', true),
    set_config('max_parallel_workers_per_gather', '0', true), set_config('jit', 'off', true)`;

class ProductSearch {
  private readonly queries: SearchQueries;

  constructor(
    private readonly on: Pick<Transaction, 'query'>,
    config: Pick<Config, 'SEARCH_LANGUAGE'>,
  ) {
    this.queries = new SearchQueries(on, config);
  }

  async answer(filter: ListProducts['filter']): Promise<ProductPage> {
    const { q, facets, sort: _, ...rest } = filter;
    let query = q === undefined ? undefined : await this.queries.understand(q);
    if (q !== undefined && !query)
      return { items: [], nextCursor: null, ...(facets && { facets: facetsOf([]) }) };
    const order = orderOf(filter, query);
    const listed = { ...rest, q, order };
    const ask = (understood?: SearchQuery) => this.page(listed, order, understood, facets);
    let rows = await ask(query);
    if (query && rows.length === 0 && !(await this.hides(filter, query))) {
      query = await this.queries.forgiving(query);
      rows = await ask(query);
    }
    const page = paginate(rows, filter.limit, (row) => ({ key: orders[order].of(row) }), listed);
    return {
      items: page.items.map(viewOfRow),
      nextCursor: page.nextCursor,
      ...(facets && { facets: facetsOf(await this.counts(rows, filter, query)) }),
    };
  }

  private async counts(
    [first]: readonly Found[],
    filter: ListProducts['filter'],
    query?: SearchQuery,
  ): Promise<readonly Alike[]> {
    if (first?.counts !== undefined) return first.counts ?? [];
    if (!first && filter.cursor === undefined) return [];
    const { sql, params } = counting(filter, query);
    return this.on.query<Alike>(sql, params);
  }

  /** Whether something answers the question, only not with this filter, or not on this page. */
  private async hides(filter: ListProducts['filter'], query: SearchQuery): Promise<boolean> {
    return (narrows(filter) || filter.cursor !== undefined) && this.queries.findsAny(query);
  }

  private async page(
    filter: Listed,
    order: Order,
    query: SearchQuery | undefined,
    counted = false,
  ): Promise<Found[]> {
    if (order !== 'relevance') return this.ask(sorted(filter, order, query));
    const [score, position] = lastOf(filter);
    if (score === 0) return this.ask(unranked(filter, query!, position!));
    const rows = await this.ask(ranked(filter, query!, counted));
    if (rows.length > filter.limit) return rows;
    // The page before may have ended with the last that was ranked.
    const [first] =
      rows.length > 0 || filter.cursor === undefined
        ? rows
        : await this.ask(ranked({ ...filter, cursor: undefined, limit: 1 }, query!, false));
    if (first?.oldest == null) return rows;
    return [...rows, ...(await this.ask(unranked(filter, query!, first.oldest)))];
  }

  private ask({ sql, params }: Asked): Promise<Found[]> {
    return this.on.query<Found>(sql, params);
  }
}

/** What was asked for; without anything to be relevant to, the newest come first. */
export function orderOf(
  { sort = 'relevance' }: Pick<ListProducts['filter'], 'sort'>,
  query?: SearchQuery,
): Order {
  return sort === 'relevance' && !query ? 'newest' : sort;
}
