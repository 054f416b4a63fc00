import type { OpenAPIObject } from '@nestjs/swagger';
import { isClosable } from './pages.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  'x-writes'?: boolean;
  'x-roles'?: unknown;
  'x-shows-version'?: boolean;
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

/** What any request may be answered with, because it can happen before anybody looks at what it asks for. */
const always: Readonly<Record<number, string>> = {
  400: 'The request does not fit the schema, or cannot be read',
  408: 'The request did not arrive in time',
  412: 'If-Match names another version than the present one',
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
export function documentProblems(document: OpenAPIObject): OpenAPIObject {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: schema as never },
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
