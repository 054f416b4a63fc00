import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './api.js';
import { pause, resilient, type Patience } from './resilient-fetch.js';

export type { components, operations, paths } from './api.js';
export type Schemas = components['schemas'];
export type ProblemDocument = Schemas['Problem'];

/** Keys are made by the client; who has one of their own may still send it. */
type WithoutKey<Operation> = Operation extends {
  readonly parameters: infer Parameters extends { readonly header: object };
}
  ? Omit<Operation, 'parameters'> & {
      readonly parameters: Omit<Parameters, 'header'> & { readonly header?: Partial<Parameters['header']> };
    }
  : Operation;
export type WaybillPaths = {
  [Path in keyof paths]: { [Verb in keyof paths[Path]]: WithoutKey<paths[Path][Verb]> };
};

export interface WaybillOptions extends Partial<Patience> {
  /** Such as `https://waybill.example.com`. */
  readonly baseUrl: string;
  /** A JWT or an API key; a function is asked before each call. */
  readonly token?: string | (() => string | Promise<string>);
  readonly fetch?: (request: Request) => Promise<Response>;
}

export interface Waybill extends Client<WaybillPaths> {
  /** Where the log stood after the last write of this client; reads ask to see at least as much. */
  readonly position: number;
  /** For a client that reads for somebody else from now on, or of a server that was restored from a backup. */
  forgetPosition(): void;
}

/**
 * A client of the whole API, typed by its OpenAPI document. One client is one reader of its own writes: what it has
 * written it finds in the lists that it reads afterwards.
 */
export function createWaybill(options: WaybillOptions): Waybill {
  const { baseUrl, token, attempts = 5, maxWaitMs = 15_000 } = options;
  const fetch = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  const client = createFetchClient<WaybillPaths>({
    baseUrl,
    fetch: resilient({ attempts, maxWaitMs }, { fetch, sleep: pause, random: Math.random }),
  });
  let position = 0;
  client.use(authorized(token), {
    onRequest({ request }) {
      const isTold = request.headers.has('Min-Event-Position');
      if (request.method === 'GET' && position > 0 && !isTold) {
        request.headers.set('Min-Event-Position', String(position));
      }
      return request;
    },
    onResponse({ response }) {
      position = Math.max(position, Number(response.headers.get('Event-Position') ?? 0));
      return undefined;
    },
  });
  return Object.defineProperties(client as Waybill, {
    position: { get: () => position },
    forgetPosition: { value: () => void (position = 0) },
  });
}

const authorized = (token: WaybillOptions['token']): Middleware => ({
  async onRequest({ request }) {
    const given = typeof token === 'function' ? await token() : token;
    if (given !== undefined) request.headers.set('Authorization', `Bearer ${given}`);
    return request;
  },
});

/** What the API refused, in its own words. */
export class WaybillProblem extends Error {
  override readonly name = 'WaybillProblem';

  constructor(
    readonly status: number,
    readonly document: Partial<ProblemDocument>,
  ) {
    super(document.detail ?? `HTTP ${status}`);
  }

  get code(): ProblemDocument['code'] | undefined {
    return this.document.code;
  }
}

/**
 * The answer of a call.
 *
 * @throws WaybillProblem when it was refused
 */
export async function orThrow<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call;
  if (response.ok) return data as Data;
  throw new WaybillProblem(response.status, (typeof error === 'object' && error) || {});
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** The items of a list, page after page: `for await (const order of each((cursor) => waybill.GET(...)))`. */
export async function* each<Item>(
  read: (cursor: string | undefined) => Promise<{ data?: Page<Item>; error?: unknown; response: Response }>,
): AsyncGenerator<Item> {
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await orThrow(read(cursor));
    yield* items;
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
}
