import type { FulfilmentView } from './contract.js';

type Step = FulfilmentView['steps'][number];

const failed: Readonly<Record<Step['name'], string>> = {
  reserve: 'There is not enough stock.',
  pay: 'The payment was not made.',
  ship: 'The carrier does not take the parcel.',
};
const LOOKED_INTO = 'The shop is looking into it.';

/** The same fulfilment for the customer: how far it has come, without what machines and partners said about it. */
export function forCustomer({ attention, troubles, steps, ...view }: FulfilmentView): FulfilmentView {
  return {
    ...view,
    steps: steps.map(({ detail: _, ...step }) =>
      step.state === 'failed' ? { ...step, detail: failed[step.name] } : step,
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
