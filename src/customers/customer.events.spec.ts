import { stillUnderstood, type GoldenRow } from '../platform/testing/golden.js';
import { customer } from './customer.decider.js';

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const golden: readonly GoldenRow[] = [
  {
    type: 'CustomerErasureRequested',
    version: 1,
    stored: '{"customerId":"019ab000-0000-7000-8000-000000000001","reason":"asked for"}',
  },
  { type: 'CustomerErased', version: 1, stored: '{"customerId":"019ab000-0000-7000-8000-000000000001"}' },
];

stillUnderstood(customer.events, golden);
