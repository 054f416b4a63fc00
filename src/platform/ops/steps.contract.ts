import { z } from 'zod';
import { withSmallIds } from '../core/ids.js';
import { digits, text, timestamp, uuid } from '../core/schemas.js';
import { subscriptionName } from './contract.js';

const MOST_STREAMS = 20;

export const stepsFilter = z.strictObject({
  streams: text(2_000)
    .overwrite(withSmallIds)
    .transform((given) => [...new Set(given.split(','))])
    .pipe(z.array(text(300)).max(MOST_STREAMS))
    .meta({
      description: `at most ${MOST_STREAMS}, with commas between them`,
      examples: ['order-0190f5a2-7c1e-7b7a-9d53-2f5b6a1c0d11'],
    }),
  model: subscriptionName.optional().meta({ description: 'of one read model only' }),
  after: digits(z.int().min(0)).prefault(0).meta({ description: 'a position of the log: exclusive' }),
  limit: digits(z.int().min(1).max(100)).prefault(20).meta({ description: 'so many events' }),
});

const row = z.record(z.string(), z.unknown()).nullable();

export const stepsPage = z
  .object({
    items: z.array(
      z.object({
        position: z.int(),
        stream: z.string(),
        version: z.int(),
        eventId: uuid,
        type: z.string(),
        occurredAt: timestamp,
        rows: z.array(
          z.object({
            model: z.string().meta({ examples: ['orders.order-list'] }),
            key: z.string(),
            before: row.meta({ description: 'null where there was none' }),
            after: row.meta({ description: 'null where there is none any more' }),
          }),
        ),
      }),
    ),
    nextAfter: z.int().nullable().meta({ description: 'from where to ask on, if this was not all' }),
  })
  .meta({ id: 'ProjectionSteps' });
export type StepsPage = z.output<typeof stepsPage>;
