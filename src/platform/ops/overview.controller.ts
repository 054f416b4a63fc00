import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CONFIG, type Config } from '../config.js';
import { decodeCursor, paginate } from '../cqrs/cursor.js';
import { Database } from '../event-store/database.js';
import { Allow } from '../http/access.js';
import type { Setting } from '../setting-kinds.js';
import { settings, type SettingName } from '../settings.js';
import { ownVersion } from '../telemetry/own-version.js';
import { Overview } from './overview.js';
import { latenciesByRoute } from './requests.js';
import {
  actionCursor,
  actionFilter,
  actionPage,
  actionView,
  overviewView,
  systemView,
} from './overview.contract.js';

type Action = Omit<z.output<typeof actionView>, 'at'> & { readonly at: Date };

const ACTIONS = `
  select seq, at, actor, action, object, reason, outcome, details from platform.operator_actions
  where ($1::bigint is null or seq < $1) and ($2::text is null or object = $2) and ($3::text is null or actor = $3)
    and ($4::text is null or action = $4)
  order by seq desc limit $5`;
const INSTALLED = `
  select split_part(version(), ' ', 2) as database,
    (select name from public.schema_migrations order by id desc limit 1) as migration,
    (select count(*)::int from public.schema_migrations) as migrations`;
const INSTANCES = `
  select owner as name, seen_until as "seenUntil" from platform.runners where seen_until > clock_timestamp() order by 1`;

/** How the whole of it goes, what operators did, and how it is set. */
@ApiTags('Operations')
@Controller('v1/ops')
@Allow('operator')
export class OverviewController {
  constructor(
    private readonly overview: Overview,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('overview')
  @ApiOperation({
    operationId: 'getOverview',
    summary: 'How it goes, in figures; each has a list of its own',
  })
  @ApiOkResponse({ standardSchema: overviewView })
  read() {
    return this.overview.read();
  }

  @Get('actions')
  @ApiOperation({
    operationId: 'listOperatorActions',
    summary: 'What operators did, when and why, newest first; the chain of hashes is in audit.log',
  })
  @ApiOkResponse({ standardSchema: actionPage })
  async actions(@Query({ schema: actionFilter }) given: z.output<typeof actionFilter>) {
    const { limit, cursor, object, actor, action } = given;
    const before = cursor ? decodeCursor(cursor, actionCursor, given).seq : null;
    const params = [before, object ?? null, actor ?? null, action ?? null, limit + 1];
    const rows = await this.database.query<Action>(ACTIONS, params);
    const page = paginate(rows, limit, ({ seq }) => ({ seq }), given);
    return {
      items: page.items.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
      nextCursor: page.nextCursor,
    };
  }

  @Get('system')
  @ApiOperation({
    operationId: 'getSystem',
    summary: 'Versions, instances, requests and settings; of secrets only whether they are set',
  })
  @ApiOkResponse({ standardSchema: systemView })
  async system(): Promise<z.output<typeof systemView>> {
    const [installed] = await this.database.query<Installed>(INSTALLED);
    const instances = await this.database.query<{ name: string; seenUntil: Date }>(INSTANCES);
    return {
      version: ownVersion(),
      node: process.version,
      ...installed!,
      startedAt: new Date(Date.now() - process.uptime() * 1_000).toISOString(),
      instances: instances.map(({ name, seenUntil }) => ({ name, seenUntil: seenUntil.toISOString() })),
      requests: await latenciesByRoute(),
      settings: (Object.entries(settings) as [SettingName, Setting][]).map(([name, { about, secret }]) => ({
        name,
        about,
        secret: secret === true,
        value: shown(this.config[name], secret === true),
      })),
    };
  }
}

interface Installed {
  readonly database: string;
  readonly migration: string | null;
  readonly migrations: number;
}

/** An address may carry a password though nobody thought of it as a secret. */
function shown(value: unknown, secret: boolean): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (secret) return 'set';
  const text = [value].flat().join(', ');
  return text.replace(/(\/\/[^:@/\s]*):[^@/\s]*@/g, '$1:***@');
}
