import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { sessionOn } from '../event-store/sessions.js';
import { Calm } from './calm.js';
import { backoff } from './failures.js';

/** Somebody waits until a subscription has come that far. */
export interface Wish {
  readonly subscription: string;
  readonly position: number;
}

/**
 * What processes tell each other: a position the log has reached, what somebody waits for, or that somebody's work has
 * changed hands. What a program does not understand counts as the last.
 */
export type Message = number | Wish | 'hands';

const CHANNEL = 'waybill_log';
/** NOTIFY serialises all commits that carry it, so at most one goes out in this many milliseconds, on its own. */
const QUIET_MS = 20;

/**
 * LISTEN and NOTIFY on one connection of the process, apart from every transaction. A lost message costs time, never
 * an event: everybody also polls, quickly while the connection is lost.
 */
@Injectable()
export class LogNotifier {
  private readonly logger = new Logger(LogNotifier.name);
  private client: pg.Client | undefined;
  private hear: (message: Message, isOwn: boolean) => void = () => undefined;
  private stopped = true;
  private losses = 0;
  private retry: NodeJS.Timeout | undefined;
  private announced = 0;
  private sent = 0;
  private talking: Promise<void> | undefined;
  private said: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly calm: Calm,
  ) {}

  /** @param hear gets what other processes say, and what this one wishes; called with 'hands' after a time of deafness */
  async start(hear: (message: Message, isOwn: boolean) => void): Promise<void> {
    this.hear = hear;
    this.stopped = false;
    await this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.said;
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** The log has grown: told at once after a silence, otherwise together with what follows. */
  announce(position: number): void {
    this.announced = Math.max(this.announced, position);
    this.talking ??= this.talk();
  }

  /** Somebody of this process begins to wait. */
  want(wish: Wish): void {
    this.hear(wish, true);
  }

  /** The subscription runs elsewhere. */
  pass({ subscription, position }: Wish): void {
    void this.say(`${subscription} ${position}`);
  }

  /** A lease was given back, or an operator did something: all look again. */
  handsChanged(): void {
    void this.say('hands');
    this.hear('hands', true);
  }

  private async talk(): Promise<void> {
    while (this.sent < this.announced && !this.stopped) {
      this.sent = this.announced;
      await this.say(String(this.sent));
      await sleep(QUIET_MS);
    }
    this.talking = undefined;
  }

  /** One at a time. A failed one is not worth a word: the connection's own end is noticed, and everybody polls. */
  private say(payload: string): Promise<unknown> {
    this.said = this.said
      .then(() => this.client?.query('select pg_notify($1, $2)', [CHANNEL, payload]))
      .catch(() => undefined);
    return this.said;
  }

  private async connect(): Promise<void> {
    const { url } = this.dataSource.options as PostgresDataSourceOptions;
    const settings = { synchronous_commit: 'off', statement_timeout: '4000' };
    const client = new pg.Client(
      sessionOn(url!, { name: 'waybill-wake-up', settings, queryTimeoutMs: 5_000 }),
    );
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      void client.end().catch(() => undefined);
      this.reconnectLater(client);
    };
    client
      .on('error', lose)
      .on('end', lose)
      .on('notification', (heard) => this.told(client, heard));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      return lose();
    }
    if (this.stopped) return void client.end().catch(() => undefined);
    this.client = client;
    this.losses = 0;
    this.calm.hears(true);
    this.hear('hands', false);
  }

  private reconnectLater(lost: pg.Client): void {
    if (this.client === lost) this.client = undefined;
    if (this.stopped) return;
    this.calm.hears(false);
    if (this.losses++ === 0) this.logger.warn('the wake-up connection was lost; polling until it is back');
    this.retry = setTimeout(() => void this.connect(), backoff(this.losses, 100, 5_000));
  }

  private told(client: pg.Client, { payload, processId }: pg.Notification): void {
    const own = (client as pg.Client & { processID?: number }).processID;
    if (processId === own) return;
    this.hear(messageIn(payload ?? ''), false);
  }
}

function messageIn(payload: string): Message {
  const [, subscription, digits] = /^(?:(\S+) )?(\d+)$/.exec(payload) ?? [];
  const position = Number(digits);
  if (!Number.isSafeInteger(position) || position === 0) return 'hands';
  return subscription === undefined ? position : { subscription, position };
}
