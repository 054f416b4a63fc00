import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Type } from '@nestjs/common';
import { Command } from '@nestjs/cqrs';
import { describe, expect, it } from '@jest/globals';
import { eventsPage } from '../scripts/events-page.mjs';
import { eventsIn, type EventClass } from '../src/platform/core/event.js';
import * as sagaEvents from '../src/platform/core/saga-events.js';

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
    const homes = declared.map(({ file, event }) => [
      `${file}: ${event.type}`,
      deciders.filter(({ events }) => events.includes(event)).length,
    ]);
    expect(homes.filter(([, lists]) => lists !== 1)).toEqual([]);
  });

  it('stands in docs/events.md as it is (npm run events)', async () => {
    const deciders = (await exportsOf('.decider.ts')).flatMap(([, value]) =>
      isDecider(value) ? [value] : [],
    );
    const page = eventsPage([...deciders, { category: 'fulfilment', events: eventsIn(sagaEvents) }], src);
    expect(readFileSync('docs/events.md', 'utf8')).toBe(page);
  });
});

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
    const handlers = declared.map((command) => [
      command.name,
      taken.filter((each) => each === command).length,
    ]);
    expect(handlers.filter(([, count]) => count !== 1)).toEqual([]);
  });
});
