import type { BulkVerb } from '../bulk/bulk-verbs.js';
import type { ThingFilter } from '../bulk/contract.js';
import { actorName } from '../core/actor.js';
import { Rejection } from '../core/rejection.js';
import type { Database } from '../event-store/database.js';
import type { OperatorLog } from '../ops/operator-log.js';
import type { DeadLetterDesk } from './dead-letter-desk.js';

/** Those behind another of their key wait for that one, and follow it. */
const WAITING = `
  select id from platform.dead_letters
  where state = 'open' and reason <> 'behind' and ($1::text[] is null or id::text = any ($1))
    and ($2::text is null or topic = $2) and ($3::text is null or position(lower($3) in lower(error)) > 0)
  order by arrival limit $4`;

/** What can be told to many dead letters. Those about money are given up one by one, as a second person may have to agree. */
export const bulkVerbs = (
  database: Database,
  desk: DeadLetterDesk,
  operators: OperatorLog,
): readonly BulkVerb[] =>
  (['replay', 'discard'] as const).map((verb) => ({
    verb: `dead-letter.${verb}`,
    isFinal: verb === 'discard',
    things: async ({ ids, topic, error }: ThingFilter, limit: number) => {
      const params = [ids ?? null, topic ?? null, error ?? null, limit];
      return (await database.query<{ id: string }>(WAITING, params)).map(({ id }) => id);
    },
    look: async (id) => {
      if (verb === 'discard') await refuseMoney(desk, id);
      await desk.prospect(verb, id);
    },
    tell: (id, { actor, reason, operation }) => {
      const action = { action: `dead-letter.${verb}`, object: id, reason, details: { operation } };
      const decision = { by: actorName(actor), reason };
      return operators.around(actor, action, () =>
        verb === 'replay' ? replay(desk, id, decision) : discard(desk, id, decision),
      );
    },
  }));

async function replay(desk: DeadLetterDesk, ...[id, decision]: Parameters<DeadLetterDesk['replay']>) {
  const { error } = await desk.replay(id, decision);
  if (error !== null) throw new Error(`it failed again: ${error}`);
}

async function discard(desk: DeadLetterDesk, ...[id, decision]: Parameters<DeadLetterDesk['discard']>) {
  await refuseMoney(desk, id);
  await desk.discard(id, decision);
}

async function refuseMoney(desk: DeadLetterDesk, id: string): Promise<void> {
  if (!(await desk.isAboutMoney(id))) return;
  throw new Rejection('dead-letter.about-money', 'it is about money: give it up by itself');
}
