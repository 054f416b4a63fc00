import { Injectable } from '@nestjs/common';

export interface ServedRoute {
  readonly method: string;
  readonly url: string;
}

/** Every route that is served, as the router learned it. */
@Injectable()
export class RouteTable {
  private readonly routes: (ServedRoute & { readonly pattern: RegExp })[] = [];

  add(methods: string | readonly string[], url: string): void {
    const pattern = patternOf(url);
    for (const method of [methods].flat()) this.routes.push({ method, url, pattern });
  }

  all(): readonly ServedRoute[] {
    return this.routes;
  }

  /** @param path without query */
  methodsAt(path: string): string[] {
    const methods = this.routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    return [...new Set(methods)].sort();
  }
}

function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part.startsWith(':')) return '[^/]+';
    if (part.includes('*')) return '.*';
    return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
