import type { Recorded } from '../platform/event-store/recorded.js';
import type { Transaction } from '../platform/event-store/database.js';
import type { Change, Subscription } from '../platform/subscriptions/subscription.js';
import { ADD, addressed, type Addressed } from './delivery-rows.js';
import { isWanted, type PublishedTypes } from './published-types.js';

interface Hearer {
  readonly id: string;
  readonly eventTypes: string[];
  readonly since: Date;
}

interface Ear {
  /** What is older has had its time: a log that is heard again sends nothing again. */
  readonly keptDays: number;
  /** There is something to send. */
  nudge(): void;
}

const ADD_ALONE = `with ${ADD} select`;
const DAY_MS = 86_400_000;

/** Hears what is published and queues it for every endpoint that wants it, in one statement with the checkpoint. */
export function heardEvents(types: PublishedTypes, { keptDays, nudge }: Ear): Subscription {
  async function changeFor(
    batch: readonly Recorded[],
    on: Pick<Transaction, 'query'>,
  ): Promise<Change | undefined> {
    const hearers = await on.query<Hearer>(
      `select endpoint_id as id, event_types as "eventTypes", hears_since as since
       from webhooks.endpoints where state = 'enabled'`,
    );
    const oldest = Date.now() - keptDays * DAY_MS;
    const rows = batch
      .filter(({ recordedAt }) => Date.parse(recordedAt) > oldest)
      .flatMap((recorded) => forThose(hearers, recorded, types));
    if (rows.length === 0) return undefined;
    nudge();
    return { parts: ADD, params: [JSON.stringify(rows)] };
  }
  return {
    name: 'webhooks.deliveries',
    events: types.events,
    from: 'head',
    lingerMs: 100,
    handle: async (batch, tx) => {
      const change = await changeFor(batch, tx);
      if (change) await tx.query(ADD_ALONE, change.params);
    },
    toChange: changeFor,
  };
}

function forThose(hearers: readonly Hearer[], recorded: Recorded, types: PublishedTypes): Addressed[] {
  const type = types.of(recorded.event.type)?.type;
  if (type === undefined) return [];
  const at = Date.parse(recorded.recordedAt);
  return hearers
    .filter(({ eventTypes, since }) => at >= since.getTime() && isWanted(type, eventTypes))
    .map(({ id }) => addressed(id, recorded, type));
}
