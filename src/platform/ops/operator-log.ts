import { Injectable } from '@nestjs/common';
import { actorName, type Actor } from '../core/actor.js';
import { Rejection } from '../core/rejection.js';
import { Database, type Transaction } from '../event-store/database.js';

export interface OperatorAction {
  /** `<thing>.<verb>`, for example `subscription.pause` */
  readonly action: string;
  /** Which thing: a name or an id. */
  readonly object: string;
  /** Why, in the operator's words; never empty. */
  readonly reason: string;
  readonly details?: object;
}

/** The hash chain of what operators did. Nothing an operator does to the running system goes past it. */
@Injectable()
export class OperatorLog {
  constructor(private readonly database: Database) {}

  /**
   * Does something and records it in the same transaction; what is refused is recorded too.
   *
   * @throws Rejection from the work
   */
  async perform<Result>(
    actor: Actor,
    action: OperatorAction,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.database.transaction(async (tx) => {
        const result = await work(tx);
        await this.write(tx, actor, action, 'done');
        return result;
      });
    } catch (error) {
      if (error instanceof Rejection)
        await this.write(this.database, actor, action, `refused: ${error.code}`);
      throw error;
    }
  }

  /**
   * For work with transactions of its own: recorded before it begins and when it has ended, so that it cannot happen
   * without a trace.
   *
   * @param isFailure of work that tells by its result that it failed
   * @throws whatever the work throws
   */
  async around<Result>(
    actor: Actor,
    action: OperatorAction,
    work: () => Promise<Result>,
    isFailure: (result: Result) => boolean = () => false,
  ): Promise<Result> {
    await this.write(this.database, actor, action, 'started');
    try {
      const result = await work();
      await this.write(this.database, actor, action, isFailure(result) ? 'failed' : 'done');
      return result;
    } catch (error) {
      const outcome = error instanceof Rejection ? `refused: ${error.code}` : 'failed';
      await this.write(this.database, actor, action, outcome);
      throw error;
    }
  }

  /**
   * Does something and takes it back before anybody has seen it: what would follow, and what it would be refused with.
   *
   * @throws Rejection from the work; it is not recorded, as nothing was asked for
   */
  async rehearse<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    let shown: { readonly result: Result } | undefined;
    const back = new Error('taken back');
    await this.database
      .transaction(async (tx) => {
        shown = { result: await work(tx) };
        throw back;
      })
      .catch((error: unknown) => {
        if (error !== back) throw error;
      });
    return shown!.result;
  }

  private async write(
    tx: Pick<Transaction, 'query'>,
    actor: Actor,
    { action, object, reason, details }: OperatorAction,
    outcome: string,
  ): Promise<void> {
    await tx.query(
      `insert into platform.operator_actions (actor, action, object, reason, outcome, details)
       values ($1, $2, $3, $4, $5, $6)`,
      [actorName(actor), action, object, reason, outcome, details ? JSON.stringify(details) : null],
    );
  }
}
