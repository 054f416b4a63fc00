import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CONFIG, type Config } from '../../platform/config.js';
import { Rejection } from '../../platform/core/rejection.js';
import { Allow } from '../../platform/http/access.js';
import { decodeCursor, paginate } from '../../platform/cqrs/cursor.js';
import { pageOf, pageQuery, timestamp, uuid } from '../../platform/core/schemas.js';
import { SimulatedWorld } from '../../platform/outside/simulated-world.js';
import { AlsoAnswers } from '../../platform/http/openapi/also-answers.js';

const filterSchema = pageQuery.extend({
  orderId: uuid.optional(),
  key: uuid.optional(),
  include: z
    .literal('attempts')
    .optional()
    .meta({ description: 'also what never became a parcel: refused, and cancelled before it was accepted' }),
});
const parcel = z
  .object({
    key: uuid,
    shipmentId: uuid.nullable(),
    orderId: uuid.nullable(),
    state: z.enum(['pending', 'accepted', 'refused', 'cancelled']),
    country: z.string().nullable(),
    postalCode: z.string().nullable(),
    trackingNumber: z.string(),
    detail: z.string().nullable(),
    attempts: z.int(),
    createdAt: timestamp,
    cancelledAt: timestamp.nullable(),
  })
  .meta({ id: 'SimulatedParcel' });
const page = pageOf(parcel).meta({ id: 'SimulatedParcelPage' });
const cursorSchema = z.strictObject({ entered: z.int() });

interface Row {
  readonly entered: number;
  readonly parcel: z.output<typeof parcel>;
}

const TIME = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const LIST = `
  select p.entered, json_build_object('key', p.key, 'shipmentId', p.shipment_id, 'orderId', p.order_id,
    'state', case when p.state = 'accepted' and p.settles_at > clock_timestamp() then 'pending' else p.state end,
    'country', p.country, 'postalCode', p.postal_code, 'trackingNumber', p.tracking_number, 'detail', p.detail,
    'attempts', p.attempts,
    'createdAt', to_char(p.created_at at time zone 'UTC', ${TIME}),
    'cancelledAt', to_char(p.cancelled_at at time zone 'UTC', ${TIME})) as parcel
  from simulator.parcels p
  where ($1::bigint is null or p.entered < $1) and ($2::uuid is null or p.order_id = $2)
    and ($3::uuid is null or p.key = $3)
    and ($4 or p.state = 'accepted'
      or (p.state = 'cancelled' and p.shipment_id is not null and p.cancelled_at >= p.settles_at))
  order by p.entered desc limit $5`;

/** What the simulated carrier really did; nothing of ours, and the truth against which ours is checked. */
@ApiTags('Simulated outside world')
@Controller('v1/simulator/parcels')
export class SimulatedParcelsController {
  constructor(
    private readonly world: SimulatedWorld,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Allow('operator')
  @ApiOperation({
    operationId: 'listSimulatedParcels',
    summary: 'The journal of the simulated carrier: every parcel it took, newest first',
  })
  @ApiOkResponse({ standardSchema: page })
  @AlsoAnswers('not-found')
  async list(@Query({ schema: filterSchema }) filter: z.output<typeof filterSchema>) {
    if (this.config.CARRIER !== 'simulator') throw new Rejection('not-found', 'nothing is simulated here');
    const after = filter.cursor && decodeCursor(filter.cursor, cursorSchema, filter).entered;
    const rows = await this.world.query<Row>(LIST, [
      after ?? null,
      filter.orderId ?? null,
      filter.key ?? null,
      filter.include === 'attempts',
      filter.limit + 1,
    ]);
    const { items, nextCursor } = paginate(rows, filter.limit, ({ entered }) => ({ entered }), filter);
    return { items: items.map((row) => row.parcel), nextCursor };
  }
}
