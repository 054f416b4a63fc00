import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { CountStock } from './stock.commands.js';
import { countStock, stockItem } from './stock-item.decider.js';
import { type StockItemState } from './stock-item.state.js';

/** The books of then are read after those of now: an append in between that belongs to then makes this one try again. */
@CommandHandler(CountStock)
export class CountStockHandler implements ICommandHandler<CountStock> {
  constructor(private readonly store: AggregateStore) {}

  execute(command: CountStock): Promise<Written<StockItemState>> {
    const { data, by } = command;
    return this.store.change(stockItem, data.sku, by, async (unit) => {
      const { state } = await unit.load(stockItem, data.sku);
      const then = await this.booksAt(data.sku, data.countedAt);
      return unit.append(stockItem, data.sku, countStock(command, then)(state));
    });
  }

  private async booksAt(sku: string, instant: string): Promise<StockItemState | null> {
    const { version, state } = await this.store.load(stockItem, sku, { asOf: instant });
    return version === 0 ? null : state;
  }
}
