import type { EventClass } from '../core/event.js';
import type { Recorded } from '../event-store/recorded.js';
import type { Question } from './errand.js';
import type { Outside } from './outside.js';

interface Outcome {
  readonly outcome: string;
}

/** What one event asks for, outside. */
export interface Deed {
  /** For people: `the mail to the customer`. */
  readonly what: string;
  /** Asked before the deed is repeated. Answers `not-found` where it was never done. */
  readonly lookUp: Question<Outcome>;
  readonly act: Question<Outcome>;
}

/**
 * A room's effect outside: a mail, a webhook. Hearing of an event only records the intent, with the checkpoint; the
 * deed is done apart, as slowly as the other side may be, in order within a sequence, once as far as the other side can
 * tell by the key what it did.
 */
export interface Effect {
  /** `<room>.<what>`; the name of its checkpoint, so it is storage. */
  readonly name: string;
  readonly events: readonly EventClass[];
  readonly party: Outside;
  sequence?(recorded: Recorded): string;
  /** @param key of this effect of this event, the same for ever */
  deed(recorded: Recorded, key: string): Deed;
}
