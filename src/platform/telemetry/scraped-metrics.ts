import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { collectDefaultMetrics, Gauge } from 'prom-client';
import { Database } from '../event-store/database.js';
import { Pressure } from '../http/pressure.js';
import { Traffic } from '../http/traffic.js';
import { commands, registry, requestsInFlight } from './counters.js';

/** A scrape every second shall not cost the database more than one every five. */
const FRESH_MS = 5_000;

const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
  new Gauge({ name, help, labelNames, registers: [registry] });

const up = gauge('waybill_database_up', 'Whether the database answered the last scrape');
const head = gauge('waybill_log_head_position', 'Global position of the newest event');
const lag = gauge(
  'waybill_subscription_lag_events',
  'Positions between a subscription and the head; negative: it has seen what the log has lost',
  'subscription',
);
const workers = gauge('waybill_workers', 'Processes alive that hear the log and do what sagas owe');
const sagas = gauge('waybill_sagas', 'Sagas by state', 'state');
const eventLoop = gauge('waybill_event_loop_delay_seconds', '99th percentile of the present half second');
const poolWaiting = gauge('waybill_database_pool_waiting', 'Requests waiting for a database connection');

/** The least lag that is told; each sample wakes the process, in milliseconds. */
const eventLoopMonitoringPrecision = 100;

/** The metrics that are looked up when somebody asks, not counted as they happen. */
@Injectable()
export class ScrapedMetrics implements OnModuleInit {
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly pressure: Pressure,
    private readonly traffic: Traffic,
    private readonly bus: CommandBus,
  ) {}

  onModuleInit(): void {
    if (!registry.getSingleMetric('waybill_process_cpu_user_seconds_total')) {
      collectDefaultMetrics({ register: registry, prefix: 'waybill_', eventLoopMonitoringPrecision });
    }
    this.bus.subscribe((command) => commands.inc({ command: command.constructor.name }));
  }

  async refresh(): Promise<void> {
    requestsInFlight.set(this.traffic.inFlight);
    eventLoop.set(this.pressure.eventLoopDelayMs / 1000);
    poolWaiting.set(this.database.waiting);
    if (performance.now() - this.readAt < FRESH_MS) return;
    this.readAt = performance.now();
    await this.ask().catch(() => up.set(0));
  }

  private async ask(): Promise<void> {
    const rows = await this.database.query<{ kind: string; name: string; value: number }>(ASK);
    up.set(1);
    lag.reset();
    sagas.reset();
    for (const { kind, name, value } of rows) {
      if (kind === 'head') head.set(value);
      if (kind === 'lag') lag.set({ subscription: name }, value);
      if (kind === 'workers') workers.set(value);
      if (kind === 'saga') sagas.set({ state: name }, value);
    }
  }
}

const ASK = `
  with head as (select coalesce(max(position), 0) as position from platform.events)
  select 'head' as kind, '' as name, position as value from head
  union all
  select 'lag', name, head.position - s.position from platform.subscriptions s, head
  union all
  select 'workers', '', count(*) from platform.runners where seen_until > clock_timestamp()
  union all
  select 'saga', state, count(*) from audit.sagas group by state`;
