import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { collectDefaultMetrics, Gauge } from 'prom-client';
import { Database } from '../event-store/database.js';
import { Pressure } from '../http/pressure.js';
import { Traffic } from '../http/traffic.js';
import { commands, registry, requestsInFlight } from './counters.js';
import { LOOKS } from './looks.js';
import { ownVersion } from './own-version.js';

/** A scrape every second shall not cost the database more than one every five. */
const FRESH_MS = 5_000;

const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
  new Gauge({ name, help, labelNames, registers: [registry] });

const up = gauge('waybill_database_up', 'Whether the database answered the last scrape');
const eventLoop = gauge('waybill_event_loop_delay_seconds', '99th percentile of the present half second');
const poolWaiting = gauge('waybill_database_pool_waiting', 'Requests waiting for a database connection');
const build = gauge('waybill_build_info', 'Which program this is; always 1', 'version', 'node');

/** What the database is asked; each row names its gauge, and up to two labels. */
const asked = {
  head: gauge('waybill_log_head_position', 'Global position of the newest event'),
  lag: gauge(
    'waybill_subscription_lag_events',
    'Positions between a subscription and the head; negative: it has seen what the log has lost',
    'subscription',
  ),
  lagAge: gauge(
    'waybill_subscription_lag_seconds',
    'Age of the oldest event that a subscription has not dealt with; that of kafka.relay is not published yet',
    'subscription',
  ),
  parked: gauge(
    'waybill_parked_events',
    'Events set aside by a subscription, by what becomes of them',
    'subscription',
    'state',
  ),
  deadLetters: gauge('waybill_dead_letters', 'Records from Kafka that could not be handled and are open'),
  differences: gauge(
    'waybill_reconciliation_differences',
    'What two books say differently and nothing under way explains; must be 0',
    'books',
  ),
  sealed: gauge('waybill_sealed_position', 'Global position up to which the log is sealed'),
  unsealedAge: gauge('waybill_unsealed_seconds', 'Age of the oldest event that is not sealed yet'),
  brokenSeals: gauge(
    'waybill_seals_broken',
    'Whether history was found not to be what was sealed; must be 0',
  ),
  workers: gauge('waybill_workers', 'Processes alive that hear the log and do what sagas owe'),
  saga: gauge('waybill_sagas', 'Sagas by state', 'state'),
  sagaSeconds: gauge(
    'waybill_saga_duration_seconds',
    'What this share of the sagas that ended in the last quarter of an hour (the newest thousand) took at most',
    'state',
    'share',
  ),
  tasks: gauge('waybill_saga_tasks', 'What sagas have asked for and not got yet, by step', 'step', 'state'),
};
type Asked = keyof typeof asked;

/** Shown with 0 when there are none: what is absent raises no alarm. */
const sagaStates = ['running', 'completed', 'compensating', 'compensated', 'needs-attention'];

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
      // Gauges that are named like counters; each stands there by type as well, without that end.
      for (const what of ['handles', 'requests', 'resources'])
        registry.removeSingleMetric(`waybill_nodejs_active_${what}_total`);
    }
    build.set({ version: ownVersion(), node: process.versions.node }, 1);
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
    const rows = await this.database.query<{ kind: Asked; label: string; second: string; value: number }>(
      LOOKS,
    );
    up.set(1);
    for (const it of Object.values(asked)) it.reset();
    for (const state of sagaStates) asked.saga.set({ state }, 0);
    for (const { kind, label, second, value } of rows) set(kind, [label, second], value);
  }
}

function set(kind: Asked, given: readonly string[], value: number): void {
  const it: Gauge = asked[kind];
  const { labelNames } = it as unknown as { labelNames: readonly string[] };
  it.set(Object.fromEntries(labelNames.map((name, n) => [name, given[n] ?? ''])), value);
}
