import type { Fulfilment, Order, Saga, Step, Trouble } from '../api/types.js';
import { hour, minute } from './zone.js';

const doing: Readonly<Record<string, string>> = {
  reserve: 'the goods to be reserved',
  pay: 'the payment',
  ship: 'the carrier to take the parcel',
};
const undoing: Readonly<Record<string, string>> = {
  reserve: 'the goods to be released',
  pay: 'the money to be given back',
  ship: 'the parcel to be called back',
};

interface Awaited {
  readonly name: string;
  readonly direction: Step['direction'];
}

export const awaited = ({ name, direction }: Awaited): string =>
  (direction === 'forward' ? doing : undoing)[name] ?? `${name} (${direction})`;

const tries = (count: number): string => (count === 1 ? '1 try' : `${count} tries`);

/** What an order waits for, since when, until when and who can end it; undefined where it waits for nothing. */
export function whyItWaits(
  order: Pick<Order, 'status'>,
  fulfilment: Fulfilment | undefined,
): string | undefined {
  if (order.status === 'draft') return 'It is a draft: it waits for its customer to confirm it.';
  if (!fulfilment) return undefined;
  const [trouble] = fulfilment.troubles;
  if (trouble) return forPerson(trouble, fulfilment);
  const step = fulfilment.steps.find(({ state }) => state === 'started');
  return step && itself(step, fulfilment);
}

/** The same of a saga in a list, as far as the list knows. */
export function whySagaWaits({
  state,
  stuckStep,
  stuckDetail,
  lastError,
  nextAttemptAt,
}: Saga): string | undefined {
  if (state === 'needs-attention') {
    const what = stuckStep ? `${stuckStep} failed` : 'it is stuck';
    return `It waits for a person: ${what} (${stuckDetail ?? 'nothing was said'}). Retry it, or compensate.`;
  }
  if (!lastError) return undefined;
  const next = nextAttemptAt ? `; it is tried again at ${hour(nextAttemptAt)} by itself` : '';
  return `It waits for an answer: ${lastError}${next}.`;
}

function forPerson(trouble: Trouble, { steps, troubles }: Fulfilment): string {
  const { step: name, direction, detail, command } = trouble;
  if (direction === 'tell') return `It waits for a person: ${command ?? name} could not be told (${detail}).`;
  const step = steps.filter((each) => each.name === name && each.direction === direction).at(-1);
  const tried = step ? ` after ${tries(step.attempts)} since ${hour(step.startedAt)}` : '';
  const others = troubles.length > 1 ? `, and ${troubles.length - 1} more` : '';
  const ways = direction === 'forward' ? 'Retry it, or compensate' : 'Retry it, or resolve it by hand';
  return `It waits for a person: ${awaited({ name, direction })} failed${tried} (${detail})${others}. ${ways}.`;
}

function itself(step: Step, { deadlineAt }: Fulfilment): string {
  const told = step.detail ? `; the last said: ${step.detail}` : '';
  const next = step.nextAttemptAt ? `, the next at ${hour(step.nextAttemptAt)} by itself` : '';
  const end = deadlineAt ? ` At ${minute(deadlineAt)} it gives up by itself.` : '';
  const ways = step.nextAttemptAt
    ? ' Nobody has to do anything; whoever will not wait retries now, or compensates.'
    : '';
  return `It waits for ${awaited(step)} since ${hour(step.startedAt)}: ${tries(step.attempts)}${told}${next}.${end}${ways}`;
}
