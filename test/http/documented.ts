import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Reply } from '../client.js';
import { describeApi } from '../../src/platform/http/openapi/describe.js';

interface Described {
  readonly name: string;
  readonly method: string;
  readonly parts: readonly string[];
  /** What can go wrong, by status; nothing stands there for an answer that is no problem. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

/** Describing the product takes most of a second, and every file of a run would describe the same. */
const known = path.join(process.env['WAYBILL_TEST_FOLDER'] ?? '', 'operations.json');

/** Compares what is answered with what the OpenAPI document says can be answered. */
export class Documented {
  private operations: readonly Described[] | undefined;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly isProduct: boolean,
  ) {}

  /** @throws Error for a status, or a problem, that the document does not name */
  admit(method: string, url: string, { status, body }: Pick<Reply, 'status' | 'body'>): void {
    const operation = this.find(
      method === 'HEAD' ? 'GET' : method.toUpperCase(),
      url.split('?', 1)[0]!.split('/'),
    );
    if (!operation) return;
    const codes = operation.codes[status];
    const code: unknown = status >= 400 ? body?.['code'] : undefined;
    if (codes && (typeof code !== 'string' || codes.includes(code))) return;
    const what = [status, code].filter(Boolean).join(' ');
    throw new Error(`${operation.name} answered ${what}, which its OpenAPI operation does not name`);
  }

  private find(method: string, path: readonly string[]): Described | undefined {
    this.operations ??= this.isProduct ? this.shared() : this.read();
    return this.operations
      .filter((one) => one.method === method && fits(one.parts, path))
      .sort((a, b) => variables(a.parts) - variables(b.parts))[0];
  }

  private shared(): Described[] {
    if (existsSync(known)) return JSON.parse(readFileSync(known, 'utf8')) as Described[];
    const operations = this.read();
    const draft = `${known}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(operations));
    renameSync(draft, known);
    return operations;
  }

  private read(): Described[] {
    const { paths, components } = describeApi(this.app);
    const codesOf = ({ $ref }: { readonly $ref?: string }): string[] => {
      const answer = $ref && components.responses?.[$ref.split('/').at(-1)!];
      return answer ? Object.keys(answer.content?.['application/problem+json']?.examples ?? {}) : [];
    };
    return Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { responses }]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        parts: path.split('/'),
        codes: Object.fromEntries(
          Object.entries(responses).map(([status, answer]) => [status, codesOf(answer)]),
        ),
      })),
    );
  }
}

const isVariable = (part: string): boolean => part.startsWith('{');
const variables = (parts: readonly string[]): number => parts.filter(isVariable).length;
const fits = (parts: readonly string[], path: readonly string[]): boolean =>
  parts.length === path.length && parts.every((part, n) => isVariable(part) || part === path[n]);
