import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { approvalSchema } from '../approvals/approval.js';
import { Approvals } from '../approvals/approvals.js';
import type { CommandContext } from '../cqrs/command.js';
import { actorName, type Actor } from '../core/actor.js';
import { Allow } from '../http/access.js';
import { By, Caller } from '../http/caller.js';
import { decodeCursor, paginate } from '../cqrs/cursor.js';
import type { ProblemKind } from '../problems.js';
import { pageOf, pageQuery, reason as because, uuid } from '../core/schemas.js';
import { reasonBody, type ReasonBody } from '../ops/contract.js';
import { OperatorLog } from '../ops/operator-log.js';
import { Begun, Previewed, verbQuery, type VerbQuery } from '../previews/preview.js';
import { Previews } from '../previews/previews.js';
import { DeadLetterDesk } from './dead-letter-desk.js';
import { PersonalRecords } from './personal-records.js';
import { DeadLetters, type DeadLetter } from './dead-letters.js';

export const deadLetterProblems = {
  'dead-letter.not-found': {
    status: 404,
    title: 'There is no such dead letter',
    fix: 'Take the id from GET /v1/ops/dead-letters.',
  },
  'dead-letter.resolved': {
    status: 409,
    title: 'Somebody has decided on this dead letter already',
    fix: 'Look at its state; nothing needs to be done.',
  },
  'dead-letter.about-money': {
    status: 409,
    title: 'This dead letter is about money',
    fix: 'Give it up by itself: a second person may have to agree.',
  },
} as const satisfies Record<string, ProblemKind>;

/** What waits for a second person where it is about money. */
export const DISCARD = 'dead-letter.discard';

const letterState = z.enum(['open', 'replayed', 'discarded']);
const filter = pageQuery.extend({ state: letterState.default('open') });
/** What is kept of a discard that waits for a second person. */
export const discarded = z.strictObject({ id: uuid, reason: because });
const shown = z
  .object({
    id: z.string(),
    topic: z.string(),
    partition: z.int(),
    offset: z.int(),
    messageId: z.string().nullable(),
    key: z.string().nullable(),
    /** The value as text; what is not UTF-8 shows as replacement characters. */
    value: z.string().nullable(),
    reason: z.string(),
    error: z.string(),
    attempts: z.int(),
    failedAt: z.string(),
    state: letterState,
  })
  .meta({ id: 'DeadLetter' });
const replayed = z
  .object({ replayed: z.array(z.string()), open: z.int(), error: z.string().nullable() })
  .meta({ id: 'DeadLetterReplay' });
const cursorKey = z.object({ failedAt: z.iso.datetime(), id: uuid });

/** Records from Kafka that could not be handled. While one of a key is open, the later ones queue up behind it. */
@ApiTags('Operations')
@Controller('v1/ops/dead-letters')
@Allow('operator')
export class DeadLettersController {
  constructor(
    private readonly letters: DeadLetters,
    private readonly desk: DeadLetterDesk,
    private readonly operators: OperatorLog,
    private readonly approvals: Approvals,
    private readonly previews: Previews,
    private readonly personal: PersonalRecords,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listDeadLetters', summary: 'Records from Kafka that could not be handled' })
  @ApiOkResponse({ standardSchema: pageOf(shown) })
  async list(@Query({ schema: filter }) { limit, cursor, state }: z.output<typeof filter>) {
    const after = cursor ? decodeCursor(cursor, cursorKey, { state }) : null;
    const letters = await this.letters.list(limit + 1, after, state);
    const rows = await Promise.all(letters.map((letter) => this.shown(letter)));
    return paginate(rows, limit, ({ failedAt, id }) => ({ failedAt, id }), { state });
  }

  @Post(':id/replay')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'replayDeadLetter',
    summary: 'Handle it again, and with it the open ones of its key, in order',
  })
  @Previewed(replayed)
  replay(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    const { reason } = body;
    return this.previews.first(
      { verb: 'dead-letter.replay', object: id, actor, body },
      asked,
      () => this.desk.prospect('replay', id),
      () =>
        this.operators.around(
          actor,
          { action: 'dead-letter.replay', object: id, reason },
          () => this.desk.replay(id, { by: actorName(actor), reason }),
          ({ error }) => error !== null,
        ),
    );
  }

  @Post(':id/discard')
  @HttpCode(204)
  @ApiOperation({ operationId: 'discardDeadLetter', summary: 'Give it up for good' })
  @ApiNoContentResponse()
  @ApiAcceptedResponse({
    standardSchema: approvalSchema,
    description: 'It is about money and waits for a second person',
  })
  @Previewed()
  discard(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @By() by: CommandContext,
  ) {
    return this.previews.first(
      { verb: DISCARD, object: id, actor: by.actor, body },
      asked,
      () => this.desk.prospect('discard', id),
      () => this.giveUp(id, body.reason, by),
    );
  }

  private async shown(letter: DeadLetter): Promise<z.output<typeof shown>> {
    const { value, ...rest } = view(letter);
    return { ...rest, value: value === null ? null : await this.personal.shown(value) };
  }

  private async giveUp(id: string, reason: string, by: CommandContext) {
    if (await this.desk.isAboutMoney(id)) {
      const wish = { action: DISCARD, object: id, data: { id, reason }, reason };
      const awaited = await this.approvals.awaited(wish, by);
      if (awaited) return new Begun(awaited.state.approval, `/v1/ops/approvals/${awaited.id}`);
    }
    return this.operators.around(by.actor, { action: DISCARD, object: id, reason }, () =>
      this.desk.discard(id, { by: actorName(by.actor), reason }),
    );
  }
}

const view = (letter: DeadLetter): z.output<typeof shown> => ({
  id: letter.id,
  topic: letter.topic,
  partition: letter.partition,
  offset: letter.offset,
  messageId: letter.message_id,
  key: letter.msg_key?.toString() ?? null,
  value: letter.value?.toString() ?? null,
  reason: letter.reason,
  error: letter.error,
  attempts: letter.attempts,
  failedAt: letter.failed_at.toISOString(),
  state: letter.state,
});
