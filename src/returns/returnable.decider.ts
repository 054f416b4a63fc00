import { evolving, type Decider } from '../platform/core/decider.js';
import { eventsIn, type EventIn } from '../platform/core/event.js';
import { rejecting } from '../platform/core/rejection.js';
import * as declared from './returnable.events.js';
import { UnitsCameBack, UnitsClaimed, UnitsGivenUp } from './returnable.events.js';
import { returnableRow } from './returnable.row.js';
import type { ReturnableState, Units } from './returnable.state.js';
import type { ReturnProblem } from './contract.js';

export type ReturnableEvent = EventIn<typeof declared>;

export interface Line {
  readonly sku: string;
  readonly quantity: number;
}

/** All returns of one order, as far as they could get in each other's way. */
export const returnable: Decider<ReturnableState, ReturnableEvent, 'orderId'> = {
  category: 'returnable',
  room: 'returns',
  idKey: 'orderId',
  events: eventsIn(declared),
  initial: { units: {} },
  shape: 1,
  notFound: 'return.not-found',
  inline: returnableRow,
  evolve: evolving<ReturnableState, ReturnableEvent>({
    UnitsClaimed: (state, { items }) =>
      changed(state, items, (units, { quantity, delivered }) => ({
        ...units,
        delivered,
        claimed: units.claimed + quantity,
      })),
    UnitsGivenUp: (state, { items }) =>
      changed(state, items, (units, { quantity }) => ({ ...units, claimed: units.claimed - quantity })),
    UnitsCameBack: (state, { items }) =>
      changed(state, items, (units, { quantity }) => ({ ...units, cameBack: units.cameBack + quantity })),
  }),
};

const reject = rejecting<ReturnProblem>();
const none: Units = { delivered: 0, claimed: 0, cameBack: 0 };

/**
 * @param wanted one line for each SKU
 * @param deliveredOf units of each SKU of the order
 */
export const claimUnits =
  (orderId: string, returnId: string, wanted: readonly Line[], deliveredOf: ReadonlyMap<string, number>) =>
  ({ units }: ReturnableState): readonly ReturnableEvent[] => {
    const items = wanted.map((line) => ({ ...line, delivered: deliveredOf.get(line.sku) ?? 0 }));
    const errors = items.flatMap(({ sku, quantity, delivered }, n) => {
      const left = delivered - (units[sku]?.claimed ?? 0);
      const detail = `${left} of ${delivered} units of ${sku} can be returned`;
      return quantity > left ? [{ pointer: `/items/${n}/quantity`, detail }] : [];
    });
    if (errors.length > 0) {
      return reject('return.more-than-delivered', errors.map(({ detail }) => detail).join('; '), { errors });
    }
    return [new UnitsClaimed({ orderId, returnId, items })];
  };

export const giveUp = (
  orderId: string,
  returnId: string,
  items: readonly Line[],
): readonly ReturnableEvent[] =>
  some(items).length === 0 ? [] : [new UnitsGivenUp({ orderId, returnId, items: some(items) })];

export const comeBack = (
  orderId: string,
  returnId: string,
  items: readonly Line[],
): readonly ReturnableEvent[] => [new UnitsCameBack({ orderId, returnId, items: some(items) })];

/** @param ordered the lines of the order */
export const isAllBack = ({ units }: ReturnableState, ordered: readonly Line[]): boolean =>
  ordered.every(({ sku, quantity }) => (units[sku]?.cameBack ?? 0) >= quantity);

const some = (items: readonly Line[]) => items.filter(({ quantity }) => quantity > 0);

function changed<Item extends { readonly sku: string }>(
  { units }: ReturnableState,
  items: readonly Item[],
  change: (units: Units, item: Item) => Units,
): ReturnableState {
  return {
    units: {
      ...units,
      ...Object.fromEntries(items.map((item) => [item.sku, change(units[item.sku] ?? none, item)])),
    },
  };
}
