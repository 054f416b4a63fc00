import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fulfilment } from '../src/fulfilment/fulfilment.saga.js';
import type { Step } from '../src/platform/core/saga-table.js';

const src = path.join(process.cwd(), 'src');
const read = (...file: string[]) => readFileSync(path.join(src, ...file), 'utf8');
const filesOf = (room: string, ending: string) =>
  readdirSync(path.join(src, room)).filter((file) => file.endsWith(ending));

const rooms = readdirSync(src, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['platform', 'cli'].includes(entry.name))
  .map(({ name }) => name);
/** Those that go through states; what only counts has none. */
const things = rooms.flatMap((room) =>
  filesOf(room, '.decider.ts')
    .filter((file) => read(room, file).includes('initial: { status:'))
    .map((file) => [room, file.replace('.decider.ts', '')] as const),
);

/** The rows of a table in Markdown, by the beginning of its head. */
function rowsOf(readme: string, head: string): string[][] {
  const lines = readme.split('\n');
  const begin = lines.findIndex((line) => line.startsWith(head));
  const end = lines.findIndex((line, n) => n > begin && !line.startsWith('|'));
  return lines.slice(begin + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('The README of a room', () => {
  it.each(rooms)('is there: %s', (room) => expect(existsSync(path.join(src, room, 'README.md'))).toBe(true));

  it.each(things)(
    '%s has a table of states of each thing that a spec holds to the rules: %s',
    (room, thing) => {
      const [spec] = [`${thing}.states.spec.ts`].filter((file) => existsSync(path.join(src, room, file)));
      const missing = `src/${room}/${thing}.states.spec.ts: holdsStatesTable({ room: '${room}', decider, statuses, commands })`;
      expect(spec && read(room, spec).includes('holdsStatesTable(') ? 'there' : missing).toBe('there');
    },
  );

  it.each(rooms)('%s has a row for each command that can be asked of it', (room) => {
    const commands = filesOf(room, '.commands.ts').flatMap((file) =>
      [...read(room, file).matchAll(/^export class (\w+) extends command\(/gm)].map(([, name]) => name!),
    );
    const readme = read(room, 'README.md');
    const missing = commands.filter((name) => !new RegExp(`^\\| ${name}\\b`, 'm').test(readme));
    expect(missing.map((name) => `src/${room}/README.md: a row | ${name} | in its table of states`)).toEqual(
      [],
    );
  });
});

describe('The README of fulfilment', () => {
  it('has the table of steps as the saga has it', () => {
    const names = (all: readonly { readonly name: string }[] = []) => all.map(({ name }) => name).join(', ');
    const steps: readonly Step[] = fulfilment.steps;
    const written = rowsOf(read('fulfilment', 'README.md'), '| step').map(([step, ...cells]) => [
      ...[step, ...cells.slice(0, 5)],
      cells.at(-1),
    ]);
    expect(written).toEqual(
      steps.map(({ name, asks, succeededBy, failedBy, compensation, party = 'nobody', notifies = [] }) => [
        ...[name, asks.command.name, succeededBy.type, failedBy.type, compensation?.command.name ?? ''],
        ...[party, names(notifies.map(({ command }) => command))],
      ]),
    );
  });
});
