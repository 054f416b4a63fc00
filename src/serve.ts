import { AppModule } from './app.module.js';
import { exitCodeOfWrongSettings, type Config } from './platform/config.js';
import { Database } from './platform/event-store/database.js';
import { refuseForgetful } from './platform/event-store/durable-server.js';
import { createApp } from './platform/http/create-app.js';
import { endWithProcess } from './platform/http/shutdown.js';
import { WrongInstallation } from './platform/installation/refuse-wrong.js';
import { connectKafka } from './platform/kafka/kafka.module.js';
import { MissingSagaTable, refuseMissingTables } from './platform/sagas/missing-tables.js';
import { SagaRegistry } from './platform/sagas/saga-registry.js';
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
    await app.listen(config.PORT, config.HOST);
    await connectKafka(app);
    logger.log({ msg: 'listening', role: config.ROLE, url: await app.getUrl() });
    // A starter that gave a channel must not mistake a stranger on the same port for this process.
    process.send?.('listening');
  } catch (error) {
    logger.fatal({ msg: 'Waybill could not start', err: error });
    const isHopeless = error instanceof WrongInstallation || error instanceof MissingSagaTable;
    process.exit(isHopeless ? exitCodeOfWrongSettings : 1);
  }
}
