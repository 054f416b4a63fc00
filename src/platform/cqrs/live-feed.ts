import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { EventBus } from '@nestjs/cqrs';
import { PartOf, type Background } from '../activities/activity.js';
import type { EventClass } from '../core/event.js';
import { isReadable, LogTail } from './log-tail.js';

/** Where `@EventsHandler` of @nestjs/cqrs notes the events of a class. */
const HANDLED = '__eventsHandler__';

/**
 * Puts committed events on Nest's EventBus, for `@EventsHandler`s that are harmless to lose: log lines, counters.
 * Every instance feeds its own bus with what any instance stores, from the head of the log at its start; what matters
 * hangs on a subscription instead.
 */
@PartOf('serving')
@Injectable()
export class LiveFeed implements Background {
  private leave: (() => void) | undefined;

  constructor(
    private readonly tail: LogTail,
    private readonly bus: EventBus,
    private readonly modules: ModulesContainer,
  ) {}

  start(): void {
    this.leave = this.tail.add({
      streams: [],
      types: this.handledTypes(),
      hear: (heard) => {
        if (isReadable(heard)) this.bus.publish(heard.event);
      },
      missed: () => undefined,
    });
  }

  stop(): void {
    this.leave?.();
  }

  /** Only what somebody handles is read. */
  private handledTypes(): string[] {
    const providers = [...this.modules.values()].flatMap((module) => [...module.providers.values()]);
    const handled = providers.flatMap(({ metatype }) => {
      if (!metatype) return [];
      return (Reflect.getMetadata(HANDLED, metatype) as EventClass[] | undefined) ?? [];
    });
    return [...new Set(handled.map(({ type }) => type))];
  }
}
