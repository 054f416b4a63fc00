import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DomainEvent, EventClass } from '../platform/core/event.js';
import { defineReadModel } from '../platform/read-models/read-model.js';

@Entity({ schema: 'catalog', name: 'product_availability' })
export class ProductAvailabilityRow {
  @PrimaryColumn('text') sku: string;
  /** Units that nobody has reserved. */
  @Column('bigint') available: number;
}

/** What moves stock, as far as a shop window needs to know: whoever keeps the stock says it. */
export interface StockMovements {
  readonly events: readonly EventClass[];
  /** @returns by how many units the event changes what anybody may still order */
  of(event: DomainEvent): { readonly sku: string; readonly available: number };
}

/** The name of the model that `productAvailability` makes. */
export const availabilityModel = { name: 'catalog.product-availability' };

/** What is in stock. The catalogue does not know where that comes from: the application joins the two rooms. */
export const productAvailability = (movements: StockMovements) =>
  defineReadModel<ProductAvailabilityRow>({
    ...availabilityModel,
    entity: ProductAvailabilityRow,
    shape: 1,
    lingerMs: 20,
    events: movements.events,
    keys: ({ event }) => [movements.of(event).sku],
    project: (row, { event }, sku) => ({
      sku,
      available: (row?.available ?? 0) + movements.of(event).available,
    }),
  });
