import { QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { Problem, read, readAll, readOn, Unreachable, type Story } from './client.js';
import type { AsyncApi, Drill, Found, KafkaStatus, Overview, System, TrialBalance } from './lists.js';
import type {
  AttentionItem,
  Fulfilment,
  Order,
  Session,
  StepsPage,
  StoredEvent,
  Subscription,
  TimelineEntry,
} from './types.js';

const SOON_MS = 2_000;
/** Of what somebody tells: a message may be lost with a connection. */
const SELDOM_MS = 30_000;
/** Whoever reads far back is not disturbed, and no list is asked for more than this again and again. */
const LIVE_PAGES = 2;

const isBusy = (error: unknown): boolean =>
  error instanceof Problem && [429, 503].includes(error.document.status);

/** What was refused stays refused; a server that does not answer is asked again, for as long as somebody looks. */
export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof Problem && error.document.status === 401) void queries.invalidateQueries(session);
    },
  }),
  defaultOptions: {
    queries: {
      retry: (count, error) => error instanceof Unreachable || (isBusy(error) && count < 5),
      retryDelay: SOON_MS,
      staleTime: 1_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** What is made of events: it is read again when the log has moved on. */
export const heard = { meta: { isHeard: true }, refetchInterval: SELDOM_MS } as const;

/** What nobody tells of: it is looked at while somebody looks at it. */
export const looked = {
  refetchInterval: ({ state }: { readonly state: { readonly data?: unknown } }) =>
    isLong(state.data) ? (false as const) : SOON_MS,
};

const isLong = (data: unknown): boolean =>
  ((data as { readonly pages?: readonly unknown[] } | undefined)?.pages?.length ?? 0) > LIVE_PAGES;

/** The log has moved on. */
export const hear = (): void =>
  void queries.invalidateQueries({
    predicate: ({ meta, state }) => meta?.['isHeard'] === true && !isLong(state.data),
  });

export const session = queryOptions({
  queryKey: ['session'],
  queryFn: () => read<Session>('/console/session'),
  staleTime: Infinity,
});

const list = <Item>(path: string, most = 3) =>
  queryOptions({
    queryKey: ['list', path],
    queryFn: () => readAll<Item>(path, most),
    refetchInterval: SOON_MS,
  });

/** A live view says when it is another. */
export const attention = {
  ...list<AttentionItem>('/v1/ops/attention?limit=100', 5),
  refetchInterval: false as const,
};
export const subscriptions = { ...list<Subscription>('/v1/ops/subscriptions?limit=100'), ...heard };
/** Those after them come by a live view. */
export const newestEvents = (filter: string) => ({
  ...list<StoredEvent>(`/v1/ops/events?limit=100${filter}`, 1),
  refetchInterval: false as const,
  staleTime: Infinity,
  gcTime: 0,
});

const one = <Body>(path: string, every: number | false = SOON_MS) =>
  queryOptions({ queryKey: ['one', path], queryFn: () => read<Body>(path), refetchInterval: every });

const CALM_MS = 10_000;
export const overview = { ...one<Overview>('/v1/ops/overview'), ...heard };
export const kafka = one<KafkaStatus>('/v1/ops/kafka', CALM_MS);
export const trialBalance = { ...one<TrialBalance>('/v1/ledger/trial-balance'), ...heard };
export const system = one<System>('/v1/ops/system', CALM_MS);
export const drills = { ...one<{ readonly items: readonly Drill[] }>('/v1/ops/drills'), ...heard };
export const found = (q: string) => ({
  ...one<{ readonly items: readonly Found[] }>(`/v1/ops/search?q=${encodeURIComponent(q)}`, false),
  enabled: q !== '',
});
export const asyncApi = one<AsyncApi>('/asyncapi.json', false);

export const order = (id: string) =>
  queryOptions({ queryKey: ['order', id, 'now'], queryFn: () => read<Order>(`/v1/orders/${id}`) });

/** @param isBegun an order that was never confirmed has none */
export const fulfilment = (id: string, isBegun: boolean) =>
  queryOptions({
    queryKey: ['order', id, 'fulfilment'],
    queryFn: () => read<Fulfilment>(`/v1/orders/${id}/fulfilment`),
    enabled: isBegun,
  });

export const timeline = (id: string) => {
  const queryKey = ['order', id, 'timeline'] as const;
  return queryOptions({
    queryKey,
    queryFn: ({ client, signal }) =>
      readOn(
        `/v1/orders/${id}/timeline?limit=100`,
        client.getQueryData<Story<TimelineEntry>>(queryKey),
        signal,
      ),
    staleTime: Infinity,
    // Thousands of entries that only grow need not be compared one by one.
    structuralSharing: false,
  });
};

/** What was, stays as it was. */
const past = <Body>(id: string, path: string, version: number) =>
  queryOptions({
    queryKey: ['past', id, path, version],
    queryFn: () => read<Body>(`/v1/orders/${id}${path}?version=${version}`),
    enabled: version > 0,
    staleTime: Infinity,
  });

export const orderAt = (id: string, version: number) => past<Order>(id, '', version);
export const fulfilmentAt = (id: string, version: number) => past<Fulfilment>(id, '/fulfilment', version);

/** What each event made of the rows of read models; of a stretch of the story. */
export const steps = (streams: readonly string[], after: number, limit: number) =>
  queryOptions({
    queryKey: ['past', 'steps', streams, after, limit],
    queryFn: () =>
      read<StepsPage>(`/v1/ops/steps?streams=${streams.join(',')}&after=${after}&limit=${limit}`),
    staleTime: Infinity,
  });
