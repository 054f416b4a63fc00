import { randomBytes } from 'node:crypto';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { migrations } from '../migrations.js';
import type { Activity } from '../platform/activities/activity.js';
import { readConfig, type Config } from '../platform/config.js';
import type { Actor } from '../platform/core/actor.js';
import { migrate } from '../platform/event-store/migrate.js';
import { schemaOf } from '../platform/event-store/schema-state.js';
import { ProblemCatalogue } from '../platform/problems.js';
import { JsonLogger } from '../platform/telemetry/logger.js';
import { Rejection } from '../platform/core/rejection.js';
import { EXIT, Failure, Interrupted } from './exit.js';

/** Who the command line is to everybody else. */
export const actor: Actor = { role: 'service', id: 'cli' };

/** What a command needs of the product; whatever it does not name stays still. */
export interface Needs {
  /** What goes on by itself in this process while the command runs. */
  readonly activities: readonly Activity[];
  /** False: it looks. Its sessions cannot write, and of the settings only the database's count. */
  readonly writes: boolean;
  /** Whether an empty database is prepared, or refused. */
  readonly prepares: boolean;
  /** Whether it is content with the schema of an earlier program. */
  readonly toleratesOlder?: boolean;
}

/** For a command that only looks. */
export const looks: Needs = { activities: [], writes: false, prepares: false };
/** For a command that changes something by itself, at once. */
export const writes: Needs = { ...looks, writes: true };

/** The product without HTTP and without Kafka, in this process. */
export interface Waybill {
  readonly config: Config;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  /** Fires at Ctrl-C: begin nothing new. */
  readonly signal: AbortSignal;
  get<Service>(type: Type<Service>): Service;
}

/**
 * @param needs what the command declares
 * @param work what to do with it; afterwards it is closed in order
 * @throws Failure, WrongSettings
 */
export async function withWaybill<Result>(
  needs: Needs,
  work: (waybill: Waybill) => Promise<Result>,
): Promise<Result> {
  const config = settingsFor(needs);
  await checkSchema(config.DATABASE_URL, needs);
  // Loading the rooms takes longer than telling that a setting is wrong, or the database not of this program.
  const { AppModule } = await import('../app.module.js');
  const app = await NestFactory.createApplicationContext(AppModule.with(config, needs), {
    logger: new JsonLogger(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL, process.stderr),
    abortOnError: false,
  });
  const interruption = listen(new Interrupted(needs.writes));
  try {
    return await work({
      config,
      commands: app.get(CommandBus),
      queries: app.get(QueryBus),
      signal: interruption.signal,
      get: (type) => app.get(type, { strict: false }),
    });
  } catch (error) {
    throw interruption.signal.aborted ? interruption.signal.reason : told(app, error);
  } finally {
    await app.close();
    interruption.forget();
  }
}

/**
 * Nothing here checks a token or talks to a broker, so neither a secret nor brokers are asked for; whoever starts no
 * steps asks no gateway either.
 */
function settingsFor({ activities }: Needs): Config {
  const secret = process.env['AUTH_JWT_SECRET']?.trim() || randomBytes(48).toString('base64url');
  const env = { ...process.env, AUTH_JWT_SECRET: secret };
  if (activities.includes('steps')) return { ...readConfig(env), KAFKA_BROKERS: [] };
  return { ...readConfig(env, 'on-the-command-line'), KAFKA_BROKERS: [] };
}

/** @throws Failure when the database is not one that this program can use as it is */
async function checkSchema(url: string, { prepares, toleratesOlder }: Needs): Promise<void> {
  const { state, missing } = await schemaOf(url, migrations);
  if (state === 'current' || (state === 'older' && toleratesOlder)) return;
  if (state === 'empty' && prepares) return void (await migrate(url, migrations));
  const { host, pathname } = new URL(url);
  const wants = { empty: 'is empty', older: `lacks ${missing.length} of this program's migrations` };
  const sentence =
    state === 'newer'
      ? 'this database was changed by a newer Waybill: use the command line of that version'
      : `this database ${wants[state]}: npm run migrate`;
  throw new Failure(EXIT.conflict, `${sentence} (${host}${pathname})`);
}

/** Ctrl-C arrives several times within moments: from the terminal, from npm, from the script that started us. */
const ONE_PRESS_MS = 500;

/** The first Ctrl-C asks to stop, a second one does not ask. */
function listen(interrupted: Interrupted): { readonly signal: AbortSignal; forget(): void } {
  const controller = new AbortController();
  let first = 0;
  const stop = () => {
    if (!controller.signal.aborted) first = performance.now();
    else if (performance.now() - first > ONE_PRESS_MS) process.exit(EXIT.interrupted);
    controller.abort(interrupted);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, stop);
  return {
    signal: controller.signal,
    forget: () => {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}

/** A rejection, with the exit code that goes with its meaning. */
function told(app: INestApplicationContext, error: unknown): unknown {
  if (!(error instanceof Rejection)) return error;
  const status = app.get(ProblemCatalogue).find(error.code)?.status;
  const exit = status === 404 ? EXIT.notFound : status === 409 ? EXIT.conflict : EXIT.failed;
  return new Failure(exit, `${error.message} (${error.code})`);
}
