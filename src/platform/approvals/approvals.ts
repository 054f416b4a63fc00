import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { actorName, type Actor } from '../core/actor.js';
import { derivedId, newId } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
import type { CommandContext } from '../cqrs/command.js';
import { keepIn } from '../cqrs/keep-in.js';
import { Database, type Transaction } from '../event-store/database.js';
import { OperatorLog } from '../ops/operator-log.js';
import type { Prospect } from '../previews/previews.js';
import { ProblemCatalogue } from '../problems.js';
import { Deeds, type Approval, type Awaited } from './approval.js';

/** What is asked for. */
export interface Wish {
  readonly action: string;
  readonly object: string;
  /** Absent where it is about money, and nobody knows how much. */
  readonly amountMinor?: number;
  readonly currency?: string;
  /** JSON. */
  readonly data: object;
  readonly reason: string;
}

interface ApprovalRow {
  readonly id: string;
  readonly entered: number;
  readonly action: string;
  readonly object: string;
  readonly amount_minor: number | null;
  readonly currency: string | null;
  readonly data: unknown;
  readonly reason: string;
  readonly command_id: string;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly state: Approval['state'];
  readonly decided_by: string | null;
  readonly decision: string | null;
  readonly decided_at: Date | null;
  readonly outcome: string | null;
}

/** Asked again under the same command, it is the approval that is there already. */
const ASK = `
  insert into platform.approvals
    (id, action, object, amount_minor, currency, data, reason, command_id, requested_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (command_id, action, object) do update set reason = platform.approvals.reason
  returning *`;
/** A second person for money above a limit. Without a limit nothing waits. */
@Injectable()
export class Approvals {
  constructor(
    private readonly database: Database,
    private readonly deeds: Deeds,
    private readonly operators: OperatorLog,
    private readonly catalogue: ProblemCatalogue,
    @Inject(CONFIG) private readonly config: Pick<Config, 'APPROVAL_LIMIT_MINOR'>,
  ) {}

  /**
   * @param by of the command that would do it; asked again under the same id, it is the same approval
   * @returns undefined where one person is enough
   */
  async awaited(wish: Wish, by: CommandContext): Promise<Awaited | undefined> {
    const limit = this.config.APPROVAL_LIMIT_MINOR;
    if (limit === undefined || (wish.amountMinor !== undefined && wish.amountMinor <= limit))
      return undefined;
    const { action, object, amountMinor, currency, data, reason } = wish;
    const asked = { action: `${action}.ask`, object, reason, details: { amountMinor, currency } };
    return this.operators.perform(by.actor, asked, async (tx) => {
      const params = [action, object, amountMinor ?? null, currency ?? null, JSON.stringify(data), reason];
      const [row] = await tx.query<ApprovalRow>(ASK, [newId(), ...params, by.commandId, actorName(by.actor)]);
      return keepIn(tx, by.append ?? {}, { id: row!.id, version: 1, state: { approval: viewOf(row!) } });
    });
  }

  /** Newest first. */
  async list(limit: number, before: number, state: Approval['state'] | null) {
    return this.database.query<ApprovalRow>(
      `select * from platform.approvals
       where entered < $1 and ($2::text is null or state = $2) order by entered desc limit $3`,
      [before, state, limit],
    );
  }

  /** @throws Rejection `approval.not-found` */
  async get(id: string): Promise<Approval> {
    return viewOf(await found(this.database, id));
  }

  /**
   * Agrees, and does it. Whoever finds it agreed to and not done, because a process died, does it by agreeing again.
   *
   * @throws Rejection `approval.not-found`, `approval.same-person`, `approval.decided`
   */
  async approve(id: string, actor: Actor, reason: string): Promise<Approval> {
    const row = await this.operators.perform(
      actor,
      { action: 'approval.approve', object: id, reason },
      async (tx) => {
        const now = await undecided(tx, id, actor);
        return now.state === 'approved' ? now : decide(tx, id, ['approved', actorName(actor), reason]);
      },
    );
    const deed = this.deeds.get(row.action);
    if (!deed) throw new Error(`nobody here can do ${row.action}`);
    const outcome = await deed(row.data, contextOf(row)).then(
      () => null,
      (error: unknown) => {
        // After anything else it may have begun, and is done by agreeing again.
        if (!this.catalogue.isDecision(error)) throw error;
        return error.message.slice(0, 500);
      },
    );
    const [ended] = await this.database.query<ApprovalRow>(
      `update platform.approvals set state = $2, outcome = $3 where id = $1 and state = 'approved' returning *`,
      [id, outcome === null ? 'done' : 'failed', outcome],
    );
    return ended ? viewOf(ended) : this.get(id);
  }

