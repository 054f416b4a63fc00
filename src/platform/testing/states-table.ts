import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { by, folded, given } from './given.js';

type Decide<State> = (state: State) => readonly DomainEvent[];
type Statuses<Event> = Readonly<Record<string, readonly Event[]>>;

export interface StatesTable<State, Event extends DomainEvent> {
  /** The room, whose README has the table. */
  readonly room: string;
  readonly decider: Decider<State, Event>;
  /** By the columns of the table: the events that lead there. */
  readonly statuses: Statuses<NoInfer<Event>>;
  /** By its rows: `AddItem`, or `TrackShipment lost` for one of several cases; with statuses of its own, if it needs them. */
  readonly commands: Readonly<
    Record<string, Decide<State> | readonly [Decide<State>, Statuses<NoInfer<Event>>]>
  >;
}

/**
 * Holds the rules of a thing to the table of states in its room's README, which begins with `command ↓ · status →`
 * (`reservation: command ↓ · status →` where a room has several things). A cell is one of
 *
 * - `` `not-draft` ``: what the rule rejects with, without the name of the thing
 * - `→ **paid**`: the status afterwards
 * - `changes`: one event, and the status stays
 * - `nothing`, or the names of the events
 */
export function holdsStatesTable<State, Event extends DomainEvent>(table: StatesTable<State, Event>): void {
  const { room, decider, statuses, commands } = table;
  const written = readTable(`src/${room}/README.md`, decider.category);
  describe(`The states of ${decider.category} in the README`, () => {
    it('have a row for each command and a column for each status', () => {
      expect(written.rows).toEqual(Object.keys(commands));
      expect(written.columns).toEqual(Object.keys(statuses));
    });

    it.each(written.cells)('%s where it is %s: %s', (command, status, answer) => {
      const asked = commands[command]!;
      const [rule, own] = typeof asked === 'function' ? [asked, statuses] : asked;
      holdsCell(decider, own[status]!, rule, answer);
    });
  });
}

function holdsCell<State, Event extends DomainEvent>(
  decider: Decider<State, Event>,
  events: readonly Event[],
  rule: Decide<State>,
  answer: string,
): void {
  const [, code] = /^`(.+)`$/.exec(answer) ?? [];
  if (code !== undefined) {
    const [thing] = decider.notFound.split('.');
    given(decider, ...events)
      .when(rule)
      .rejects(`${thing}.${code}`);
    return;
  }
  const before = folded(decider, ...events);
  const decided = rule(before);
  const after = decided.reduce((state, event) => decider.evolve(state, event as Event, by.at), before);
  const [, target] = /^→ \*\*(.+)\*\*$/.exec(answer) ?? [];
  if (target !== undefined) expect(statusOf(after)).toBe(target);
  else if (answer === 'changes') expect([decided.length, statusOf(after)]).toEqual([1, statusOf(before)]);
  else expect(decided.map(({ type }) => type).join(', ') || 'nothing').toBe(answer);
}

const statusOf = (state: unknown) => (state as { readonly status?: string }).status;

/** The table of a thing, without its footnotes. */
export function readTable(readme: string, thing: string) {
  const lines = readFileSync(path.join(process.cwd(), readme), 'utf8').split('\n');
  const begin = [`| ${thing}: command ↓`, '| command ↓'].map((head) =>
    lines.findIndex((line) => line.startsWith(head)),
  );
  const first = begin.find((n) => n >= 0);
  if (first === undefined) {
    throw new Error(`${readme} has no table that begins with "| ${thing}: command ↓ · status → |"`);
  }
  const last = lines.findIndex((line, n) => n > first && !line.startsWith('|'));
  const [head = [], , ...rows] = lines.slice(first, last).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replace(/[¹²³⁴⁵]/g, '').trim()),
  );
  return {
    columns: head.slice(1),
    rows: rows.map(([command = '']) => command),
    cells: rows.flatMap(([command = '', ...answers]) =>
      answers.map((answer, n) => [command, head[n + 1]!, answer] as const),
    ),
  };
}
