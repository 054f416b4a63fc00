import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SimulatedWorld } from '../../platform/outside/simulated-world.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Rejection } from '../../platform/core/rejection.js';
import { Allow } from '../../platform/http/access.js';
import { decodeCursor, paginate } from '../../platform/cqrs/cursor.js';
import {
  amountMinor,
  currencyCode,
  pageOf,
  pageQuery,
  timestamp,
  uuid,
} from '../../platform/core/schemas.js';
import { AlsoAnswers } from '../../platform/http/openapi/also-answers.js';

const filterSchema = pageQuery.extend({
  orderId: uuid.optional(),
  key: uuid.optional(),
  include: z
    .literal('attempts')
    .optional()
    .meta({ description: 'also what took no money: declined, cancelled and failed tries' }),
});
const charge = z
  .object({
    key: uuid,
    paymentId: uuid.nullable(),
    orderId: uuid.nullable(),
    method: z.string().nullable(),
    state: z.enum(['pending', 'captured', 'declined', 'cancelled', 'failed']),
    currency: currencyCode.nullable(),
    amountMinor: amountMinor.nullable(),
    refundedMinor: amountMinor,
    declineCode: z.string().nullable(),
    reference: z.string(),
    attempts: z.int(),
    refunds: z.array(z.object({ key: uuid, amountMinor, reference: z.string(), createdAt: timestamp })),
    createdAt: timestamp,
    cancelledAt: timestamp.nullable(),
  })
  .meta({ id: 'SimulatedCharge' });
const page = pageOf(charge).meta({ id: 'SimulatedChargePage' });
const cursorSchema = z.strictObject({ entered: z.int() });

interface Row {
  readonly entered: number;
  readonly charge: z.output<typeof charge>;
}

const TIME = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const LIST = `
  select c.entered, json_build_object('key', c.key, 'paymentId', c.payment_id, 'orderId', c.order_id,
    'method', c.method,
    'state', case when c.state = 'captured' and c.settles_at > clock_timestamp() then 'pending' else c.state end,
    'currency', c.currency, 'amountMinor', c.amount_minor, 'refundedMinor', c.refunded_minor,
    'declineCode', c.decline_code, 'reference', c.reference, 'attempts', c.attempts,
    'refunds', coalesce((
      select json_agg(json_build_object('key', r.key, 'amountMinor', r.amount_minor, 'reference', r.reference,
        'createdAt', to_char(r.created_at at time zone 'UTC', ${TIME})) order by r.created_at)
      from simulator.refunds r where r.charge_key = c.key), '[]'),
    'createdAt', to_char(c.created_at at time zone 'UTC', ${TIME}),
    'cancelledAt', to_char(c.cancelled_at at time zone 'UTC', ${TIME})) as charge
  from simulator.charges c
  where ($1::bigint is null or c.entered < $1) and ($2::uuid is null or c.order_id = $2)
    and ($3::uuid is null or c.key = $3) and ($4 or c.state = 'captured')
  order by c.entered desc limit $5`;

/** What the simulated gateway really did; nothing of ours, and the truth against which ours is checked. */
@ApiTags('Simulated outside world')
@Controller('v1/simulator/charges')
export class SimulatedChargesController {
  constructor(
    private readonly world: SimulatedWorld,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Allow('operator')
  @ApiOperation({
    operationId: 'listSimulatedCharges',
    summary: 'The journal of the simulated payment gateway: every charge, newest first',
  })
  @ApiOkResponse({ standardSchema: page })
  @AlsoAnswers('not-found')
  async list(@Query({ schema: filterSchema }) filter: z.output<typeof filterSchema>) {
    if (this.config.PAYMENT_GATEWAY !== 'simulator')
      throw new Rejection('not-found', 'nothing is simulated here');
    const after = filter.cursor && decodeCursor(filter.cursor, cursorSchema, filter).entered;
    const rows = await this.world.query<Row>(LIST, [
      after ?? null,
      filter.orderId ?? null,
      filter.key ?? null,
      filter.include === 'attempts',
      filter.limit + 1,
    ]);
    const { items, nextCursor } = paginate(rows, filter.limit, ({ entered }) => ({ entered }), filter);
    return { items: items.map((row) => row.charge), nextCursor };
  }
}
