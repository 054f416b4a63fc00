import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { testStore, type TestStore } from '../testing/store.js';
import { tally } from '../testing/tally.js';
import { compareTables } from './compare.js';
import { ModelTable } from './model-table.js';

@Entity({ schema: 'spec', name: 'facts' })
class FactRow {
  @PrimaryColumn('text') id: string;
  @PrimaryColumn('int') nth: number;
  @Column('json', { nullable: true }) told: object | null;
  @Column('text', { nullable: true }) note: string | null;
}

const COLUMNS = 'id text, nth int, told json, note text, primary key (id, nth)';

describe('A table compared with the one beside it', () => {
  let store: TestStore;
  let source: DataSource;
  beforeAll(async () => {
    store = await testStore([tally]);
    source = await new DataSource({ type: 'postgres', url: store.url, entities: [FactRow] }).initialize();
    await source.query('create schema spec');
    await source.query(`create table spec.facts (${COLUMNS})`);
    await source.query(`create table spec.facts__rebuild (${COLUMNS})`);
  });
  afterAll(async () => {
    await source.destroy();
    await store.close();
  });

  const compared = async (live: string, rebuilt: string) => {
    await source.query('truncate spec.facts, spec.facts__rebuild');
    await source.query(`insert into spec.facts values ${live}`);
    await source.query(`insert into spec.facts__rebuild values ${rebuilt}`);
    const table = ModelTable.of(source.getMetadata(FactRow));
    return compareTables(store.database, table, table.shadow(), 1);
  };

  it.each([
    ['the same', `('a', 1, '{"x":1}', 'n')`, `('a', 1, '{"x":1}', 'n')`],
    ['JSON in another order', `('a', 1, '{"x":1,"y":[2]}', null)`, `('a', 1, '{ "y": [2], "x": 1 }', null)`],
    ['a number that is only written differently', `('a', 1, '[1.0, 2]', null)`, `('a', 1, '[1,2.00]', null)`],
  ])('finds no difference in %s', async (_, live, rebuilt) => {
    expect(await compared(live, rebuilt)).toMatchObject({ differences: 0, sample: [] });
  });

  it.each([
    ['as text', `('a', 1, '{"x":1}', 'n'), ('b', 1, null, null)`],
    ['by value', `('a', 1, '{"x":1,"y":[2]}', 'n'), ('b', 1, null, null)`],
  ])('has one checksum for two tables that are the same %s, whatever the order of rows', async (_, live) => {
    const other = live.replace('{"x":1,"y":[2]}', '{ "y": [2], "x": 1 }').split(/, (?=\()/);
    const { checksum, rows } = await compared(live, other.reverse().join(', '));
    expect(rows).toEqual({ live: 2, rebuilt: 2 });
    expect(checksum.live).toBe(checksum.rebuilt);
    expect(checksum.live).not.toBe('0');
  });

  it('names what was changed, planted and lost, as it stands in both', async () => {
    const { differences, sample, rows, checksum } = await compared(
      `('a', 1, '[1]', 'x'), ('a', 2, null, null), ('b', 1, '[1]', ''), ('c', 1, '[1]', 'same'), ('p', 1, null, null)`,
      `('a', 1, '[2]', 'x'), ('a', 2, 'null', null), ('b', 1, '[1]', null), ('c', 1, '[1]', 'same'), ('l', 1, null, null)`,
    );
    expect(differences).toBe(5);
    expect(rows).toEqual({ live: 5, rebuilt: 5 });
    expect(checksum.live).not.toBe(checksum.rebuilt);
    expect(sample).toEqual([
      {
        key: 'a/1',
        live: { id: 'a', nth: 1, told: [1], note: 'x' },
        rebuilt: { id: 'a', nth: 1, told: [2], note: 'x' },
      },
      expect.objectContaining({ key: 'a/2' }),
      expect.objectContaining({ key: 'b/1' }),
      { key: 'l/1', live: null, rebuilt: { id: 'l', nth: 1, told: null, note: null } },
      { key: 'p/1', live: { id: 'p', nth: 1, told: null, note: null }, rebuilt: null },
    ]);
  });
});
