import type { ProblemDocument } from './types.js';

/** What the API refused, in its own words. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(readonly document: ProblemDocument) {
    super(document.detail);
  }
}

/** The server cannot be reached. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface Answer<Body> {
  readonly body: Body;
  readonly etag: string | undefined;
  readonly location: string | undefined;
}

export interface Wish {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The cookie says who asks; it goes to this origin only. */
export async function ask<Body>(path: string, wish: Wish = {}): Promise<Answer<Body>> {
  const { method = 'GET', body, headers, signal } = wish;
  const reply = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Unreachable('The server does not answer.');
  });
  const text = await reply.text();
  if (!reply.ok) throw new Problem(problemOf(text, reply));
  return {
    body: (text === '' ? undefined : JSON.parse(text)) as Body,
    etag: reply.headers.get('etag') ?? undefined,
    location: reply.headers.get('location') ?? undefined,
  };
}

export const read = async <Body>(path: string, signal?: AbortSignal): Promise<Body> =>
  (await ask<Body>(path, { ...(signal && { signal }) })).body;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export interface Pages<Item> {
  readonly items: readonly Item[];
  /** Whether there is more than was read. */
  readonly isMore: boolean;
}

/**
 * A list, page after page.
 *
 * @param path with a query already
 * @param most pages that are read
 */
export async function readAll<Item>(path: string, most: number, signal?: AbortSignal): Promise<Pages<Item>> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < most; page++) {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { items: found, nextCursor }: Page<Item> = await read<Page<Item>>(path + from, signal);
    items.push(...found);
    cursor = nextCursor;
    if (cursor === null) break;
  }
  return { items, isMore: cursor !== null };
}

/** A list that only grows at its end. */
export interface Story<Item> {
  readonly items: readonly Item[];
  /** Of the last page, which may have grown. */
  readonly cursor: string | null;
  /** How many items come before that page. */
  readonly known: number;
}

/**
 * Reads on where a story stood; what was told before is not asked for again.
 *
 * @param path with a query already
 */
export async function readOn<Item>(
  path: string,
  before: Story<Item> = { items: [], cursor: null, known: 0 },
  signal?: AbortSignal,
): Promise<Story<Item>> {
  const items = before.items.slice(0, before.known);
  for (let { cursor } = before; ;) {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<Item> = await read<Page<Item>>(path + from, signal);
    const known = items.length;
    items.push(...page.items);
    if (page.nextCursor === null) return { items, cursor, known };
    cursor = page.nextCursor;
  }
}

export function problemOf(text: string, { status, statusText }: Response): ProblemDocument {
  try {
    const document = JSON.parse(text) as ProblemDocument;
    if (typeof document.code === 'string') return document;
  } catch {
    // A proxy on the way answers in its own words.
  }
  return {
    type: 'about:blank',
    title: statusText || 'No answer',
    status,
    detail: `HTTP ${status}`,
    code: 'unknown',
  };
}
