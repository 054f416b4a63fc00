import type { AttentionItem } from '../api/types.js';
import { isInDialog, type Action } from './verbs.js';

/** All that waits for a person for one and the same reason. */
export interface Cause {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  /** Of the oldest. */
  readonly since: string;
  /** Oldest first. */
  readonly items: readonly AttentionItem[];
  /** The likely one first. */
  readonly actions: readonly Action[];
}

const kinds: Readonly<Record<string, string>> = {
  saga: 'Order stuck',
  'unwatched-saga': 'Order nobody watches',
  parked: 'Event that could not be handled',
  'dead-letter': 'Dead letter',
  subscription: 'Subscription',
  'beyond-head': 'Subscription beyond the log',
  'newer-program': 'Waits for an upgrade',
  rebuild: 'Rebuild',
  mismatch: 'Read model differs',
  worker: 'Nobody works',
  drill: 'Drill',
  approval: 'Waits for a second person',
  outage: 'Somebody outside is away',
  notification: 'Mail that was not sent',
  'return-refund': 'Refund of a return',
  refund: 'Refund',
  'lost-parcel': 'Lost parcel',
};

export const kindInWords = (kind: string): string =>
  kinds[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** What is told, without what tells one from the other. */
const reasonIn = (detail: string): string => detail.replace(uuid, '…').replace(/\d+/g, '#').trim();

/** Forty orders that the same carrier does not take are one thing to decide. The cause that waits longest comes first. */
export function causesOf(items: readonly AttentionItem[]): readonly Cause[] {
  const groups = new Map<string, AttentionItem[]>();
  for (const item of items) {
    const key = `${item.kind}: ${reasonIn(item.detail)}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, group]) => causeOf(key, group.sort(oldestFirst))).sort(oldestFirst);
}

function causeOf(key: string, items: readonly AttentionItem[]): Cause {
  const [oldest] = items as [AttentionItem];
  return {
    key,
    kind: oldest.kind,
    title: titleOf(oldest, items.length),
    since: oldest.since,
    items,
    actions: actionsOf(items),
  };
}

const isName = /^[^ ]+[.:][^ ]/;

const titleOf = ({ detail }: AttentionItem, count: number): string => {
  const told = count === 1 ? detail : detail.replace(uuid, '…');
  // A name such as orders.order-list stays as it is.
  return isName.test(told) ? told : told.charAt(0).toUpperCase() + told.slice(1);
};

/** What can be done to all of them; in the order in which the API names it. */
export const actionsOf = (items: readonly AttentionItem[]): readonly Action[] =>
  (items[0]?.actions ?? [])
    .filter((action) => action.method === 'POST' && isInDialog(action))
    .map(({ rel }) => ({
      rel,
      targets: items.flatMap(({ object, actions }) =>
        actions.filter((action) => action.rel === rel).map(({ href }) => ({ href, name: object })),
      ),
    }));

const oldestFirst = (a: { readonly since: string }, b: { readonly since: string }): number =>
  a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
