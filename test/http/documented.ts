import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { describeApi } from '../../src/platform/http/openapi/describe.js';

interface Described {
  readonly name: string;
  readonly method: string;
  readonly parts: readonly string[];
  readonly statuses: readonly string[];
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

  /** @throws Error for a status that the document does not name */
  admit(method: string, url: string, status: number): void {
    const operation = this.find(
      method === 'HEAD' ? 'GET' : method.toUpperCase(),
      url.split('?', 1)[0]!.split('/'),
    );
    if (!operation || operation.statuses.includes(String(status))) return;
    throw new Error(`${operation.name} answered ${status}, which its OpenAPI operation does not name`);
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
    return Object.entries(describeApi(this.app).paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { responses }]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        parts: path.split('/'),
        statuses: Object.keys(responses),
      })),
    );
  }
}

const isVariable = (part: string): boolean => part.startsWith('{');
const variables = (parts: readonly string[]): number => parts.filter(isVariable).length;
const fits = (parts: readonly string[], path: readonly string[]): boolean =>
  parts.length === path.length && parts.every((part, n) => isVariable(part) || part === path[n]);
