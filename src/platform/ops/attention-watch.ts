import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Figures } from '../http/live-figures.js';
import { Attention } from './attention.js';

/** More are not counted. */
const MOST = 500;
const LOOK_MS = 1_000;

interface Standing {
  readonly count: number;
  readonly more: boolean;
  /** Another one whenever something in the list is another. */
  readonly digest: string;
}

/** The list is looked at once for all who watch it, and not at all while nobody does. */
@Injectable()
export class AttentionWatch implements Figures {
  readonly type = 'attention';
  private readonly listeners = new Set<(figures: object) => void>();
  private standing: Standing | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly attention: Attention) {}

  listen(told: (figures: object) => void): () => void {
    this.listeners.add(told);
    if (this.standing) told(this.standing);
    else if (this.listeners.size === 1) void this.look();
    return () => {
      this.listeners.delete(told);
      if (this.listeners.size > 0) return;
      clearTimeout(this.timer);
      this.standing = undefined;
    };
  }

  private async look(): Promise<void> {
    clearTimeout(this.timer);
    // What cannot be read now is read the next time: the reader still has what was told last.
    const standing = await this.read().catch(() => this.standing);
    if (this.listeners.size === 0) return;
    this.timer = setTimeout(() => void this.look(), LOOK_MS);
    this.timer.unref();
    if (!standing || standing.digest === this.standing?.digest) return;
    this.standing = standing;
    for (const told of [...this.listeners]) told(standing);
  }

  private async read(): Promise<Standing> {
    const items = await this.attention.list({ limit: MOST + 1 });
    const digest = createHash('sha256').update(JSON.stringify(items)).digest('base64url').slice(0, 16);
    return { count: Math.min(items.length, MOST), more: items.length > MOST, digest };
  }
}
