import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { actorName, type Actor } from '../core/actor.js';
import { Rejection } from '../core/rejection.js';
import { Database } from '../event-store/database.js';
import { OperatorLog } from '../ops/operator-log.js';
import type { AttentionSource } from '../ops/attention.js';
import { fromRows } from '../ops/attention-sources.js';
import type { Prospect } from '../previews/previews.js';
import type { ProblemKind } from '../problems.js';
import { LogNotifier } from '../subscriptions/log-notifier.js';
import { Poison } from './poison.js';

export const problems = {
  'drill.not-here': {
    status: 404,
    title: 'This is not rehearsed here',
    fix: 'GET /v1/ops/drills lists what can be: parties that are simulated and what is our own, and nothing in production.',
  },
} as const satisfies Record<string, ProblemKind>;

interface Scene {
  /** Who has to be simulated for it. */
  readonly party?: 'CARRIER' | 'PAYMENT_GATEWAY';
  readonly about: string;
  /** What its end brings. */
  readonly end: string;
}

export type DrillName = 'carrier-down' | 'gateway-slow' | 'poison-event';

const answers = 'The simulated party answers again, and what waits goes on by itself.';
const scenes: Readonly<Record<DrillName, Scene>> = {
  'carrier-down': {
    party: 'CARRIER',
    about: 'The carrier answers nothing. Paid orders wait for their parcel, and go on when it is back.',
    end: answers,
  },
  'gateway-slow': {
    party: 'PAYMENT_GATEWAY',
    about:
      'The gateway takes three seconds for each charge. Orders wait that long, or are asked about again.',
    end: answers,
  },
  'poison-event': {
    about:
      'The list of orders cannot handle the next event that it hears. The event is parked after five tries, and what ' +
      'follows of that order waits behind it; no other order does. Place an order, and retry its event from the inbox.',
    end: 'The event is handled after all, if it still waits, and what waits behind it follows. What was discarded stays out of the list until that is rebuilt.',
  },
};

/** Nothing that is real, and nothing in production. */
export const rehearsable = (
  config: Pick<Config, 'NODE_ENV' | 'CARRIER' | 'PAYMENT_GATEWAY'>,
): readonly DrillName[] =>
  config.NODE_ENV === 'production'
    ? []
    : (Object.keys(scenes) as DrillName[]).filter((name) => {
        const { party } = scenes[name];
        return !party || config[party] === 'simulator';
      });

export interface Drill {
  readonly name: DrillName;
  readonly about: string;
  readonly state: 'idle' | 'running';
  readonly begunAt: Date | null;
  readonly endsAt: Date | null;
  readonly begunBy: string | null;
  readonly reason: string | null;
}

type Row = Omit<Drill, 'about' | 'state'>;

const RUNNING = `
  select name, begun_at as "begunAt", ends_at as "endsAt", begun_by as "begunBy", reason
  from simulator.drills where ends_at > clock_timestamp()`;
/** Nobody has to remember it. */
const BEGIN = `
  insert into simulator.drills as drill (name, begun_at, ends_at, begun_by, reason)
  select $1, now, now + interval '30 minutes', $2, $3 from (select clock_timestamp() as now) clock
  on conflict (name) do update set begun_at = excluded.begun_at, ends_at = excluded.ends_at,
    begun_by = excluded.begun_by, reason = excluded.reason, position = null`;

/** Failures that anybody can try without breaking anything, and their end. */
@Injectable()
export class Drills {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly operators: OperatorLog,
    private readonly poison: Poison,
    private readonly wakeUp: LogNotifier,
  ) {}

  async list(): Promise<readonly Drill[]> {
    const running = new Map((await this.database.query<Row>(RUNNING)).map((row) => [row.name, row]));
    const idle = { begunAt: null, endsAt: null, begunBy: null, reason: null };
    return this.names.map((name) => {
      const row = running.get(name);
      const { about } = scenes[name];
      return { ...idle, ...row, name, about, state: row ? 'running' : 'idle' };
    });
  }

  /** @throws Rejection `drill.not-here` */
  async find(name: string): Promise<Drill> {
    this.demand(name);
    return (await this.list()).find((one) => one.name === name)!;
  }

  async prospect(verb: 'begin' | 'end', name: string): Promise<Prospect> {
    const { state, about, name: known } = await this.find(name);
    const after = verb === 'begin' ? 'running' : 'idle';
    return {
      standing: { name, state },
      follows: verb === 'begin' ? [about, 'It ends by itself after 30 minutes.'] : [scenes[known].end],
      changes: [{ what: 'drill', before: state, after }],
      final: false,
      undo: verb === 'begin' ? 'drill.end' : 'drill.begin',
    };
  }

  async begin(name: string, actor: Actor, reason: string): Promise<Drill> {
    await this.operators.perform(actor, { action: 'drill.begin', object: name, reason }, async (tx) => {
      this.demand(name);
      await tx.query(BEGIN, [name, actorName(actor), reason]);
    });
    this.poison.expect();
    return this.find(name);
  }

  async end(name: string, actor: Actor, reason: string): Promise<Drill> {
    await this.operators.perform(actor, { action: 'drill.end', object: name, reason }, async (tx) => {
      this.demand(name);
      if (name === 'poison-event') await this.poison.release(tx);
      await tx.query('delete from simulator.drills where name = $1', [name]);
    });
    this.wakeUp.handsChanged();
    return this.find(name);
  }

  private get names(): readonly DrillName[] {
    return rehearsable(this.config).filter((name) => name !== 'poison-event' || this.poison.isPossible);
  }

  private demand(name: string): void {
    if (!this.names.some((known) => known === name))
      throw new Rejection('drill.not-here', `${name} is not rehearsed here`);
  }
}

/** Whoever finds orders waiting sees why. */
export const runningDrills = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select d.name as id, 'drill' as kind, d.name as object, d.begun_by || ' rehearses ' || d.name || ': ' || d.reason as detail,
       d.begun_at as since
     from simulator.drills d where d.ends_at > clock_timestamp()`,
    ({ object }) => [{ rel: 'end', method: 'POST', href: `/v1/ops/drills/${object}/end` }],
  );
