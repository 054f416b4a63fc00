import { setTimeout as sleep } from 'node:timers/promises';
import { sqlStateOf } from '../event-store/database-errors.js';
import type { Database, Transaction } from '../event-store/database.js';
import type { EventLog } from '../event-store/event-log.js';
import type { Recorded } from '../event-store/recorded.js';
import { backoff } from '../subscriptions/failures.js';
import type { Leases } from '../subscriptions/leases.js';
import { compareTables } from './compare.js';
import { AT_ONCE, livePosition, ModelHistory } from './model-history.js';
import type { Projector } from './projector.js';
import type { Comparison, Held, RebuildPhase, RebuildStore } from './rebuild-store.js';

export interface RebuildParts {
  readonly database: Database;
  readonly log: EventLog;
  readonly leases: Leases;
  readonly store: RebuildStore;
  readonly leaseMs: number;
  readonly owner: string;
  readonly stopping: AbortSignal;
}

/** The copy is close enough when so many positions are left: the rest is done in the transaction that needs it. */
const NEAR = 5_000;

/** How long readers may have to wait behind a switch that does not get its lock. */
const LOCK_TIMEOUT = `select set_config('lock_timeout', '50ms', true)`;
const FIRST_PAUSE_MS = 50;
const LAST_PAUSE_MS = 2_000;
/** An index, a column or a check came to the live table meanwhile, which the one beside it does not have. */
const isOutdated = (error: unknown): boolean => sqlStateOf(error) === 'WB001';
const MOST_BEGINNINGS = 3;
const isLockTimeout = (error: unknown): boolean => sqlStateOf(error) === '55P03';

/** Ends a transaction that was only there to look. */
class Looked extends Error {}

/**
 * One rebuild under its lease: the log from the beginning into a table beside the live one, which goes on; then a
 * comparison of both at one position; then the switch, or not. Each step commits with the proof of the lease, so it
 * can be carried on by anybody from where it stands.
 */
export class RebuildRun {
  private readonly shadow: Projector;
  private position: number;
  private beginnings = 1;
  private phase: RebuildPhase = 'copying';
  private readonly history: ModelHistory;

  constructor(
    private readonly parts: RebuildParts,
    private readonly held: Held,
    private readonly live: Projector,
  ) {
    this.shadow = live.onShadow();
    this.position = held.position;
    this.history = new ModelHistory(parts.database, parts.log, live.model);
  }

  /** @returns false when it was interrupted by the end of the process */
  async run(): Promise<boolean> {
    if (this.held.position === 0) await this.begin();
    if (!(await this.copy())) return false;
    // Once: what comes later goes into both tables by the same hand.
    if (!this.held.comparison) await this.look();
    if (this.parts.stopping.aborted) return false;
    if (this.held.mode === 'switch') return this.switchOver();
    await this.discard(null);
    return true;
  }

  private async look(): Promise<void> {
    await this.step('comparing', async (tx) => void (await tx.query(this.shadow.table.analyze)));
    const comparison = await this.compare();
    await this.step('comparing', (tx) => this.parts.store.compared(tx, this.held, comparison));
  }

  /** Drops the table and ends the rebuild. */
  discard(error: string | null): Promise<void> {
    return this.transaction(async (tx) => {
      await tx.query(this.shadow.table.drop);
      await this.parts.store.finish(tx, this.held, error);
    });
  }

  private begin(): Promise<void> {
    return this.step('copying', async (tx) => {
      await tx.query(this.shadow.table.drop);
      await tx.query(this.shadow.table.createLike(this.live.table));
    });
  }

  private async beginAgain(): Promise<void> {
    this.beginnings += 1;
    this.position = 0;
    await this.begin();
  }

  /** In long strides until the live model is almost caught up with. The next stretch is read while one is written. */
  private async copy(): Promise<boolean> {
    let target = await this.livePosition();
    let reading = this.history.read(this.position, target);
    for (;;) {
      const { events, upTo } = await reading;
      target = await this.livePosition();
      reading = this.history.read(upTo, target);
      // Awaited in the next turn, or given up with the rebuild.
      reading.catch(() => undefined);
      await this.write(events, upTo, target);
      if (this.parts.stopping.aborted) return false;
      if (target - this.position < NEAR) return true;
    }
  }

  private write(events: readonly Recorded[], upTo: number, target: number): Promise<void> {
    const from = this.position;
    this.position = upTo;
    return this.transaction(async (tx) => {
      await this.apply(events, tx);
      const progress = { phase: this.phase, position: upTo, target, events: events.length };
      await this.parts.store.advance(tx, this.held, progress, this.parts.leaseMs);
    }).catch((error: unknown) => {
      this.position = from;
      throw error;
    });
  }

