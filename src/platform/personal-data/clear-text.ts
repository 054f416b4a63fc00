import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { LogSignal } from '../event-store/log-signal.js';

/** What has to do with one order, or whatever else a person is named in. */
export interface Traces {
  readonly id: string;
  readonly streams: readonly string[];
}

const AT_ONCE = 200;

/** The one change that the log accepts of what stands in it; whatever else is in the row must stay. */
const EVENTS = `
  update platform.events set data = personal.erased_form(data::jsonb)::json
  where stream_id = any ($1) and personal.holds_clear_text(data) returning 1`;
const SNAPSHOTS = `
  delete from platform.snapshots where stream_id = any ($1) and personal.holds_clear_text(state)`;
const TASKS = `
  update platform.saga_tasks set data = personal.erased_form(data::jsonb)::json
  where saga_id = any ($1) and personal.holds_clear_text(data)`;
const ANSWERS = `
  update platform.idempotency set body = personal.erased_form(body::jsonb)::text
  where resource_id = any ($1) and personal.holds_clear_text(body::json)`;

/** Erases what programs that sealed nothing have left in clear: there is no key to destroy. */
@Injectable()
export class ClearText {
  constructor(
    private readonly database: Database,
    private readonly signal: LogSignal,
  ) {}

  /** May be done again, and goes on where it was. */
  async erase(traces: readonly Traces[]): Promise<void> {
    for (let from = 0; from < traces.length; from += AT_ONCE) {
      await this.eraseSome(traces.slice(from, from + AT_ONCE));
    }
  }

  private async eraseSome(traces: readonly Traces[]): Promise<void> {
    const streams = traces.flatMap((trace) => trace.streams);
    const ids = traces.map(({ id }) => id);
    const changed = await this.database.query(EVENTS, [streams]);
    await this.database.query(SNAPSHOTS, [streams]);
    await this.database.query(TASKS, [ids]);
    await this.database.query(ANSWERS, [ids]);
    // What this process remembers of the streams is from before.
    if (changed.length > 0) this.signal.rewritten();
  }
}
