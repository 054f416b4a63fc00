import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../core/actor.js';
import { Database } from '../event-store/database.js';
import { Allow } from '../http/access.js';
import { Caller } from '../http/caller.js';
import { decodeCursor, paginate } from '../cqrs/cursor.js';
import { pageOf, pageQuery, timestamp } from '../core/schemas.js';
import { reasonBody, type ReasonBody } from '../ops/contract.js';
import { OperatorLog } from '../ops/operator-log.js';
import { Previewed, verbQuery, type VerbQuery } from '../previews/preview.js';
import { Previews, type Prospect } from '../previews/previews.js';
import type { RetentionPolicy } from './retention.js';
import { Retention } from './retention.js';
import { RetentionRuns, type RunStatus } from './retention-runs.js';

const moment = timestamp.nullable();
const retentionView = z
  .object({
    table: z.string(),
    days: z.int().meta({ description: 'how long a row is kept after it has served its time; 0 keeps all' }),
    oldest: moment.meta({ description: 'of the rows that have an end, or of all; null when there are none' }),
    rows: z.int().meta({ description: 'in the whole table, as the database estimates' }),
    bytes: z.int().meta({ description: 'on the disk, with indexes' }),
    lastRunAt: moment,
    finishedAt: moment,
    nextRunAt: moment.meta({ description: 'null where all is kept' }),
    deleted: z.int().meta({ description: 'by the last run' }),
    deletedTotal: z.int(),
    owner: z.string().nullable().meta({ description: 'the instance that is at it now' }),
    error: z.string().nullable(),
  })
  .meta({ id: 'Retention' });
const retentionPage = pageOf(retentionView);
const retentionCursor = z.object({ table: z.string() });
type View = z.output<typeof retentionView>;

const SIZE = `
  select greatest(n_live_tup, 0)::bigint as rows, pg_total_relation_size(relid) as bytes
  from pg_stat_all_tables where relid = to_regclass($1)`;

@ApiTags('Operations')
@Controller('v1/ops/retention')
@Allow('operator')
export class RetentionController {
  constructor(
    private readonly retention: Retention,
    private readonly runs: RetentionRuns,
    private readonly database: Database,
    private readonly operators: OperatorLog,
    private readonly previews: Previews,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listRetention',
    summary: 'How large each table is, what is removed after how many days, and when that was done last',
  })
  @ApiOkResponse({ standardSchema: retentionPage })
  async list(@Query({ schema: pageQuery }) { limit, cursor }: z.output<typeof pageQuery>) {
    const after = cursor ? decodeCursor(cursor, retentionCursor).table : '';
    const runs = new Map((await this.runs.list()).map((run) => [run.name, run]));
    const policies = this.retention.all().filter(({ name }) => name > after);
    const page = paginate(policies, limit, ({ name }) => ({ table: name }));
    const items: View[] = [];
    for (const policy of page.items) items.push(await this.view(policy, runs.get(policy.name)));
    return { items, nextCursor: page.nextCursor };
  }

  @Post('run')
  @HttpCode(202)
  @ApiOperation({ operationId: 'runRetention', summary: 'Do it now instead of within the hour' })
  @ApiAcceptedResponse({ standardSchema: retentionPage })
  @Previewed()
  run(
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    const wish = { verb: 'retention.run', object: 'all', actor, body };
    return this.previews.first(
      wish,
      asked,
      () => this.prospect(),
      async () => {
        const action = { action: 'retention.run', object: 'all', reason: body.reason };
        await this.operators.perform(actor, action, (tx) => this.runs.hurry(tx));
        this.retention.beat();
        return this.list({ limit: 100 });
      },
    );
  }

  private async prospect(): Promise<Prospect> {
    const runs = (await this.runs.list()).map(({ name, startedAt }) => [
      name,
      startedAt?.toISOString() ?? null,
    ]);
    const due = this.retention.all().flatMap((policy) => {
      const days = policy.days(this.config);
      return days === 0 ? [] : [`${policy.name}: what is older than ${days} days goes for good`];
    });
    return { standing: { runs }, follows: due, final: true };
  }

  private async view(policy: RetentionPolicy, run: RunStatus | undefined): Promise<View> {
    const [row] = await this.database.query<{ oldest: Date | null }>(policy.oldest);
    const [size] = await this.database.query<{ rows: number; bytes: number }>(SIZE, [policy.name]);
    const days = policy.days(this.config);
    return {
      table: policy.name,
      days,
      oldest: row?.oldest?.toISOString() ?? null,
      rows: size?.rows ?? 0,
      bytes: size?.bytes ?? 0,
      lastRunAt: run?.startedAt?.toISOString() ?? null,
      finishedAt: run?.finishedAt?.toISOString() ?? null,
      nextRunAt: days === 0 ? null : (run?.nextRunAt.toISOString() ?? null),
      deleted: run?.deleted ?? 0,
      deletedTotal: run?.deletedTotal ?? 0,
      owner: run?.owner ?? null,
      error: run?.error ?? null,
    };
  }
}
