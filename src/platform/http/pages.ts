import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { Rejection } from '../core/rejection.js';
import { pathOf } from './call.js';
import { callerOf } from './caller.js';
import { nothingHere, RouteTable } from './route-table.js';

export const METRICS = '/metrics';
const docs = ['/docs', '/openapi.', '/asyncapi', '/contracts/'];

const WORKER_SERVES = `a worker answers /health/live, /health/ready and ${METRICS}, and nothing else`;

/** Whether settings can hide a route from strangers. */
export const isClosable = (route: string): boolean => docs.some((start) => route.startsWith(start));

/** Who may see what describes the API and what is measured: everybody, or in production only callers with a token. */
@Injectable()
export class Pages {
  readonly docsArePublic: boolean;
  readonly metricsArePublic: boolean;
  private readonly isWorker: boolean;

  constructor(
    @Inject(CONFIG) { NODE_ENV, PUBLIC_DOCS, PUBLIC_METRICS, ROLE }: Config,
    private readonly routes: RouteTable,
  ) {
    const standard = NODE_ENV !== 'production';
    this.docsArePublic = PUBLIC_DOCS ?? standard;
    this.metricsArePublic = PUBLIC_METRICS ?? standard;
    this.isWorker = ROLE === 'worker';
  }

  /**
   * Goes by the route that the router found: a path can be written in many ways.
   *
   * @throws Rejection `not-served-here`, `not-found`, `method-not-allowed`, `unauthenticated`, `forbidden`
   */
  admit(request: FastifyRequest): void {
    const { url: route } = request.routeOptions;
    if (this.isWorker && route !== METRICS) throw new Rejection('not-served-here', WORKER_SERVES);
    if (request.is404 || route === undefined) throw this.routes.nothingAt(request.method, pathOf(request));
    if (isClosable(route) && !this.docsArePublic && !request.call.caller) throw nothingHere();
    if (this.metricsArePublic || route !== METRICS) return;
    if (callerOf(request).role === 'customer') throw new Rejection('forbidden', 'customers may not do this');
  }
}
