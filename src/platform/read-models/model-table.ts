import type { EntityMetadata } from 'typeorm';

interface ModelColumn {
  readonly property: string;
  readonly name: string;
  readonly type: string;
}

const COMPARE_AT_ONCE = 20_000;

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
    private readonly key: ModelColumn,
  ) {}

  /** @throws Error for an entity the engine cannot keep: relations, embedded or generated columns, several keys */
  static of(entity: EntityMetadata): ModelTable {
    const refuse = (what: string): never => {
      throw new Error(`the read model entity ${entity.name} must have ${what}`);
    };
    if (!entity.schema) refuse('a schema');
    if (entity.relations.length > 0 || entity.embeddeds.length > 0) refuse('plain columns only');
    if (entity.columns.some((column) => column.isGenerated || column.transformer)) {
      refuse('no generated or transformed columns');
    }
    const columns = entity.columns.map((column) => ({
      property: column.propertyName,
      name: column.databaseName,
      type: String(column.type),
    }));
    const [key, second] = entity.columns.filter((column) => column.isPrimary);
    if (!key || second) refuse('one primary key column');
    return new ModelTable(
      entity.schema!,
      entity.tableName,
      columns,
      columns.find(({ property }) => property === key!.propertyName)!,
    );
  }

  /** The table that a rebuild fills, with the same columns. */
  shadow(): ModelTable {
    return new ModelTable(this.schema, `${this.name}__rebuild`, this.columns, this.key);
  }

  get qualified(): string {
    return `${quoted(this.schema)}.${quoted(this.name)}`;
  }

  keyOf(row: object): string {
    return String((row as Record<string, unknown>)[this.key.property]);
  }

  /** $1: keys */
  get load(): string {
    const list = this.columns
      .map(({ name, property }) => `${quoted(name)} as ${quoted(property)}`)
      .join(', ');
    return `select ${list} from ${this.qualified} where ${quoted(this.key.name)} = any ($1)`;
  }

  /** $1: rows as JSON, see `toJson` */
  get upsert(): string {
    const names = this.columns.map(({ name }) => quoted(name)).join(', ');
    const changes = this.columns
      .filter((column) => column !== this.key)
      .map(({ name }) => `${quoted(name)} = excluded.${quoted(name)}`);
    const update = changes.length > 0 ? `update set ${changes.join(', ')}` : 'nothing';
    return `insert into ${this.qualified} (${names})
      select ${names} from json_populate_recordset(null::${this.qualified}, $1::json)
      on conflict (${quoted(this.key.name)}) do ${update}`;
  }

  /** $1: keys */
  get remove(): string {
    return `delete from ${this.qualified} where ${quoted(this.key.name)} = any ($1)`;
  }

  /** An empty table with the columns, constraints and indexes of the other. */
  createLike(other: ModelTable): string {
    return `create table ${this.qualified} (like ${other.qualified} including all)`;
  }

  get drop(): string {
    return `drop table if exists ${this.qualified}`;
  }

  get analyze(): string {
    return `analyze ${this.qualified}`;
  }

  /** Undefined properties become null columns. */
  toJson(rows: readonly object[]): string {
    return JSON.stringify(
      rows.map((row) => {
        const json: Record<string, unknown> = {};
        for (const { name, property } of this.columns)
          json[name] = (row as Record<string, unknown>)[property] ?? null;
        return json;
      }),
    );
  }

  /**
   * Two tables row by row, a stretch of keys at a time, so that no statement takes long: $1 is the exclusive lower
   * end (null: the beginning), $2 the inclusive upper end. The checksum does not depend on the order of rows.
   */
  compareWith(other: ModelTable): { nextEnd: string; stretch: string } {
    const key = quoted(this.key.name);
    const cast = this.key.type === 'uuid' ? 'uuid' : 'text';
    const within = `($1::${cast} is null or ${key} > $1::${cast})`;
    const some = (table: ModelTable) =>
      `(select ${key} as key from ${table.qualified} where ${within} order by 1 limit ${COMPARE_AT_ONCE})`;
    const part = (table: ModelTable) =>
      `(select * from ${table.qualified} where ${within} and ${key} <= $2::${cast})`;
    const values = (alias: string) =>
      `row(${this.columns
        .map(({ name, type }) => `${alias}.${quoted(name)}${type === 'json' ? '::jsonb' : ''}`)
        .join(', ')})`;
    const sum = (alias: string) =>
      `coalesce(sum(hashtextextended(${values(alias)}::text, 0)::numeric), 0)::text`;
    const differs = `l.${key} is null or r.${key} is null or ${values('l')} is distinct from ${values('r')}`;
    return {
      nextEnd: `select key::text as end from
        (select key from (${some(this)} union ${some(other)}) u order by key limit ${COMPARE_AT_ONCE}) w
        order by key desc limit 1`,
      stretch: `with l as ${part(this)}, r as ${part(other)},
        d as (select coalesce(l.${key}, r.${key})::text as key, to_json(l) as live, to_json(r) as rebuilt
          from l full join r on l.${key} = r.${key} where ${differs})
        select (select count(*) from l) as live, (select count(*) from r) as rebuilt,
          (select ${sum('l')} from l) as live_sum, (select ${sum('r')} from r) as rebuilt_sum,
          (select count(*) from d) as differences,
          (select coalesce(json_agg(s), '[]') from (select * from d order by key limit $3) s) as sample`,
    };
  }
}
