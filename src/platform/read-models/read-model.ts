import type { Provider, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EventClass } from '../core/event.js';
import type { Recorded } from '../event-store/recorded.js';
import { SubscriptionRegistry } from '../subscriptions/subscription-registry.js';
import { ModelTable } from './model-table.js';
import { Projector } from './projector.js';
import { ReadModels } from './read-models.js';

/**
 * A table that is computed from the log: pure, so that it can be computed again. No clock, no random, nothing but
 * the event and the row.
 */
export interface ReadModel<Row extends object> {
  /** `<room>.<what>`; also the name of its subscription. */
  readonly name: string;
  /** A TypeORM entity with a single text or uuid key. Timestamps are `Date`, bigint is `number`. */
  readonly entity: Type<Row>;
  /** Raise it when `project` or the table changes: the model is then rebuilt beside the live one. */
  readonly shape: number;
  readonly events: readonly EventClass[];
  /** The primary keys of the rows that an event touches. */
  keys(recorded: Recorded): readonly string[];
  /** @returns the new row (never the old one changed in place), or undefined when there shall be none */
  project(row: Row | undefined, recorded: Recorded, key: string): Row | undefined;
}

export const readModel = <Row extends object>(model: ReadModel<Row>): ReadModel<Row> => model;

/** A line of a room's module: keeps the model up to date, and makes it rebuildable. */
export function projects<Row extends object>(model: ReadModel<Row>): Provider {
  return {
    provide: Symbol(model.name),
    inject: [DataSource, SubscriptionRegistry, ReadModels],
    useFactory: (source: DataSource, registry: SubscriptionRegistry, models: ReadModels) => {
      const table = ModelTable.of(source.getMetadata(model.entity));
      const projector = new Projector(model as unknown as ReadModel<object>, table);
      const { name, events, shape } = model;
      registry.add({ name, events, shape, handle: (batch, tx) => projector.apply(batch, tx) });
      models.add(projector);
      return model;
    },
  };
}
