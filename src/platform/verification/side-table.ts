import type { Look } from './look.js';
import { differencesOf, type Tell } from './difference.js';

const AT_ONCE = 10_000;

type Row = Readonly<Record<string, unknown>>;
interface Pair {
  readonly id: string;
  readonly key: string;
  readonly expected: Row | null;
  readonly found: Row | null;
}
interface StrayPage {
  /** Null: there is nothing after it. */
  readonly last: string | null;
  readonly strays: readonly { readonly id: string; readonly row: Row }[];
}

/**
 * A table of rows that commit with the events of streams. What should stand there is computed by the very statement that
 * writes it, without its insert; names come from there and from nowhere else.
 */
export class SideTable {
  private idType: string | undefined;

  private constructor(
    readonly name: string,
    private readonly columns: readonly string[],
    private readonly keys: readonly string[],
    private readonly select: string,
    /** Columns that the clock of the database fills. */
    private readonly clocked: ReadonlySet<string>,
  ) {}

  /**
   * @param statement as a decider declares it: `insert into ... select ... from json_to_recordset($1) ... on conflict`
   * @throws Error for one that is no such statement
   */
  static of(statement: string): SideTable {
    const [, insert = ''] = statement.replace(/\s+/g, ' ').split('insert into ');
    const [told = '', rest = ''] = insert.split(' on conflict (');
    const [select, open] = [told.indexOf('select '), told.indexOf('(')];
    const [name] = told.split(' ');
    if (!name || rest === '' || open < 0 || select < open)
      throw new Error(`rows beside a stream are stored by an insert of a select: ${statement}`);
    const names = listOf(told.slice(open + 1, told.lastIndexOf(')', select)));
    const values = valuesOf(told.slice(select));
    const keys = listOf(rest.slice(0, rest.indexOf(')')));
    const clocked = names.filter((_, at) => values[at]?.includes('clock_timestamp()'));
    return new SideTable(name, names, keys, told.slice(select), new Set(clocked));
  }

  /**
   * Compares the rows of some streams.
   *
   * @param rows by the id of the stream: what its fold says
   */
  async compare(look: Look, category: string, rows: ReadonlyMap<string, object>, tell: Tell): Promise<void> {
    const params = [JSON.stringify([...rows.values()]), [...rows.keys()]];
    const pairs = await look.query<Pair>(this.pairs(await this.typeOfId(look)), params);
    for (const { id, key, expected, found } of pairs) {
      const what = { kind: 'row', stream: `${category}-${id}`, where: this.name, row: key } as const;
      for (const difference of differencesOf(what, expected, found, this.clocked)) tell(difference);
    }
  }

  /** Rows of streams that the log does not know, from key to key. */
  async strays(look: Look, category: string, tell: Tell): Promise<void> {
    const statement = this.strayRows(await this.typeOfId(look));
    for (let last: string | null = null; ;) {
      const [page]: StrayPage[] = await look.query<StrayPage>(statement, [last, category]);
      for (const { id: stray, row } of page!.strays) {
        const stream = `${category}-${stray}`;
        tell({ kind: 'row', stream, where: this.name, row: stray, expected: null, found: row });
      }
      if (page!.last === null) return;
      last = page!.last;
    }
  }

  /** $1: rows as JSON, $2: the ids of their streams. */
  private pairs(type: string): string {
    const names = this.columns.join(', ');
    const [id] = this.keys;
    const key = this.keys.map((each) => `coalesce(e.${each}, f.${each})`).join(', ');
    return `
      with expected (${names}) as (${this.select}),
        found as (select ${names} from ${this.name} where ${id} = any ($2::text[]::${type}[]))
      select coalesce(e.${id}, f.${id})::text as id, concat_ws('/', ${key}) as key,
        case when e.${id} is not null then to_json(e) end as expected,
        case when f.${id} is not null then to_json(f) end as found
      from expected e full join found f on ${this.keys.map((each) => `e.${each} = f.${each}`).join(' and ')}
      where to_jsonb(e) is distinct from to_jsonb(f)`;
  }

  /** $1: after which id, $2: the category of the streams. */
  private strayRows(type: string): string {
    const [id] = this.keys;
    return `
      with part as (
        select * from ${this.name} where $1::${type} is null or ${id} > $1::${type} order by ${id} limit ${AT_ONCE})
      select (select ${id}::text from part order by ${id} desc limit 1) as last,
        (select coalesce(json_agg(json_build_object('id', ${id}, 'row', to_json(part))), '[]') from part
         where not exists (select from platform.events e where e.stream_id = $2 || '-' || ${id}::text)) as strays`;
  }

  private async typeOfId(look: Look): Promise<string> {
    if (this.idType === undefined) {
      const [row] = await look.query<{ type: string }>(
        `select format_type(atttypid, null) as type from pg_attribute
         where attrelid = $1::regclass and attname = $2`,
        [this.name, this.keys[0]],
      );
      this.idType = row!.type;
    }
    return this.idType;
  }
}

const listOf = (names: string): string[] => names.split(',').map((name) => name.trim());

/** The expressions of a select, split at the commas that are in no parentheses. */
function valuesOf(select: string): string[] {
  const [list] = select.replace(/^select(\s+distinct on \([^)]*\))?/, '').split(/\sfrom json_to_recordset/);
  const values = [''];
  let depth = 0;
  for (const letter of list!) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === ',' && depth === 0) values.push('');
    else values[values.length - 1] += letter;
  }
  return values;
}
