import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { newId } from '../core/ids.js';
import type { EdgeConfig } from './edge-config.js';
import { failureOfStatus } from './failure.js';
import { parseJson } from './json-body.js';
import { platformProblems } from './platform-problems.js';
import { PROBLEM_TYPE } from './problem-writer.js';
import { RouteTable } from './route-table.js';

const BODY_LIMIT = 64 * 1024;
const requestId = /^[\w.:-]{1,64}$/;

/** The HTTP server with every limit set; what it refuses by itself is a problem document too. */
export const createAdapter = (config: Config): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    trustProxy: (_address: string, hop: number) => hop < config.TRUST_PROXY_HOPS,
    http: {
      maxHeaderSize: 16 * 1024,
      headersTimeout: Math.min(5_000, config.REQUEST_TIMEOUT_MS),
      connectionsCheckingInterval: 1_000,
      // Node's own refusal has no body; the edge makes it a problem.
      requireHostHeader: false,
    },
    // The edge bounds addresses: the router's own refusal would pass by the log and the rate limit.
    routerOptions: { maxParamLength: 16 * 1024 },
    genReqId: ({ headers }: { headers: Record<string, string | string[] | undefined> }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && requestId.test(given) ? given : newId();
    },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const status = error.statusCode ?? 400;
      void reply.status(status).type(PROBLEM_TYPE).send(document(status, request.id));
    },
    clientErrorHandler: (error, socket) => refuse(error, socket),
  });

/** Strict JSON and nothing else; routes may raise their own limit with `@MaxBody`. */
export function teach(server: FastifyInstance, routes: RouteTable): void {
  server.removeAllContentTypeParsers();
  // What gets here was admitted by its media type before a byte of it was read.
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    const { raw } = request.routeOptions.config as EdgeConfig;
    try {
      done(null, raw ? body : parseJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addHook('onRoute', (route) => {
    routes.add(route.method, route.url);
    const { maxBody } = (route.config ?? {}) as { maxBody?: number };
    if (maxBody !== undefined) route.bodyLimit = maxBody;
  });
}

function document(status: number, id: string): string {
  const { code, detail } = failureOfStatus(status) ?? {
    code: 'malformed-request',
    detail: 'it cannot be read',
  };
  const { title } = platformProblems[code as keyof typeof platformProblems];
  return JSON.stringify({
    type: `/problems/${code}`,
    title,
    status,
    detail,
    instance: '/',
    code,
    requestId: id,
  });
}

/** What never became a request: answered on the bare socket. */
function refuse(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = document(status, newId());
  const words = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' }[
    status
  ];
  socket.end(
    `HTTP/1.1 ${status} ${words}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
}
