import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Database } from '../event-store/database.js';
import { fitOf, RAN_MIGRATIONS, type RanMigration } from '../event-store/schema-fit.js';
import { Public } from './access.js';
import { Lifecycle } from './lifecycle.js';
import { sqlStateOf } from './sqlstate.js';

/** Names of the migrations this program was built with; readiness wants them all, and none it cannot live with. */
export const MIGRATION_NAMES = Symbol('MIGRATION_NAMES');

const PATIENCE_MS = 2_000;

type State = 'up' | 'down';
type DatabaseState = State | 'read-only';

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
  @ApiOperation({ operationId: 'isAlive', summary: 'The process answers' })
  live(): object {
    return { status: 'ok' };
  }

  /** Kafka is no part of it: without a broker orders are still taken, and published later. */
  @Get('ready')
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'isReady', summary: 'Database takes writes, schema fits, not stopping' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const checks = { ...(await this.ofDatabase()), stopping: this.lifecycle.isDraining };
    const ready = checks.database === 'up' && checks.schema === 'up' && !checks.stopping;
    reply.status(ready ? 200 : 503);
    return { status: ready ? 'ok' : 'unavailable', checks };
  }

  private async ofDatabase(): Promise<{ database: DatabaseState; schema: State }> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'silent'>((resolve) => {
      timer = setTimeout(() => resolve('silent'), PATIENCE_MS);
    });
    const asked = this.database
      .query<RanMigration & { readOnly: boolean }>(LOOK)
      .catch((error: unknown) => (isUndefinedTable(error) ? [] : 'silent'));
    const rows = await Promise.race([asked, late]);
    clearTimeout(timer);
    if (typeof rows === 'string') return { database: 'down', schema: 'down' };
    const { missing, unbearable } = fitOf(this.migrations, rows);
    return {
      database: rows[0]?.readOnly ? 'read-only' : 'up',
      schema: missing.length === 0 && unbearable.length === 0 ? 'up' : 'down',
    };
  }
}

/** A standby, or a session that was told not to write, answers every question and takes no order. */
const LOOK = `
  select ran.*, pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "readOnly"
  from (${RAN_MIGRATIONS}) ran`;

const isUndefinedTable = (error: unknown): boolean => sqlStateOf(error) === '42P01';
