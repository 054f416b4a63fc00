import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AppModule } from '../app.module.js';
import { migrations } from '../migrations.js';
import { readConfig, type Config } from '../platform/config.js';
import type { Actor } from '../platform/core/actor.js';
import { migrate } from '../platform/event-store/migrate.js';
import { ProblemCatalogue } from '../platform/http/problems.js';
import { JsonLogger } from '../platform/telemetry/logger.js';
import { Rejection } from '../platform/core/rejection.js';
import { EXIT, Failure, Interrupted } from './exit.js';

/** Who the command line is to everybody else. */
export const actor: Actor = { role: 'service', id: 'cli' };

/** The product without HTTP, in this process: it also does its share of subscriptions and saga steps. */
export interface Waybill {
  readonly config: Config;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  /** Fires at Ctrl-C: begin nothing new. */
  readonly signal: AbortSignal;
  get<Service>(type: Type<Service>): Service;
}

/**
 * @param work what to do with it; afterwards it is closed in order
 * @throws Failure, WrongSettings
 */
export async function withWaybill<Result>(work: (waybill: Waybill) => Promise<Result>): Promise<Result> {
  const config = readConfig(process.env);
  await migrate(config.DATABASE_URL, migrations);
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: new JsonLogger(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL, process.stderr),
    abortOnError: false,
  });
  const interruption = listen();
  try {
    return await work({
      config,
      commands: app.get(CommandBus),
      queries: app.get(QueryBus),
      signal: interruption.signal,
      get: (type) => app.get(type, { strict: false }),
    });
  } catch (error) {
    throw interruption.signal.aborted ? new Interrupted() : told(app, error);
  } finally {
    await app.close();
    interruption.forget();
  }
}

/** Ctrl-C arrives several times within moments: from the terminal, from npm, from the script that started us. */
const ONE_PRESS_MS = 500;

/** The first Ctrl-C asks to stop, a second one does not ask. */
function listen(): { readonly signal: AbortSignal; forget(): void } {
  const controller = new AbortController();
  let first = 0;
  const stop = () => {
    if (!controller.signal.aborted) first = performance.now();
    else if (performance.now() - first > ONE_PRESS_MS) process.exit(EXIT.interrupted);
    controller.abort(new Interrupted());
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
