import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { text, timestamp, uuid } from '../core/schemas.js';
import { Allow } from '../http/access.js';
import { Search } from './search.js';

const searchQuery = z.strictObject({
  q: text(200).meta({
    description: 'an id of anything, a SKU, an X-Request-Id',
    examples: ['0190f5a2-7c1e-7b7a-9d53-2f5b6a1c0d11'],
  }),
});
/** What rooms have streams of, and customers, who have none; a room with another kind of stream adds it here. */
const kinds = [
  ...['account', 'customer', 'fulfilment', 'hold', 'order', 'payment', 'product', 'reservation', 'return'],
  ...['returnable', 'shipment', 'stock', 'transfer'],
] as const;
export const foundKind = z
  .enum(kinds)
  .meta({ id: 'FoundKind', 'x-extensible-enum': true, description: 'more may be added' });
const searchView = z
  .object({
    items: z.array(
      z.object({
        kind: foundKind,
        id: z.string(),
        by: z
          .enum(['id', 'command', 'event', 'correlation'])
          .meta({ description: 'what of it was asked for' }),
        orderId: uuid.nullable().meta({ description: 'the order that it belongs to' }),
        at: timestamp.meta({ description: 'of its first event, or of the one that was asked for' }),
        href: z.string().meta({ description: 'where it is shown' }),
      }),
    ),
  })
  .meta({ id: 'SearchResult' });

@ApiTags('Operations')
@Controller('v1/ops/search')
@Allow('operator')
export class SearchController {
  constructor(private readonly search: Search) {}

  @Get()
  @ApiOperation({
    operationId: 'searchEverything',
    summary: 'Whatever has this id, SKU or correlation id; at most 20 things',
    description:
      'Ids of streams, commands and customers, and SKUs, are looked up. Ids of events and correlation ids have no index: the 20,000 events from the time in the id on are looked at, or the newest 20,000 where it tells none.',
  })
  @ApiOkResponse({ standardSchema: searchView })
  async find(@Query({ schema: searchQuery }) { q }: z.output<typeof searchQuery>) {
    return { items: [...(await this.search.find(q))] };
  }
}
