import { Injectable } from '@nestjs/common';
import type { Actor } from '../core/actor.js';
import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { Rejection } from '../core/rejection.js';
import type { CommandContext, Written } from '../cqrs/command.js';
import { demandVersion } from '../cqrs/expected-version.js';
import { deciding, notFound, type Choice, type Decide } from './deciding.js';
import { asSpan, type Run } from './append-span.js';
import type { AppendOutcome } from './append.js';
import { GroupCommitter } from './group-committer.js';
import { Database } from './database.js';
import { StreamCache } from './stream-cache.js';
import { LogSignal } from './log-signal.js';
import { withEventsSince } from './meanwhile.js';
import { streamOf } from './recorded.js';
import { StreamLoader, type Point } from './stream-loader.js';
import type { Loaded } from './snapshots.js';
import { UnitOfWork } from './unit-of-work.js';

/** Lost races are retried this often; each loss means that somebody else won, so a queue always gets shorter. */
const ATTEMPTS = 12;

/** Decided on remembered state in vain, or overtaken within the process: look again. */
type Retry = 'guess-failed' | 'stale';

interface Tried<Result> {
  readonly unit: UnitOfWork;
  readonly result: Result;
  /** Absent when there was nothing to store. */
  readonly outcome?: Promise<AppendOutcome>;
}

/** What a rule may read of other streams; all of it must still be true when its events are stored. */
export type Reads = Pick<UnitOfWork, 'load'>;

