import type { AppendTerms } from '../../platform/cqrs/command.js';
import { inParallel } from '../in-parallel.js';
import type { Terminal } from '../terminal.js';
import type { Waybill } from '../waybill.js';

export type Step = 'products' | 'stock' | 'orders' | 'refunds';

/** What was done in this run, and what had been done before. */
export interface Tally {
  made: number;
  there: number;
}

/** What the steps of an import share. */
export class ImportRun {
  readonly tallies: Record<Step, Tally> = {
    products: { made: 0, there: 0 },
    stock: { made: 0, there: 0 },
    orders: { made: 0, there: 0 },
    refunds: { made: 0, there: 0 },
  };

  constructor(
    readonly waybill: Waybill,
    readonly terminal: Terminal,
    readonly options: {
      readonly currency: string;
      /** Commands under way at once. */
      readonly width: number;
      /** How long to wait for orders when none of them gets on, in milliseconds. */
      readonly patienceMs: number;
    },
  ) {}

  /** Works through a list with a progress of its own. */
  async each<Item>(name: string, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
    const progress = this.terminal.progress(name, items.length);
    let ended = 0;
    try {
      await inParallel(items, { width: this.options.width, signal: this.waybill.signal }, async (item) => {
        await work(item);
        progress.advance(++ended);
      });
    } finally {
      progress.done();
    }
  }

  /** Counts how a command ends: a repeat, or one that decides nothing, was there before. */
  async counted(step: Step, send: (told: AppendTerms['onSettled']) => Promise<unknown>): Promise<void> {
    let made = false;
    await send((end) => (made = end !== 'repeated'));
    this.tallies[step][made ? 'made' : 'there']++;
  }
}
