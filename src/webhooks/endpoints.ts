import { lookup } from 'node:dns/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import type { Actor } from '../platform/core/actor.js';
import { rejecting } from '../platform/core/rejection.js';
import type { AppendTerms, Written } from '../platform/cqrs/command.js';
import { demandVersion } from '../platform/cqrs/expected-version.js';
import { keepIn } from '../platform/cqrs/keep-in.js';
import { Database, type Transaction } from '../platform/event-store/database.js';
import { OperatorLog } from '../platform/ops/operator-log.js';
import type { EndpointBody, EndpointChange, EndpointView, WebhookProblem } from './contract.js';
import { COLUMNS, type EndpointRow } from './endpoint-row.js';
import { PublishedTypes } from './published-types.js';
import { isPublic, refuseLiteral } from './public-address.js';
import { newSecret, SecretBox } from './secrets.js';

/** More would make every look of the sender long. */
const MAX_ENDPOINTS = 100;
const reject = rejecting<WebhookProblem>();

/** Who changes an endpoint, why, from which version on, and what is to be kept with it. */
export interface Change {
  readonly actor: Actor;
  readonly reason?: string | undefined;
  readonly append?: AppendTerms | undefined;
}

/** What a verb does to the row of an endpoint, which is $1. */
interface Update {
  readonly verb: string;
  readonly statement: string;
  readonly params?: readonly unknown[];
  readonly andThen?: (tx: Transaction) => Promise<void>;
  /** Encrypted: what is shown now and never again. */
  readonly secret?: string | undefined;
}

const CHANGED = `version = version + 1, updated_at = clock_timestamp() where endpoint_id = $1 returning ${COLUMNS}`;
const CHANGE = `
  update webhooks.endpoints set url = coalesce($2, url), event_types = coalesce($3::jsonb, event_types),
    description = case when $4 then $5 else description end, ${CHANGED}`;
const ENABLE = `
  update webhooks.endpoints set state = 'enabled', disabled_reason = null,
    hears_since = case state when 'enabled' then hears_since else clock_timestamp() end, ${CHANGED}`;
const DISABLE = `update webhooks.endpoints set state = 'disabled', disabled_reason = $2, ${CHANGED}`;
const ROTATE = `
  update webhooks.endpoints set secret = $2, previous_secret = case when $3 > 0 then secret end,
    previous_until = case when $3 > 0 then clock_timestamp() + $3 * interval '1 hour' end, ${CHANGED}`;
const DELETE = `
  update webhooks.endpoints set state = 'deleted', disabled_reason = null, secret = null, previous_secret = null,
    previous_until = null, ${CHANGED}`;

/** `secret`: encrypted. */
export type Shown = EndpointView & { readonly secret?: string };

