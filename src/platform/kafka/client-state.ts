import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { registry } from '../telemetry/counters.js';

export type State = 'off' | 'connecting' | 'running' | 'failing' | 'stopped';

const up = new Gauge({
  name: 'waybill_kafka_up',
  help: '1 while the consumer or producer of this instance works',
  labelNames: ['client'] as const,
  registers: [registry],
});
const failures = new Counter({
  name: 'waybill_kafka_failures_total',
  help: 'How often the consumer or producer of this instance failed and had to begin anew',
  labelNames: ['client'] as const,
  registers: [registry],
});

/** After so long without a failure the past is forgotten. */
const STEADY_MS = 60_000;

/** How one of the two clients of this process is doing, for those who watch over it. */
export class ClientState {
  state: State = 'off';
  since = new Date();
  /** How often it failed without a steady time in between. */
  failures = 0;
  lastError: string | null = null;
  lastErrorAt: Date | null = null;
  private firstFailure: Date | null = null;

  constructor(readonly client: 'consumer' | 'producer') {
    up.set({ client }, 0);
  }

  /** Since when it has been failing, also if it works at this moment; null when it is steady. */
  get failingSince(): Date | null {
    return this.isSteady ? null : this.firstFailure;
  }

  /** @param state what it is now */
  is(state: Exclude<State, 'failing'>): void {
    this.become(state);
  }

  failed(error: unknown): void {
    if (this.isSteady) this.failures = 0;
    if (this.failures === 0) this.firstFailure = new Date();
    this.failures++;
    this.lastError = (error instanceof Error ? error.message : String(error)).slice(0, 1_000);
    this.lastErrorAt = new Date();
    failures.inc({ client: this.client });
    this.become('failing');
  }

  private get isSteady(): boolean {
    return this.state === 'running' && Date.now() - this.since.getTime() > STEADY_MS;
  }

  private become(state: State): void {
    up.set({ client: this.client }, state === 'running' ? 1 : 0);
    if (state === this.state) return;
    this.state = state;
    this.since = new Date();
  }
}

/** A record that is tried again and again; nothing behind it in its partition moves. */
export interface Stall {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly error: string;
  readonly since: Date;
}

/** What this process knows of its side of Kafka. */
@Injectable()
export class KafkaState {
  readonly consumer = new ClientState('consumer');
  readonly producer = new ClientState('producer');
  private readonly stalls = new Map<string, Stall>();

  stalled({ topic, partition, offset }: Pick<Stall, 'topic' | 'partition' | 'offset'>, error: unknown): void {
    const place = `${topic}/${partition}`;
    const before = this.stalls.get(place);
    const since = before?.offset === offset ? before.since : new Date();
    this.stalls.set(place, { topic, partition, offset, since, error: String(error).slice(0, 1_000) });
  }

  moved({ topic, partition }: Pick<Stall, 'topic' | 'partition'>): void {
    this.stalls.delete(`${topic}/${partition}`);
  }

  get stalledRecords(): readonly Stall[] {
    return [...this.stalls.values()];
  }
}
