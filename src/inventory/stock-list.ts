import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Database } from '../platform/event-store/database.js';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { ListStock, type StockItemView, type StockPage } from './contract.js';

interface LevelRow {
  sku: string;
  on_hand: number;
  reserved: number;
  version: number;
  entered: number;
}

const after = z.object({ entered: z.int() });

/** Reads the table that commits with the events, so this list is never behind a write. */
@QueryHandler(ListStock)
export class ListStockHandler implements IQueryHandler<ListStock> {
  constructor(private readonly database: Database) {}

  async execute({ filter: { limit, cursor } }: ListStock): Promise<StockPage> {
    const before = cursor ? decodeCursor(cursor, after).entered : Number.MAX_SAFE_INTEGER;
    const rows = await this.database.query<LevelRow>(
      `select sku, on_hand, reserved, version, entered from inventory.stock_levels
       where entered < $1 order by entered desc limit $2`,
      [before, limit + 1],
    );
    const { items, nextCursor } = paginate(rows, limit, ({ entered }) => ({ entered }));
    return { items: items.map(view), nextCursor };
  }
}

const view = ({ sku, on_hand, reserved, version }: LevelRow): StockItemView => ({
  sku,
  onHand: on_hand,
  reserved,
  available: on_hand - reserved,
  version,
});
