import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PartOf, type Background } from '../activities/activity.js';
import { actorName, type Actor } from '../core/actor.js';
import { derivedId } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
import { OperatorLog } from '../ops/operator-log.js';
import type { Prospect } from '../previews/previews.js';
import { describeError, isTransient, LeaseLost } from '../subscriptions/failures.js';
import { PACE, type Pace } from '../subscriptions/pace.js';
import { PeriodicTask } from '../subscriptions/periodic-task.js';
import { BulkVerbs, type BulkVerb } from './bulk-verbs.js';
import { MOST_THINGS, type OperationWish } from './contract.js';
import { OperationStore, type HeldOperation, type Item, type Progress } from './operation-store.js';

/** So many are looked at for a preview; the others are alike, and each is refused for itself if it must be. */
const LOOKED_AT = 100;
/** One operation at a pace of 1 shall not keep others waiting. */
const AT_ONCE = 4;

export interface Outlook extends Prospect {
  readonly count: number;
  readonly skipped: number;
}

/**
 * Verbs told to many things. The set is written down before the first is touched; each thing is told as if alone, under
 * an id of its own, so that after a crash whoever takes over can tell it again without a second effect.
 */
@PartOf('steps')
@Injectable()
export class Operations implements Background {
  private readonly logger = new Logger('Operations');
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly pulse: PeriodicTask;

  constructor(
    private readonly store: OperationStore,
    private readonly verbs: BulkVerbs,
    private readonly operators: OperatorLog,
    @Inject(PACE) private readonly pace: Pace,
  ) {
    this.pulse = new PeriodicTask(
      () => pace.leaseMs,
      () => this.takeUp(),
    );
  }

  start(): void {
    this.pulse.start();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.pulse.stop();
    await Promise.all(this.running);
  }

  /** What would be told to how many. @throws Rejection `operation.unknown-verb`, `operation.nothing-matches` */
  async outlook(wish: OperationWish, actor: Actor): Promise<Outlook> {
    const verb = this.verbs.get(wish.verb);
    const things = await this.frozen(verb, wish);
    const refusals = new Map<string, number>();
    for (const object of things.slice(0, LOOKED_AT)) {
      const refusal = await refusalOf(() => verb.look(object, actor));
      if (refusal) refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
    }
    const skipped = [...refusals.values()].reduce((sum, count) => sum + count, 0);
    const pace = wish.pace === 'all' ? 'one after the other' : `${wish.pace} a second`;
    return {
      standing: { things },
      count: things.length,
      skipped,
      follows: [
        `${wish.verb} is told to ${things.length === 1 ? 'one thing' : `${things.length} things`}, ${pace}: those that match now, and no others`,
        ...[...refusals].map(([why, count]) => `${count} would be refused: ${why}`),
        ...(things.length > LOOKED_AT ? [`the first ${LOOKED_AT} were looked at one by one`] : []),
      ],
      final: verb.isFinal,
    };
  }

  /** @throws Rejection `operation.unknown-verb`, `operation.nothing-matches` */
  async begin(wish: OperationWish, actor: Actor): Promise<Progress> {
    const verb = this.verbs.get(wish.verb);
    const things = await this.frozen(verb, wish);
    const { filter, pace, reason } = wish;
    const details = { verb: wish.verb, filter, pace, count: things.length };
    const action = { action: 'operation.begin', object: wish.verb, reason, details };
    const begun = await this.operators.perform(actor, action, (tx) =>
      this.store.create(tx, wish, things, actorName(actor)),
    );
    this.pulse.beat();
    return begun;
  }

  /** @throws Rejection `operation.not-found` */
  async get(id: string): Promise<Progress> {
    const found = await this.store.find(id);
    if (!found) throw notFound();
    return found;
  }

  /** After the thing under way; what was done stays done. @throws Rejection `operation.not-found`, `operation.ended` */
  async halt(id: string, actor: Actor, reason: string): Promise<Progress> {
    return this.operators.perform(actor, { action: 'operation.stop', object: id, reason }, async (tx) => {
      const found = await this.store.find(id, tx);
      if (!found) throw notFound();
      if (!(await this.store.stop(tx, id))) throw ended(found);
      return (await this.store.find(id, tx))!;
    });
  }

  /** What stopping would lead to. @throws Rejection `operation.not-found`, `operation.ended` */
  async haltProspect(id: string): Promise<Prospect> {
    const found = await this.get(id);
    if (found.state !== 'running') throw ended(found);
    return {
      standing: { state: found.state },
      follows: ['it stops after the thing under way; what was done stays done'],
      changes: [{ what: 'state', before: 'running', after: 'stopped' }],
      final: false,
    };
  }

  private async frozen(verb: BulkVerb, { filter }: OperationWish): Promise<readonly string[]> {
    const things = await verb.things(filter, MOST_THINGS);
    if (things.length === 0) throw new Rejection('operation.nothing-matches', 'nothing is like that now');
    return things;
  }

  private async takeUp(): Promise<void> {
    while (this.running.size < AT_ONCE && !this.stopping.signal.aborted) {
      const held = await this.store.acquire(this.pace.owner, this.pace.leaseMs);
      if (!held) return;
      const work = this.carryOut(held).finally(() => this.running.delete(work));
      this.running.add(work);
    }
  }

  private async carryOut(held: HeldOperation): Promise<void> {
    const { signal } = this.stopping;
    try {
      const verb = this.verbs.get(held.verb);
      while (!signal.aborted) {
        const item = await this.store.next(held, this.pace.leaseMs);
        if (!item) return await this.store.finish(held);
        await this.tell(verb, held, item);
        if (held.pace) await sleep(1_000 / held.pace, undefined, { signal }).catch(() => undefined);
      }
      await this.store.release(held);
    } catch (error) {
      if (error instanceof LeaseLost) return;
      this.logger.warn(`an operation waits: ${describeError(error)}`);
      await this.store.release(held).catch(() => undefined);
    }
  }

  private async tell(verb: BulkVerb, held: HeldOperation, item: Item): Promise<void> {
    const { object } = item;
    const telling = {
      actor: actorOf(held.requestedBy),
      reason: held.reason,
      commandId: derivedId(held.id, object),
      operation: held.id,
    };
    const refusal = await refusalOf(() => verb.tell(object, telling));
    // Tried before, and then refused: it was done, and only that could not be written down.
    const isDone = !refusal || item.state === 'trying';
    await this.store.ended(held, item, isDone ? 'done' : 'refused', refusal ?? null);
  }
}

/** @throws what is no refusal but a trouble of the moment */
async function refusalOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return `${error.code}: ${error.message}`;
    if (isTransient(error)) throw error;
    return describeError(error);
  }
}

function actorOf(name: string): Actor {
  const [role, ...id] = name.split(':');
  return { role: role as Actor['role'], id: id.join(':') };
}

const notFound = (): Rejection => new Rejection('operation.not-found', 'there is no such operation');
const ended = ({ state }: Progress): Rejection => new Rejection('operation.ended', `it is ${state}`);
