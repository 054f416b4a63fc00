import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { Calm } from '../subscriptions/calm.js';
import { describeError } from '../subscriptions/failures.js';
import { PACE, type Pace } from '../subscriptions/pace.js';
import type { PeriodicTask } from '../subscriptions/periodic-task.js';
import { FileAnchor } from './anchor-file.js';
import { ChainCheck } from './chain-check.js';
import { SealStore, type Turn } from './seal-store.js';
import type { Anchor } from './seal.js';

/** So many seals are made, and kept outside, at once. */
const AT_ONCE = 100;
/** Between two of them whoever takes orders has their turn. */
const PAUSE_MS = 20;
/** So many seals of old are compared with the log in each turn: sooner or later all of them. */
const CHECKED = 2;

/**
 * Seals what has been added to the log, one instance at a time, and has each seal kept outside. A seal is stored first; what
 * a death in between has not told outside is told in the next turn.
 */
@PartOf('housekeeping')
@Injectable()
export class Sealer implements Background {
  private readonly logger = new Logger('Seals');
  private readonly anchors: Anchor[] = [];
  private readonly pulse: PeriodicTask;
  private stopping = false;

  constructor(
    private readonly store: SealStore,
    private readonly chain: ChainCheck,
    @Inject(PACE) private readonly pace: Pace,
    @Inject(CONFIG) private readonly config: Config,
    calm: Calm,
  ) {
    this.alsoKeepIn(new FileAnchor(config.WAYBILL_DATA_DIR));
    this.pulse = calm.pulse(config.SEAL_EVERY_SECONDS * 1_000, () => this.turn());
  }

  /** Unless the settings say that it is not wanted. Before the start. */
  alsoKeepIn(anchor: Anchor): void {
    if (['all', anchor.name].includes(this.config.SEAL_ANCHORS)) this.anchors.push(anchor);
  }

  start(): void {
    this.stopping = false;
    if (this.config.SEAL_EVERY_SECONDS > 0) this.pulse.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.pulse.stop();
  }

  /** Seals all that there is, if it is due and nobody else does. */
  async turn(): Promise<void> {
    const turn = await this.store.take(this.pace.owner, this.config.SEAL_EVERY_SECONDS);
    if (!turn) return;
    await this.store.introduce(this.anchors.map(({ name }) => name));
    let isMore = true;
    while (isMore && !this.stopping) {
      isMore = await this.seal(turn);
      for (const anchor of this.anchors) await this.anchor(anchor);
    }
    await this.look(turn);
    await this.store.giveBack(turn);
  }

  /** @returns whether there may be more */
  private async seal(turn: Turn): Promise<boolean> {
    for (let made = 0; made < AT_ONCE && !this.stopping; made++) {
      if ((await this.store.seal(turn)) === undefined) return false;
      await sleep(PAUSE_MS);
    }
    return true;
  }

  /** An anchor that cannot keep anything now does not hold up the others. */
  private async anchor(anchor: Anchor): Promise<void> {
    const { name } = anchor;
    try {
      for (;;) {
        const seals = await this.store.unanchored(name, AT_ONCE);
        if (seals.length === 0) return;
        await anchor.keep(seals);
        await this.store.anchored(name, seals.at(-1)!.number);
      }
    } catch (error) {
      this.logger.warn(`seals cannot be kept outside (${name}): ${describeError(error)}`);
      await this.store.notAnchored(name, describeError(error));
    }
  }

  private async look(turn: Turn): Promise<void> {
    let number = turn.checked;
    for (let looks = 0; looks < CHECKED && !this.stopping; looks++) {
      const breaks = await this.chain.one(++number);
      // Behind the last one it begins again.
      if (!breaks) number = 0;
      else if (breaks.length > 0) this.logger.error(`seal ${number} is broken: ${breaks[0]!.what}`);
      await this.store.checked(turn, number, breaks?.[0] ?? null);
    }
  }
}
