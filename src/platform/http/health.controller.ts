import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Database } from '../event-store/database.js';
import { Public } from './access.js';
import { Lifecycle } from './lifecycle.js';

/** Names of the migrations this program was built with; readiness compares them with the database's. */
export const MIGRATION_NAMES = Symbol('MIGRATION_NAMES');

const PATIENCE_MS = 2_000;

type State = 'up' | 'down';

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
  @ApiOperation({ operationId: 'isReady', summary: 'Database reachable, schema fits, not stopping' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const checks = { ...(await this.ofDatabase()), stopping: this.lifecycle.isDraining };
    const ready = checks.database === 'up' && checks.schema === 'up' && !checks.stopping;
    reply.status(ready ? 200 : 503);
    return { status: ready ? 'ok' : 'unavailable', checks };
  }

  private async ofDatabase(): Promise<{ database: State; schema: State }> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    });
    const asked = this.database
      .query<{ name: string }>('select name from public.schema_migrations')
      .catch(() => undefined);
    const rows = await Promise.race([asked, late]);
    clearTimeout(timer);
    if (!rows) return { database: 'down', schema: 'down' };
    const found = new Set(rows.map(({ name }) => name));
    const fits = found.size === this.migrations.length && this.migrations.every((name) => found.has(name));
    return { database: 'up', schema: fits ? 'up' : 'down' };
  }
}
