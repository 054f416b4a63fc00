import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import type { Tell } from './difference.js';
import { atOneMoment, type Look } from './look.js';
import type { SideTable } from './side-table.js';

const SPAN = 50_000;
const AT_ONCE = 1_000;

/** What no stream can tell of itself: what was kept of streams that are not there, and commands that have lost an event. */
@Injectable()
export class LogCheck {
  constructor(private readonly database: Database) {}

  /** @param tables by category: what is kept beside streams */
  async check(tables: ReadonlyMap<string, SideTable>, tell: Tell, signal: AbortSignal): Promise<void> {
    await this.commands(tell, signal);
    const parts = [checkpoints, snapshots, sagas, tasks];
    for (const part of parts) {
      signal.throwIfAborted();
      await atOneMoment(this.database, (look) => part(look, tell));
    }
    for (const [category, table] of tables) {
      signal.throwIfAborted();
      await atOneMoment(this.database, (look) => table.strays(look, category, tell));
    }
  }

  /** The events of a command are numbered from 0. */
  private async commands(tell: Tell, signal: AbortSignal): Promise<void> {
    const [end] = await this.database.query<{ head: number }>(
      'select coalesce(max(position), 0) as head from platform.events',
    );
    for (let after = 0; after < end!.head; after += SPAN) {
      signal.throwIfAborted();
      const rows = await this.database.query<Orphan>(ORPHANS, [after, after + SPAN]);
      for (const { stream_id: stream, version, command_id: command, command_index: index } of rows) {
        const [row, expected] = [`${version}`, `event ${index - 1} of command ${command} before it`];
        tell({
          kind: 'gap',
          stream,
          where: 'platform.events',
          row,
          column: 'command_index',
          expected,
          found: index,
        });
      }
    }
  }
}

interface Orphan {
  readonly stream_id: string;
  readonly version: number;
  readonly command_id: string;
  readonly command_index: number;
}

const ORPHANS = `
  select stream_id, version, command_id, command_index from platform.events e
  where position > $1 and position <= $2 and command_index > 0 and not exists (
    select from platform.events b where b.command_id = e.command_id and b.command_index = e.command_index - 1)
  order by position`;

async function checkpoints(look: Look, tell: Tell): Promise<void> {
  const rows = await look.query<{ name: string; position: number; head: number }>(
    `select name, position, head from platform.subscriptions,
       (select coalesce(max(position), 0) as head from platform.events) log
     where position > head order by name`,
  );
  for (const { name, position, head } of rows) {
    const expected = `at most ${head}, where the log ends`;
    tell({ kind: 'checkpoint', where: name, row: name, column: 'position', expected, found: position });
  }
}

/** Those of events that the log does not know, which no load takes into account. */
async function snapshots(look: Look, tell: Tell): Promise<void> {
  interface Stray {
    readonly stream_id: string;
    readonly version: number;
    readonly shape: number;
    readonly event_id: string;
  }
  for (let last = { stream_id: '', version: 0, shape: 0 }; ;) {
    const rows: Stray[] = await look.query<Stray>(
      `select stream_id, version, shape, event_id from platform.snapshots s
       where (stream_id, version, shape) > ($1, $2, $3) and not exists (
         select from platform.events e
         where e.stream_id = s.stream_id and e.version = s.version and e.event_id = s.event_id)
       order by stream_id, version, shape limit ${AT_ONCE}`,
      [last.stream_id, last.version, last.shape],
    );
    for (const { stream_id: stream, version, shape, event_id: found } of rows) {
      const row = `${version}/${shape}`;
      const expected = `an event of the log at version ${version}`;
      tell({
        kind: 'snapshot',
        stream,
        where: 'platform.snapshots',
        row,
        column: 'event_id',
        expected,
        found,
      });
    }
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)!;
  }
}

const SAGAS = `
  select saga || '-' || saga_id as stream, saga || '-' || saga_id as row from platform.sagas t
  where saga || '-' || saga_id > $1 and not exists (
    select from platform.events e where e.stream_id = t.saga || '-' || t.saga_id)
  order by saga || '-' || saga_id limit ${AT_ONCE}`;
const TASKS = `
  select saga || '-' || saga_id as stream, id::text as row from platform.saga_tasks t
  where id::text > $1 and not exists (
    select from platform.events e where e.stream_id = t.saga || '-' || t.saga_id)
  order by id::text limit ${AT_ONCE}`;

const without =
  (statement: string, kind: 'saga' | 'task', where: string) =>
  async (look: Look, tell: Tell): Promise<void> => {
    for (let last = ''; ;) {
      const rows: { stream: string; row: string }[] = await look.query(statement, [last]);
      for (const { stream, row } of rows) {
        const found = 'a row of a saga that the log does not know';
        tell({ kind, stream, where, row, expected: null, found });
      }
      if (rows.length < AT_ONCE) return;
      last = rows.at(-1)!.row;
    }
  };
const sagas = without(SAGAS, 'saga', 'platform.sagas');
const tasks = without(TASKS, 'task', 'platform.saga_tasks');
