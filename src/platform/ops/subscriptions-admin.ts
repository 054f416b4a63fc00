import { Injectable } from '@nestjs/common';
import { actorName, type Actor } from '../core/actor.js';
import { Rejection } from '../core/rejection.js';
import { Database, type Transaction } from '../event-store/database.js';
import type { Prospect } from '../previews/previews.js';
import { Rebuilder } from '../read-models/rebuilder.js';
import { RebuildStore, type Rebuild, type RebuildMode } from '../read-models/rebuild-store.js';
import { isBeyondHead, rewind } from '../subscriptions/beyond-head.js';
import { Leases } from '../subscriptions/leases.js';
import { LogNotifier } from '../subscriptions/log-notifier.js';
import { OperatorLog } from './operator-log.js';

export interface SubscriptionStatus {
  readonly name: string;
  readonly checkpoint: number;
  readonly head: number;
  /**
   * Positions of the log that are still ahead; some may be gaps or events of other types. Negative: the checkpoint
   * is beyond the head.
   */
  readonly lag: number;
  readonly state: 'running' | 'paused' | 'rebuilding' | 'beyond-head';
  readonly owner: string | null;
  readonly epoch: number;
  /** Sequences that wait for a retry or an operator. */
  readonly parked: number;
  readonly lastError: string | null;
  readonly failingSince: Date | null;
  readonly updatedAt: Date;
}

export interface Why {
  readonly actor: Actor;
  readonly reason: string;
}

const STATUS = `
  select s.name, s.position as checkpoint, log.head, log.head - s.position as lag,
    case when s.state = 'running' and exists (
        select from platform.rebuilds r where r.model = s.name and r.state = 'running' and r.mode = 'switch')
      then 'rebuilding' else s.state end as state,
    case when s.lease_until > clock_timestamp() then s.owner end as owner, s.epoch,
    (select count(distinct p.sequence) from platform.parked p
     where p.subscription = s.name and p.resolved_at is null) as parked,
    s.last_error as "lastError", s.failing_since as "failingSince", s.updated_at as "updatedAt"
  from platform.subscriptions s, (select coalesce(max(position), 0) as head from platform.events) log`;

/** What operators see of subscriptions, and what they can tell them; for HTTP and the command line. */
@Injectable()
export class SubscriptionsAdmin {
  constructor(
    private readonly database: Database,
    private readonly operators: OperatorLog,
    private readonly leases: Leases,
    private readonly wakeUp: LogNotifier,
    private readonly rebuilder: Rebuilder,
    private readonly rebuilds: RebuildStore,
  ) {}

  list(): Promise<SubscriptionStatus[]> {
    return this.database.query<SubscriptionStatus>(`${STATUS} order by s.name collate "C"`);
  }

  /** @throws Rejection `subscription.not-found` */
  get(name: string): Promise<SubscriptionStatus> {
    return status(this.database, name);
  }

  /** After it resolves, no effect of the subscription commits. @throws Rejection `subscription.not-found` */
  pause(name: string, why: Why): Promise<SubscriptionStatus> {
    return this.tell('pause', name, why);
  }

  /** @throws Rejection `subscription.not-found`, `subscription.beyond-head` */
  resume(name: string, why: Why): Promise<SubscriptionStatus> {
    return this.tell('resume', name, why);
  }

  /**
   * After the log was restored or has lost its last part: go on from the head of the log as it is now.
   *
   * @throws Rejection `subscription.not-found`, `subscription.not-beyond-head`
   */
  rewind(name: string, why: Why): Promise<SubscriptionStatus> {
    return this.tell('rewind', name, why);
  }

  /** What a verb would lead to. @throws Rejection as the verb would */
  prospect(verb: SubscriptionVerb, name: string): Promise<Prospect> {
    return this.operators.rehearse(async (tx) => {
      const before = await status(tx, name);
      await this.verbs[verb](tx, name);
      const after = await status(tx, name);
      return {
        standing: { state: before.state, epoch: before.epoch },
        follows: [followsOf[verb]],
        changes: (['state', 'checkpoint'] as const)
          .filter((what) => before[what] !== after[what])
          .map((what) => ({ what, before: String(before[what]), after: String(after[what]) })),
        final: verb === 'rewind',
        ...(verb !== 'rewind' && { undo: `subscription.${verb === 'pause' ? 'resume' : 'pause'}` }),
      };
    });
  }

