import { describe, it } from '@jest/globals';
import { by, given } from '../platform/testing/given.js';
import { CompleteErasure, EraseCustomer } from './customer.commands.js';
import { completeErasure, customer, eraseCustomer } from './customer.decider.js';
import { CustomerErased, CustomerErasureRequested } from './customer.events.js';

const customerId = '019ab000-0000-7000-8000-000000000001';
const reason = 'asked for by the customer';
const command = new EraseCustomer({ customerId, reason }, by);
const requested = new CustomerErasureRequested({ customerId, reason });
const erased = new CustomerErased({ customerId });
const complete = completeErasure(new CompleteErasure({ customerId }, by));

describe('Erasing a customer', () => {
  it('begins with the wish', () => given(customer).when(eraseCustomer(command)).then(requested));
  it('is under way already', () => given(customer, requested).when(eraseCustomer(command, true)).then());
  it('does nothing to somebody who is erased', () =>
    given(customer, requested, erased).when(eraseCustomer(command)).then());
  it('begins anew for somebody who came back', () =>
    given(customer, requested, erased).when(eraseCustomer(command, true)).then(requested));
  it('ends once', () => given(customer, requested).when(complete).then(erased));
  it('has ended already', () => given(customer, requested, erased).when(complete).then());
  it('cannot end before it began', () => given(customer).when(complete).rejects('customer.not-being-erased'));
});
