import type { Shown } from '../platform/http/replies.js';
import type { StockItemView } from './contract.js';
import { available, type StockItemState } from './stock-item.state.js';

/** Stock of one SKU as HTTP shows it. */
export const viewOf = ({ id, version, state }: Shown<StockItemState>): StockItemView => ({
  sku: id,
  onHand: state.onHand,
  reserved: state.reserved,
  available: available(state),
  version,
});
