import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { newId } from '../core/ids.js';
import type { InlineWrite } from '../cqrs/command.js';
import { Database, type Transaction } from '../event-store/database.js';
import { Gathered } from '../event-store/gathered.js';
import { ShortMemory } from './short-memory.js';
import { dataKey, type DataKey } from './sealed-text.js';
import { Wrapping, type Wrapped } from './wrapping.js';

/** So long another instance may still open what has been erased; the erasure ends after it. */
export const KEYS_REMEMBERED_MS = 2_000;
const REMEMBERED = 5_000;

interface KeyRow {
  readonly keyId: string;
  readonly subjectId: string;
  readonly wrapped: string | null;
  readonly wrappedBy: string;
}

/** The settings are not those of this database. */
export class ForeignKeys extends Error {
  override readonly name = 'ForeignKeys';
}

/** A key to seal with, and the row that must commit with whatever was sealed. */
export interface SealingKey {
  readonly key: DataKey;
  readonly row: InlineWrite;
}

const USE = 'select personal.use_keys($1::json)';
const COLUMNS = `key_id as "keyId", subject_id as "subjectId", wrapped, wrapped_by as "wrappedBy"`;
const BY_ID = `select ${COLUMNS} from personal.keys where key_id = any ($1::uuid[])`;
const IN_USE = `
  select distinct on (subject_id) ${COLUMNS} from personal.keys
  where subject_id = any ($1::uuid[]) and retired_at is null order by subject_id, key_id`;

const WRAPPED_BY_ANOTHER = `
  select ${COLUMNS} from personal.keys where wrapped is not null and wrapped_by <> $1 order by key_id limit 500`;
/** One that is erased at this moment stays so. */
const REWRAP = `
  update personal.keys k set wrapped = r.wrapped, wrapped_by = r."wrappedBy"
  from json_to_recordset($1::json) as r("keyId" uuid, wrapped text, "wrappedBy" text)
  where k.key_id = r."keyId" and k.wrapped is not null`;

