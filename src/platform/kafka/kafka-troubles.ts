import { attentionKey, type AttentionItem, type AttentionSource } from '../ops/attention.js';
import type { ClientState, KafkaState } from './client-state.js';

/** A broker that is started again is away for a few seconds: no trouble yet. */
const PATIENCE_MS = 10_000;

/** Clients of the instance that is asked which keep failing, and records that hold up their partition. */
export const kafkaTroubles = (state: KafkaState): AttentionSource => ({
  list: ({ limit, after }) => {
    const items = [...failing(state.consumer), ...failing(state.producer), ...stalled(state)];
    const isWanted = (item: AttentionItem): boolean =>
      !after || item.since < after.since || (item.since === after.since && attentionKey(item) < after.key);
    const order = (item: AttentionItem): string => `${item.since} ${attentionKey(item)}`;
    return Promise.resolve(
      items
        .filter(isWanted)
        .sort((a, b) => (order(a) < order(b) ? 1 : -1))
        .slice(0, limit),
    );
  },
});

const actions = [{ rel: 'look', method: 'GET', href: '/v1/ops/kafka' }] as const;
const isOld = (since: Date): boolean => Date.now() - since.getTime() > PATIENCE_MS;

function failing({ client, failingSince, lastError }: ClientState): AttentionItem[] {
  if (!failingSince || !isOld(failingSince)) return [];
  const detail = `the Kafka ${client} of this instance keeps failing: ${lastError}`;
  return [{ id: client, kind: 'kafka', object: client, detail, since: failingSince.toISOString(), actions }];
}

const stalled = ({ stalledRecords }: KafkaState): AttentionItem[] =>
  stalledRecords
    .filter(({ since }) => isOld(since))
    .map(({ topic, partition, offset, error, since }) => ({
      id: `${topic}/${partition}`,
      kind: 'kafka',
      object: `${topic}/${partition}`,
      detail: `the record at ${offset} holds up its partition: ${error}`,
      since: since.toISOString(),
      actions,
    }));
