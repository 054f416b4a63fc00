import type { Money as Amount } from '../api/types.js';
import { inWords } from '../model/amount.js';

export const Money = ({ amount }: { readonly amount: Amount }) => (
  <span className="money">{inWords(amount)}</span>
);
