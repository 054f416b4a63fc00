import { max, median, min, quantile } from 'simple-statistics';

/** What several runs said: the middle, and how far apart they were. */
export const spread = (values) => ({
  median: median(values),
  min: min(values),
  max: max(values),
  runs: values.length,
});

export const percentiles = (values) => ({ p50: quantile(values, 0.5), p99: quantile(values, 0.99) });

/** Many runs of the same shape become one of the same shape, with a spread at each number. */
export function gather(runs) {
  const [first] = runs;
  if (typeof first === 'number') return spread(runs);
  return Object.fromEntries(Object.keys(first).map((key) => [key, gather(runs.map((run) => run[key]))]));
}

export const round = (value) => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