  /** @throws Rejection `approval.not-found`, `approval.same-person`, `approval.decided` */
  async reject(id: string, actor: Actor, reason: string): Promise<Approval> {
    return this.operators.perform(actor, { action: 'approval.reject', object: id, reason }, async (tx) => {
      refuseAgreed(await undecided(tx, id, actor));
      return viewOf(await decide(tx, id, ['rejected', actorName(actor), reason]));
    });
  }

  /** What a decision would lead to. @throws Rejection as the decision would */
  prospect(verb: 'approve' | 'reject', id: string, actor: Actor): Promise<Prospect> {
    return this.operators.rehearse(async (tx) => {
      const now = await undecided(tx, id, actor);
      if (verb === 'reject') refuseAgreed(now);
      const { action, object, state, requested_by: by } = now;
      const of = now.amount_minor === null ? '' : ` (${now.amount_minor} minor units of ${now.currency})`;
      const done =
        verb === 'approve' ? `is done now, in the name of ${by}` : `is not done; ${by} sees your reason`;
      return {
        standing: { state },
        follows: [`${action} of ${object}${of} ${done}`],
        changes: [{ what: 'state', before: state, after: verb === 'approve' ? 'done' : 'rejected' }],
        final: true,
      };
    });
  }
}

async function found(tx: Pick<Transaction, 'query'>, id: string): Promise<ApprovalRow> {
  const [row] = await tx.query<ApprovalRow>('select * from platform.approvals where id = $1', [id]);
  if (!row) throw new Rejection('approval.not-found', `there is no approval ${id}`);
  return row;
}

async function undecided(tx: Transaction, id: string, actor: Actor): Promise<ApprovalRow> {
  await tx.query('select from platform.approvals where id = $1 for update', [id]);
  const row = await found(tx, id);
  if (row.requested_by === actorName(actor)) {
    throw new Rejection('approval.same-person', 'whoever asks does not decide');
  }
  if (row.state !== 'waiting' && row.state !== 'approved') {
    throw new Rejection('approval.decided', `it is ${row.state}`);
  }
  return row;
}

function refuseAgreed({ state }: ApprovalRow): void {
  if (state !== 'waiting') throw new Rejection('approval.decided', `it is ${state}`);
}

async function decide(
  tx: Transaction,
  id: string,
  decision: readonly [string, string, string],
): Promise<ApprovalRow> {
  const [row] = await tx.query<ApprovalRow>(
    `update platform.approvals set state = $2, decided_by = $3, decision = $4, decided_at = clock_timestamp()
     where id = $1 returning *`,
    [id, ...decision],
  );
  return row!;
}

/** Done in the name of whoever asked, for the reasons of both. */
function contextOf(row: ApprovalRow): CommandContext {
  const [role, ...rest] = row.requested_by.split(':');
  return {
    commandId: derivedId(row.id, 'do'),
    at: row.decided_at!.toISOString(),
    actor: { role, id: rest.join(':') } as Actor,
    correlationId: row.id,
    causationId: null,
    reason: `${row.reason} (agreed to by ${row.decided_by}: ${row.decision})`.slice(0, 500),
  };
}

export const viewOf = (row: ApprovalRow): Approval => ({
  id: row.id,
  action: row.action,
  object: row.object,
  ...(row.amount_minor !== null && { amountMinor: row.amount_minor }),
  ...(row.currency !== null && { currency: row.currency }),
  reason: row.reason,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at.toISOString(),
  state: row.state,
  ...(row.decided_by !== null && { decidedBy: row.decided_by, decision: row.decision! }),
  ...(row.decided_at && { decidedAt: row.decided_at.toISOString() }),
  ...(row.outcome !== null && { outcome: row.outcome }),
});
