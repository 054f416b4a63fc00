import { createHash } from 'node:crypto';
import type { Append, AppendOutcome, PreparedEvent } from './append.js';

interface Call {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/** The careful way: one append after the other, each with an outcome of its own. */
export function appendCall(appends: readonly Append[]): Call {
  const items = appends.map(({ commandId, heads, events }) => {
    const h = heads.map((head) => ({ s: head.stream, v: head.version, id: head.eventId }));
    return `{"c":"${commandId}","h":${JSON.stringify(h)},"e":${list(events.map((e, i) => eventJson(e, commandId, i)))}}`;
  });
  const inline = byStatement(appends).map(([q, rows]) => ({ q, r: rows }));
  return {
    text: 'select item, outcome, last_position, first_event from platform.append($1, $2)',
    values: [list(items), JSON.stringify(inline)],
  };
}

export interface AppendRow {
  item: number;
  outcome: 'appended' | 'conflict' | 'duplicate';
  last_position: number | null;
  first_event: string | null;
}

/** A duplicate whose first event is our own is the echo of our own lost reply: it was appended. */
export function outcomeOf(append: Append, row: AppendRow): AppendOutcome | 'ours' {
  if (row.outcome === 'appended') return { kind: 'appended', position: row.last_position ?? 0 };
  if (row.outcome === 'duplicate' && row.first_event === append.events[0]?.id) return 'ours';
  return { kind: row.outcome };
}

/** What platform.append_together answers; no row at all: it has done nothing, and the careful way must be gone. */
export interface TogetherRow {
  first_position: number | null;
  recorded_at: Date;
  /** The log does not have what this process knows of it; nothing was done. */
  is_lost: boolean;
}

/** An event that somebody knows to stand in the log. */
export interface Landmark {
  readonly position: number;
  readonly id: string;
}

/**
 * All appends as one insert, which stands or falls as a whole.
 *
 * @param newest must still stand where it stood; absent while nothing is known of the log
 * @returns undefined when one of them contradicts another, so that they cannot all succeed
 */
export function togetherCall(appends: readonly Append[], newest: Landmark | undefined): Call | undefined {
  const heads = headsBefore(appends);
  const commands = appends.filter(({ events }) => events.length > 0).map(({ commandId }) => commandId);
  if (!heads || new Set(commands).size < commands.length) return undefined;
  const events = appends.flatMap(({ commandId, events: own }) =>
    own.map((event, i) => eventJson(event, commandId, i)),
  );
  // JSON has no line breaks of its own.
  const inline = byStatement(appends).map(
    ([statement, rows]) => `${preparedName(statement)} ${JSON.stringify(rows.map(({ row }) => row))}`,
  );
  return {
    // The name travels with every call, the text only with the first.
    name: 'platform.append_together',
    text: 'select first_position, recorded_at, is_lost from platform.append_together($1, $2, $3, $4, $5, $6)',
    values: [
      `{${commands.join(',')}}`,
      JSON.stringify(heads),
      list(events),
      inline.join('\n'),
      newest?.position,
      newest?.id,
    ],
  };
}

/** How the log must look for all of them to succeed one after the other. */
function headsBefore(appends: readonly Append[]): object[] | undefined {
  const before: object[] = [];
  const now = new Map<string, string | null>();
  for (const { heads, events } of appends) {
    for (const { stream, version, eventId } of heads) {
      const known = now.get(stream);
      if (known === undefined) before.push({ s: stream, v: version, id: eventId });
      else if (known !== eventId) return undefined;
      now.set(stream, eventId);
    }
    for (const { stream, id } of events) {
      if (!now.has(stream)) return undefined;
      now.set(stream, id);
    }
  }
  return before;
}

function eventJson(
  { stream, version, id, event, ...rest }: PreparedEvent,
  command: string,
  i: number,
): string {
  const { schemaVersion, json, metadata, at } = rest;
  return `{"s":${JSON.stringify(stream)},"v":${version},"id":"${id}","c":"${command}","i":${i},"t":"${event.type}",\
"n":${schemaVersion},"d":${json},"m":${JSON.stringify(metadata)},"at":"${at}"}`;
}

const list = (items: readonly string[]): string => `[${items.join(',')}]`;

function byStatement(appends: readonly Append[]): [string, { item: number; row: object }[]][] {
  const groups = new Map<string, { item: number; row: object }[]>();
  appends.forEach(({ inline }, item) => {
    for (const { statement, row } of inline) {
      const rows = groups.get(statement) ?? [];
      groups.set(statement, rows);
      rows.push({ item, row });
    }
  });
  return [...groups];
}

const names = new Map<string, string>();

/** Under which name a statement is prepared on the sessions that append. */
export function preparedName(statement: string): string {
  const known = names.get(statement) ?? `inline_${createHash('md5').update(statement).digest('hex')}`;
  names.set(statement, known);
  return known;
}

/** Makes a statement known to a session under its name. */
export const preparation = (statement: string): { text: string } => ({
  text: `prepare ${preparedName(statement)} (json) as ${statement}`,
});
