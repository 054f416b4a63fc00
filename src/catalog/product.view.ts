import type { Shown } from '../platform/http/replies.js';
import type { ProductView } from './contract.js';
import type { ProductState } from './product.state.js';

/**
 * A product as HTTP shows it.
 *
 * @throws Error for a product that does not exist
 */
export function viewOf({ id, version, state }: Shown<ProductState>): ProductView {
  if (state.status === 'none') throw new Error(`product ${id} does not exist`);
  const { status, ...shown } = state;
  return { ...shown, archived: status === 'archived', version };
}
