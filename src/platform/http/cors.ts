import cors from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';

const PREFLIGHT_HOLDS_S = 600;

/** Lets pages of CORS_ORIGINS call the API. Tokens are sent by the page itself, so cookies are never allowed. */
export async function allowBrowsers(app: NestFastifyApplication, { CORS_ORIGINS }: Config): Promise<void> {
  if (CORS_ORIGINS.length === 0) return;
  await app.register(cors, {
    origin: CORS_ORIGINS.includes('*') ? '*' : [...CORS_ORIGINS],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Accept',
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'Last-Event-ID',
      'Min-Event-Position',
      'Prefer',
      'traceparent',
      'tracestate',
      'X-Request-Id',
    ],
    exposedHeaders: [
      'ETag',
      'Event-Position',
      'Idempotency-Replayed',
      'Link',
      'Location',
      'Preference-Applied',
      'RateLimit',
      'RateLimit-Policy',
      'Retry-After',
      'X-Request-Id',
      'traceparent',
      'X-Request-Id',
    ],
    maxAge: PREFLIGHT_HOLDS_S,
    strictPreflight: false,
  });
}
