import { requestSeconds } from '../telemetry/counters.js';

/** How long requests took: bounds below which so many stayed. */
type Buckets = Map<number, number>;

export interface Latencies {
  readonly count: number;
  /** Null: slower than can be told, or none came. */
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
}

export interface RouteLatencies extends Latencies {
  readonly method: string;
  readonly route: string;
}

/** Of this instance, since it was started. */
export async function latencies(): Promise<Latencies> {
  return told(sumOf((await bucketsByRoute()).map(({ buckets }) => buckets)));
}

/** The same by route, those that are asked most first. */
export async function latenciesByRoute(): Promise<RouteLatencies[]> {
  const routes = await bucketsByRoute();
  return routes
    .map(({ method, route, buckets }) => ({ method, route, ...told(buckets) }))
    .sort((a, b) => b.count - a.count || a.route.localeCompare(b.route));
}

async function bucketsByRoute() {
  const routes = new Map<string, { method: string; route: string; buckets: Buckets }>();
  for (const { metricName, labels, value } of (await requestSeconds.get()).values) {
    if (!metricName?.endsWith('_bucket')) continue;
    const { method, route, le } = labels as Record<'method' | 'route' | 'le', string | number>;
    const name = `${method} ${route}`;
    const { buckets } =
      routes.get(name) ??
      routes.set(name, { method: String(method), route: String(route), buckets: new Map() }).get(name)!;
    const bound = le === '+Inf' ? Infinity : Number(le);
    buckets.set(bound, (buckets.get(bound) ?? 0) + value);
  }
  return [...routes.values()];
}

function sumOf(all: readonly Buckets[]): Buckets {
  const sum: Buckets = new Map();
  for (const buckets of all)
    for (const [bound, below] of buckets) sum.set(bound, (sum.get(bound) ?? 0) + below);
  return sum;
}

function told(buckets: Buckets): Latencies {
  const bounds = [...buckets].sort(([a], [b]) => a - b);
  const count = bounds.at(-1)?.[1] ?? 0;
  const within = (share: number): number | null => {
    const bound = bounds.find(([, below]) => below >= count * share)?.[0];
    return count === 0 || bound === undefined || bound === Infinity ? null : Math.round(bound * 1_000);
  };
  return { count, p50Ms: within(0.5), p99Ms: within(0.99) };
}
