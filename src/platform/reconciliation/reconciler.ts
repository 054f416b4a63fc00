import { Inject, Injectable, Logger } from '@nestjs/common';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { Calm } from '../subscriptions/calm.js';
import { describeError } from '../subscriptions/failures.js';
import { PACE, type Pace } from '../subscriptions/pace.js';
import type { PeriodicTask } from '../subscriptions/periodic-task.js';
import { Comparisons, type BooksCompared } from './comparison.js';
import { ReconciliationStore, type Turn } from './reconciliation-store.js';

/** So many objects are looked at in one turn, and besides them so many that did not agree before. */
const AT_ONCE = 500;

/**
 * Walks over the books again and again, a stretch at a time, one instance at a time for each pair of books. A difference
 * that is gone at the next look was under way; only what stays is shown.
 */
@PartOf('housekeeping')
@Injectable()
export class Reconciler implements Background {
  private readonly logger = new Logger('Reconciliation');
  private readonly pulse: PeriodicTask;

  constructor(
    private readonly comparisons: Comparisons,
    private readonly store: ReconciliationStore,
    @Inject(PACE) private readonly pace: Pace,
    @Inject(CONFIG) private readonly config: Config,
    calm: Calm,
  ) {
    this.pulse = calm.pulse(config.RECONCILIATION_EVERY_SECONDS * 1_000, () => this.look());
  }

  async start(): Promise<void> {
    await this.store.introduce(this.comparisons.all().map(({ name }) => name));
    this.pulse.start();
  }

  stop(): Promise<void> {
    return this.pulse.stop();
  }

  /** One stretch of each that is due and that nobody else looks at. */
  async look(): Promise<void> {
    for (const books of this.comparisons.all()) {
      const turn = await this.store.take(books.name, this.pace.owner);
      if (turn) await this.stretch(books, turn);
    }
  }

  /** Something about these objects was told: what does not agree is noted now. Whoever cannot look is not the last who will. */
  async lookAt(name: string, objects: readonly string[]): Promise<void> {
    const books = this.comparisons.all().find((one) => one.name === name);
    if (!books) return;
    try {
      const found = await books.compare(objects);
      await this.store.suspected(name, found, this.config.RECONCILIATION_GRACE_SECONDS);
    } catch (error) {
      this.logger.warn(`${name} could not be compared: ${describeError(error)}`);
    }
  }

  /** Books that cannot be read now are looked at again in their next turn. */
  private async stretch(books: BooksCompared, turn: Turn): Promise<void> {
    try {
      const next = await books.next(turn.after, AT_ONCE);
      const open = await this.store.open(books.name, AT_ONCE);
      const looked = [...new Set([...next, ...open])];
      const found = looked.length > 0 ? await books.compare(looked, true) : [];
      const after = next.length < AT_ONCE ? '' : next.at(-1)!;
      const { RECONCILIATION_EVERY_SECONDS: everySeconds, RECONCILIATION_GRACE_SECONDS: graceSeconds } =
        this.config;
      await this.store.noted(turn, { looked, found, after, everySeconds, graceSeconds });
    } catch (error) {
      this.logger.warn(`${books.name} could not be compared: ${describeError(error)}`);
    }
  }
}
