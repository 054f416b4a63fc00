import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { toolsOf, UselessCall, type ApiRequest, type Tool } from './tools.js';

const tools = [
  ...toolsOf(JSON.parse(readFileSync('contracts/openapi.json', 'utf8')) as OpenAPIObject).values(),
];
const names = tools.flatMap(({ inputSchema }) => Object.keys(inputSchema.properties));
const value = fc.oneof(
  fc.constantFrom('..', '?dryRun=false', '#', '%2e%2e', '', 'false', '/../../v1/orders', '\\..\\'),
  fc.anything(),
);

/** A tool, and whatever a model may think of for its arguments. */
const called = fc.constantFrom(...tools).chain((tool) => {
  const known = Object.keys(tool.inputSchema.properties).map((name) => [name, value] as const);
  return fc.tuple(fc.constant(tool), fc.record(Object.fromEntries(known), { requiredKeys: [] }));
});
/** A name that means something elsewhere, or nowhere. */
const stranger = fc.oneof(
  fc.constantFrom(...new Set(names), 'dryRun', '__proto__', 'constructor'),
  fc.string(),
);
const given = fc.oneof(
  { weight: 3, arbitrary: called },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...tools), fc.dictionary(stranger, value)) },
);

const requestOf = (tool: Tool, args: Readonly<Record<string, unknown>>): ApiRequest | undefined => {
  try {
    return tool.request(args);
  } catch (error) {
    // What cannot be written as JSON does not come out of JSON.
    if (error instanceof UselessCall || error instanceof TypeError) return undefined;
    throw error;
  }
};

describe('A request that a tool makes, whatever it is told', () => {
  it('writes only with a previewToken, and a look is a look', () => {
    expect(tools.length).toBeGreaterThan(80);
    const isHarmless = (tool: Tool, { method, url, body = {} }: ApiRequest) => {
      const { searchParams } = new URL(url, 'http://a');
      if (method === 'GET') return tool.annotations.readOnlyHint;
      if (tool.annotations.readOnlyHint) return searchParams.getAll('dryRun').join() === 'true';
      return 'previewToken' in body && typeof body.previewToken === 'string' && body.previewToken !== '';
    };
    fc.assert(
      fc.property(given, ([tool, args]) => {
        const request = requestOf(tool, args);
        return !request || isHarmless(tool, request);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is made of every argument, or not made at all', () => {
    fc.assert(
      fc.property(called, stranger, value, ([tool, args], name, one) => {
        fc.pre(!Object.hasOwn(tool.inputSchema.properties, name));
        const wrong = Object.defineProperty({ ...args }, name, { value: one, enumerable: true });
        expect(() => tool.request(wrong)).toThrow(UselessCall);
        expect(() => tool.request(wrong)).toThrow(`there is no argument ${name.slice(0, 100)}; there are`);
      }),
      { numRuns: 1_000 },
    );
    const listOrders = tools.find(({ name }) => name === 'listOrders')!;
    expect(() => listOrders.request({ status: 'draft', stauts: 'draft' })).toThrow(
      /no argument stauts;.*status/,
    );
  });

  it('goes to the operation that the tool is named after, and nowhere else', () => {
    const places = new Map(
      tools.map((tool) => {
        const needed = (tool.inputSchema['required'] ?? []) as string[];
        const { method, url } = tool.request(Object.fromEntries(needed.map((name) => [name, 'x'])));
        return [tool, { method, path: url.split('?')[0]!.split('/') }] as const;
      }),
    );
    fc.assert(
      fc.property(given, ([tool, args]) => {
        const request = requestOf(tool, args);
        if (!request) return true;
        const { method, path } = places.get(tool)!;
        const asked = new URL(request.url, 'http://a').pathname.split('/');
        const isThere = path.every((part, at) => part === 'x' || part === asked[at]);
        return request.method === method && asked.length === path.length && isThere;
      }),
      { numRuns: 3_000 },
    );
  });
});
