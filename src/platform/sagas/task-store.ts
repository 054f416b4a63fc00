import { Injectable } from '@nestjs/common';
import type { InlineWrite } from '../cqrs/command.js';
import { GroupCommitter } from '../event-store/group-committer.js';
import { Database } from '../event-store/database.js';
import { QueueLooks } from './queue-looks.js';
import { CLAIM, DONE, DUE, WATCH } from './task-statements.js';

export interface Task {
  readonly id: string;
  readonly saga: string;
  readonly saga_id: string;
  /** Version of the table that the saga follows. */
  readonly table_version: number;
  readonly kind: 'command' | 'timeout';
  readonly step: string;
  readonly direction: 'do' | 'undo' | 'tell';
  readonly attempt: number;
  readonly command: string | null;
  readonly data: object | null;
  readonly cause: string;
  readonly correlation_id: string;
  readonly traceparent: string | null;
  readonly tracestate: string | null;
  /** Who is asked outside; empty for nobody. */
  readonly party: string;
  /** How often it was sent. */
  readonly attempts: number;
  /** How often it failed by its own fault; what a broken connection or somebody outside did is not counted. */
  readonly failures: number;
  /** How often in a row it got no answer, or no decision. */
  readonly holds: number;
  readonly heldMs: number | null;
  readonly unansweredMs: number | null;
  /** Whether it was executed already and its saga has not heard of the end. */
  readonly is_watched: boolean;
  readonly fence: number;
  /** How long it had been due when it was taken. */
  readonly lateMs: number;
}

/** What an instance can do now. */
export interface Able {
  /** `<saga>:<table version>`; work of a table that nobody here knows is left for a program that does. */
  readonly tables: readonly string[];
  readonly commands: readonly string[];
  /** How many tasks at most, for each party that may be asked; the empty name is nobody. */
  readonly rooms: ReadonlyMap<string, number>;
}

/** Why a task is tried again. */
export interface Setback {
  readonly delayMs: number;
  /** Shown to operators. */
  readonly detail: string;
  /** `failed` counts against the task, `unanswered` and `undecided` are held up by somebody outside. */
  readonly kind: 'failed' | 'unanswered' | 'undecided' | 'broken';
}

/** Due commands and timers, shared by all instances: whoever claims one holds it by a lease with a fencing token. */
@Injectable()
export class TaskStore {
  /** For each party. */
  private readonly looks = new Map<string, QueueLooks>();
  private readonly notes = new Set<Promise<unknown>>();
  /** Whether the last claim found anything. */
  private isBusy = true;
  /** How long after the last look the next task will be due, if that was to be seen. */
  private dueMs = Infinity;

  constructor(
    private readonly database: Database,
    private readonly committer: GroupCommitter,
  ) {}

  /**
   * @param owner this instance
   * @param able what it knows, and how much of it at most
   * @param leaseSeconds after which others may take over, by the database's clock
   * @param aheadMs how far to look for what will be due; it costs a walk over what has been done of that time
   */
  async claim(
    owner: string,
    { tables, commands, rooms }: Able,
    leaseSeconds: number,
    aheadMs = 0,
  ): Promise<Task[]> {
    const now = performance.now();
    const parties = [...rooms.keys()];
    const looks = parties.map((party) => this.looksAt(party).next(now));
    const backMs = looks.map((look) => look.backMs);
    this.dueMs = this.isBusy ? 0 : await this.firstDueMs(parties, backMs, aheadMs);
    const isAny = this.dueMs <= 0;
    const values = [owner, leaseSeconds, parties, [...rooms.values()], backMs, tables, commands];
    const claimed = isAny ? await this.database.query<Task>(CLAIM, values) : [];
    this.isBusy = claimed.length > 0;
    const tookMs = performance.now() - now;
    [...rooms].forEach(([party, room], at) => {
      const late = claimed.filter((task) => task.party === party).map(({ lateMs }) => lateMs);
      const leftMs = late.length < room ? 0 : Math.min(...late);
      this.looksAt(party).taken(looks[at]!, { leftMs, tookMs });
    });
    return claimed;
  }

