import { Injectable } from '@nestjs/common';

/**
 * Tells listeners of this process that the log has grown, or is not the one they knew. A hint, never the truth:
 * whoever misses it polls, and whoever hears it asks the log.
 */
@Injectable()
export class LogSignal {
  private readonly growth = new Set<(position: number) => void>();
  private readonly foreign = new Set<() => void>();
  private readonly looks = new Set<(head: number) => void>();
  private readonly losses = new Set<() => void>();
  private lost = 0;

  /** Another number after each loss: what was read in one era may not stand in the log of the next. */
  get era(): number {
    return this.lost;
  }

  /** @returns a function that ends the subscription */
  onAppended(listener: (position: number) => void): () => void {
    this.growth.add(listener);
    return () => this.growth.delete(listener);
  }

  /** Another process says that it has stored something. @returns a function that ends the subscription */
  onForeign(listener: () => void): () => void {
    this.foreign.add(listener);
    return () => this.foreign.delete(listener);
  }

  /** The log has been asked how far it goes, for everybody. @returns a function that ends the subscription */
  onSeen(listener: (head: number) => void): () => void {
    this.looks.add(listener);
    return () => this.looks.delete(listener);
  }

  /** The log was restored, failed over without its last part, or made anew: forget what was read from it. */
  onRewritten(listener: () => void): () => void {
    this.losses.add(listener);
    return () => this.losses.delete(listener);
  }

  appended(position: number): void {
    for (const listener of this.growth) listener(position);
  }

  heardOfOthers(): void {
    for (const listener of this.foreign) listener();
  }

  seen(head: number): void {
    for (const listener of this.looks) listener(head);
  }

  rewritten(): void {
    this.lost++;
    for (const listener of this.losses) listener();
  }
}
