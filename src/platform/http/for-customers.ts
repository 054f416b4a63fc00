import { actorName, type Actor } from '../core/actor.js';

/** Where operators, gateways, carriers and the machine itself speak in an event. */
const INNER: ReadonlySet<string> = new Set([
  'internal',
  'detail',
  'reason',
  'evidence',
  'gatewayKey',
  'troubles',
]);

type Data = Readonly<Record<string, unknown>>;

/**
 * The data of an event as this viewer may read it: customers get facts, not what was said about them inside.
 *
 * @param viewer who reads
 * @param data of the event
 * @param spoken names of properties that in this event hold words meant for the customer
 */
export const dataFor = (viewer: Actor, data: object, spoken: readonly string[] = []): Data =>
  viewer.role === 'customer' ? (without(data, new Set(spoken)) as Data) : { ...data };

function without(value: unknown, spoken: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, spoken));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      INNER.has(name) && !spoken.has(name) ? [] : [[name, without(inner, spoken)]],
    ),
  );
}

/** Who did it and why, as this viewer may read it: of others a customer learns the role alone. */
export function authorFor(viewer: Actor, actor: string, reason?: string | null) {
  const own = viewer.role !== 'customer' || actor === actorName(viewer);
  return {
    actor: own ? actor : actor.slice(0, Math.max(0, actor.indexOf(':'))) || actor,
    ...(own && reason != null && { reason }),
  };
}
