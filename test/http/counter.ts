import { Body, Controller, Get, Module, Param, Post, Query, Sse, type MessageEvent } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import type { Decider } from '../../src/platform/core/decider.js';
import { event } from '../../src/platform/core/event.js';
import { Rejection } from '../../src/platform/core/rejection.js';
import { command, type CommandContext } from '../../src/platform/cqrs/command.js';
import { aggregate } from '../../src/platform/cqrs/aggregate.js';
import { AggregateStore } from '../../src/platform/event-store/aggregate-store.js';
import type { Actor } from '../../src/platform/core/actor.js';
import { Allow } from '../../src/platform/http/access.js';
import { By, Caller } from '../../src/platform/http/caller.js';
import { Idempotent } from '../../src/platform/http/idempotency.js';
import { registersProblems } from '../../src/platform/problems.js';
import { ReadReply, WriteReply, type Shown } from '../../src/platform/http/replies.js';
import { pageQuery } from '../../src/platform/core/schemas.js';
import type { Follower } from '../../src/platform/http/live-view.js';
import { Following, LiveEvents } from '../../src/platform/http/sse.js';

/** The smallest room there can be, to see the edge without any business behind it. */
export interface CounterState {
  readonly total: number;
}
export class Counted extends event('TestCounted', z.strictObject({ counterId: z.string(), by: z.int() })) {}

export const counter: Decider<CounterState, Counted, 'counterId'> = {
  category: 'testcounter',
  idKey: 'counterId',
  events: [Counted],
  initial: { total: 0 },
  evolve: (state, { data }) => ({ total: state.total + data.by }),
  shape: 1,
  notFound: 'counter.not-found',
};

const countData = z.object({ counterId: z.string(), by: z.int() });
export class Count extends command(countData)<CounterState>() {}

/** 0 decides nothing, a negative number is refused. */
const count =
  ({ data }: Count) =>
  (): Counted[] => {
    if (data.by < 0) throw new Rejection('counter.negative', 'it only counts up', { by: data.by });
    return data.by === 0 ? [] : [new Counted(data)];
  };

const body = z.strictObject({ by: z.int(), note: z.string().optional() });
const id = z.string().regex(/^[a-z0-9-]{1,40}$/);
const view = ({ id: counterId, version, state }: Shown<CounterState>) => ({ counterId, ...state, version });
const location = ({ id: counterId }: Shown<CounterState>) => `/test/counters/${counterId}`;

/** How long a count takes, and what happens to it: set by the test. */
export const whims: { before: () => Promise<void> } = { before: () => Promise.resolve() };

@Controller('test/counters')
export class CounterController {
  constructor(
    private readonly commands: CommandBus,
    private readonly store: AggregateStore,
    private readonly live: LiveEvents,
  ) {}

  @Post(':id/counts')
  @Allow('operator', 'customer')
  @Idempotent()
  @WriteReply({ status: 201, view, location })
  async count(
    @Param('id', { schema: id }) counterId: string,
    @Body({ schema: body }) given: z.output<typeof body>,
    @By() by: CommandContext,
  ) {
    await whims.before();
    return this.commands.execute(new Count({ counterId, by: given.by }, by));
  }

  @Post(':id/loose-counts')
  @Allow('operator')
  @WriteReply({ status: 200, view })
  countLoosely(@Param('id', { schema: id }) counterId: string, @By() by: CommandContext) {
    return this.commands.execute(new Count({ counterId, by: 1 }, by));
  }

  @Get(':id')
  @Allow('operator', 'customer')
  @ReadReply()
  async read(@Param('id', { schema: id }) counterId: string, @Caller() actor: Actor) {
    return view(await this.store.read(counter, counterId, actor));
  }

  @Get()
  @Allow('operator')
  list(@Query({ schema: pageQuery }) query: z.output<typeof pageQuery>) {
    return { items: [], nextCursor: null, limit: query.limit };
  }

  @Sse(':id/live')
  @Allow('operator')
  follow(
    @Param('id', { schema: id }) counterId: string,
    @Following() follower: Follower,
  ): Observable<MessageEvent> {
    const streams = [`testcounter-${counterId}`];
    return this.live.follow({ streams, show: ({ event: { data } }) => data }, follower);
  }

  @Get('broken/:how')
  @Allow('operator')
  async broken(@Param('how') how: string): Promise<object> {
    if (how === 'slow') await new Promise((resolve) => setTimeout(resolve, 3000));
    if (how === 'busy') for (const end = Date.now() + 400; Date.now() < end;);
    if (how === 'secret') throw new Error('SELECT password FROM /etc/shadow at host db.internal');
    return {};
  }

  @Get('undeclared/route')
  undeclared(): object {
    return { secret: true };
  }
}

@Module({
  controllers: [CounterController],
  providers: [
    ...aggregate(counter, { commands: [[Count, count]] }),
    registersProblems({
      'counter.negative': { status: 409, title: 'It only counts up', fix: 'Send a number above 0.' },
      'counter.not-found': { status: 404, title: 'No such counter', fix: 'Count first.' },
    }),
  ],
})
export class CounterModule {}
