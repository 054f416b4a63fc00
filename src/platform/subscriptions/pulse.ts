import { Logger } from '@nestjs/common';
import { describeError } from './failures.js';

/** Work that is done again and again, at the latest after a while, for as long as the process lives. */
export class Pulse {
  private readonly logger = new Logger('Subscriptions');
  private stopped = false;
  private asked = false;
  private rouse: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  /**
   * @param everyMs the longest pause between two runs
   * @param work an error is told once, until the work succeeds again
   */
  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
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
      try {
        await this.work();
        failing = false;
      } catch (error) {
        if (!failing) this.logger.warn(`waiting for the database: ${describeError(error)}`);
        failing = true;
      }
      if (failing || !this.asked) await this.rest(failing ? Math.min(this.everyMs, 1_000) : this.everyMs);
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
