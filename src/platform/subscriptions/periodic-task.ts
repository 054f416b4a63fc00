import { Logger } from '@nestjs/common';
import { describeError } from './failures.js';

/** Work that is done again and again, at the latest after a while, for as long as the process lives. */
export class PeriodicTask {
  private readonly logger = new Logger('Subscriptions');
  private stopped = false;
  private asked = false;
  private rouse: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  /**
   * @param pauseMs the longest pause between two runs, asked before each
   * @param work may resolve with a shorter one; an error is told once, until the work succeeds again
   */
  constructor(
    private readonly pauseMs: () => number,
    private readonly work: () => Promise<number | void>,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Now, or as soon as the run under way has ended. */
  beat(): void {
    this.asked = true;
    this.rouse();
  }

  /** Resolves when the run under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.rouse();
    await this.running;
  }

  private async run(): Promise<void> {
    let failing = false;
    while (!this.stopped) {
      this.asked = false;
      let wishMs: number | void = undefined;
      try {
        wishMs = await this.work();
        failing = false;
      } catch (error) {
        if (!failing) this.logger.warn(`waiting for the database: ${describeError(error)}`);
        failing = true;
      }
      const ms = Math.min(this.pauseMs(), wishMs ?? Infinity);
      if (failing || !this.asked) await this.rest(failing ? Math.min(ms, 1_000) : ms);
    }
  }

  private rest(ms: number): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
