import { lookup } from 'node:dns/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import type { Actor } from '../platform/core/actor.js';
import { rejecting } from '../platform/core/rejection.js';
import { demandVersion, type ExpectedVersion } from '../platform/cqrs/expected-version.js';
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

/** Who changes an endpoint, why, and from which version on. */
export interface Change {
  readonly actor: Actor;
  readonly reason?: string | undefined;
  readonly expected?: ExpectedVersion | undefined;
}

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

  async create(id: string, { url, eventTypes, description }: EndpointBody, change: Change): Promise<Shown> {
    this.types.demand(eventTypes);
    await this.demandReachable(url);
    const secret = newSecret();
    const sealed = this.box.seal(secret, id);
    const row = await this.recorded(change, 'create', id, async (tx) => {
      await tx.query('lock table webhooks.endpoints in share row exclusive mode');
      const [row] = await tx.query<EndpointRow>(
        `insert into webhooks.endpoints (endpoint_id, url, event_types, description, secret)
         select $1, $2, $3, $4, $5
         where (select count(*) from webhooks.endpoints where state <> 'deleted') < $6 returning ${COLUMNS}`,
        [id, url, JSON.stringify(eventTypes), description ?? null, sealed, MAX_ENDPOINTS],
      );
      return row ?? reject('webhook.too-many-endpoints', `there are ${MAX_ENDPOINTS} endpoints already`);
    });
    return { ...viewOf(row), secret };
  }

  /** Oldest first, after one of them. */
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
    const set = `url = coalesce($3, url), event_types = coalesce($4::jsonb, event_types),
      description = case when $5 then $6 else description end`;
    const isDescribed = description !== undefined;
    const params = [
      url ?? null,
      eventTypes ? JSON.stringify(eventTypes) : null,
      isDescribed,
      description ?? null,
    ];
    return this.updated(change, 'change', id, set, params);
  }

  /** What it was still to be sent is sent now; what happened meanwhile is not, unless a range is asked for. */
  enable(id: string, change: Change): Promise<EndpointView> {
    const set = `state = 'enabled', disabled_reason = null,
      hears_since = case state when 'enabled' then hears_since else clock_timestamp() end`;
    return this.updated(change, 'enable', id, set);
  }

  disable(id: string, change: Change): Promise<EndpointView> {
    const why = change.reason ?? 'by an operator';
    return this.updated(change, 'disable', id, `state = 'disabled', disabled_reason = $3`, [why]);
  }

  /** Both secrets sign until the overlap is over, so that the receiver may change over at any moment of it. */
  async rotate(id: string, overlapHours: number, change: Change): Promise<Shown> {
    const secret = newSecret();
    const set = `secret = $3,
      previous_secret = case when $4 > 0 then secret end,
      previous_until = case when $4 > 0 then clock_timestamp() + $4 * interval '1 hour' end`;
    const params = [this.box.seal(secret, id), overlapHours];
    return { ...(await this.updated(change, 'rotate-secret', id, set, params)), secret };
  }

  /** What it was still to be sent is not sent; its log stays as long as any. */
  async remove(id: string, change: Change): Promise<EndpointView> {
    const set = `state = 'deleted', disabled_reason = null, secret = null, previous_secret = null, previous_until = null`;
    return this.updated(change, 'delete', id, set, [], async (tx) => {
      await tx.query('delete from webhooks.queues where endpoint_id = $1', [id]);
      await tx.query(
        `update webhooks.deliveries set state = 'discarded', ended_at = clock_timestamp()
         where endpoint_id = $1 and state = 'pending'`,
        [id],
      );
    });
  }

  private async updated(
    change: Change,
    verb: string,
    id: string,
    set: string,
    params: readonly unknown[] = [],
    andThen: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<EndpointView> {
    const row = await this.recorded(change, verb, id, async (tx) => {
      const [found] = await tx.query<{ version: number }>(
        `select version from webhooks.endpoints where endpoint_id = $1 and state <> 'deleted' for update`,
        [id],
      );
      if (!found) return notFound(id);
      demandVersion(change.expected, found.version);
      const [row] = await tx.query<EndpointRow>(
        `update webhooks.endpoints set ${set}, version = $2, updated_at = clock_timestamp()
         where endpoint_id = $1 returning ${COLUMNS}`,
        [id, found.version + 1, ...params],
      );
      await andThen(tx);
      return row!;
    });
    return viewOf(row);
  }

  private recorded<Result>(
    { actor, reason = 'none was given' }: Change,
    verb: string,
    object: string,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> {
    return this.operators.perform(actor, { action: `webhook-endpoint.${verb}`, object, reason }, work);
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
