import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import { rejecting } from '../platform/core/rejection.js';
import type { CustomersProblem } from './contract.js';
import type { CompleteErasure, EraseCustomer } from './customer.commands.js';
import { CustomerErased, CustomerErasureRequested } from './customer.events.js';
import * as declared from './customer.events.js';
import { evolveCustomer, type CustomerEvent, type CustomerState } from './customer.state.js';

const reject = rejecting<CustomersProblem>();

export const customer: Decider<CustomerState, CustomerEvent, 'customerId'> = {
  category: 'customer',
  room: 'customers',
  idKey: 'customerId',
  events: eventsIn(declared),
  initial: { status: 'known' },
  evolve: evolveCustomer,
  shape: 1,
  notFound: 'customer.not-found',
};

/** @param hasReturned whether somebody who was erased has given a name or an address again */
export const eraseCustomer =
  ({ data }: EraseCustomer, hasReturned = false) =>
  (state: CustomerState): readonly CustomerEvent[] => {
    if (state.status === 'erasing' || (state.status === 'erased' && !hasReturned)) return [];
    return [new CustomerErasureRequested(data)];
  };

export const completeErasure =
  ({ data }: CompleteErasure) =>
  (state: CustomerState): readonly CustomerEvent[] => {
    if (state.status === 'known') return reject('customer.not-being-erased', 'nobody has asked for it');
    return state.status === 'erasing' ? [new CustomerErased(data)] : [];
  };
