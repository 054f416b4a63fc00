import { Rejection } from '../platform/core/rejection.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { demandVersion } from '../platform/cqrs/expected-version.js';
import type { Loaded } from '../platform/event-store/snapshots.js';
import type { UnitOfWork } from '../platform/event-store/unit-of-work.js';
import type { CancelReturn, ReceiveReturn, RejectReturn } from './return.commands.js';
import { cancelReturn, orderReturn, receiveReturn, rejectReturn } from './return.decider.js';
import { ReturnReceived } from './return.events.js';
import type { KnownReturn, ReturnEvent, ReturnState } from './return.state.js';
import { comeBack, giveUp, returnable } from './returnable.decider.js';

// One atomic append over the return and the units of its order, so that no other return waits for units in vain.

interface Asked {
  readonly data: { readonly returnId: string };
  readonly by: CommandContext;
}

async function settle(
  unit: UnitOfWork,
  { data: { returnId }, by }: Asked,
  rule: (state: ReturnState) => readonly ReturnEvent[],
): Promise<Loaded<ReturnState>> {
  const { state, version } = await unit.load(orderReturn, returnId);
  if (state.status === 'none' || !orderReturn.visibleTo!(state, by.actor)) {
    throw new Rejection('return.not-found', 'there is no such return');
  }
  demandVersion(by.append?.expectedVersion, version);
  const events = rule(state);
  if (events.length > 0) {
    await unit.load(returnable, state.orderId);
    unit.append(returnable, state.orderId, unitsMoved(returnId, state, events));
  }
  return unit.append(orderReturn, returnId, events);
}

function unitsMoved(returnId: string, { orderId, items }: KnownReturn, events: readonly ReturnEvent[]) {
  const received = events.find((event) => event instanceof ReturnReceived);
  if (!received) return giveUp(orderId, returnId, linesOf(items));
  const back = received.data.items.map(({ sku, sellable, damaged }) => ({
    sku,
    quantity: sellable + damaged,
  }));
  const missing = linesOf(items).map(({ sku, quantity }) => ({
    sku,
    quantity: quantity - back.find((line) => line.sku === sku)!.quantity,
  }));
  return [...comeBack(orderId, returnId, back), ...giveUp(orderId, returnId, missing)];
}

const linesOf = (items: KnownReturn['items']) => items.map(({ sku, quantity }) => ({ sku, quantity }));

export const turnDown = (unit: UnitOfWork, command: RejectReturn) =>
  settle(unit, command, rejectReturn(command));
export const callOff = (unit: UnitOfWork, command: CancelReturn) =>
  settle(unit, command, cancelReturn(command));
export const takeIn = (unit: UnitOfWork, command: ReceiveReturn) =>
  settle(unit, command, receiveReturn(command));