  /** What a rebuild would lead to. @throws Rejection as the rebuild would */
  rebuildProspect(name: string, mode: RebuildMode): Promise<Prospect> {
    return this.operators.rehearse(async (tx) => {
      const { state, epoch, head } = await status(tx, name);
      await this.rebuilder.request(tx, name, mode, { requestedBy: 'nobody', reason: 'a rehearsal' });
      const end =
        mode === 'verify'
          ? 'the rows that differ are listed'
          : 'it takes the place of the live one at the end';
      return {
        standing: { state, epoch },
        follows: [`${name} is computed anew beside the live one, from ${head} positions of the log`, end],
        final: false,
      };
    });
  }

  /**
   * @param mode `switch` replaces the live table by one computed anew, `verify` only compares them
   * @throws Rejection `subscription.not-found`, `subscription.not-rebuildable`, `rebuild.already-running`
   */
  async rebuild(name: string, mode: RebuildMode, { actor, reason }: Why): Promise<Rebuild> {
    const action = {
      action: `subscription.${mode === 'verify' ? 'verify' : 'rebuild'}`,
      object: name,
      reason,
    };
    const rebuild = await this.operators.perform(actor, action, async (tx) => {
      await known(tx, name);
      return this.rebuilder.request(tx, name, mode, { requestedBy: actorName(actor), reason });
    });
    this.rebuilder.beat();
    return rebuild;
  }

  /** @throws Rejection `rebuild.not-found` */
  async progress(id: string): Promise<Rebuild> {
    const rebuild = await this.rebuilds.find(id);
    if (!rebuild) throw new Rejection('rebuild.not-found', 'there is no such rebuild');
    return rebuild;
  }

  private readonly verbs: Readonly<
    Record<SubscriptionVerb, (tx: Transaction, name: string) => Promise<void>>
  > = {
    pause: (tx, name) => this.leases.pause(name, null, tx),
    resume: async (tx, name) => {
      if (await isBeyondHead(tx, name)) {
        throw new Rejection('subscription.beyond-head', `${name} has seen more than the log knows`);
      }
      await this.leases.resume(tx, name);
    },
    rewind: async (tx, name) => {
      if ((await rewind(tx, name)) !== undefined) return;
      throw new Rejection('subscription.not-beyond-head', `the log knows everything that ${name} has seen`);
    },
  };

  private async tell(
    verb: SubscriptionVerb,
    name: string,
    { actor, reason }: Why,
  ): Promise<SubscriptionStatus> {
    const action = { action: `subscription.${verb}`, object: name, reason };
    await this.operators.perform(actor, action, async (tx) => {
      await known(tx, name);
      await this.verbs[verb](tx, name);
    });
    this.wakeUp.handsChanged();
    return this.get(name);
  }
}

export type SubscriptionVerb = 'pause' | 'resume' | 'rewind';

const followsOf: Readonly<Record<SubscriptionVerb, string>> = {
  pause: 'no further event is handled until it is resumed; nothing is lost',
  resume: 'it goes on where it stopped, event by event',
  rewind: 'it goes on from the head of the log as it is now; what it saw beyond is not looked at again',
};

/** @throws Rejection `subscription.not-found` */
async function status(tx: Pick<Transaction, 'query'>, name: string): Promise<SubscriptionStatus> {
  const [row] = await tx.query<SubscriptionStatus>(`${STATUS} where s.name = $1`, [name]);
  if (!row) throw notFound(name);
  return row;
}

async function known(tx: Transaction, name: string): Promise<void> {
  const rows = await tx.query('select from platform.subscriptions where name = $1', [name]);
  if (rows.length === 0) throw notFound(name);
}

const notFound = (name: string): Rejection =>
  new Rejection('subscription.not-found', `there is no subscription ${name.slice(0, 100)}`);
