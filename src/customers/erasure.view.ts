import type { Shown } from '../platform/http/replies.js';
import type { ErasureView } from './contract.js';
import type { CustomerState } from './customer.state.js';

/** How far the erasure of a customer is. @throws Error where nobody has asked for it */
export function erasureViewOf({ id, version, state }: Shown<CustomerState>): ErasureView {
  if (state.status === 'known') throw new Error(`nobody has asked for the erasure of ${id}`);
  return { customerId: id, ...state, version };
}
