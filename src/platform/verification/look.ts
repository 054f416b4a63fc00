import type { Database, Transaction } from '../event-store/database.js';

export type Look = Pick<Transaction, 'query'>;

/** One moment of the database, in which nothing can be written. */
export const atOneMoment = <Result>(
  database: Database,
  work: (look: Look) => Promise<Result>,
): Promise<Result> =>
  database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    return work(tx);
  });
