import { applyDecorators, Injectable, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorName } from '../core/actor.js';
import { Rejection } from '../core/rejection.js';
import { SharedLook } from '../core/shared-look.js';
import { EventLog } from '../event-store/event-log.js';
import { CheckpointTracker } from '../subscriptions/checkpoint-tracker.js';

const AWAITS = 'waybill:awaits-model';
const DEFAULT_WAIT_S = 2;
/** Below the deadline of a request, which would otherwise answer first. */
const MAX_WAIT_S = 8;
const MAX_WAITING_OF_ONE = 100;
const MAX_WAITING = 500;

/** Says which models a read is made of; one without this decorator is folded from the log, or commits with it. */
export const AwaitsModel = (...models: readonly { readonly name: string }[]) =>
  applyDecorators(
    SetMetadata(
      AWAITS,
      models.map(({ name }) => name),
    ),
    ApiHeader({
      name: 'Min-Event-Position',
      required: false,
      description: 'Event-Position of the write that must be visible in this list',
    }),
    ApiHeader({ name: 'Prefer', required: false, description: 'wait=<seconds>, 0 to 8' }),
  );

/**
 * Read your own writes: with `Min-Event-Position: N` a read waits until its model has reached N, at most
 * `Prefer: wait=<s>` (2 s unless said, never more than 8), else 503 `projection-behind`. For a position that the log
 * itself has not come to there is nothing to wait for: the same answer at once.
 */
@Injectable()
export class ModelWait {
  private readonly head: SharedLook<number>;
  private readonly waiting = new Map<string, number>();
  private allWaiting = 0;

  constructor(
    private readonly progress: CheckpointTracker,
    log: EventLog,
  ) {
    this.head = new SharedLook(() => log.head());
  }

  /**
   * @param handler of the route
   * @throws Rejection `projection-behind`, and `rate-limited` or `overloaded` where too many wait already
   */
  async before(
    request: FastifyRequest,
    reply: FastifyReply,
    handler: ReturnType<ExecutionContext['getHandler']>,
  ): Promise<void> {
    const { headers, method } = request;
    const position = method === 'GET' ? positionOf(headers['min-event-position']) : undefined;
    if (position === undefined) return;
    const wait = waitOf(headers['prefer']);
    const models = (Reflect.getMetadata(AWAITS, handler) ?? []) as readonly string[];
    await this.reach(request, models, position, wait * 1000);
    if (wait !== DEFAULT_WAIT_S) reply.header('Preference-Applied', `wait=${wait}`);
  }

  private async reach(
    request: FastifyRequest,
    models: readonly string[],
    position: number,
    timeoutMs: number,
  ): Promise<void> {
    const behind = models.filter((model) => !this.progress.hasReached(model, position));
    if (models.length > 0 && behind.length === 0) return;
    const head = await this.head.ask();
    if (position > head) {
      throw new Rejection('projection-behind', `the log itself has not come to position ${position} yet`, {
        retryAfter: 1,
      });
    }
    if (behind.length === 0) return;
    const reached = await this.inTurn(request, () =>
      Promise.all(behind.map((model) => this.progress.waitFor(model, position, timeoutMs))),
    );
    const late = behind.filter((_, at) => !reached[at]);
    if (late.length > 0) {
      throw new Rejection(
        'projection-behind',
        `${late.join(' and ')} has not reached position ${position} yet`,
        { retryAfter: 1 },
      );
    }
  }

  /** Waiting is cheap, not free: one caller may not have everybody else's places. */
  private async inTurn<Result>({ call, ip }: FastifyRequest, wait: () => Promise<Result>): Promise<Result> {
    const who = call.caller ? actorName(call.caller) : ip;
    const own = this.waiting.get(who) ?? 0;
    if (own >= MAX_WAITING_OF_ONE) {
      throw new Rejection('rate-limited', `more than ${MAX_WAITING_OF_ONE} requests of yours wait already`, {
        retryAfter: 1,
      });
    }
    if (this.allWaiting >= MAX_WAITING) throw new Rejection('overloaded', 'too many requests wait already');
    this.waiting.set(who, own + 1);
    this.allWaiting += 1;
    try {
      return await wait();
    } finally {
      this.allWaiting -= 1;
      const left = this.waiting.get(who)! - 1;
      if (left > 0) this.waiting.set(who, left);
      else this.waiting.delete(who);
    }
  }
}

function positionOf(header: string | string[] | undefined): number | undefined {
  if (header === undefined) return undefined;
  const position = Number(header);
  if (/^\d{1,16}$/.test(String(header)) && Number.isSafeInteger(position)) return position;
  throw new Rejection('invalid-request', 'Min-Event-Position must be a number that a write has answered', {
    errors: [{ pointer: '/min-event-position', detail: 'must be a whole number, 0 or more', in: 'header' }],
  });
}

/** A preference that cannot be understood counts as none (RFC 7240, section 2). */
const WAIT = /(?:^|[,;])\s*wait\s*=\s*(?:"(\d+)"|(\d+))\s*(?:[,;]|$)/i;

function waitOf(header: string | string[] | undefined): number {
  const [, quoted, bare] = WAIT.exec(String(header ?? '')) ?? [];
  return Math.min(Number(quoted ?? bare ?? DEFAULT_WAIT_S), MAX_WAIT_S);
}
