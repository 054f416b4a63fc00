import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { Change } from '../subscriptions/subscription.js';

interface ModelColumn {
  readonly property: string;
  readonly name: string;
  readonly type: string;
}

/** The values of a row's key columns, in their order; fewer of them mean all rows that begin so. */
export type RowKey = readonly (string | number)[];

const COMPARE_AT_ONCE = 20_000;
const KEY_TYPES = new Set(['uuid', 'text', 'int', 'integer', 'bigint', 'smallint', 'date']);

const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

/**
 * The table behind a read model, and all SQL about it. Identifiers come from the entity's metadata and nowhere else;
 * the same statements serve the live table and the one beside it that a rebuild fills.
 */
export class ModelTable {
  private constructor(
    readonly schema: string,
    readonly name: string,
    private readonly columns: readonly ModelColumn[],
    private readonly keys: readonly ModelColumn[],
  ) {}

  /** @throws Error for an entity the engine cannot keep: relations, embedded or generated columns, odd keys */
  static of(entity: EntityMetadata): ModelTable {
    const refuse = (what: string): never => {
      throw new Error(`the read model entity ${entity.name} must have ${what}`);
    };
    if (!entity.schema) refuse('a schema');
    if (entity.relations.length > 0 || entity.embeddeds.length > 0) refuse('plain columns only');
    if (entity.columns.some((column) => column.isGenerated || column.transformer)) {
      refuse('no generated or transformed columns');
    }
    const keys = entity.columns.filter((column) => column.isPrimary).map(columnOf);
    if (keys.length === 0) refuse('a primary key');
    if (keys.some(({ type }) => !KEY_TYPES.has(type))) {
      refuse(`key columns of the types ${[...KEY_TYPES].join(', ')}`);
    }
    return new ModelTable(entity.schema!, entity.tableName, entity.columns.map(columnOf), keys);
  }

  /** The table that a rebuild fills, with the same columns. */
  shadow(): ModelTable {
    return new ModelTable(this.schema, `${this.name}__rebuild`, this.columns, this.keys);
  }

  /** The table that a session fills for itself alone; it goes with the session. */
  inSession(): ModelTable {
    return new ModelTable('pg_temp', this.name, this.columns, this.keys);
  }

  get qualified(): string {
    return `${quoted(this.schema)}.${quoted(this.name)}`;
  }

  /** How many columns the key has. */
  get keyLength(): number {
    return this.keys.length;
  }

  keyOf(row: object): RowKey {
    return this.keys.map(({ property }) => (row as Record<string, string | number>)[property]!);
  }

  /** From $1 on: the keys, see `keysToArrays`. @param length how many columns of the key are given */
  load(length: number): string {
    // The driver would make a moment of a day.
    const isDay = (column: ModelColumn) => column.type === 'date' && this.isKey(column);
    const list = this.columns
      .map((column) => `${quoted(column.name)}${isDay(column) ? '::text' : ''} as ${quoted(column.property)}`)
      .join(', ');
    const given = this.keys.slice(0, length).map(({ name }) => `t.${quoted(name)}`);
    const values = this.keys.slice(0, length).map(({ type }, at) => `$${at + 1}::${type}[]`);
    const isAmong =
      length === 1
        ? `${given[0]} = any (${values[0]})`
        : `(${given.join(', ')}) in (select * from unnest(${values.join(', ')}))`;
    return `select ${list} from ${this.qualified} t where ${isAmong}`;
  }

  /** @returns undefined when there is nothing to change */
  change(rows: readonly object[], gone: readonly RowKey[]): Change | undefined {
    if (gone.length === 0) {
      return rows.length > 0 ? { parts: this.upsert, params: [this.toJson(rows)] } : undefined;
    }
    return {
      parts: `${this.upsert}, removed as (
        delete from ${this.qualified} t where ${this.among('$2')})`,
      params: [this.toJson(rows), this.keysToJson(gone)],
    };
  }

  /** $1: rows as JSON, see `toJson` */
  private get upsert(): string {
    const names = this.columns.map(({ name }) => quoted(name)).join(', ');
    const changes = this.columns
      .filter((column) => !this.isKey(column))
      .map(({ name }) => `${quoted(name)} = excluded.${quoted(name)}`);
    const update = changes.length > 0 ? `update set ${changes.join(', ')}` : 'nothing';
    return `stored as (insert into ${this.qualified} (${names})
      select ${names} from json_populate_recordset(null::${this.qualified}, $1::json)
      on conflict (${this.keyList()}) do ${update})`;
  }

  /** An empty table with the columns, constraints and indexes of the other. */
  createLike(other: ModelTable): string {
    return `create table ${this.qualified} (like ${other.qualified} including all)`;
  }

  get drop(): string {
    return `drop table if exists ${this.qualified}`;
  }

  get lock(): string {
    return `lock table ${this.qualified} in access exclusive mode`;
  }

  get analyze(): string {
    return `analyze ${this.qualified}`;
  }

