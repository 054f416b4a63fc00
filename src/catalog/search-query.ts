import type { Config } from '../platform/config.js';
import type { Transaction } from '../platform/event-store/database.js';
import { distance, exchanged, forgiven } from './spelling.js';
import { canBeMistyped, nameKey, wordsOf } from './words.js';

/** What is looked for, as PostgreSQL understands it. */
export interface SearchQuery {
  /** A `tsquery` of what is found. */
  readonly found: string;
  /** A `tsquery` of the words as they were typed: who has them whole stands further up. */
  readonly typed: string;
  /** Who is named exactly like this stands at the top ... */
  readonly name: string;
  /** ... below the product whose SKU was asked for. */
  readonly sku: string;
  /** For each word the terms of `found` that stand for it. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
}

/** Of more words than this, the others are looked for as they are. */
const UNDERSTOOD_WORDS = 12;
const MOST_VARIANTS = 12;

/** $1: words, $2: the dictionary of the language. Words of one stem begin alike. */
const SAME_STEM = `
  select asked.word, asked.stem = '{}' as "isStop",
    array(select k.word from catalog.known_words k
      where k.word >= asked.head and k.word < asked.head || chr(1114111)
        and ts_lexize($2::regdictionary, k.word) = asked.stem
      order by k.word limit 50) as related
  from (select word, stem, left(stem[1], greatest(length(stem[1]) - 1, 2)) as head
    from (select word, ts_lexize($2::regdictionary, word) as stem from unnest($1::text[]) as word) s) asked`;

/** $1: words, $2: for each as JSON, how it looks with neighbours exchanged. */
const LOOK_ALIKE = `
  select asked.word, array(select l from catalog.words_like(asked.word, 40) l) as similar,
    array(select variant from json_array_elements_text(asked.variants) variant
      where exists (select from catalog.known_words k
        where k.word >= variant and k.word < variant || chr(1114111))) as exchanged
  from unnest($1::text[], $2::json[]) as asked(word, variants)`;

/** $1: a `tsquery`. What stands nearly everywhere is among the newest; all else is looked up, by no other index. */
const ANY_AT_ALL = `
  select exists (
      select from (select search from catalog.product_list where not archived order by created_position desc limit 500) p
      where search @@ $1::tsquery)
    or (select max(created_position + 0) from catalog.product_list where not archived and search @@ $1::tsquery)
      is not null as any`;

/** Understands what was typed: words and their beginnings, other forms of them, and only then what they resemble. */
export class SearchQueries {
  private readonly dictionary: string | undefined;

  constructor(
    private readonly on: Pick<Transaction, 'query'>,
    config: Pick<Config, 'SEARCH_LANGUAGE'>,
  ) {
    const { SEARCH_LANGUAGE: language } = config;
    this.dictionary = language === 'none' ? undefined : `pg_catalog.${language}_stem`;
  }

  /** @returns undefined where nothing was typed that could be found */
  async understand(q: string): Promise<SearchQuery | undefined> {
    const words = [...new Set(wordsOf(q))];
    if (words.length === 0) return undefined;
    const terms = await this.otherForms(words);
    const typed = words.map(quoted).join(' | ');
    return { found: allOf(terms), typed, name: nameKey(q), sku: q.trim(), terms };
  }

  /** Whether it finds anything where nothing is filtered out: if not, it may have been typed wrongly. */
  async findsAny({ found }: SearchQuery): Promise<boolean> {
    const [row] = await this.on.query<{ any: boolean }>(ANY_AT_ALL, [found]);
    return row!.any;
  }

  /** The same with words that look like those typed. */
  async forgiving(query: SearchQuery): Promise<SearchQuery> {
    const terms = new Map(query.terms);
    const asked = [...terms.keys()].slice(0, UNDERSTOOD_WORDS).filter(canBeMistyped);
    const variants = asked.map((word) => JSON.stringify(exchanged(word)));
    const rows = await this.on.query<LookAlike>(LOOK_ALIKE, [asked, variants]);
    for (const row of rows) terms.set(row.word, [...terms.get(row.word)!, ...meantBy(row)]);
    return { ...query, found: allOf(terms), terms };
  }

  /** For each word, the terms that stand for it. Words such as "the" need not be there. */
  private async otherForms(words: readonly string[]): Promise<Map<string, readonly string[]>> {
    const terms = new Map<string, readonly string[]>(words.map((word) => [word, [beginning(word)]]));
    if (!this.dictionary) return terms;
    const asked = words.slice(0, UNDERSTOOD_WORDS).filter(canBeMistyped);
    const rows = await this.on.query<Form>(SAME_STEM, [asked, this.dictionary]);
    const stops = rows.filter(({ isStop }) => isStop);
    if (stops.length < words.length) for (const { word } of stops) terms.delete(word);
    for (const { word, isStop, related } of rows) {
      if (!isStop) terms.set(word, [beginning(word), ...related.filter(unlike(word)).map(quoted)]);
    }
    return terms;
  }
}

interface Form {
  readonly word: string;
  readonly isStop: boolean;
  readonly related: readonly string[];
}

interface LookAlike {
  readonly word: string;
  readonly similar: readonly string[];
  readonly exchanged: readonly string[];
}

function meantBy({ word, similar, exchanged }: LookAlike): string[] {
  const near = similar
    .map((known) => ({ known, wrong: distance(word, known) }))
    .filter(({ wrong }) => wrong > 0 && wrong <= forgiven(word.length))
    .sort((a, b) => a.wrong - b.wrong)
    .slice(0, MOST_VARIANTS);
  return [...exchanged.map(beginning), ...near.map(({ known }) => quoted(known))];
}

/** What begins like the word is found already. */
const unlike = (word: string) => (related: string) => !related.startsWith(word);
const quoted = (word: string): string => `'${word}'`;
const beginning = (word: string): string => `'${word}':*`;
const allOf = (terms: ReadonlyMap<string, readonly string[]>): string =>
  [...terms.values()].map((alternatives) => `(${alternatives.join(' | ')})`).join(' & ');
