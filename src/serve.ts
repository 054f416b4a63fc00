import type { INestApplication } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { exitCodeOfWrongSettings, type Config } from './platform/config.js';
import { isKeptOut, sqlStateOf } from './platform/event-store/database-errors.js';
import { Database } from './platform/event-store/database.js';
import { refuseForgetful } from './platform/event-store/durable-server.js';
import { createApp } from './platform/http/create-app.js';
import { endWithProcess } from './platform/http/shutdown.js';
import { WrongInstallation } from './platform/installation/refuse-wrong.js';
import { connectKafka } from './platform/kafka/kafka.module.js';
import { ForeignKeys, PersonalKeys } from './platform/personal-data/personal-keys.js';
import { MissingSagaTable, refuseMissingTables } from './platform/sagas/missing-tables.js';
import { SagaRegistry } from './platform/sagas/saga-registry.js';
import { isTransient } from './platform/subscriptions/failures.js';
import { JsonLogger } from './platform/telemetry/logger.js';

/** Long enough for a load balancer to see that this instance is not ready any more. */
const DRAIN_MS = 2_000;

/** The whole application, until the process is asked to stop. Ends the process where it cannot start. */
export async function serve(config: Config): Promise<void> {
  const logger = new JsonLogger(config.LOG_LEVEL);
  try {
    const app = await createApp(AppModule.with(config), config, logger);
    endWithProcess(app, config.SHUTDOWN_TIMEOUT_MS, config.NODE_ENV === 'production' ? DRAIN_MS : 0);
    if (config.NODE_ENV === 'production') await refuseForgetful(app.get(Database));
    await refuseMissingTables(app.get(Database), app.get(SagaRegistry));
    await app.get(PersonalKeys).refuseForeign();
    await listen(app, config);
    await connectKafka(app);
    logger.log({ msg: 'listening', role: config.ROLE, url: await app.getUrl() });
    // A starter that gave a channel must not mistake a stranger on the same port for this process.
    process.send?.('listening');
  } catch (error) {
    await logger.settled();
    logger.fatal(toldOf(error, config) ?? { msg: 'Waybill could not start', err: error });
    const isHopeless = [WrongInstallation, MissingSagaTable, ForeignKeys].some(
      (kind) => error instanceof kind,
    );
    process.exit(isHopeless ? exitCodeOfWrongSettings : 1);
  }
}

/** The address that was asked for cannot be had. */
class CannotListen extends Error {}

async function listen(app: INestApplication, { HOST, PORT }: Config): Promise<void> {
  await app.listen(PORT, HOST).catch((cause: Error) => {
    throw new CannotListen(`it cannot listen on HOST=${HOST}, PORT=${PORT}: ${cause.message}`, { cause });
  });
}

/** A stack tells nobody that a database is empty, or not there. */
function toldOf(error: unknown, { DATABASE_URL }: Config): { msg: string } | undefined {
  if (error instanceof CannotListen) return { msg: `Waybill could not start: ${error.message}` };
  const { host, pathname } = new URL(DATABASE_URL);
  const isBare = isSqlState(error, '42P01') || isSqlState(error, '3F000');
  if (isBare)
    return { msg: `Waybill could not start: ${host}${pathname} has not been migrated; npm run migrate` };
  const isAway = isTransient(error) || isKeptOut(error);
  return isAway ? { msg: `Waybill could not start: ${host}${pathname}: ${reasonOf(error)}` } : undefined;
}

const isSqlState = (error: unknown, state: string): boolean => sqlStateOf(error) === state;

/** Connections that are refused on several addresses are an error without a message. */
const reasonOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(({ message }: Error) => message).join('; ')
    : (error as Error).message;
