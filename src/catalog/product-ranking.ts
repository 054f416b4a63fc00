import { Conditions, type Asked } from './product-conditions.js';
import { alikeOf, matching } from './product-facets.js';
import { COLUMNS, goOn, inOrder, type Listed } from './product-orders.js';
import type { SearchQuery } from './search-query.js';

/**
 * Ranking looks at so many at most: what is called exactly as was asked, and of the others the newest; what is older
 * than those follows them, newest first. A word that stands nearly everywhere has found them after a look at the newest
 * products; any other is looked up.
 */
const RANKED = 500;
const NEWEST = 1_000;
/** So many of them make it less to go on looking through the newest than to look up all that match. */
const FREQUENT = 60;

const PRODUCTS =
  'select p.sku, p.created_position as position, p.name_key, p.search from catalog.product_list p';

/**
 * Candidates by four ways, each bounded; only they are ranked.
 *
 * @param counted whether all that match shall be counted on the same way
 */
export function ranked(filter: Listed, query: SearchQuery, counted: boolean): Asked {
  const where = new Conditions(filter);
  const { all } = where;
  const sku = where.value(query.sku);
  const name = where.value(query.name);
  const found = `${where.value(query.found)}::tsquery`;
  const typed = `${where.value(query.typed)}::tsquery`;
  const beyond = new Conditions({}, where.params);
  goOn(beyond, filter, 'relevance');
  const sql = `
    with ${othersOf(all, found)},
    candidates as (
      (${PRODUCTS} where ${all} and lower(p.sku) = lower(${sku}))
      union all
      (${PRODUCTS} where ${all} and p.name_key = ${name} order by p.created_position desc limit ${RANKED})
      union all
      (select * from others)
    ), scored as (
      select distinct c.sku, c.position, ${scoreOf({ sku, name, found, typed })} as score
      from candidates c
    ), r as (
      select * from scored r where ${beyond.only} order by ${inOrder('relevance')} limit ${beyond.value(filter.limit + 1)}
    )
    select ${COLUMNS}, r.score, (select min(position) from others having count(*) = ${RANKED}) as oldest
      ${counted ? `, ${countsOf(all, found)}` : ''}
    from r join catalog.product_list p using (sku) order by ${inOrder('relevance')}`;
  return { sql, params: where.params };
}

/** The newest that match, by whichever way is less: one of the three finds them, the others nothing. */
const othersOf = (all: string, found: string) => `
    window_of_newest as materialized (
      select w.* from (
        select p.* from catalog.product_list p where not p.archived order by p.created_position desc limit ${NEWEST}) p
      cross join lateral (select p.sku, p.created_position as position, p.name_key, p.search) w
      where ${all} and p.search @@ ${found} order by p.created_position desc limit ${RANKED}
    ), all_that_match as materialized (
      select p.sku, p.created_position as position, p.name_key, p.search, p.category, p.currency, p.price_band as band
      from catalog.product_list p
      where ${all} and p.search @@ ${found} and (select count(*) from window_of_newest) < ${FREQUENT}
    ), others as (
      (select * from window_of_newest where (select count(*) from window_of_newest) = ${RANKED})
      union all
      (${PRODUCTS} where ${all} and p.search @@ ${found}
         and (select count(*) from window_of_newest) between ${FREQUENT} and ${RANKED - 1}
       order by p.created_position desc limit ${RANKED})
      union all
      (select sku, position, name_key, search from all_that_match order by position desc limit ${RANKED})
    )`;

/** What was looked up to be ranked is not looked up again to be counted. */
const countsOf = (all: string, found: string) => `
      case when row_number() over (order by ${inOrder('relevance')}) = 1 then (select json_agg(alike) from (${alikeOf(`
        select category, currency, band from all_that_match
        union all
        ${matching(`${all} and p.search @@ ${found} and (select count(*) from window_of_newest) >= ${FREQUENT}`)}`)}
      ) alike) end as counts`;

/** The SKU counts more than the name, the name more than any words, and words as they were typed more than their like. */
const scoreOf = ({
  sku,
  name,
  found,
  typed,
}: Readonly<Record<'sku' | 'name' | 'found' | 'typed', string>>) => `
  (1000000 * (case when lower(c.sku) = lower(${sku}) then 8 when c.name_key = ${name} then 4 else 0 end
    + ts_rank('{0.05,0.2,0.4,1}', c.search, ${found}, 1)
    + ts_rank('{0.05,0.2,0.4,1}', c.search, ${typed}, 1)))::int`;

/** What matches and is older than what was ranked. */
export function unranked(filter: Listed, query: SearchQuery, before: number): Asked {
  const where = new Conditions(filter);
  const { all } = where;
  const name = where.value(query.name);
  where.that((value) => `p.search @@ ${value}::tsquery`, query.found);
  where.that((value) => `p.created_position < ${value}`, before);
  where.that((value) => `lower(p.sku) <> lower(${value})`, query.sku);
  where.and(`not (p.name_key = ${name} and p.created_position >= coalesce((
    select p.created_position from catalog.product_list p where ${all} and p.name_key = ${name}
    order by p.created_position desc offset ${RANKED - 1} limit 1), 0))`);
  const sql = `select ${COLUMNS}, 0 as score from catalog.product_list p where ${where.all}
    order by p.created_position desc limit ${where.value(filter.limit + 1)}`;
  return { sql, params: where.params };
}
