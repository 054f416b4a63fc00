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

/** Lines of one SKU are one line. */
export function merged(lines: readonly Line[]): readonly Line[] {
  const bySku = new Map<string, number>();
  for (const { sku, quantity } of lines) bySku.set(sku, (bySku.get(sku) ?? 0) + quantity);
  return [...bySku].map(([sku, quantity]) => ({ sku, quantity }));
}

/** @param deliveredOf units of each SKU of the order */
export const claimUnits =
  (orderId: string, returnId: string, asked: readonly Line[], deliveredOf: ReadonlyMap<string, number>) =>
  (state: ReturnableState): readonly ReturnableEvent[] => {
    const items = merged(asked).map((line) => ({ ...line, delivered: deliveredOf.get(line.sku) ?? 0 }));
    const errors = items.flatMap(({ sku, quantity, delivered }) => {
      const left = delivered - unitsOf(state, sku).claimed;
      const detail = `${left} of ${delivered} units of ${sku} can be returned`;
      const line = asked.findIndex((one) => one.sku === sku);
      return quantity > left ? [{ pointer: `/items/${line}/quantity`, detail }] : [];
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
export const isAllBack = (state: ReturnableState, ordered: readonly Line[]): boolean =>
  ordered.every(({ sku, quantity }) => unitsOf(state, sku).cameBack >= quantity);

/** A SKU may be called like something that every object has, `constructor` for one. */
const unitsOf = ({ units }: ReturnableState, sku: string): Units =>
  Object.hasOwn(units, sku) ? units[sku]! : none;

const some = (items: readonly Line[]) => items.filter(({ quantity }) => quantity > 0);

function changed<Item extends { readonly sku: string }>(
  state: ReturnableState,
  items: readonly Item[],
  change: (units: Units, item: Item) => Units,
): ReturnableState {
  return {
    units: {
      ...state.units,
      ...Object.fromEntries(items.map((item) => [item.sku, change(unitsOf(state, item.sku), item)])),
    },
  };
}
