import { Injectable } from '@nestjs/common';
import { Rejection } from '../core/rejection.js';

export interface ServedRoute {
  readonly method: string;
  readonly url: string;
}

/** Every route that is served, as the router learned it. */
@Injectable()
export class RouteTable {
  private readonly routes: (ServedRoute & { readonly parts: readonly string[] })[] = [];

  add(methods: string | readonly string[], url: string): void {
    const parts = url.split('/');
    for (const method of [methods].flat()) this.routes.push({ method, url, parts });
  }

  all(): readonly ServedRoute[] {
    return this.routes;
  }

  /** @param path without query */
  private methodsAt(path: string): string[] {
    const asked = path.split('/');
    const methods = this.routes.filter(({ parts }) => fits(parts, asked)).map(({ method }) => method);
    return [...new Set(methods)].sort();
  }

  /** The refusal of a request that no route takes: HTTP has a better word than 404 for the wrong method. */
  nothingAt(method: string, path: string): Rejection {
    const allow = this.methodsAt(path);
    if (allow.length === 0 || allow.includes(method)) return nothingHere();
    return new Rejection('method-not-allowed', `allowed here: ${allow.join(', ')}`, { allow });
  }
}

export const nothingHere = (): Rejection => new Rejection('not-found', 'nothing is served at this path');

function fits(parts: readonly string[], asked: readonly string[]): boolean {
  const open = parts.findIndex((part) => part.includes('*'));
  if (open < 0 ? parts.length !== asked.length : asked.length < open) return false;
  const fixed = open < 0 ? parts : parts.slice(0, open);
  return fixed.every((part, n) => (part.startsWith(':') ? asked[n] !== '' : part === asked[n]));
}
