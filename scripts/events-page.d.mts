import type { EventClass } from '../src/platform/core/event.js';

export function eventsPage(
  deciders: readonly {
    readonly category: string;
    readonly room?: string;
    readonly events: readonly EventClass[];
  }[],
  src: string,
): string;
