import { Injectable, type DynamicModule, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SubscriptionRegistry } from '../subscriptions/subscription.js';
import { ModelTable } from './model-table.js';
import type { Key } from './own-rows.js';
import { Projector } from './projector.js';
import type { ReadModel } from './read-model.js';

/** Every read model of the program. */
@Injectable()
export class ReadModels {
  private readonly projectors = new Map<string, Projector>();

  add(projector: Projector): void {
    this.projectors.set(projector.model.name, projector);
  }

  get(name: string): Projector | undefined {
    return this.projectors.get(name);
  }

  all(): readonly Projector[] {
    return [...this.projectors.values()];
  }
}

/** An import of a room's module: keeps the model up to date, makes it rebuildable, and lets queries read its table. */
export function readModel<Row extends object, RowsKey extends Key>(
  model: ReadModel<Row, RowsKey>,
): DynamicModule {
  const table = TypeOrmModule.forFeature([model.entity]);
  return {
    module: { [`${model.name} read model`]: class {} }[`${model.name} read model`]!,
    imports: [table],
    providers: [projects(model)],
    exports: [table],
  };
}

/** Keeps the model up to date, and makes it rebuildable. */
export function projects<Row extends object, RowsKey extends Key>(model: ReadModel<Row, RowsKey>): Provider {
  return {
    provide: Symbol(model.name),
    inject: [DataSource, SubscriptionRegistry, ReadModels],
    useFactory: (source: DataSource, registry: SubscriptionRegistry, models: ReadModels) => {
      const table = ModelTable.of(source.getMetadata(model.entity));
      const projector = new Projector(model as unknown as ReadModel<object, Key>, table);
      const { name, events, shape, lingerMs } = model;
      registry.add({
        ...{ name, events, shape },
        ...(lingerMs !== undefined && { lingerMs }),
        handle: (batch, tx) => projector.apply(batch, tx),
        toChange: (batch, database) => projector.changeFor(batch, database),
      });
      models.add(projector);
      return model;
    },
  };
}
