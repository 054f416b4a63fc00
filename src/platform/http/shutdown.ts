import type { Server } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Lifecycle } from './lifecycle.js';
import { Traffic } from './traffic.js';

const LINGER_MS = 250;

export interface Grace {
  /** How long to go on serving while readiness says no, in milliseconds. */
  readonly drainMs: number;
  /** How long requests under way may take to finish, in milliseconds. */
  readonly finishMs: number;
}

/**
 * Stops in order: not ready, then no new requests, then those under way, then subscriptions and tasks, then the pool.
 *
 * @returns whether every request could finish
 */
export async function stop(app: NestFastifyApplication, { drainMs, finishMs }: Grace): Promise<boolean> {
  const lifecycle = app.get(Lifecycle);
  lifecycle.drain();
  await pause(drainMs);
  lifecycle.close();
  const server: Server = app.getHttpServer();
  // Only the door: http's own close() would also cut connections on which the next request is already under way.
  TcpServer.prototype.close.call(server);
  const traffic = app.get(Traffic);
  const finished = await traffic.quiet(finishMs);
  // Connections that are kept alive learn with their next answer that they must end; cut, they would look like errors.
  await pause(LINGER_MS);
  await traffic.quiet(LINGER_MS);
  server.closeIdleConnections();
  await app.close();
  return finished;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Ties the process to the application: SIGTERM and SIGINT stop it in order, a second one at once, and what nobody
 * caught ends it, because going on in an unknown state is worse than a restart.
 *
 * @param timeoutMs after which the process ends with 1, whatever is still running
 * @param drainMs see Grace
 */
export function endWithProcess(app: NestFastifyApplication, timeoutMs: number, drainMs: number): void {
  const logger = new Logger('process');
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.log({ msg: 'stopping', signal });
    setTimeout(() => {
      logger.fatal('not everything ended in time');
      process.exit(1);
    }, timeoutMs).unref();
    void stop(app, { drainMs, finishMs: Math.max(500, (timeoutMs - drainMs) * 0.7) }).then(
      () => process.exit(process.exitCode ?? 0),
      (error: unknown) => {
        logger.fatal({ msg: 'the stop failed', err: error });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  const onAccident = (error: unknown) => {
    app.get(Lifecycle).drain();
    logger.fatal({ msg: 'an error that nobody caught', err: error });
    process.exit(1);
  };
  process.on('uncaughtException', onAccident);
  process.on('unhandledRejection', onAccident);
}
