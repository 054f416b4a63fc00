import type { ProblemKind } from '../../problems.js';
import { headerRefs, type HeaderName } from './headers.js';
import { mapped, pascal, type ApiDocument, type Operation, type Response } from './schemas.js';

/** What a handler promises beside its body; taken out of the document when it has become headers. */
export interface Promised {
  readonly writes: boolean;
  readonly showsVersion: boolean;
  readonly tellsPlace: boolean;
  readonly isPaged: boolean;
}

const ofEveryAnswer: readonly HeaderName[] = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'];

/** Names the headers of every answer that is not a problem. */
export function addHeaders(operation: Operation, isWrite: boolean, promised: Promised): void {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (Number(status) >= 400) continue;
    const isSeen = promised.writes || promised.showsVersion;
    response.headers = headerRefs([
      ...ofEveryAnswer,
      ...(isSeen ? (['ETag'] as const) : []),
      ...(isWrite ? (['Event-Position', 'Idempotency-Replayed'] as const) : []),
      ...(promised.tellsPlace ? (['Location'] as const) : []),
      ...(promised.isPaged ? (['Link'] as const) : []),
    ]);
  }
}

const words: Readonly<Record<number, readonly [name: string, about: string]>> = {
  400: ['BadRequest', 'The request does not fit the schema, or cannot be read'],
  401: ['Unauthenticated', 'No valid token'],
  403: ['Forbidden', 'The role may not do this'],
  404: ['NotFound', 'It does not exist, or it is not yours'],
  408: ['RequestTimeout', 'The request did not arrive in time'],
  409: ['Conflict', 'It does not fit the present state, or the same request is still running'],
  410: ['Gone', 'It is no longer there'],
  412: ['PreconditionFailed', 'If-Match names another version than the present one'],
  413: ['TooLarge', 'The body is too large'],
  414: ['AddressTooLong', 'The address is too long'],
  415: ['UnsupportedMediaType', 'Not JSON in UTF-8'],
  422: ['Unprocessable', 'It asks for what cannot be, or the Idempotency-Key was used for another request'],
  429: ['TooManyRequests', 'Too many requests; see Retry-After'],
  431: ['HeadersTooLarge', 'The headers are too large'],
  500: ['InternalError', 'Something went wrong on our side; `errorId` names it'],
  502: ['BadGateway', 'Somebody whom this server asked gave no usable answer'],
  503: ['Unavailable', 'Not now; see Retry-After'],
};

/** Answers that tell of problems: each set of codes is described once, and named after the room where it is its own. */
export class ProblemAnswers {
  private readonly names = new Map<string, string>();

  constructor(private readonly document: ApiDocument) {}

  /** @param room whose codes are among them; undefined where all are the platform's */
  refer(status: number, codes: readonly string[], room: string | undefined): Response {
    const { responses = {} } = this.document.components;
    const key = `${status} ${codes.join(' ')}`;
    let name = this.names.get(key);
    if (name === undefined) {
      const [word, about] = words[status] ?? [`Problem${status}`, 'What went wrong'];
      const plain = pascal(room ?? '') + word;
      name = plain;
      for (let n = 2; responses[name]; n += 1) name = plain + n;
      this.names.set(key, name);
      responses[name] = problemAnswer(status, about, codes);
    }
    return { $ref: `#/components/responses/${name}` };
  }
}

function problemAnswer(status: number, about: string, codes: readonly string[]): Response {
  const waits = status === 409 || status === 429 || status === 503;
  return {
    description: `${about}. Codes: ${codes.map((code) => `\`${code}\``).join(', ')}`,
    headers: headerRefs([
      ...ofEveryAnswer,
      ...(waits ? (['Retry-After'] as const) : []),
      ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
    ]),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: mapped(Object.fromEntries(codes.map((code) => [code, code])), (code) => ({
          $ref: `#/components/examples/${code}`,
        })),
      },
    },
  };
}

export const problemExample = (code: string, { status, title, retryable }: ProblemKind) => ({
  summary: title,
  value: {
    type: `/problems/${code}`,
    title,
    status,
    detail: 'what was wrong with this very request',
    instance: '/v1/orders',
    code,
    requestId: '019a9f00-0000-7000-8000-000000000002',
    ...(retryable && { retryable: true }),
    ...(code === 'invalid-request' && {
      errors: [{ pointer: '/items/0/quantity', detail: 'must be at least 1' }],
    }),
    ...(code === 'precondition-failed' && { currentVersion: 7 }),
  },
});

export const problemCode = (codes: readonly string[]) => ({
  type: 'string',
  description: 'More may be added: take one that you do not know by its status.',
  enum: [...codes],
  'x-extensible-enum': true,
});

export const problemSchema = {
  type: 'object',
  description: 'RFC 9457. `type` leads to a page that says what it means and what to do.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference', example: '/problems/invalid-request' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'the path of the request' },
    code: { $ref: '#/components/schemas/ProblemCode' },
    requestId: { type: 'string' },
    retryable: { type: 'boolean', description: 'whether the same request may work later' },
    currentVersion: {
      type: 'integer',
      format: 'int64',
      description: 'with precondition-failed: the version to read',
    },
    eventsSince: {
      type: 'array',
      maxItems: 20,
      description: 'with precondition-failed: what happened since the version of If-Match, oldest first',
      items: {
        type: 'object',
        required: ['type', 'version', 'position', 'actor', 'occurredAt'],
        properties: {
          type: { type: 'string', example: 'OrderItemAdded' },
          version: { type: 'integer', format: 'int64' },
          position: { type: 'integer', format: 'int64' },
          actor: { type: 'string', example: 'customer:019a9f00-0000-7000-8000-00000000000a' },
          occurredAt: { type: 'string', format: 'date-time' },
        },
      },
    },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', example: '/items/0/quantity' },
          detail: { type: 'string' },
          in: { type: 'string', enum: ['query', 'path', 'header'] },
        },
      },
    },
  },
};
