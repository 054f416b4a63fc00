import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { derivedId } from '../core/ids.js';
import { OutcomePending } from '../core/outcome-pending.js';
import type { CommandContext, Written } from '../cqrs/command.js';
import type { AggregateStore } from '../event-store/aggregate-store.js';
import type { AnswerShape, ExternalService } from './external-service.js';

/** A question, and the only shape that counts as an answer to it. */
export interface Question<Answer> {
  readonly answer: AnswerShape<Answer>;
  readonly ask: (signal: AbortSignal) => Promise<unknown>;
}

interface Outcome {
  readonly outcome: string;
}
/** Without what leaves everything open. */
type Decided<Answer extends Outcome> = Exclude<Answer, { readonly outcome: 'pending' }>;
type Known<Answer extends Outcome> = Exclude<Answer, { readonly outcome: 'pending' | 'not-found' }>;

/** One effect outside that must happen once, under a key of ours that the other side knows it by. */
export interface Errand<Found extends Outcome, Reply extends Outcome, Result> {
  /** For people: `the charge`. */
  readonly what: string;
  /** Whether its intent has just been recorded, so that nobody can have asked before. */
  readonly isNew: boolean;
  readonly lookUp: Question<Found>;
  readonly act: Question<Reply>;
  /** Records what became of it. */
  readonly record: (settled: Known<Found> | Decided<Reply>, evidence: 'reply' | 'look-up') => Promise<Result>;
  /** Records that it was asked and nobody knows what became of it. */
  readonly loseTrack?: (detail: string) => Promise<unknown>;
}

/**
 * The context of one of the several appends of a command that talks to the outside world. The same step of the same
 * command has the same id after a crash, so it is stored once. What must commit with the outcome of the command
 * (the idempotency record) does not commit with a step.
 *
 * @param by the command's own context
 * @param label names the step within the command
 */
export const step = (by: CommandContext, label: string): CommandContext => ({
  ...by,
  commandId: derivedId(by.commandId, label),
  append: undefined,
});

/** The wish for an effect, and the rule that records it; the rule decides nothing where it stands already. */
interface IntentRule<State, Event extends DomainEvent> {
  readonly id: string;
  readonly by: CommandContext;
  readonly rule: (state: State) => readonly Event[];
}

/**
 * The first part of *record the intent, ask, record the outcome*.
 *
 * @returns the thing with its intent, and whether nobody can have asked before
 */
export async function recordIntent<State extends { readonly status: string }, Event extends DomainEvent>(
  store: AggregateStore,
  decider: Decider<State, Event>,
  { id, by, rule }: IntentRule<State, Event>,
): Promise<{ readonly now: Written<State>; readonly isNew: boolean }> {
  const before = await store.load(decider, id);
  if (rule(before.state).length > 0) {
    return { now: await store.execute(decider, id, step(by, 'request'), rule), isNew: true };
  }
  return { now: before, isNew: by.isFirstTry === true && before.state.status === 'requested' };
}

/**
 * The second and third part of *record the intent, ask, record the outcome*: whoever finds an intent that is already
 * there looks it up by its key first; only if the other side has never heard of it is it asked again, under the same
 * key. So it may run any number of times, in any number of processes, and be killed anywhere.
 *
 * @throws OutcomePending as long as the outcome is open
 */
export async function carryOut<Found extends Outcome, Reply extends Outcome, Result>(
  party: ExternalService,
  errand: Errand<Found, Reply, Result>,
): Promise<Result> {
  const { what, isNew, lookUp, act, record } = errand;
  if (!isNew) {
    const found = decided(what, await answerTo(party, `look up ${what}`, lookUp));
    if (found.outcome !== 'not-found') return record(found as Known<Found>, 'look-up');
  }
  const asked = await party.ask(act.answer, act.ask);
  if (asked.kind === 'answered') return record(decided(what, asked.answer), 'reply');
  if (asked.kind === 'not-sent') throw unanswered(`${what} was not asked for: ${asked.detail}`);
  await errand.loseTrack?.(asked.detail);
  throw unanswered(`what became of ${what} is not known: ${asked.detail}`);
}

/**
 * Asks something that may be asked any number of times, and insists on a decision.
 *
 * @param what is asked for, as in `close the charge`
 * @throws OutcomePending without an answer, or when the other side has not decided
 */
export async function decidedBy<Answer extends Outcome>(
  party: ExternalService,
  what: string,
  question: Question<Answer>,
): Promise<Decided<Answer>> {
  return decided(what, await answerTo(party, what, question));
}

async function answerTo<Answer>(
  party: ExternalService,
  what: string,
  question: Question<Answer>,
): Promise<Answer> {
  const asked = await party.ask(question.answer, question.ask);
  if (asked.kind !== 'answered') throw unanswered(`${party.name} did not ${what}: ${asked.detail}`);
  return asked.answer;
}

function decided<Answer extends Outcome>(what: string, answer: Answer): Decided<Answer> {
  if (answer.outcome === 'pending') throw new OutcomePending(`not decided yet: ${what}`);
  return answer as Decided<Answer>;
}

const unanswered = (detail: string): OutcomePending => new OutcomePending(detail, { isUnanswered: true });