/** The way from a command to stored events: load, fold, decide, append at the expected heads, again if a race is lost. */
@Injectable()
export class AggregateStore {
  private readonly known = new StreamCache();
  private lane: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly loader: StreamLoader,
    private readonly committer: GroupCommitter,
    private readonly database: Database,
    signal: LogSignal,
  ) {
    signal.onRewritten(() => this.known.clear());
  }

  /**
   * Runs one rule on one stream.
   *
   * @returns the stream after the command; unchanged when the rule decided nothing or the command id is a repeat
   * @throws Rejection from the rule, `<notFound>` for a hidden thing, `precondition-failed` for a stale If-Match,
   *   `concurrent-change` when too many races were lost
   * @throws StoreUnavailable when the database cannot be reached in time
   */
  execute<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    by: CommandContext,
    rule: Decide<State, Event> | Choice<State, Event>,
  ): Promise<Written<State>> {
    const decide = deciding(decider, id, by, rule);
    return this.change(decider, id, by, async (unit) => decide(unit, await unit.load(decider, id)));
  }

  /** The same for a stream that begins with this command: it is read only if that turns out wrong. */
  create<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    by: CommandContext,
    rule: Decide<State, Event> | Choice<State, Event>,
  ): Promise<Written<State>> {
    const decide = deciding(decider, id, by, rule);
    return this.change(decider, id, by, async (unit) => decide(unit, await unit.begin(decider, id)));
  }

  /**
   * Several streams, one atomic append. `work` may run more than once: it loads and appends, and touches nothing
   * outside.
   *
   * @returns what `work` returned; on a repeated command id, of a decision that was not stored again
   */
  async transact<Result>(by: CommandContext, work: (unit: UnitOfWork) => Promise<Result>): Promise<Result> {
    return (await this.run(by, work)).result;
  }

  /**
   * The same, answered with one of the streams.
   *
   * @param work returns that stream after what it appended
   * @returns on a repeated command id the stream as that command left it
   * @throws Rejection as `execute`; also `work` that forgets to ask stores nothing beside a stale If-Match
   */
  async change<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    by: CommandContext,
    work: (unit: UnitOfWork) => Promise<Loaded<State>>,
  ): Promise<Written<State>> {
    const { result, position, repeated } = await this.run(by, async (unit) => {
      const after = await work(unit);
      demandVersion(by.append?.expectedVersion, unit.versionBefore(decider, id) ?? after.version);
      if (by.append?.inline && !unit.isEmpty) unit.append(decider, id, [], [by.append.inline(after)]);
      return after;
    }).catch(async (error: unknown) => {
      throw await withEventsSince(
        error,
        this.database,
        streamOf(decider.category, id),
        by.append?.expectedVersion,
      );
    });
    if (repeated) return this.asOfCommand(decider, id, by.commandId);
    return { id, state: result.state, version: result.version, position: position ?? result.position };
  }

  /** The state now, at a version, or at an instant; version 0 when there is none. */
  async load<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    point?: Point,
  ): Promise<Loaded<State>> {
    const loaded = await this.loader.load(decider, id, point);
    // Whoever looks and then decides builds on what was seen; the append tells whether it still stands.
    if (!point) this.known.learn(streamOf(decider.category, id), loaded);
    return loaded;
  }

  /** @throws Rejection `<notFound>` when it does not exist (at that point) or is hidden from the actor */
  async read<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    actor: Actor,
    point?: Point,
  ): Promise<Loaded<State>> {
    const loaded = await this.loader.load(decider, id, point);
    const exists = loaded.version > 0 && loaded.version >= (point?.version ?? 0);
    if (!exists || decider.visibleTo?.(loaded.state, actor) === false) throw notFound(decider);
    return loaded;
  }

  private run<Result>(by: CommandContext, work: (unit: UnitOfWork) => Promise<Result>): Promise<Run<Result>> {
    return asSpan(by, (traceable) => this.decide(traceable, work));
  }

  private async decide<Result>(
    by: CommandContext,
    work: (unit: UnitOfWork) => Promise<Result>,
  ): Promise<Run<Result>> {
    let fresh = false;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const look: boolean = fresh;
      const tried: Tried<Result> | Retry =
        attempt === 0
          ? await this.attempt(by, work, look)
          : await this.inLane(() => this.attempt(by, work, look));
      if (tried === 'guess-failed' || tried === 'stale') {
        fresh = tried === 'guess-failed';
        // What memory expects and what the log says differ until an append under way has ended: let it.
        if (attempt >= 2) await pause(attempt);
        continue;
      }
      if (!tried.outcome) return { result: tried.result };
      const outcome = await tried.outcome.catch((error: unknown) => {
        tried.unit.retract();
        throw error;
      });
      if (outcome.kind === 'appended') {
        tried.unit.stored();
        by.append?.onSettled?.(tried.unit.hasAlongside ? 'stored-with-row' : 'stored', outcome.position);
        return { result: tried.result, position: outcome.position };
      }
      tried.unit.retract();
      if (outcome.kind === 'duplicate') {
        by.append?.onSettled?.('repeated');
        return { result: tried.result, repeated: true };
      }
      fresh = true;
      await pause(attempt);
    }
    throw new Rejection('concurrent-change', 'others keep changing the same thing; try again', {
      retryAfter: 1,
    });
  }

  /** No await between the last check and handing over: nothing in this process can come between. */
  private async attempt<Result>(
    by: CommandContext,
    work: (unit: UnitOfWork) => Promise<Result>,
    fresh: boolean,
  ): Promise<Tried<Result> | Retry> {
    const unit = new UnitOfWork(this.loader, this.known, by, fresh);
    let result: Result;
    try {
      result = await work(unit);
    } catch (error) {
      if (unit.guessed) return 'guess-failed';
      if (error instanceof Rejection && (await this.isRepeat(by.commandId))) return this.repeat<Result>(unit);
      throw error;
    }
    if (unit.isEmpty) return unit.guessed ? 'guess-failed' : { unit, result };
    if (unit.isStale) return 'stale';
    const outcome = this.committer.append(unit.toAppend());
    // The caller awaits it later; a rejection in between must not count as unhandled.
    outcome.catch(() => undefined);
    unit.announce();
    return { unit, result, outcome };
  }

  /** Whoever found the stream moving queues up here, so that a crowd on one stream is served in turn, once each. */
  private inLane<Result>(task: () => Promise<Result>): Promise<Result> {
    const run = this.lane.then(task);
    this.lane = run.catch(() => undefined);
    return run;
  }

  private repeat<Result>(unit: UnitOfWork): Tried<Result> {
    return { unit, result: undefined as Result, outcome: Promise.resolve({ kind: 'duplicate' }) };
  }

  private async isRepeat(commandId: string): Promise<boolean> {
    const rows = await this.database.query('select 1 from platform.events where command_id = $1 limit 1', [
      commandId,
    ]);
    return rows.length > 0;
  }

  private async asOfCommand<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    commandId: string,
  ): Promise<Written<State>> {
    const [row] = await this.database.query<{ version: number }>(
      `select version from platform.events where command_id = $1 and stream_id = $2
       order by command_index desc limit 1`,
      [commandId, streamOf(decider.category, id)],
    );
    return this.load(decider, id, { version: row?.version });
  }
}

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt));