/** The keys of persons, unwrapped for a short time. One that is not in the database is erased. */
@Injectable()
export class PersonalKeys {
  private readonly wrapping: Wrapping;
  private readonly byId = new ShortMemory<DataKey | undefined>(REMEMBERED, KEYS_REMEMBERED_MS);
  private readonly inUse = new ShortMemory<SealingKey>(REMEMBERED, KEYS_REMEMBERED_MS);
  private readonly asked = new Gathered<string, KeyRow | undefined>((ids) => this.look(ids));
  private readonly sought = new Gathered<string, KeyRow | undefined>((subjects) => this.seek(subjects));

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) config: Pick<Config, 'PERSONAL_DATA_KEY'>,
  ) {
    this.wrapping = new Wrapping(config.PERSONAL_DATA_KEY);
  }

  /** @returns undefined when it is erased */
  async withId(keyId: string): Promise<DataKey | undefined> {
    const known = this.byId.get(keyId);
    if (known) return known.value;
    const row = await this.asked.ask(keyId);
    const key = row && this.unwrapped(row);
    this.byId.set(keyId, key);
    return key;
  }

  /** @returns undefined when it would have to be looked up */
  remembered(keyId: string): { readonly value: DataKey | undefined } | undefined {
    return this.byId.get(keyId);
  }

  /** The one in use, or a new one; it is stored with what it seals. */
  async forSealing(subject: string): Promise<SealingKey> {
    const known = this.inUse.get(subject);
    if (known) return known.value;
    const row = await this.sought.ask(subject);
    const key = row && this.unwrapped(row);
    const sealing = key ? { key, row: useOf(key) } : this.made(subject);
    this.inUse.set(subject, sealing);
    this.byId.set(sealing.key.id, sealing.key);
    return sealing;
  }

  /**
   * For a start: whether the settings open the newest key of the database.
   *
   * @throws ForeignKeys when they do not
   */
  async refuseForeign(): Promise<void> {
    const [newest] = await this.database.query<KeyRow>(
      `select ${COLUMNS} from personal.keys where wrapped is not null order by key_id desc limit 1`,
    );
    if (!newest) return;
    try {
      this.unwrapped(newest);
    } catch (error) {
      throw new ForeignKeys(error instanceof Error ? error.message : String(error));
    }
  }

  /** @throws DatabaseError when it was retired */
  async store({ statement, row }: InlineWrite): Promise<void> {
    await this.database.query(statement, [JSON.stringify([row])]);
  }

  /** Nothing new is sealed with them. Whoever is sealing at this moment is waited for. */
  async retire(tx: Pick<Transaction, 'query'>, subject: string): Promise<void> {
    this.forget(subject);
    await tx.query('select personal.retire_keys($1)', [subject]);
  }

  /**
   * Destroys the keys that were retired.
   *
   * @returns for how many milliseconds at least the last one is gone
   */
  async erase(subject: string): Promise<number> {
    await this.database.query('select personal.erase_keys($1)', [subject]);
    this.forget(subject);
    const [row] = await this.database.query<{ ms: number | null }>(
      `select (extract(epoch from clock_timestamp() - max(erased_at)) * 1000)::float8 as ms
       from personal.keys where subject_id = $1`,
      [subject],
    );
    return row?.ms ?? Infinity;
  }

  /** Whether anything that was sealed for them can still be opened. */
  async isSealing(subject: string): Promise<boolean> {
    const rows = await this.database.query(
      'select from personal.keys where subject_id = $1 and erased_at is null limit 1',
      [subject],
    );
    return rows.length > 0;
  }

  /** Whether keys were retired that are not destroyed yet. */
  async areRetired(subject: string): Promise<boolean> {
    const rows = await this.database.query(
      'select from personal.keys where subject_id = $1 and retired_at is not null and erased_at is null limit 1',
      [subject],
    );
    return rows.length > 0;
  }

  /** Whether anything was ever sealed for them. */
  async areKnown(subject: string): Promise<boolean> {
    const rows = await this.database.query('select from personal.keys where subject_id = $1 limit 1', [
      subject,
    ]);
    return rows.length > 0;
  }

  /**
   * Wraps anew what an older setting wrapped. May be interrupted.
   *
   * @returns how many keys
   */
  async rewrap(signal?: AbortSignal): Promise<number> {
    for (let count = 0; ;) {
      signal?.throwIfAborted();
      const rows = await this.database.query<KeyRow>(WRAPPED_BY_ANOTHER, [this.wrapping.current]);
      if (rows.length === 0) return count;
      const renewed = rows.map((row) => ({ ...row, ...this.rewrapped(row) }));
      await this.database.query(REWRAP, [JSON.stringify(renewed)]);
      count += rows.length;
    }
  }

  private rewrapped({ keyId, subjectId, wrapped, wrappedBy }: KeyRow): Wrapped {
    const owner = ownerOf(keyId, subjectId);
    return this.wrapping.wrap(this.wrapping.unwrap({ wrapped: wrapped!, wrappedBy }, owner), owner);
  }

  /** Whatever is remembered of a person is looked up anew. */
  forget(subject: string): void {
    this.inUse.delete(subject);
    this.byId.deleteWhere((key) => key?.subject === subject);
  }

  private made(subject: string): SealingKey {
    const secret = randomBytes(32);
    const key = dataKey(newId(), subject, secret);
    return { key, row: useOf(key, this.wrapping.wrap(secret, ownerOf(key.id, subject))) };
  }

  private unwrapped({ keyId, subjectId, wrapped, wrappedBy }: KeyRow): DataKey | undefined {
    if (wrapped === null) return undefined;
    const secret = this.wrapping.unwrap({ wrapped, wrappedBy }, ownerOf(keyId, subjectId));
    return dataKey(keyId, subjectId, secret);
  }

  private async look(ids: readonly string[]): Promise<(KeyRow | undefined)[]> {
    const rows = await this.database.prepared<KeyRow>('personal-keys-by-id', BY_ID, [[...ids]]);
    const byId = new Map(rows.map((row) => [row.keyId, row]));
    return ids.map((id) => byId.get(id));
  }

  private async seek(subjects: readonly string[]): Promise<(KeyRow | undefined)[]> {
    const rows = await this.database.prepared<KeyRow>('personal-keys-in-use', IN_USE, [[...subjects]]);
    const bySubject = new Map(rows.map((row) => [row.subjectId, row]));
    return subjects.map((subject) => bySubject.get(subject));
  }
}

const ownerOf = (keyId: string, subject: string): string => `${keyId}|${subject}`;

/** The row that says that something is sealed with a key; with the wrapped secret of one that is new. */
export const useOf = ({ id, subject }: Pick<DataKey, 'id' | 'subject'>, wrapped?: Wrapped): InlineWrite => ({
  statement: USE,
  row: { keyId: id, subjectId: subject, ...wrapped },
});
