export const PRODUCTS = 100_000;

/** Syllables make words that differ as words do. */
const syllables = (number: string, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const part = `(${number}) * ${31 + at * 12} / ${20 ** at}`;
    return `substr('bcdfghjklmnprstvwxyz', 1 + ${part} % 20, 1) || substr('aeiou', 1 + ${part} % 5, 1)`;
  }).join(' || ');

/** A large shop, straight into its tables: some words stand in every tenth name, most in a few. */
export const fill = [
  // An index is made in a fraction of the time that it takes to keep it.
  `create temporary table indexes as select indexname, indexdef from pg_indexes
    where schemaname = 'catalog' and indexname !~ '_pkey$'`,
  `do $do$ declare i record; begin
    for i in select * from indexes loop execute format('drop index catalog.%I', i.indexname); end loop;
  end $do$`,
  `insert into catalog.product_list (sku, name, category, amount_minor, currency, archived, created_at, updated_at,
    version, created_position, words, name_key, search)
  select 'SKU-' || n, name, 'category ' || n % 40, 100 + (n * 7919) % 100000,
    case when n % 20 = 0 then 'GBP' else 'EUR' end, n % 50 = 7, now(), now(), 1, n, name, name,
    concat('''', a, ''':1A ''', b, ''':2A ''', c, ''':3A ''', d, ''':4A sku:5A ', n, ':6A')::tsvector
  from (select n, a, b, c, d, concat_ws(' ', a, b, c, d) as name from (select n,
      (array['red','blue','white','black','small','large','old','new','plain','round'])[1 + n % 10] as a,
      ${syllables('n % 5000', 3)} as b,
      (array['mug','bowl','lamp','chair','table','heart','holder','hanging','light','box'])[1 + (n / 10) % 10] as c,
      ${syllables('n % 20000', 4)} as d
    from generate_series(1, ${PRODUCTS}) n) words) made`,
  `insert into catalog.known_words
    select distinct w from catalog.product_list, unnest(string_to_array(name, ' ')) w`,
  `insert into catalog.product_availability select sku, created_position % 3 from catalog.product_list`,
  `do $do$ declare i record; begin
    for i in select * from indexes loop execute i.indexdef; end loop;
  end $do$`,
  `vacuum analyze catalog.product_list, catalog.known_words, catalog.product_availability`,
] as const;
