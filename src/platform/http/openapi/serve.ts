import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Config } from '../../config.js';
import { demoCustomerId } from '../demo-identities.js';
import { describeApi } from './describe.js';
import { exampleCustomerId } from './examples.js';
import type { ApiDocument } from './schemas.js';

/** OpenAPI 3.1 at /openapi.json and Swagger UI at /docs, from the schemas that validate. */
export function serveDocs(app: NestFastifyApplication, config: Config): void {
  let document: OpenAPIObject | undefined;
  const factory = () => (document ??= served(app, config) as unknown as OpenAPIObject);
  SwaggerModule.setup('docs', app, factory, {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Waybill API',
    customCss:
      '.swagger-ui .topbar { display: none } .demo-role { position: sticky; top: 0; z-index: 1; display: block; padding: 0.5em 1em; background: #fff; font-family: sans-serif }',
    customJs: config.AUTH_DEMO_TOKENS ? ['/docs/preauthorize.js'] : [],
    swaggerOptions: {
      persistAuthorization: true,
      displayRequestDuration: true,
      tryItOutEnabled: true,
      docExpansion: 'list',
      // Schemas in a line each: the problems of a route would otherwise fill screens with the same sample.
      defaultModelRendering: 'model',
      defaultModelExpandDepth: 0,
      defaultModelsExpandDepth: 0,
      validatorUrl: null,
      requestInterceptor: freshKey,
    },
  });
}

/** Samples name the customer whose token is filled in, so that the first try is a success. */
function served(app: NestFastifyApplication, config: Config): ApiDocument {
  const document = describeApi(app);
  if (!config.AUTH_DEMO_TOKENS) return document;
  return JSON.parse(JSON.stringify(document).replaceAll(exampleCustomerId, demoCustomerId)) as ApiDocument;
}

/** Runs in the browser: it is sent there as text, so it may use nothing from here. */
function freshKey(request: { headers: Record<string, string> }): object {
  if (request.headers['Idempotency-Key'] === 'new-key-for-each-try') {
    request.headers['Idempotency-Key'] = crypto.randomUUID();
  }
  return request;
}
