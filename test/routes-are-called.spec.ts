import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const root = process.cwd();
const sources = (folder: string, fits: (file: string) => boolean) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(fits)
    .map((file) => [file, readFileSync(path.join(root, folder, file), 'utf8')] as const);

interface Route {
  readonly method: string;
  readonly parts: readonly string[];
  readonly file: string;
}

/** Every route that a controller declares. */
const routes = sources('src', (file) => file.endsWith('.ts') && !file.endsWith('spec.ts')).flatMap(
  ([file, source]) =>
    source.split(/^@Controller\(/m).flatMap((controller, n) => {
      const base = n > 0 ? (/^'([^']*)'/.exec(controller)?.[1] ?? '') : undefined;
      if (base === undefined) return [];
      return [...controller.matchAll(/^ {2}@(Get|Post|Put|Patch|Delete)\((?:'([^']*)')?/gm)].map(
        ([, method = '', own = '']): Route => ({
          method: method.toUpperCase(),
          parts: `${base}/${own}`.split('/').filter(Boolean),
          file,
        }),
      );
    }),
);

interface Named {
  /** Whether something comes before what is written, such as a path in a constant. */
  readonly goesOn: boolean;
  readonly parts: readonly string[];
  /** What stands around it, and in all of the file. */
  readonly around: string;
  readonly source: string;
}

const tests = [
  ...sources('test', (file) => file.endsWith('.ts')),
  ...sources('src', (file) => file.endsWith('int-spec.ts')),
];

/** What a literal says, with `*` for what is put in. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('*');
}

/** Every path that is written in a test. */
function pathsIn(file: string, source: string): Named[] {
  const found: Named[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node)?.split(/[?#]/, 1)[0];
    if (text?.includes('/')) {
      const around = source.slice(Math.max(0, node.pos - 120), node.end + 120);
      found.push({ goesOn: !text.startsWith('/'), parts: text.split('/').filter(Boolean), around, source });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return found;
}

const named = tests.flatMap(([file, source]) => pathsIn(file, source));

/** Routes without a test. The list gets shorter: one that has its test is taken out, and none is put in. */
const notYet = new Set([
  'GET /v1/accounts/:id/holds',
  'POST /v1/webhook-deliveries/:id/resend',
  'POST /v1/webhook-endpoints/:id/rotate-secret',
  'POST /v1/webhook-endpoints/:id/enable',
  'POST /v1/webhook-endpoints/:id/disable',
  'POST /v1/webhook-endpoints/:id/test',
  'POST /v1/webhook-endpoints/:id/resend',
  'GET /docs/preauthorize.js',
  'GET /start/demo.js',
  'POST /v1/ops/parked/:id/retry',
]);

const isVariable = (part: string) => part.startsWith(':') || part.includes('*');

function isNamedBy(route: Route, { goesOn, parts, around, source }: Named): boolean {
  if (route.parts.length === 0) return !goesOn && parts.length === 0;
  const own = goesOn && parts[0]?.startsWith('*') ? parts.slice(1) : parts;
  if (own.length > route.parts.length || (!goesOn && own.length < route.parts.length)) return false;
  const end = route.parts.slice(-own.length);
  // A variable alone could be anything.
  if (own.length === 0 || own.every(isVariable)) return false;
  const fits = own.every((part, n) => {
    const wanted = end[n]!;
    // `/${action}`: the word itself stands elsewhere in the file.
    const isPutIn = part.includes('*') && new RegExp(`['"\`/]${wanted}\\b`).test(source);
    return part === wanted || isVariable(wanted) || isPutIn;
  });
  const asks = route.method === 'GET' || new RegExp(`\\b${route.method}\\b`, 'i').test(around);
  return fits && asks;
}

describe('Every route', () => {
  it('is found', () => expect(routes.length).toBeGreaterThan(50));

  it('is called by a test', () => {
    const uncalled = routes
      .filter((route) => !named.some((one) => isNamedBy(route, one)))
      .map(({ method, parts, file }) => ({ name: `${method} /${parts.join('/')}`, file }));
    expect(
      uncalled
        .filter(({ name }) => !notYet.has(name))
        .map(
          ({ name, file }) =>
            `no test calls ${name} (src/${file}): a good and a bad request, in test/*.e2e-spec.ts`,
        ),
    ).toEqual([]);
  });
});
