import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Config } from '../config.js';
import { demoCustomerId } from './demo-identities.js';
import { isClosable } from './pages.js';

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

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  'x-writes'?: boolean;
  'x-roles'?: unknown;
  'x-shows-version'?: boolean;
};

const problemSchema = {
  type: 'object',
  description: 'RFC 9457. `type` leads to a page that says what it means and what to do.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { type: 'string', examples: ['/problems/invalid-request'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'the path of the request' },
    code: { type: 'string', examples: ['invalid-request'] },
    requestId: { type: 'string' },
    retryable: { type: 'boolean', description: 'whether the same request may work later' },
    currentVersion: { type: 'integer', description: 'with precondition-failed: the version to read' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', examples: ['/items/0/quantity'] },
          detail: { type: 'string' },
          in: { type: 'string', enum: ['query', 'path', 'header'] },
        },
      },
    },
  },
};

/** What any request may be answered with, because it can happen before anybody looks at what it asks for. */
const always: Readonly<Record<number, string>> = {
  400: 'The request does not fit the schema, or cannot be read',
  408: 'The request did not arrive in time',
  412: 'If-Match names another version than the present one, or a preview no longer holds',
  414: 'The address is too long',
  429: 'Too many requests; see Retry-After',
  431: 'The headers are too large',
  500: 'Something went wrong on our side; `errorId` names it',
  503: 'Not now; see Retry-After',
};
const closed = { 401: 'No valid token', 403: 'The role may not do this' };
const single = { 404: 'It does not exist, or it is not yours' };
const writing = {
  409: 'It does not fit the present state, or the same request is still running',
  413: 'The body is too large',
  415: 'Not JSON in UTF-8',
  422: 'It asks for what cannot be, or the Idempotency-Key was used for another request',
};

const optionalKey = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: 'Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect',
  schema: { type: 'string' as const },
};

/** Adds to each operation what this server can answer it with, beyond what its controller declares. */
function documentProblems(document: OpenAPIObject): OpenAPIObject {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema as never },
  };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[method] as Operation | undefined;
      if (operation) complete(operation, path, method !== 'get');
    }
  }
  return document;
}

function complete(operation: Operation, path: string, writes: boolean): void {
  const isOpen = JSON.stringify(operation['x-roles']) === '["public"]';
  const hidden = isClosable(path);
  const described = {
    ...always,
    ...(isOpen ? {} : closed),
    ...(path.includes('{') || hidden ? single : {}),
    ...(writes ? writing : {}),
  };
  const problems = Object.entries(described).map(([status, words]) => [status, problemResponse(words)]);
  operation.responses = {
    ...(Object.fromEntries(problems) as Operation['responses']),
    ...operation.responses,
  };
  if (operation['x-shows-version'])
    operation.responses['304'] = { description: 'You have this version already' };
  const parameters = (operation.parameters ??= []);
  const hasKey = parameters.some((parameter) => 'name' in parameter && parameter.name === optionalKey.name);
  if (writes && !hasKey) parameters.push(optionalKey);
}

const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
