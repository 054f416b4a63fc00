import { Column, Entity, PrimaryColumn } from 'typeorm';
import { stockMovements } from '../inventory/contract.js';
import { defineReadModel } from '../platform/read-models/read-model.js';
import { LINGER_MS } from './report.js';

/** What came and went of a SKU within an hour of UTC. */
@Entity({ schema: 'analytics', name: 'stock_moves' })
export class StockMovesRow {
  @PrimaryColumn('text') sku: string;
  /** Hours since 1970. */
  @PrimaryColumn('int') hour: number;
  @Column('bigint') received: number;
  @Column('bigint') shipped: number;
  @Column('bigint') lost: number;
}

const HOUR_MS = 3_600_000;

export const stockMoves = defineReadModel<StockMovesRow, [sku: string, hour: number]>({
  name: 'analytics.stock-moves',
  entity: StockMovesRow,
  shape: 1,
  lingerMs: LINGER_MS,
  events: stockMovements.events,
  keys({ event, occurredAt }) {
    const { sku, onHand } = stockMovements.of(event);
    return onHand === 0 ? [] : [[sku, Math.floor(Date.parse(occurredAt) / HOUR_MS)]];
  },
  project(row, { event }, [sku, hour]) {
    const { onHand, shipped } = stockMovements.of(event);
    const before = row ?? { received: 0, shipped: 0, lost: 0 };
    return {
      ...{ sku, hour: Number(hour) },
      received: before.received + Math.max(onHand, 0),
      shipped: before.shipped + shipped,
      lost: before.lost + Math.max(-onHand - shipped, 0),
    };
  },
});
