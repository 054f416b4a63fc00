import { Injectable } from '@nestjs/common';

/** Tells listeners of this process that the log has grown. A hint, never the truth: whoever misses it polls. */
@Injectable()
export class LogSignal {
  private readonly listeners = new Set<(position: number) => void>();

  /** @returns a function that ends the subscription */
  onAppended(listener: (position: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  appended(position: number): void {
    for (const listener of this.listeners) listener(position);
  }
}