/** The receivers, as operators set them up. */
@Injectable()
export class Endpoints {
  constructor(
    private readonly database: Database,
    private readonly operators: OperatorLog,
    private readonly box: SecretBox,
    private readonly types: PublishedTypes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async create(id: string, { url, eventTypes, description }: EndpointBody, change: Change) {
    demandVersion(change.append?.expectedVersion, 0);
    this.types.demand(eventTypes);
    await this.demandReachable(url);
    const secret = this.box.seal(newSecret(), id);
    return this.recorded(change, { verb: 'create', id, secret }, async (tx) => {
      await tx.query('lock table webhooks.endpoints in share row exclusive mode');
      const [row] = await tx.query<EndpointRow>(
        `insert into webhooks.endpoints (endpoint_id, url, event_types, description, secret)
         select $1, $2, $3, $4, $5
         where (select count(*) from webhooks.endpoints where state <> 'deleted') < $6 returning ${COLUMNS}`,
        [id, url, JSON.stringify(eventTypes), description ?? null, secret, MAX_ENDPOINTS],
      );
      return row ?? reject('webhook.too-many-endpoints', `there are ${MAX_ENDPOINTS} endpoints already`);
    });
  }

  /** Newest first, after one of them. */
  async list(limit: number, after: string | undefined): Promise<EndpointView[]> {
    const rows = await this.database.query<EndpointRow>(
      `select ${COLUMNS} from webhooks.endpoints
       where state <> 'deleted' and ($2::uuid is null or endpoint_id < $2) order by endpoint_id desc limit $1`,
      [limit, after ?? null],
    );
    return rows.map(viewOf);
  }

  /** @throws Rejection `webhook.endpoint-not-found` */
  async get(id: string): Promise<EndpointView> {
    const [row] = await this.database.query<EndpointRow>(
      `select ${COLUMNS} from webhooks.endpoints where endpoint_id = $1 and state <> 'deleted'`,
      [id],
    );
    return viewOf(row ?? notFound(id));
  }

  async change(id: string, { url, eventTypes, description }: EndpointChange, change: Change) {
    if (eventTypes) this.types.demand(eventTypes);
    if (url !== undefined) await this.demandReachable(url);
    const isDescribed = description !== undefined;
    const types = eventTypes ? JSON.stringify(eventTypes) : null;
    return this.updated(id, change, {
      verb: 'change',
      statement: CHANGE,
      params: [url ?? null, types, isDescribed, description ?? null],
    });
  }

  /** What it was still to be sent is sent now; what happened meanwhile is not, unless a range is asked for. */
  enable(id: string, change: Change) {
    return this.updated(id, change, { verb: 'enable', statement: ENABLE });
  }

  disable(id: string, change: Change) {
    const params = [change.reason ?? 'by an operator'];
    return this.updated(id, change, { verb: 'disable', statement: DISABLE, params });
  }

  /** Both secrets sign until the overlap is over, so that the receiver may change over at any moment of it. */
  rotate(id: string, overlapHours: number, change: Change) {
    const secret = this.box.seal(newSecret(), id);
    const params = [secret, overlapHours];
    return this.updated(id, change, { verb: 'rotate-secret', statement: ROTATE, params, secret });
  }

  /** What it was still to be sent is not sent; its log stays as long as any. */
  remove(id: string, change: Change) {
    const andThen = async (tx: Transaction) => {
      await tx.query('delete from webhooks.queues where endpoint_id = $1', [id]);
      await tx.query(
        `update webhooks.deliveries set state = 'discarded', ended_at = clock_timestamp()
         where endpoint_id = $1 and state = 'pending'`,
        [id],
      );
    };
    return this.updated(id, change, { verb: 'delete', statement: DELETE, andThen });
  }

  private updated(id: string, change: Change, { verb, statement, params = [], andThen, secret }: Update) {
    return this.recorded(change, { verb, id, secret }, async (tx) => {
      const [found] = await tx.query<{ version: number }>(
        `select version from webhooks.endpoints where endpoint_id = $1 and state <> 'deleted' for update`,
        [id],
      );
      if (!found) return notFound(id);
      demandVersion(change.append?.expectedVersion, found.version);
      const [row] = await tx.query<EndpointRow>(statement, [id, ...params]);
      await andThen?.(tx);
      return row!;
    });
  }

  /** Every repeat is answered alike, also with the same secret: what is answered is kept with what was done. */
  private recorded(
    { actor, reason = 'none was given', append = {} }: Change,
    { verb, id, secret }: Pick<Update, 'verb' | 'secret'> & { readonly id: string },
    work: (tx: Transaction) => Promise<EndpointRow>,
  ): Promise<Written<Shown>> {
    const action = { action: `webhook-endpoint.${verb}`, object: id, reason };
    return this.operators.perform(actor, action, async (tx) => {
      const row = await work(tx);
      const state = { ...viewOf(row), ...(secret !== undefined && { secret }) };
      return keepIn(tx, append, { id, version: row.version, state });
    });
  }

  /** A courtesy: what counts is where the name leads to when something is sent. */
  private async demandReachable(given: string): Promise<void> {
    if (this.config.WEBHOOK_ALLOW_PRIVATE) return;
    const url = new URL(given);
    if (this.config.NODE_ENV === 'production' && url.protocol !== 'https:') {
      reject('webhook.address-refused', 'in production webhooks go by https only');
    }
    const found = await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
    const isPrivate = found.some(({ address }) => !isPublic(address));
    try {
      refuseLiteral(url);
    } catch {
      return reject('webhook.address-refused', `${url.hostname} is not a public address`);
    }
    if (isPrivate) reject('webhook.address-refused', `${url.hostname} does not lead to public addresses`);
  }
}

const notFound = (id: string): never => reject('webhook.endpoint-not-found', `there is no endpoint ${id}`);

function viewOf(row: EndpointRow): EndpointView {
  const overlaps = row.previousUntil !== null && row.previousUntil > new Date();
  return {
    id: row.id,
    url: row.url,
    eventTypes: row.eventTypes,
    ...(row.description !== null && { description: row.description }),
    state: row.state === 'disabled' ? 'disabled' : 'enabled',
    ...(row.disabledReason !== null && { disabledReason: row.disabledReason }),
    ...(overlaps && { previousSecretUntil: row.previousUntil!.toISOString() }),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}
