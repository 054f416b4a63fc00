import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Database } from '../event-store/database.js';
import { within } from '../core/within.js';
import { fitOf, RAN_MIGRATIONS, type RanMigration } from '../event-store/schema-fit.js';
import { Public } from './access.js';
import { Lifecycle } from './lifecycle.js';
import { sqlStateOf } from '../event-store/database-errors.js';

/** Names of the migrations this program was built with; readiness wants them all, and none it cannot live with. */
export const MIGRATION_NAMES = Symbol('MIGRATION_NAMES');

const PATIENCE_MS = 2_000;

type State = 'up' | 'down';
type DatabaseState = State | 'read-only';

const liveness = z.object({ status: z.literal('ok') });
const upOrDown = z.enum(['up', 'down']);
const readiness = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    checks: z.object({
      database: z.enum(['up', 'down', 'read-only']),
      schema: upOrDown,
      log: upOrDown,
      work: upOrDown,
      stopping: z.boolean(),
    }),
  })
  .meta({ id: 'Readiness' });

@ApiTags('System')
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly lifecycle: Lifecycle,
    @Inject(MIGRATION_NAMES) private readonly migrations: readonly string[],
  ) {}

  @Get('live')
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'getLiveness', summary: 'The process answers' })
  @ApiOkResponse({ standardSchema: liveness })
  live(): object {
    return { status: 'ok' };
  }

  /**
   * Neither Kafka nor those who do the work behind are part of it: without them orders are still taken, and published or
   * shipped later. Whether anybody works is said all the same.
   */
  @Get('ready')
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'getReadiness', summary: 'Database takes writes, schema fits, not stopping' })
  @ApiOkResponse({ standardSchema: readiness })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const [database, log, work] = await Promise.all([this.ofDatabase(), this.ofLog(), this.ofWork()]);
    const checks = { ...database, log, work, stopping: this.lifecycle.isDraining };
    const isUp = checks.database === 'up' && checks.schema === 'up' && checks.log === 'up';
    const ready = isUp && !checks.stopping;
    reply.status(ready ? 200 : 503);
    return { status: ready ? 'ok' : 'unavailable', checks };
  }

  private async ofDatabase(): Promise<{ database: DatabaseState; schema: State }> {
    const asked = this.database
      .query<RanMigration & { readOnly: boolean }>(LOOK)
      .catch((error: unknown) => (isUndefinedTable(error) ? [] : 'silent'));
    const rows = await inTime(asked, 'silent');
    if (typeof rows === 'string') return { database: 'down', schema: 'down' };
    const { missing, unbearable } = fitOf(this.migrations, rows);
    return {
      database: rows[0]?.readOnly ? 'read-only' : 'up',
      schema: missing.length === 0 && unbearable.length === 0 ? 'up' : 'down',
    };
  }

  /** Down when it has lost what a subscription has seen already: somebody must decide how to go on. */
  private async ofLog(): Promise<State> {
    const asked = this.database
      .query(`select from platform.subscriptions where state = 'beyond-head' limit 1`)
      .then((lost) => lost.length === 0)
      .catch(() => false);
    return (await inTime(asked, false)) ? 'up' : 'down';
  }

  /** Down when no instance is alive that does what follows an order. */
  private async ofWork(): Promise<State> {
    const asked = this.database
      .query(WORKERS)
      .then((alive) => alive.length > 0)
      .catch(() => false);
    return (await inTime(asked, false)) ? 'up' : 'down';
  }
}

const WORKERS = 'select from platform.runners where seen_until > clock_timestamp() limit 1';

const inTime = <Answer, Late>(asked: Promise<Answer>, late: Late): Promise<Answer | Late> =>
  within<Answer | Late>(PATIENCE_MS, asked, () => new Error('too late')).catch(() => late);

/** A standby, or a session that was told not to write, answers every question and takes no order. */
const LOOK = `
  select ran.*, pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "readOnly"
  from (${RAN_MIGRATIONS}) ran`;

const isUndefinedTable = (error: unknown): boolean => sqlStateOf(error) === '42P01';
