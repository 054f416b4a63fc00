import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config.js';
import { describeApi } from './platform/http/openapi/describe.js';
import type { ApiDocument } from './platform/http/openapi/schemas.js';
import { createAdapter } from './platform/http/wire.js';

/** The OpenAPI document of the whole product, without a database or a server: what `contracts/openapi.json` keeps. */
export async function apiDocument(): Promise<ApiDocument> {
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://127.0.0.1/nothing',
    AUTH_JWKS_URL: 'http://127.0.0.1/nothing',
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config),
    createAdapter(config),
    { preview: true, abortOnError: false, logger: false },
  );
  return JSON.parse(JSON.stringify(describeApi(app))) as ApiDocument;
}
