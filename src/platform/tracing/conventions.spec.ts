import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
  .map((file) => [path.join('src', file), readFileSync(path.join('src', file), 'utf8')] as const);

/** What OpenTelemetry calls things today: each name with whether it is on its way out. */
const conventions = new Map(
  ['stable', 'experimental'].flatMap((state) => {
    const file = `node_modules/@opentelemetry/semantic-conventions/dist/${state}_attributes.d.mts`;
    const declared = readFileSync(file, 'utf8').matchAll(
      /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*declare const ATTR_\w+: "([^"]+)"/g,
    );
    return [...declared].map(([, about, name]) => [name!, about!.includes('@deprecated')] as const);
  }),
);

it('names of attributes are those of the conventions, none of them on its way out', () => {
  const names = sources.flatMap(([file, text]) =>
    text.includes('tracing/tracing.js') || file.includes('tracing')
      ? [...text.matchAll(/'((?:http|url|db|messaging|kafka|server|service|error)\.[a-z_.]+)'/g)].map(
          ([, name]) => name!,
        )
      : [],
  );
  expect(names).toEqual(expect.arrayContaining(['http.route', 'db.system.name', 'messaging.system.name']));
  expect(conventions.get('messaging.system')).toBe(true);
  expect(names.filter((name) => conventions.get(name) !== false)).toEqual([]);
});

it('nothing of OpenTelemetry is loaded unless a collector is named', () => {
  const users = sources.filter(([, text]) => text.includes('@opentelemetry/')).map(([file]) => file);
  expect(users).toEqual([path.join('src', 'platform', 'tracing', 'otel.ts')]);
  const statically = sources.filter(([, text]) =>
    /^(import|export)[^;]*tracing\/otel\.js'|from '\.\/otel\.js'/m.test(text),
  );
  expect(statically.map(([file]) => file)).toEqual([]);
});
