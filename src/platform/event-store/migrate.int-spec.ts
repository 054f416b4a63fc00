import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { emptyTestDatabase, testDatabase, type TestDatabase } from '../testing/database.js';
import { SchemaTooNew, migrate } from './migrate.js';
import { demandProgram } from './schema-fit.js';
import { schemaOf } from './schema-state.js';

class Shelves1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table shelves (id int primary key)');
    await runner.query('select pg_sleep(0.2)');
  }
  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
class Boxes1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table boxes (id int primary key)');
  }
  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

/** Boxes came with the program that no longer looks at shelves. */
class NoShelves1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shelves');
    await demandProgram(runner, this, Boxes1700000000002.name);
  }
  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
class Labels1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table labels (id int primary key)');
  }
  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

describe('migrating a database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await emptyTestDatabase();
  });
  afterAll(() => database.drop());

  it('lets five processes start at once: each migration runs once', async () => {
    const five = Array.from({ length: 5 }, () => migrate(database.url, [Shelves1700000000001]));
    expect((await Promise.all(five)).flat()).toEqual(['Shelves1700000000001']);
  });

  it('runs only what is new', async () => {
    const all = [Shelves1700000000001, Boxes1700000000002];
    expect(await migrate(database.url, all)).toEqual(['Boxes1700000000002']);
    expect(await migrate(database.url, all)).toEqual([]);
  });

  it('lets an older program start beside what a newer one has added', async () => {
    expect(await migrate(database.url, [Shelves1700000000001])).toEqual([]);
    expect(await schemaOf(database.url, [Shelves1700000000001])).toMatchObject({ state: 'current' });
  });

  it('refuses an older program only where a newer one has taken away what it relies on', async () => {
    const newest = [Shelves1700000000001, Boxes1700000000002, NoShelves1700000000003];
    expect(await migrate(database.url, newest)).toEqual(['NoShelves1700000000003']);
    const oldest = migrate(database.url, [Shelves1700000000001]);
    await expect(oldest).rejects.toBeInstanceOf(SchemaTooNew);
    await expect(oldest).rejects.toThrow('NoShelves1700000000003');
    expect(await schemaOf(database.url, [Shelves1700000000001])).toMatchObject({ state: 'newer' });
    const between = [Shelves1700000000001, Boxes1700000000002];
    expect(await migrate(database.url, between)).toEqual([]);
    expect(await schemaOf(database.url, between)).toMatchObject({ state: 'current' });
  });

  it('runs what a program lacks beside what it does not know', async () => {
    const branch = [Shelves1700000000001, Boxes1700000000002, Labels1700000000004];
    expect(await migrate(database.url, branch)).toEqual(['Labels1700000000004']);
  });
});

it('gives each test file a migrated database of its own', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  expect(one.url).not.toBe(other.url);
  const client = new pg.Client({ connectionString: one.url });
  await client.connect();
  const { rows } = await client.query('select count(*)::int as events from platform.events');
  expect(rows).toEqual([{ events: 0 }]);
  await client.end();
  await Promise.all([one.drop(), other.drop()]);
});
