export interface Difference {
  /** A JSON Pointer. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Of each event another, and so nothing that changed. */
const COUNTERS = new Set(['version']);

/**
 * What differs between two JSON values, leaf by leaf.
 *
 * Elements of lists that name themselves are compared with their like, wherever they stand; others by their place.
 */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  const [one, other] = [partsOf(before), partsOf(after)];
  const whole = { path, before: before ?? null, after: after ?? null };
  if (!comparable(before, one, other) || !comparable(after, other, one)) {
    return JSON.stringify(whole.before) === JSON.stringify(whole.after) ? [] : [whole];
  }
  const names = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])]);
  return [...names].flatMap((name) => {
    if (path === '' && COUNTERS.has(name)) return [];
    return differences(one?.get(name), other?.get(name), `${path}/${escaped(name)}`);
  });
}

/** Two things are compared part by part; so is one with nothing, if it has any parts to tell of. */
const comparable = (value: unknown, parts?: Parts, others?: Parts): boolean =>
  parts ? parts.size > 0 || (others?.size ?? 0) > 0 : value == null && others !== undefined;

type Parts = ReadonlyMap<string, unknown>;

/** By name; undefined for what has no parts. */
function partsOf(value: unknown): Parts | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const names = value.map(nameOf);
  const speaking = new Set(names).size === value.length && !names.includes(undefined);
  return new Map(value.map((element, at) => [speaking ? names[at]! : String(at), element as unknown]));
}

function nameOf(element: unknown): string | undefined {
  if (typeof element !== 'object' || element === null) return undefined;
  const { sku, id } = element as { readonly sku?: unknown; readonly id?: unknown };
  return typeof sku === 'string' ? sku : typeof id === 'string' ? id : undefined;
}

/** RFC 6901 */
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
