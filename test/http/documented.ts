import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../../src/platform/config.js';
import { describeApi } from '../../src/platform/http/openapi.js';

interface Described {
  readonly name: string;
  readonly method: string;
  readonly parts: readonly string[];
  readonly statuses: ReadonlySet<string>;
}

/** Compares what is answered with what the OpenAPI document says can be answered. */
export class Documented {
  private operations: readonly Described[] | undefined;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly config: Config,
  ) {}

  /** @throws Error for a status that the document does not name */
  admit(method: string, url: string, status: number): void {
    const operation = this.find(
      method === 'HEAD' ? 'GET' : method.toUpperCase(),
      url.split('?', 1)[0]!.split('/'),
    );
    if (!operation || operation.statuses.has(String(status))) return;
    throw new Error(`${operation.name} answered ${status}, which its OpenAPI operation does not name`);
  }

  private find(method: string, path: readonly string[]): Described | undefined {
    this.operations ??= this.read();
    return this.operations
      .filter((one) => one.method === method && fits(one.parts, path))
      .sort((a, b) => variables(a.parts) - variables(b.parts))[0];
  }

  private read(): Described[] {
    return Object.entries(describeApi(this.app, this.config).paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, { responses: object }>).map(([method, { responses }]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        parts: path.split('/'),
        statuses: new Set(Object.keys(responses)),
      })),
    );
  }
}

const isVariable = (part: string): boolean => part.startsWith('{');
const variables = (parts: readonly string[]): number => parts.filter(isVariable).length;
const fits = (parts: readonly string[], path: readonly string[]): boolean =>
  parts.length === path.length && parts.every((part, n) => isVariable(part) || part === path[n]);
