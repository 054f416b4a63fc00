import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { emptyTestDatabase, testDatabase, type TestDatabase } from '../testing/database.js';
import { SchemaTooNew, migrate } from './migrate.js';

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

  it('refuses a database that a newer program has changed', async () => {
    await expect(migrate(database.url, [Shelves1700000000001])).rejects.toBeInstanceOf(SchemaTooNew);
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
