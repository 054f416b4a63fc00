import { Injectable, Logger } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../core/actor.js';
import { ERASED, personalFieldsOf } from '../core/personal.js';
import type { InlineWrite } from '../cqrs/command.js';
import { brokenConstraintOf, databaseErrorKind } from '../event-store/database-errors.js';
import { PersonalKeys, useOf } from './personal-keys.js';
import { seal, sealOf, SEALED_STRINGS, unseal, VERBATIM, type DataKey, type Seal } from './sealed-text.js';

/** Whose data it is, and what it was given for. */
export interface Belonging {
  readonly subject: string;
  readonly context: string;
}

/** A value without clear personal fields, and the row that its key needs in the same append. */
export interface Sealed<Value> {
  readonly value: Value;
  readonly row: InlineWrite;
}

/** Seals one text, under the name of its field. */
export type Seals = (field: string, text: string) => string;

const RACES = 3;
const HIDDEN = 'hidden';
const isUnread = (text: string): boolean => text === ERASED || text === HIDDEN;

/**
 * Personal data is sealed where it comes in and opened where it goes out. In between, in events, states, snapshots,
 * sagas, tasks, read models and kept answers, nobody has it in clear, and nothing has to be searched to erase it.
 */
@Injectable()
export class PersonalData {
  private readonly logger = new Logger(PersonalData.name);

  constructor(private readonly keys: PersonalKeys) {}

  /**
   * Seals the fields that the schema marks as personal, whatever they say: also what looks like a sealed text.
   *
   * @throws Error when what is sealed needs a key that is not set here
   */
  async seal<Value extends object>(
    schema: z.ZodObject,
    value: Value,
    { subject, context }: Belonging,
  ): Promise<Sealed<Value>> {
    const { key, row } = await this.keys.forSealing(subject);
    const given = new Map<string, unknown>(Object.entries(value));
    const sealed: Record<string, string> = {};
    for (const name of personalFieldsOf(schema)) {
      const text = given.get(name);
      if (typeof text === 'string') sealed[name] = seal(key, name, text, context);
    }
    return { value: { ...value, ...sealed }, row };
  }

  /**
   * Does what seals data of a person, again when their keys were erased meanwhile.
   *
   * @param work that stores what it seals, with the rows
   */
  async sealing<Result>(subject: string, work: () => Promise<Result>): Promise<Result> {
    for (let race = 1; ; race++) {
      try {
        return await work();
      } catch (error) {
        if (!isRetiredKey(error)) throw error;
        this.keys.forget(subject);
        if (race === RACES) throw error;
      }
    }
  }

  /**
   * Seals what is stored apart from any append: its key is stored first.
   *
   * @param work makes what is to be stored
   */
  async sealNow<Result>({ subject, context }: Belonging, work: (seals: Seals) => Result): Promise<Result> {
    return this.sealing(subject, async () => {
      const { key, row } = await this.keys.forSealing(subject);
      const sealed = work((field, text) => seal(key, field, text, context));
      await this.keys.store(row);
      return sealed;
    });
  }

  /** The rows that a value which is sealed already needs wherever more is to follow from it. */
  uses(value: object, subject: string): InlineWrite[] {
    const seals = Object.values(value).map((held) => (typeof held === 'string' ? sealOf(held) : undefined));
    const keyIds = new Set(seals.flatMap((sealed) => sealed?.keyId ?? []));
    return [...keyIds].map((id) => useOf({ id, subject }));
  }

  /**
   * A value as somebody outside needs it, to do something with it.
   *
   * @returns undefined when it was erased
   * @throws Error when the key is not set here, or the value was altered
   */
  async open<Value extends object>(value: Value): Promise<Value | undefined> {
    const opened: [string, unknown][] = [];
    for (const [name, held] of Object.entries(value)) {
      const sealed = typeof held === 'string' ? sealOf(held) : undefined;
      const key = sealed && (await this.keys.withId(sealed.keyId));
      if ((sealed && !key) || held === ERASED) return undefined;
      opened.push([name, sealed && key ? unseal(sealed, key) : held]);
    }
    return Object.fromEntries(opened) as Value;
  }

  /**
   * JSON as somebody may read it.
   *
   * @param viewer a customer reads nobody's data but their own, whatever a view may have let through
   */
  async openJson(json: string, viewer?: Actor): Promise<string> {
    if (!json.includes('"sealed:')) return json;
    const keys = new Map<string, Key>();
    for (const sealed of sealsIn(json)) keys.set(sealed.keyId, await this.keyOf(sealed));
    return this.opened(json, (keyId) => keys.get(keyId), viewer);
  }

  /** The same at once. @returns undefined when a key would have to be looked up */
  openNow(json: string, viewer?: Actor): string | undefined {
    let known = true;
    const opened = this.opened(
      json,
      (keyId) => {
        const key = this.keys.remembered(keyId);
        known &&= key !== undefined;
        return key?.value;
      },
      viewer,
    );
    return known ? opened : undefined;
  }

  private opened(json: string, keyOf: (id: string) => Key, viewer?: Actor): string {
    return json.replace(SEALED_STRINGS, (_, text: string) => {
      const sealed = sealOf(text);
      const told = sealed ? this.textOf(sealed, keyOf(sealed.keyId), viewer) : text;
      return sealed?.field === VERBATIM && !isUnread(told) ? told : JSON.stringify(told);
    });
  }

  /** The same for whoever goes on with it. @returns undefined when some of it was erased, or does not open */
  async openWhole(json: string): Promise<string | undefined> {
    for (const sealed of sealsIn(json)) {
      const text = this.textOf(sealed, await this.keyOf(sealed));
      if (isUnread(text)) return undefined;
    }
    return this.openJson(json);
  }

  /** The same for what is no JSON yet. */
  async openAll<Value>(value: Value, viewer?: Actor): Promise<Value> {
    return JSON.parse(await this.openJson(JSON.stringify(value), viewer)) as Value;
  }

  /** What does not open is nobody's fault who asks: they read the rest. */
  private textOf(sealed: Seal, key: Key, viewer?: Actor): string {
    if (!key) return ERASED;
    if (key === 'foreign') return HIDDEN;
    if (viewer?.role === 'customer' && viewer.id !== key.subject) return HIDDEN;
    try {
      return unseal(sealed, key);
    } catch (error) {
      this.complain(sealed, error);
      return HIDDEN;
    }
  }

  private async keyOf(sealed: Seal): Promise<Key> {
    try {
      return await this.keys.withId(sealed.keyId);
    } catch (error) {
      if (databaseErrorKind(error) !== undefined) throw error;
      this.complain(sealed, error);
      return 'foreign';
    }
  }

  private complain({ field, keyId }: Seal, error: unknown): void {
    this.logger.error(`${field} under the key ${keyId} does not open: ${String(error)}`);
  }
}

/** Absent: erased. Foreign: wrapped by a key that is not set here. */
type Key = DataKey | 'foreign' | undefined;

const sealsIn = (json: string): Seal[] =>
  [...json.matchAll(SEALED_STRINGS)].flatMap(([, text]) => sealOf(text!) ?? []);

/** Somebody erased the person at the same moment. */
export const isRetiredKey = (error: unknown): boolean => brokenConstraintOf(error) === 'personal_key_in_use';
