import type { MessageEvent } from '@nestjs/common';
import type { Subscriber } from 'rxjs';
import { liveViewsCut } from '../telemetry/counters.js';
import type { Follower } from './live-view.js';

const HEARTBEAT_MS = 15_000;

/** Something that stands somehow, and tells whoever listens when it stands otherwise. */
export interface Figures {
  /** Of each message. */
  readonly type: string;
  /** @param told at once, as soon as it is known, and after each change; @returns a function that ends it */
  listen(told: (figures: object) => void): () => void;
}

/** One reader of figures. Of several changes while the reader is busy only the last is told. */
export class LiveFigures {
  private waiting: object | undefined;
  private movedAt = Date.now();
  private readonly leave: () => void;

  constructor(
    private readonly figures: Figures,
    private readonly follower: Follower,
    private readonly out: Subscriber<MessageEvent>,
  ) {
    this.leave = figures.listen((told) => {
      this.waiting = told;
      this.tell(Date.now());
    });
  }

  /** Called every now and then. @param now milliseconds since 1970 */
  tick(now: number): void {
    if (now >= (this.follower.expiresAt ?? Infinity)) {
      liveViewsCut.inc({ reason: 'token-expired' });
      this.send('token-expired', { detail: 'the token has expired: come back with a new one' });
      this.out.complete();
    } else if (this.waiting) this.tell(now);
    else if (now - this.movedAt > HEARTBEAT_MS && !this.isBusy) {
      this.movedAt = now;
      this.out.next({ comment: 'still here' });
    }
  }

  close(): void {
    this.leave();
  }

  private get isBusy(): boolean {
    return this.follower.response.writableNeedDrain;
  }

  private tell(now: number): void {
    if (!this.waiting || this.isBusy) return;
    this.movedAt = now;
    this.send(this.figures.type, this.waiting);
    this.waiting = undefined;
  }

  private send(type: string, figures: object): void {
    this.out.next({ id: '0', type, data: JSON.stringify(figures) });
  }
}
