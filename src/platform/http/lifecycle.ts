import { Injectable, type OnModuleDestroy } from '@nestjs/common';

type Phase = 'serving' | 'draining' | 'closing';

/** Where the process stands between its start and its stop. */
@Injectable()
export class Lifecycle implements OnModuleDestroy {
  private phase: Phase = 'serving';
  private readonly listeners = new Set<() => void>();

  /** Not ready any more: load balancers shall look elsewhere, while requests are still served. */
  get isDraining(): boolean {
    return this.phase !== 'serving';
  }

  /** New requests are turned away. */
  get isClosing(): boolean {
    return this.phase === 'closing';
  }

  drain(): void {
    if (this.phase === 'serving') this.phase = 'draining';
  }

  /** Turns new requests away, and tells those that would never end by themselves to end. */
  close(): void {
    this.phase = 'closing';
    for (const listener of [...this.listeners]) listener();
    this.listeners.clear();
  }

  /** However the application is closed. */
  onModuleDestroy(): void {
    this.close();
  }

  /** @returns a function that ends the subscription */
  onClose(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
