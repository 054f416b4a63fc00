import type { FulfilmentView } from './contract.js';
import type { FulfilmentStep } from './fulfilment.saga.js';

const failed: Readonly<Record<string, string>> = {
  reserve: 'There is not enough stock.',
  pay: 'The payment was not made.',
  ship: 'The carrier does not take the parcel.',
} satisfies Partial<Record<FulfilmentStep, string>>;
const LOOKED_INTO = 'The shop is looking into it.';

/** The same fulfilment for the customer: how far it has come, without what machines and partners said about it. */
export function forCustomer({ attention, troubles, steps, ...view }: FulfilmentView): FulfilmentView {
  return {
    ...view,
    steps: steps.map(({ detail: _detail, nextAttemptAt: _next, ...step }) =>
      step.state === 'failed' ? { ...step, detail: failed[step.name] ?? 'This step did not succeed.' } : step,
    ),
    ...(attention && { attention: told(attention) }),
    troubles: troubles.map(told),
  };
}

const told = ({ step, direction }: FulfilmentView['troubles'][number]) => ({
  step,
  direction,
  detail: LOOKED_INTO,
});
