import { Inject, Injectable } from '@nestjs/common';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../event-store/database.js';

const WINDOW_S = 60;
const SHARE_EVERY_MS = 500;
/** Those who come when so many have been seen in one minute are counted as one. */
const MAX_PRINCIPALS = 50_000;
const CROWD = 'crowd';

interface Count {
  /** Of this process, not told to the others yet. */
  fresh: number;
  /** Of all processes, when last heard. */
  shared: number;
}

export interface Allowance {
  readonly limit: number;
  readonly left: number;
  /** Seconds until the next window. */
  readonly reset: number;
  readonly exceeded: boolean;
}

/**
 * Requests of one caller in a minute, over all instances. Each counts for itself and tells the others twice a second
 * in one statement, so a request costs no query; the limit can be overrun by what half a second lets through.
 */
@PartOf('listening')
@Injectable()
export class RateLimit implements Background {
  private counts = new Map<string, Count>();
  private window = windowNow();
  private timer: NodeJS.Timeout | undefined;
  private sharing: Promise<void> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  start(): void {
    const { RATE_LIMIT_PER_MINUTE, AUTH_FAILURES_PER_MINUTE } = this.config;
    if (RATE_LIMIT_PER_MINUTE + AUTH_FAILURES_PER_MINUTE === 0) return;
    this.timer = setInterval(() => void this.share(), SHARE_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /**
   * Counts one request.
   *
   * @param principal whose; an address for somebody unknown
   * @returns undefined when there is no limit
   */
  count(principal: string): Allowance | undefined {
    const limit = this.config.RATE_LIMIT_PER_MINUTE;
    return limit === 0 ? undefined : allowance(limit, this.add(principal));
  }

  /** Counts a token that was refused. */
  countRefusal(address: string): void {
    if (this.config.AUTH_FAILURES_PER_MINUTE > 0) this.add(`refused:${address}`);
  }

  /** @returns seconds to wait, for an address that has sent too many tokens that were refused */
  waitAfterRefusals(address: string): number | undefined {
    const limit = this.config.AUTH_FAILURES_PER_MINUTE;
    if (limit === 0) return undefined;
    this.turnWindow();
    const { fresh, shared } = this.counts.get(`refused:${address}`) ?? { fresh: 0, shared: 0 };
    return fresh + shared < limit ? undefined : allowance(limit, limit).reset;
  }

  private add(principal: string): number {
    this.turnWindow();
    const known = this.counts.get(principal);
    const name = known || this.counts.size < MAX_PRINCIPALS ? principal : CROWD;
    const count = known ?? this.counts.get(name) ?? { fresh: 0, shared: 0 };
    this.counts.set(name, count);
    count.fresh += 1;
    return count.fresh + count.shared;
  }

  private turnWindow(): void {
    const now = windowNow();
    if (now === this.window) return;
    this.window = now;
    this.counts = new Map();
  }

  /** Tells what was counted here and hears what was counted everywhere. */
  share(): Promise<void> {
    return (this.sharing ??= this.tellAndHear().finally(() => (this.sharing = undefined)));
  }

  private async tellAndHear(): Promise<void> {
    const { counts, window } = this;
    const fresh = [...counts].filter(([, count]) => count.fresh > 0);
    if (fresh.length === 0) return;
    const told = fresh.map(([principal, count]) => ({ principal, used: count.fresh }));
    try {
      const rows = await this.database.query<{ principal: string; used: number }>(SHARE, [
        JSON.stringify(told),
        window,
      ]);
      const ours = new Map(told.map(({ principal, used }) => [principal, used]));
      for (const { principal, used } of rows) {
        const count = counts.get(principal)!;
        count.fresh -= ours.get(principal)!;
        count.shared = used;
      }
    } catch {
      // Without the database every instance goes on with what it knows; the limit is a courtesy, not a lock.
    }
  }
}

/** An IPv6 subscriber has at least 2^64 addresses: they count as one. */
export function networkOf(address: string): string {
  if (!address.includes(':') || /^::ffff:[\d.]{7,15}$/i.test(address)) return address;
  const [head = '', tail] = address.split('::', 2);
  const groups = head.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail?.split(':') ?? [])]
    .slice(0, 4)
    .join(':');
}

const allowance = (limit: number, used: number): Allowance => ({
  limit,
  left: Math.max(0, limit - used),
  reset: WINDOW_S - Math.floor((Date.now() / 1000) % WINDOW_S),
  exceeded: used > limit,
});

const windowNow = (): number => Math.floor(Date.now() / 1000 / WINDOW_S);

const SHARE = `
  with told as (
    select principal, used from json_to_recordset($1::json) as t(principal text, used int) order by principal),
  gone as (delete from platform.rate_limits where time_window < $2::bigint - 2)
  insert into platform.rate_limits as r (principal, time_window, used)
  select principal, $2::bigint, used from told
  on conflict (principal, time_window) do update set used = r.used + excluded.used
  returning principal, used`;
