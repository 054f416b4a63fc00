import { Inject, Injectable } from '@nestjs/common';
import { rejecting } from '../platform/core/rejection.js';
import type { EventClass } from '../platform/core/event.js';
import { PUBLICATIONS, type Publication } from '../platform/kafka/publication.js';
import type { WebhookProblem } from './contract.js';

const reject = rejecting<WebhookProblem>();

/** What is published to the world, whether Kafka is on or off. */
@Injectable()
export class PublishedTypes {
  private readonly byEvent: ReadonlyMap<string, Publication>;

  constructor(@Inject(PUBLICATIONS) private readonly publications: readonly Publication[]) {
    this.byEvent = new Map(publications.map((publication) => [publication.event.type, publication]));
  }

  get events(): readonly EventClass[] {
    return this.publications.map(({ event }) => event);
  }

  /** How an event is published; undefined when it stays private. */
  of(eventType: string): Publication | undefined {
    return this.byEvent.get(eventType);
  }

  /** The names in the log of what a receiver wants. */
  wantedBy(patterns: readonly string[]): string[] {
    return this.publications.filter(({ type }) => isWanted(type, patterns)).map(({ event }) => event.type);
  }

  /** @throws Rejection `webhook.unknown-event-type` for what names nothing that is published */
  demand(patterns: readonly string[]): void {
    const unknown = patterns.filter(
      (pattern) => !this.publications.some(({ type }) => isWanted(type, [pattern])),
    );
    if (unknown.length === 0) return;
    reject('webhook.unknown-event-type', `nothing is published as ${unknown.slice(0, 5).join(', ')}`, {
      unknown,
    });
  }
}

/** @param patterns types, beginnings of types with `.*`, or `*` */
export const isWanted = (type: string, patterns: readonly string[]): boolean =>
  patterns.some((it) => it === '*' || it === type || (it.endsWith('.*') && type.startsWith(it.slice(0, -1))));
