import type { DynamicModule, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';
import type { Config } from '../config.js';
import { allowBrowsers } from './cors.js';
import { RequestPipeline } from './request-pipeline.js';
import { serveDocs } from './openapi/serve.js';
import { RouteTable } from './route-table.js';
import { createAdapter, teach } from './wire.js';

/**
 * The application, ready for `listen` or `init`.
 *
 * @param module the root module
 * @param config checked settings
 * @param logger false for none
 * @throws Error when a provider cannot be built, such as without a database
 */
export async function createApp(
  module: DynamicModule,
  config: Config,
  logger: LoggerService | false,
): Promise<NestFastifyApplication> {
  const adapter = createAdapter(config);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger,
  });
  const server = adapter.getInstance();
  // First of all hooks, so that whatever turns a request away sends its headers too.
  server.addHook('onRequest', ({ raw }, reply, done) =>
    protect(raw, reply.raw, (error) => done(error as Error | undefined)),
  );
  await allowBrowsers(app, config);
  teach(server, app.get(RouteTable));
  app.get(RequestPipeline).attach(server);
  serveDocs(app, config);
  return app;
}

const directives = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  // Swagger UI styles itself inline; scripts are files only.
  styleSrc: ["'self'", "'unsafe-inline'"],
};

/** Made once: the plugin for Fastify makes all of it anew for each request. */
const protect = helmet({ contentSecurityPolicy: { useDefaults: false, directives } });
