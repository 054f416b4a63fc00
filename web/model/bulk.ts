import type { Action } from './verbs.js';

const told = /^\/v1\/ops\/(sagas|parked|dead-letters)\/([^/]+)\/(retry|compensate|discard|replay)$/;
const kinds: Readonly<Record<string, string>> = {
  sagas: 'saga',
  parked: 'parked',
  'dead-letters': 'dead-letter',
};
const MOST = 1_000;

export const paces = [10, 1, 'all'] as const;
export type Pace = (typeof paces)[number];

/** One operation of the server instead of many requests of the page; undefined where the server has none for it. */
export function asOperation({ rel, targets }: Action, pace: Pace): Action | undefined {
  if (targets.length < 2) return undefined;
  const parts = targets.map(({ href }) => told.exec(href));
  const [first] = parts;
  if (!first || parts.some((part) => part?.[1] !== first[1] || part?.[3] !== first[3])) return undefined;
  const ids = parts.flatMap((part) => part?.[2] ?? []).slice(0, MOST);
  const meant = { verb: `${kinds[first[1]!]}.${first[3]}`, filter: { ids }, pace };
  return { rel, targets: [{ href: '/v1/ops/operations', name: `${ids.length} things`, meant }] };
}
