import { Injectable } from '@nestjs/common';
import { Rejection } from '../core/rejection.js';
import { PAGE_BYTES } from '../cqrs/cursor.js';
import { EventLog } from '../event-store/event-log.js';
import type { Recorded } from '../event-store/recorded.js';
import type { RowStep } from './projector.js';
import { ReadModels } from './read-models.js';

/** They are folded from their first event on for each answer. */
const MOST_EVENTS = 20_000;
const READ_AT_ONCE = 1_000;

export interface Wanted {
  readonly streams: readonly string[];
  readonly model?: string | undefined;
  /** Exclusive. */
  readonly after: number;
  readonly limit: number;
}

export interface EventSteps {
  readonly recorded: Recorded;
  readonly rows: (Omit<RowStep, 'recorded'> & { readonly model: string })[];
}

/** How read models come to hold what they hold: computed again from the log, in memory, for whoever looks. */
@Injectable()
export class ModelSteps {
  constructor(
    private readonly log: EventLog,
    private readonly models: ReadModels,
  ) {}

  /** @throws Rejection `subscription.not-found` for a model that is none, `invalid-request` for too long a story */
  async of(wanted: Wanted): Promise<{ readonly steps: readonly EventSteps[]; readonly isMore: boolean }> {
    const { model, after, limit } = wanted;
    if (model !== undefined && !this.models.get(model)) {
      throw new Rejection('subscription.not-found', `there is no read model ${model}`);
    }
    const events = await this.story(wanted.streams);
    const shown = events.filter(({ position }) => position > after).slice(0, limit);
    const last = shown.at(-1)?.position ?? 0;
    const steps = new Map(shown.map((recorded) => [recorded.position, { recorded, rows: [] } as EventSteps]));
    const told = events.filter(({ position }) => position <= last);
    for (const projector of model === undefined ? this.models.all() : [this.models.get(model)!]) {
      const { name, events: heard } = projector.model;
      const own = told.filter(({ event }) => heard.some((known) => event instanceof known));
      for await (const { recorded, ...row } of projector.steps(own)) {
        steps.get(recorded.position)?.rows.push({ model: name, ...row });
      }
    }
    const fitting = within([...steps.values()], PAGE_BYTES);
    return { steps: fitting, isMore: fitting.length < shown.length || last < (events.at(-1)?.position ?? 0) };
  }

  private async story(streams: readonly string[]): Promise<readonly Recorded[]> {
    const after = new Map(streams.map((stream) => [stream, 0]));
    const story: Recorded[] = [];
    for (let isMore = true; isMore;) {
      const page = await this.log.readStreams(after, { limit: READ_AT_ONCE, bytes: PAGE_BYTES });
      for (const event of page.events) after.set(event.stream, event.version);
      story.push(...page.events);
      if (story.length > MOST_EVENTS) {
        throw new Rejection('invalid-request', `these streams have more than ${MOST_EVENTS} events together`);
      }
      isMore = page.isMore;
    }
    return story;
  }
}

/** As many as the bytes of JSON hold, and at least one. */
function within(steps: readonly EventSteps[], bytes: number): readonly EventSteps[] {
  let total = 0;
  const over = steps.findIndex(({ rows }) => (total += JSON.stringify(rows).length) > bytes);
  return over < 0 ? steps : steps.slice(0, Math.max(1, over));
}
