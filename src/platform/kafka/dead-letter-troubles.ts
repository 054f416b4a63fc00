import type { AttentionItem, AttentionSource } from '../ops/attention.js';
import type { DeadLetter, DeadLetters } from './dead-letters.js';

/** Open dead letters that somebody must decide on; those behind another wait for that one. */
export const deadLetterTroubles = (letters: DeadLetters): AttentionSource => ({
  list: async ({ limit, after }) => {
    const rows = await letters.heads(limit, after ? { failedAt: after.since, key: after.key } : null);
    return rows.map(item);
  },
});

const item = (letter: DeadLetter): AttentionItem => ({
  id: letter.id,
  kind: 'dead-letter',
  object: `${letter.topic}/${letter.msg_key?.toString() ?? letter.offset}`,
  detail: `${letter.reason}: ${letter.error}`,
  since: letter.failed_at.toISOString(),
  actions: [
    { rel: 'replay', method: 'POST', href: `/v1/ops/dead-letters/${letter.id}/replay` },
    { rel: 'discard', method: 'POST', href: `/v1/ops/dead-letters/${letter.id}/discard` },
  ],
});