  /** Undefined properties become null columns. */
  private toJson(rows: readonly object[]): string {
    return JSON.stringify(
      rows.map((row) => {
        const json: Record<string, unknown> = {};
        for (const { name, property } of this.columns)
          json[name] = (row as Record<string, unknown>)[property] ?? null;
        return json;
      }),
    );
  }

  /** One for each column of the keys. */
  keysToArrays(keys: readonly RowKey[]): string[][] {
    return keys[0]!.map((_, at) => keys.map((key) => String(key[at])));
  }

  private keysToJson(keys: readonly RowKey[]): string {
    return JSON.stringify(
      keys.map((key) => Object.fromEntries(key.map((value, at) => [this.keys[at]!.name, value]))),
    );
  }

  /**
   * Two tables row by row, a stretch of keys at a time, so that no statement takes long: $1 is the exclusive lower
   * end as texts (null: the beginning), $2 the inclusive upper end. The checksum does not depend on the order of rows.
   *
   * @param atOnce so many keys are one stretch
   */
  compareWith(other: ModelTable, atOnce = COMPARE_AT_ONCE): { nextEnd: string; stretch: string } {
    const key = this.keyList();
    const end = (parameter: string) =>
      `(${this.keys.map(({ type }, at) => `(${parameter}::text[])[${at + 1}]::${type}`).join(', ')})`;
    const within = `($1::text[] is null or (${key}) > ${end('$1')})`;
    const some = (table: ModelTable) =>
      `(select ${key} from ${table.qualified} where ${within} order by ${key} limit ${atOnce})`;
    const part = (table: ModelTable) => `${table.qualified} t where ${within} and (${key}) <= ${end('$2')}`;
    const texts = this.keys.map(({ name }) => `${quoted(name)}::text`).join(', ');
    const descending = this.keys.map(({ name }) => `${quoted(name)} desc`).join(', ');
    return {
      nextEnd: `select array[${texts}] as end from
        (select ${key} from (${some(this)} union ${some(other)}) u order by ${key} limit ${atOnce}) w
        order by ${descending} limit 1`,
      stretch: this.stretchOf(part(this), part(other)),
    };
  }

  /**
   * Each row is told as text once, its JSON as it is written; only rows that are told differently are compared, and told
   * for the checksum, value by value. So the checksums of the two belong together, and to no other comparison.
   */
  private stretchOf(live: string, rebuilt: string): string {
    const values = (row: string, json: string) =>
      `row(${this.columns
        .map(({ name, type }) => `(${row}).${quoted(name)}${type === 'json' ? json : ''}`)
        .join(', ')})`;
    const told = (part: string) =>
      `(select ${this.keyList()}, t as "whole row", ${values('t', '')}::text as "as text" from ${part})`;
    const sum = (of: string) =>
      `coalesce(sum(coalesce(checksum, hashtextextended(${values(of, '::jsonb')}::text, 0))::numeric)
         filter (where "is ${of}"), 0)::text`;
    const first = quoted(this.keys[0]!.name);
    const same = this.keys.map(({ name }) => `l.${quoted(name)} = r.${quoted(name)}`).join(' and ');
    const shown = this.keys.map(({ name }) => `coalesce(l.${quoted(name)}, r.${quoted(name)})`).join(', ');
    const unlessSame = (what: string) => `case when l."as text" = r."as text" then null else ${what} end`;
    return `with l as ${told(live)}, r as ${told(rebuilt)},
      pairs as materialized (
        select l.${first} is not null as "is live", r.${first} is not null as "is rebuilt",
          case when l."as text" = r."as text" then hashtextextended(l."as text", 0) end as checksum,
          ${unlessSame(`concat_ws('/', ${shown})`)} as key,
          ${unlessSame('l."whole row"')} as live, ${unlessSame('r."whole row"')} as rebuilt
        from l full join r on ${same}),
      d as (select key, to_json(live) as live, to_json(rebuilt) as rebuilt from pairs
        where checksum is null and (not "is live" or not "is rebuilt"
          or ${values('live', '::jsonb')} is distinct from ${values('rebuilt', '::jsonb')}))
      select count(*) filter (where "is live") as live, count(*) filter (where "is rebuilt") as rebuilt,
        ${sum('live')} as live_sum, ${sum('rebuilt')} as rebuilt_sum,
        (select count(*) from d) as differences,
        (select coalesce(json_agg(s), '[]') from (select * from d order by key limit $3) s) as sample
      from pairs`;
  }

  /** @param keys the parameter with keys as JSON, see `keysToJson` */
  private among(keys: string): string {
    const columns = this.keys.map(({ name }) => quoted(name));
    return `(${columns.map((column) => `t.${column}`).join(', ')}) in
      (select ${columns.join(', ')} from json_populate_recordset(null::${this.qualified}, ${keys}::json))`;
  }

  private keyList(): string {
    return this.keys.map(({ name }) => quoted(name)).join(', ');
  }

  private isKey({ name }: ModelColumn): boolean {
    return this.keys.some((key) => key.name === name);
  }
}

const columnOf = (column: ColumnMetadata): ModelColumn => ({
  property: column.propertyName,
  name: column.databaseName,
  type: column.type === String ? 'text' : String(column.type),
});
