import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import type { Figures } from '../http/live-figures.js';
import { Attention } from './attention.js';

/** More are not counted. */
const MOST = 500;
const LOOK_MS = 1_000;
/** How far the log is, and whoever follows it: lists that are made of events are others when this is another. */
const PROGRESS = `
  select concat_ws(' ', (select max(position) from platform.events), max(updated_at), string_agg(state, ',' order by name)) as progress
  from platform.subscriptions`;

interface Standing {
  readonly count: number;
  readonly more: boolean;
  /** Another one whenever something in the list is another. */
  readonly digest: string;
  /** Another one whenever the log has grown, or somebody who follows it has moved. */
  readonly progress: string;
}

const short = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** The list is looked at once for all who watch it, and not at all while nobody does. */
@Injectable()
export class AttentionWatch implements Figures {
  readonly type = 'attention';
  private readonly listeners = new Set<(figures: object) => void>();
  private standing: Standing | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly attention: Attention,
    private readonly database: Database,
  ) {}

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
    if (!standing || isSame(standing, this.standing)) return;
    this.standing = standing;
    for (const told of [...this.listeners]) told(standing);
  }

  private async read(): Promise<Standing> {
    const items = await this.attention.list({ limit: MOST + 1 });
    const [row] = await this.database.query<{ progress: string }>(PROGRESS);
    return {
      count: Math.min(items.length, MOST),
      more: items.length > MOST,
      digest: short(JSON.stringify(items)),
      progress: short(row!.progress),
    };
  }
}

const isSame = (one: Standing, other: Standing | undefined): boolean =>
  one.digest === other?.digest && one.progress === other.progress;
