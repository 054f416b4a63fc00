import { by } from '../platform/testing/given.js';
import { holdsStatesTable } from '../platform/testing/states-table.js';
import { CompleteErasure, EraseCustomer } from './customer.commands.js';
import { completeErasure, customer, eraseCustomer } from './customer.decider.js';
import { CustomerErased, CustomerErasureRequested } from './customer.events.js';

const customerId = '019ab000-0000-7000-8000-000000000001';
const reason = 'asked for';
const requested = new CustomerErasureRequested({ customerId, reason });

const statuses = {
  known: [],
  erasing: [requested],
  erased: [requested, new CustomerErased({ customerId })],
};
const commands = {
  EraseCustomer: eraseCustomer(new EraseCustomer({ customerId, reason }, by)),
  'EraseCustomer who came back': eraseCustomer(new EraseCustomer({ customerId, reason }, by), true),
  CompleteErasure: completeErasure(new CompleteErasure({ customerId }, by)),
};

holdsStatesTable({ room: 'customers', decider: customer, statuses, commands });