  /** How long after the last claim there is something to be claimed, as far as that is known. */
  get nextDueMs(): number {
    return this.dueMs <= 0 ? Infinity : this.dueMs;
  }

  /** Renews the leases of tasks that are still being worked on. */
  async renew(owner: string, ids: readonly string[], leaseSeconds: number): Promise<void> {
    await this.database.query(
      `update platform.saga_tasks set lease_until = clock_timestamp() + $3 * interval '1 second'
       where owner = $1 and id = any ($2) and state = 'open'`,
      [owner, ids, leaseSeconds],
    );
  }

  /**
   * It was executed; what only its saga can end is watched from now on. Noted with whatever is appended next; a note
   * that gets lost costs a repeat that does nothing.
   */
  executed({ id, kind, direction }: Task, owner: string): void {
    const isWatched = kind === 'command' && direction !== 'tell';
    this.note({ statement: isWatched ? WATCH : DONE, row: { id, owner } });
  }

  /** Nothing waits for it any more. */
  over({ id }: Task, owner: string): void {
    this.note({ statement: DONE, row: { id, owner } });
  }

  async again({ id, fence }: Task, { delayMs, detail, kind }: Setback): Promise<void> {
    await this.database.query(
      `update platform.saga_tasks
       set due_at = clock_timestamp() + $3 * interval '1 millisecond', owner = null, lease_until = null,
         last_error = left($4, 500), failures = failures + ($5 = 'failed')::int,
         held_since = case when $5 in ('unanswered', 'undecided') then coalesce(held_since, clock_timestamp()) end,
         unanswered_since = case $5 when 'unanswered' then coalesce(unanswered_since, clock_timestamp()) end,
         holds = case when $5 in ('unanswered', 'undecided') then holds + 1 else 0 end
       where id = $1 and fence = $2 and state = 'open'`,
      [id, fence, delayMs, detail, kind],
    );
  }

  /**
   * A timer is judged only when its saga has heard everything that was recorded before: the first call fixes how far
   * that is, later ones look whether the saga has come there and nothing of its own is set aside.
   *
   * @param subscription under which the saga hears
   */
  async hasHeard({ id, fence, saga_id }: Task, subscription: string): Promise<boolean> {
    const [row] = await this.database.query<{ heard: boolean }>(
      `update platform.saga_tasks t
       set hears_to = coalesce(t.hears_to, (select coalesce(max(position), 0) from platform.events))
       where id = $1 and fence = $2
       returning hears_to <= (select position from platform.subscriptions where name = $3)
         and not exists (
           select from platform.parked where subscription = $3 and sequence = $4 and resolved_at is null) as heard`,
      [id, fence, subscription, saga_id],
    );
    return row?.heard ?? false;
  }

  /** What got no answer from a party is tried now. @returns how many tasks that are */
  async wake(party: string): Promise<number> {
    const rows = await this.database.query(
      `update platform.saga_tasks set due_at = clock_timestamp(), holds = 0
       where party = $1 and state = 'open' and unanswered_since is not null and due_at > clock_timestamp()
       returning id`,
      [party],
    );
    return rows.length;
  }

  /** Gives unfinished work back at once, for the next instance. */
  async release(owner: string): Promise<void> {
    await Promise.all(this.notes);
    await this.database.query(
      // Due anew: whoever has looked since it was due does not look there again.
      `update platform.saga_tasks set owner = null, lease_until = null,
         due_at = greatest(due_at, clock_timestamp())
       where owner = $1 and state = 'open'`,
      [owner],
    );
  }

  /** Where nothing is due this costs a third of a claim. */
  private async firstDueMs(
    parties: readonly string[],
    backMs: readonly number[],
    aheadMs: number,
  ): Promise<number> {
    const [row] = await this.database.query<{ ms: number | null }>(DUE, [parties, backMs, aheadMs]);
    return row!.ms ?? Infinity;
  }

  private looksAt(party: string): QueueLooks {
    const looks = this.looks.get(party) ?? new QueueLooks();
    this.looks.set(party, looks);
    return looks;
  }

  private note(row: InlineWrite): void {
    const note = this.committer.appendLazily([row]);
    this.notes.add(note);
    void note.finally(() => this.notes.delete(note));
  }
}
