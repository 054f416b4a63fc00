import { Injectable } from '@nestjs/common';
import { Rejection } from '../core/rejection.js';
import type { Prospect } from '../previews/previews.js';
import { consumptions } from './consumes.js';
import { DeadLetters, recordOf, type DeadLetter } from './dead-letters.js';
import { failureOf, InboundDispatcher } from './inbound-dispatcher.js';

export interface Decision {
  /** Who decided, as in the audit trail. */
  readonly by: string;
  readonly reason: string;
}

export interface Replayed {
  /** Letters that have now had their effect, oldest first. */
  readonly replayed: readonly string[];
  /** How many of the key are still open. */
  readonly open: number;
  /** What the first of them failed with. */
  readonly error: string | null;
}

/** What an operator can do about dead letters. */
@Injectable()
export class DeadLetterDesk {
  constructor(
    private readonly letters: DeadLetters,
    private readonly ingress: InboundDispatcher,
  ) {}

  /**
   * Handles a letter and all open ones of its key again, in the order in which they came, up to the first that fails.
   *
   * @throws Rejection `dead-letter.not-found`, `dead-letter.resolved`
   */
  async replay(id: string, { by, reason }: Decision): Promise<Replayed> {
    const letter = await this.open(id);
    const replayed: string[] = [];
    for (;;) {
      const queue = await this.letters.queueOf(letter);
      const next = queue[0];
      if (!next) return { replayed, open: 0, error: null };
      try {
        await this.ingress.again(next.consumer, recordOf(next));
      } catch (error) {
        const failure = failureOf(error, next.attempts + 1);
        await this.letters.failedAgain(next.id, failure);
        return { replayed, open: queue.length, error: `${failure.reason}: ${failure.error}` };
      }
      await this.letters.resolve(next.id, 'replayed', by, reason);
      replayed.push(next.id);
    }
  }

  /**
   * Gives one letter up; those behind it wait for a replay of their own. The same decision again changes nothing.
   *
   * @throws Rejection `dead-letter.not-found`, `dead-letter.resolved`
   */
  async discard(id: string, { by, reason }: Decision): Promise<void> {
    if (await this.letters.resolve(id, 'discarded', by, reason)) return;
    await this.open(id);
    throw resolved();
  }

  /** What a verb would lead to. @throws Rejection `dead-letter.not-found`, `dead-letter.resolved` */
  async prospect(verb: 'replay' | 'discard', id: string): Promise<Prospect> {
    const letter = await this.open(id);
    const queue = (await this.letters.queueOf(letter)).map((each) => [each.id, each.attempts]);
    const standing = { state: letter.state, queue };
    const changes = [{ what: 'state', before: 'open', after: verb === 'replay' ? 'replayed' : 'discarded' }];
    if (verb === 'replay') {
      const records = queue.length === 1 ? 'the record is' : `${queue.length} records of the key are`;
      const follows = [
        `${records} handled again, in order, up to the first that fails`,
        'what was applied already is recognised by its id and has no second effect',
      ];
      return { standing, follows, changes, final: false };
    }
    const money = (await this.isAboutMoney(id))
      ? ['it is about money: a second person may have to agree']
      : [];
    const behind =
      queue.length > 1 ? [`the ${queue.length - 1} behind it wait for a replay of their own`] : [];
    const follows = ['it is given up for good; the row and the reason are kept', ...behind, ...money];
    return { standing, follows, changes, final: true };
  }

  /** @throws Rejection `dead-letter.not-found`, `dead-letter.resolved` */
  async isAboutMoney(id: string): Promise<boolean> {
    const { headers } = recordOf(await this.open(id));
    const types = (headers['ce_type'] ?? []).map((type) => type?.toString());
    return consumptions().some(({ type, aboutMoney }) => aboutMoney === true && types.includes(type));
  }

  private async open(id: string): Promise<DeadLetter> {
    const letter = await this.letters.find(id);
    if (!letter) throw new Rejection('dead-letter.not-found', 'there is no such dead letter');
    if (letter.state !== 'open') throw resolved();
    return letter;
  }
}

const resolved = (): Rejection => new Rejection('dead-letter.resolved', 'somebody has decided on it already');