  private async apply(events: readonly Recorded[], tx: Transaction): Promise<void> {
    for (let at = 0; at < events.length; at += AT_ONCE) {
      await this.shadow.apply(events.slice(at, at + AT_ONCE), tx);
    }
  }

  /** Reads what is missing in one snapshot with the live table; what it wrote for that is rolled back. */
  private async compare(): Promise<Comparison> {
    let comparison: Comparison | undefined;
    const look = this.parts.database.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read');
      await boundToLeave(tx);
      // Checksums are made of text, and must not depend on where the server stands.
      await tx.query(`select set_config('TimeZone', 'UTC', true)`);
      const position = await this.livePosition(tx);
      await this.catchUp(tx, position);
      comparison = await compareTables(tx, this.live.table, this.shadow.table, position);
      throw new Looked();
    });
    await look.catch((error: unknown) => {
      if (!(error instanceof Looked)) throw error;
    });
    return comparison!;
  }

  /**
   * Whoever wants to read waits behind the switch, and the switch waits for whoever reads: so it gives up at once when
   * somebody does, and comes back with what has been appended meanwhile.
   *
   * @returns false when it was interrupted by the end of the process
   */
  private async switchOver(): Promise<boolean> {
    this.phase = 'switching';
    for (let attempt = 1; !this.parts.stopping.aborted; attempt++) {
      try {
        await this.lockLiveTable();
        await this.switchNow();
        return true;
      } catch (error) {
        if (isOutdated(error) && this.beginnings < MOST_BEGINNINGS) await this.beginAgain();
        else if (!isLockTimeout(error)) throw error;
      }
      const pause = backoff(attempt, FIRST_PAUSE_MS, LAST_PAUSE_MS);
      await sleep(pause, undefined, { signal: this.parts.stopping }).catch(() => undefined);
      if (!(await this.copy())) return false;
    }
    return false;
  }

  /** Only to see whether it can be had, before the live subscription is stopped for it. */
  private lockLiveTable(): Promise<void> {
    return this.transaction(async (tx) => {
      await tx.query(LOCK_TIMEOUT);
      await tx.query(this.live.table.lock);
    });
  }

  /** The live subscription is taken out of whosever hands for a moment, so that nothing moves between the tables. */
  private async switchNow(): Promise<void> {
    const { leases, leaseMs, owner, store } = this.parts;
    const { name, schema } = this.live.table;
    const lease = await leases.seize(this.held.model, `${owner}/rebuild`, leaseMs * 2);
    try {
      await this.transaction(async (tx) => {
        const position = Math.max(await this.livePosition(tx), this.position);
        const events = await this.catchUp(tx, position);
        await tx.query(LOCK_TIMEOUT);
        await tx.query('select platform.switch_tables($1, $2, $3)', [schema, name, this.shadow.table.name]);
        await leases.rebuilt(tx, lease, position, this.held.shape);
        const progress = { phase: 'switching', position, target: position, events } as const;
        await store.advance(tx, this.held, progress, leaseMs);
        await store.finish(tx, this.held, null);
      });
    } finally {
      await leases.release(lease).catch(() => undefined);
    }
  }

  /** @returns how many events that took */
  private async catchUp(tx: Transaction, target: number): Promise<number> {
    let position = this.position;
    let count = 0;
    while (position < target) {
      const { events, upTo } = await this.history.read(position, target);
      await this.apply(events, tx);
      position = upTo;
      count += events.length;
    }
    return count;
  }

  private livePosition(on: Pick<Transaction, 'query'> = this.parts.database): Promise<number> {
    return livePosition(on, this.held.model);
  }

  private step(phase: RebuildPhase, work: (tx: Transaction) => Promise<void>): Promise<void> {
    const { store, leaseMs } = this.parts;
    return this.transaction(async (tx) => {
      await work(tx);
      const progress = { phase, position: this.position, target: 0, events: 0 };
      await store.advance(tx, this.held, progress, leaseMs);
    });
  }

  private transaction(work: (tx: Transaction) => Promise<void>): Promise<void> {
    return this.parts.database.transaction(async (tx) => {
      await boundToLeave(tx);
      await work(tx);
    });
  }
}

/** Whoever is paused in mid-transaction must not keep its locks. */
const boundToLeave = (tx: Transaction) =>
  tx.query(`select set_config('idle_in_transaction_session_timeout', '10s', true)`);
