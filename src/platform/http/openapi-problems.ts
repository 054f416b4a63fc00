import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  'x-writes'?: boolean;
  'x-roles'?: unknown;
};

const schema = {
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

const titles: Readonly<Record<number, string>> = {
  400: 'The request does not fit the schema, or cannot be read',
  401: 'No valid token',
  403: 'The role may not do this',
  404: 'It does not exist, or it is not yours',
  409: 'It does not fit the present state, or the same request is still running',
  412: 'If-Match names another version than the present one',
  413: 'The body is too large',
  415: 'Not JSON',
  422: 'The Idempotency-Key was used for another request',
  429: 'Too many requests; see Retry-After',
  503: 'Not now; see Retry-After',
};

/** Adds to each operation the problems that it can answer with, beyond those its controller declares. */
export function documentProblems(document: OpenAPIObject): OpenAPIObject {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: schema as never },
  };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[method] as Operation | undefined;
      if (operation) operation.responses = { ...problemsOf(operation, path, method), ...operation.responses };
    }
  }
  return document;
}

function problemsOf(operation: Operation, path: string, method: string): Operation['responses'] {
  const writes = method !== 'get';
  const open = JSON.stringify(operation['x-roles']) === '["public"]';
  const keyed = JSON.stringify(operation.parameters ?? []).includes('"Idempotency-Key"');
  const statuses = [
    400,
    ...(open ? [] : [401, 403, 429]),
    ...(path.includes('{') ? [404] : []),
    ...(writes ? [409, 412] : []),
    ...(operation.requestBody ? [413, 415] : []),
    ...(keyed ? [422] : []),
    503,
  ];
  return Object.fromEntries(statuses.map((status) => [status, problemResponse(titles[status]!)]));
}

const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
