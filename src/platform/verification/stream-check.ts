import { Injectable } from '@nestjs/common';
import { ArchivedData } from '../archive/archived-data.js';
import { Database } from '../event-store/database.js';
import { Deciders } from '../event-store/deciders.js';
import { EventRegistry } from '../event-store/event-registry.js';
import type { SagaState } from '../core/saga-state.js';
import { SagaRegistry } from '../sagas/saga-registry.js';
import type { Tell } from './difference.js';
import { atOneMoment, type Look } from './look.js';
import { compareSagas } from './saga-rows.js';
import { SideTable } from './side-table.js';
import { StreamFold, type AnyDecider } from './stream-fold.js';
import { nextEvents, snapshotsOf, type KeptState, type WalkedEvent } from './stream-pages.js';

export interface CheckedStreams {
  /** By category: what is kept beside them. */
  readonly tables: Map<string, SideTable>;
  streams: number;
  events: number;
  snapshots: number;
}

/**
 * Folds every stream from its first event, and compares what comes out with everything that was kept of it: snapshots, the
 * rows that committed with its events, where its saga stands and what that waits for. Each page is one moment of the
 * database, so streams may grow meanwhile.
 */
@Injectable()
export class StreamCheck {
  constructor(
    private readonly database: Database,
    private readonly deciders: Deciders,
    private readonly registry: EventRegistry,
    private readonly archive: ArchivedData,
    private readonly sagas: SagaRegistry,
  ) {}

  /** @param only one stream; absent: all */
  async check(
    tell: Tell,
    signal: AbortSignal,
    reached: (events: number) => void,
    only: string | null = null,
  ): Promise<CheckedStreams> {
    const count: CheckedStreams = { tables: new Map(), streams: 0, events: 0, snapshots: 0 };
    const walk = new Walk(this.deciders, this.registry, tell);
    for (let last: Place | undefined = { stream_id: only ?? '', version: 0 }; last;) {
      signal.throwIfAborted();
      const after: Place = last;
      last = await atOneMoment(this.database, async (look) => {
        const events = await this.archive.fill(await nextEvents(look, after, only));
        const kept = events.length > 0 ? await snapshotsOf(look, events[0]!, events.at(-1)!) : [];
        const ended = walk.over(events, kept);
        await this.compareRows(look, ended, count.tables, tell);
        count.streams += ended.length;
        count.events += events.length;
        count.snapshots += kept.length;
        return events.at(-1);
      });
      reached(count.events);
    }
    return count;
  }

  private async compareRows(
    look: Look,
    ended: readonly StreamFold[],
    tables: Map<string, SideTable>,
    tell: Tell,
  ): Promise<void> {
    const byDecider = new Map<AnyDecider, StreamFold[]>();
    for (const fold of ended) {
      if (!fold.isWhole) continue;
      const alike = byDecider.get(fold.decider!) ?? [];
      byDecider.set(fold.decider!, [...alike, fold]);
    }
    for (const [decider, folds] of byDecider) {
      const saga = this.sagas.all().find(({ name }) => name === decider.category);
      if (saga) await compareSagas(look, saga, folds as readonly (StreamFold & { state: SagaState })[], tell);
      const rows = folds.map(({ id, state, version }) => decider.inline?.({ id, state, version }));
      if (!rows[0]) continue;
      const table = tables.get(decider.category) ?? SideTable.of(rows[0].statement);
      tables.set(decider.category, table);
      const byId = new Map(folds.map(({ id }, at) => [id, rows[at]!.row]));
      await table.compare(look, decider.category, byId, tell);
    }
  }
}

type Place = Pick<WalkedEvent, 'stream_id' | 'version'>;

/** Goes over the log stream by stream; the stream under way is carried from page to page. */
class Walk {
  private current: StreamFold | undefined;

  constructor(
    private readonly deciders: Deciders,
    private readonly registry: EventRegistry,
    private readonly tell: Tell,
  ) {}

  /** @param events none: the walk has ended. @returns the streams that are whole now */
  over(events: readonly WalkedEvent[], kept: readonly KeptState[]): StreamFold[] {
    const snapshots = new Map<string, KeptState[]>();
    for (const snapshot of kept) {
      const name = `${snapshot.version}/${snapshot.stream_id}`;
      snapshots.set(name, [...(snapshots.get(name) ?? []), snapshot]);
    }
    const ended: StreamFold[] = [];
    for (const event of events) {
      if (this.current?.stream !== event.stream_id) {
        if (this.current) ended.push(this.current);
        const decider = this.deciders.of(event.stream_id);
        this.current = new StreamFold(event.stream_id, decider, this.registry, this.tell);
      }
      this.current.step(event, snapshots.get(`${event.version}/${event.stream_id}`) ?? []);
    }
    if (events.length > 0 || !this.current) return ended;
    const last = this.current;
    this.current = undefined;
    return [last];
  }
}
