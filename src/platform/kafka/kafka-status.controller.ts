import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow } from '../http/access.js';
import { timestamp } from '../core/schemas.js';
import { KafkaStatus } from './kafka-status.js';

const client = z.object({
  state: z.enum(['off', 'connecting', 'running', 'failing', 'stopped']),
  since: timestamp,
  failures: z.int().meta({ description: 'in a row, without a steady minute in between' }),
  failingSince: timestamp.nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: timestamp.nullable(),
});
const stalled = z.object({
  topic: z.string(),
  partition: z.int(),
  offset: z.string(),
  error: z.string(),
  since: timestamp,
});
const partition = z.object({
  topic: z.string(),
  partition: z.int(),
  committed: z
    .string()
    .nullable()
    .meta({ description: 'where the group goes on; null: it has read nothing' }),
  end: z.string(),
  lag: z.int(),
});
const status = z
  .object({
    enabled: z.boolean(),
    brokers: z.array(z.string()),
    clientId: z.string(),
    groupId: z.string(),
    topicPrefix: z.string(),
    epoch: z.object({ epoch: z.int(), since: timestamp, reason: z.string() }),
    consumer: client.extend({
      stalled: z.array(stalled).meta({ description: 'records that are tried again and again' }),
    }),
    producer: client,
    lag: z.int().meta({ description: 'records of all partitions that nobody has dealt with' }),
    lagError: z.string().nullable().meta({ description: 'why the brokers did not say' }),
    partitions: z.array(partition),
  })
  .meta({ id: 'KafkaStatus' });

/** How this instance gets on with Kafka, and how far the whole installation has come. */
@ApiTags('Operations')
@Controller('v1/ops/kafka')
@Allow('operator')
export class KafkaStatusController {
  constructor(private readonly kafka: KafkaStatus) {}

  @Get()
  @ApiOperation({
    operationId: 'getKafka',
    summary: 'Consumer and producer of this instance, and the lag of each partition',
  })
  @ApiOkResponse({ standardSchema: status })
  read() {
    return this.kafka.read();
  }
}
