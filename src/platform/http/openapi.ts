import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Config } from '../config.js';
import { demoCustomerId } from './demo-identities.js';
import { documentProblems } from './openapi-problems.js';

const summary = `Order fulfilment that keeps every fact. Try it: with demo data a token is filled in already.

Every write answers with \`Event-Position\`; send it as \`Min-Event-Position\` to a list to see your own write there.
What goes wrong is an RFC 9457 problem document; its \`type\` leads to a page that says what to do.`;

/** OpenAPI 3.1 at /openapi.json and Swagger UI at /docs, from the schemas that validate. */
export function serveDocs(app: NestFastifyApplication, config: Config): void {
  let document: OpenAPIObject | undefined;
  const factory = () => (document ??= describeApi(app, config));
  SwaggerModule.setup('docs', app, factory, {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Waybill API',
    customCss: '.swagger-ui .topbar { display: none }',
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

/** The document for what this application serves. */
export function describeApi(app: NestFastifyApplication, config: Config): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.1')
    .setTitle('Waybill')
    .setDescription(summary)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A JWT or an API key' })
    .build();
  const document = SwaggerModule.createDocument(app, outline, {
    operationIdFactory: (controller, method) => operationId(controller, method),
  });
  const described = documentProblems(document);
  return config.AUTH_DEMO_TOKENS ? withDemoCustomer(described) : described;
}

/** `OrdersController.confirm` -> `ordersConfirm` */
function operationId(controller: string, method: string): string {
  const thing = controller.replace(/Controller$/, '');
  return thing.charAt(0).toLowerCase() + thing.slice(1) + method.charAt(0).toUpperCase() + method.slice(1);
}

/** Samples name the customer whose token is filled in, so that the first try is a success. */
function withDemoCustomer(document: OpenAPIObject): OpenAPIObject {
  return JSON.parse(JSON.stringify(document), (name, value: unknown) => {
    const isId = name === 'customerId' && (typeof value === 'string' || isTextSchema(value));
    if (!isId) return value;
    return typeof value === 'string' ? demoCustomerId : { ...value, example: demoCustomerId };
  }) as OpenAPIObject;
}

const isTextSchema = (value: unknown): value is { type: 'string' } =>
  (value as { type?: unknown } | null)?.type === 'string';

/** Runs in the browser: it is sent there as text, so it may use nothing from here. */
function freshKey(request: { headers: Record<string, string> }): object {
  if (request.headers['Idempotency-Key'] === 'new-key-for-each-try') {
    request.headers['Idempotency-Key'] = crypto.randomUUID();
  }
  return request;
}
