import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Type } from '@nestjs/common';
import { Command } from '@nestjs/cqrs';
import { describe, expect, it } from '@jest/globals';
import { eventsPage } from '../scripts/events-page.mjs';
import { eventsIn, type EventClass } from '../src/platform/core/event.js';
import * as sagaEvents from '../src/platform/core/saga-events.js';
import { foundKind } from '../src/platform/ops/search.controller.js';

const src = path.join(process.cwd(), 'src');

/** Everything that the files with such a name export. */
async function exportsOf(ending: string): Promise<(readonly [file: string, value: unknown])[]> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(ending),
  );
  const found: (readonly [string, unknown])[] = [];
  // One after the other: Jest links modules that are loaded at the same time wrongly.
  for (const file of files) {
    const loaded = (await import(pathToFileURL(path.join(src, file)).href)) as Record<string, unknown>;
    found.push(...Object.values(loaded).map((value) => [file, value] as const));
  }
  return found;
}

const isEventClass = (value: unknown): value is EventClass =>
  typeof value === 'function' && 'type' in value && 'version' in value && 'versions' in value;

const isDecider = (value: unknown): value is { category: string; events: readonly EventClass[] } =>
  typeof value === 'object' && value !== null && 'evolve' in value && 'events' in value;

describe('every event that a room declares', () => {
  it('stands in the list of exactly one decider, so that what is stored can be read again', async () => {
    const declared = (await exportsOf('.events.ts')).flatMap(([file, value]) =>
      isEventClass(value) ? [{ file, event: value }] : [],
    );
    const deciders = (await exportsOf('.decider.ts')).flatMap(([, value]) =>
      isDecider(value) ? [value] : [],
    );
    expect(declared.length).toBeGreaterThan(25);
    expect(deciders.length).toBeGreaterThan(4);
    const missing = declared.flatMap(({ file, event }) => {
      const homes = deciders.filter(({ events }) => events.includes(event)).map(({ category }) => category);
      const decider = file.replace('.events.ts', '.decider.ts');
      const line = `import * as declared from './${path.basename(file, '.ts')}.js', and events: eventsIn(declared)`;
      if (homes.length === 0) return [`${event.type} stands in no decider; in src/${decider}: ${line}`];
      return homes.length > 1 ? [`${event.type} stands in several deciders: ${homes.join(', ')}`] : [];
    });
    expect(missing).toEqual([]);
  });

  it('stands in docs/events.md as it is (npm run events)', async () => {
    const deciders = (await exportsOf('.decider.ts')).flatMap(([, value]) =>
      isDecider(value) ? [value] : [],
    );
    const page = eventsPage([...deciders, { category: 'fulfilment', events: eventsIn(sagaEvents) }], src);
    const differs = lineThatDiffers(readFileSync('docs/events.md', 'utf8'), page);
    expect(differs && `docs/events.md: ${differs}; run npm run events`).toBe(undefined);
  });
});

it('what streams are of is a kind that search tells of', async () => {
  const categories = (await exportsOf('.decider.ts')).flatMap(([, value]) =>
    isDecider(value) ? [value.category] : [],
  );
  const kinds = new Set([...categories, 'fulfilment', 'customer']);
  expect([...foundKind.options].sort()).toEqual([...kinds].sort());
});

/** The first line of a page that is not what it should be. */
function lineThatDiffers(is: string, should: string): string | undefined {
  const [lines, wanted] = [is.split('\n'), should.split('\n')];
  const n = Math.max(lines.length, wanted.length);
  const at = Array.from({ length: n }, (_, line) => line).find((line) => lines[line] !== wanted[line]);
  return at === undefined
    ? undefined
    : `line ${at + 1} is ${JSON.stringify(lines[at])} and should be ${JSON.stringify(wanted[at])}`;
}

const isCommandClass = (value: unknown): value is Type =>
  typeof value === 'function' && value.prototype instanceof Command;

/** What the handlers among the providers of a module take. */
const takenBy = (module: object): unknown[] =>
  ((Reflect.getMetadata('providers', module) ?? []) as (Type | { readonly provide: unknown })[])
    .map((provider) => (typeof provider === 'function' ? provider : provider.provide))
    .flatMap((token) =>
      typeof token === 'function' ? [Reflect.getMetadata('__commandHandler__', token)] : [],
    );

describe('every command that a room declares', () => {
  it('is taken by exactly one handler of its module', async () => {
    const declared = (await exportsOf('.commands.ts')).map(([, value]) => value).filter(isCommandClass);
    const modules = (await exportsOf('.module.ts')).map(([, value]) => value);
    const taken = modules.flatMap((module) => (typeof module === 'function' ? takenBy(module) : []));
    expect(declared.length).toBeGreaterThan(20);
    const wrong = declared.flatMap((command) => {
      const { name } = command;
      const count = taken.filter((each) => each === command).length;
      const pair = `[${name}, ${name.replace(/^./, (first) => first.toLowerCase())}]`;
      if (count === 0)
        return [`nobody takes ${name}: add ${pair} to aggregate(...) in the room's module, or a handler`];
      return count > 1 ? [`${count} handlers take ${name}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
