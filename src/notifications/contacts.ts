import { Inject, Injectable } from '@nestjs/common';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { CONFIG, type Config } from '../platform/config.js';
import type { Actor } from '../platform/core/actor.js';
import { rejecting } from '../platform/core/rejection.js';
import { demandVersion, type ExpectedVersion } from '../platform/cqrs/expected-version.js';
import { Database, type Transaction } from '../platform/event-store/database.js';
import { PersonalData, type Sealed } from '../platform/personal-data/personal-data.js';
import {
  ForgetContact,
  GetContact,
  contactBody,
  type ContactView,
  type Language,
  type NotificationProblem,
} from './contract.js';

const reject = rejecting<NotificationProblem>();
const COLUMNS = `customer_id as "customerId", email, language, wanted as notifications, updated_at as "updatedAt", version`;

type Row = Omit<ContactView, 'updatedAt'> & { readonly updatedAt: Date };

/** Whom a mail goes to. */
export interface Addressee {
  readonly customerId: string;
  readonly email: string;
  readonly language: Language;
  readonly notifications: boolean;
}

/** How customers are reached, and whether they want to be. Kept here alone, and sealed, so that it can be forgotten. */
@Injectable()
export class Contacts {
  constructor(
    private readonly database: Database,
    private readonly personalData: PersonalData,
    @Inject(CONFIG) private readonly config: Pick<Config, 'NOTIFY_LANGUAGE'>,
  ) {}

  /** @throws Rejection `contact.not-found` */
  async get(customerId: string, actor: Actor): Promise<ContactView> {
    demandOwn(customerId, actor);
    const [row] = await this.database.query<Row>(
      `select ${COLUMNS} from notifications.contacts where customer_id = $1`,
      [customerId],
    );
    return row ? viewOf(row) : notFound(customerId);
  }

  put(
    customerId: string,
    body: z.output<typeof contactBody>,
    actor: Actor,
    expected: ExpectedVersion | undefined,
  ): Promise<ContactView> {
    demandOwn(customerId, actor);
    const whose = { subject: customerId, context: 'contact' };
    return this.personalData.sealing(customerId, async () =>
      this.store(customerId, await this.personalData.seal(contactBody, body, whose), expected),
    );
  }

  private store(
    customerId: string,
    { value: { email, language, notifications }, row: key }: Sealed<z.output<typeof contactBody>>,
    expected: ExpectedVersion | undefined,
  ): Promise<ContactView> {
    return this.database.transaction(async (tx) => {
      demandVersion(expected, await versionOf(tx, customerId));
      await tx.query(key.statement, [JSON.stringify([key.row])]);
      const [row] = await tx.query<Row>(
        `insert into notifications.contacts as c (customer_id, email, language, wanted) values ($1, $2, $3, $4)
         on conflict (customer_id) do update set email = excluded.email, language = excluded.language,
           wanted = excluded.wanted, version = c.version + 1, updated_at = clock_timestamp()
         returning ${COLUMNS}`,
        [customerId, email, language ?? this.config.NOTIFY_LANGUAGE, notifications],
      );
      return viewOf(row!);
    });
  }

  /** @returns what was forgotten */
  async remove(
    customerId: string,
    actor: Actor,
    expected: ExpectedVersion | undefined,
  ): Promise<ContactView> {
    demandOwn(customerId, actor);
    return this.database.transaction(async (tx) => {
      demandVersion(expected, await versionOf(tx, customerId));
      const [row] = await tx.query<Row>(
        `delete from notifications.contacts where customer_id = $1 returning ${COLUMNS}`,
        [customerId],
      );
      return row ? viewOf(row) : notFound(customerId);
    });
  }

  /** Those of the customers who have one, by customer. */
  async of(
    customerIds: readonly string[],
    on: Pick<Transaction, 'query'> = this.database,
  ): Promise<ReadonlyMap<string, Addressee>> {
    if (customerIds.length === 0) return new Map();
    const rows = await on.query<Row>(
      `select ${COLUMNS} from notifications.contacts where customer_id = any ($1::uuid[])`,
      [[...customerIds]],
    );
    return new Map(rows.map((row) => [row.customerId, row]));
  }
}

@QueryHandler(GetContact)
export class GetContactHandler implements IQueryHandler<GetContact> {
  constructor(private readonly contacts: Contacts) {}

  execute({ customerId, actor }: GetContact): Promise<ContactView> {
    return this.contacts.get(customerId, actor);
  }
}

@CommandHandler(ForgetContact)
export class ForgetContactHandler implements ICommandHandler<ForgetContact> {
  constructor(private readonly database: Database) {}

  async execute({ customerId }: ForgetContact): Promise<void> {
    await this.database.query('delete from notifications.contacts where customer_id = $1', [customerId]);
  }
}

/** 0 while there is none; the row stays as it is until the transaction ends. */
async function versionOf(tx: Transaction, customerId: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'select version from notifications.contacts where customer_id = $1 for update',
    [customerId],
  );
  return row?.version ?? 0;
}

function demandOwn(customerId: string, { role, id }: Actor): void {
  if (role === 'customer' && id !== customerId) notFound(customerId);
}

const notFound = (customerId: string): never =>
  reject('contact.not-found', `there is no contact of a customer ${customerId}, or it is not you`);

const viewOf = (row: Row): ContactView => ({ ...row, updatedAt: row.updatedAt.toISOString() });
