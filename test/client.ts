/** What the product answered. */
export interface Reply<Body = Record<string, unknown> & { items: Record<string, unknown>[] }> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where there is no JSON. A test looks at what it expects; a wrong expectation fails there. */
  readonly body: Body;
}

export interface Asked {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Sends JSON and reads JSON, as every client of the product does. */
export async function ask<Body = Reply['body']>(
  method: string,
  url: string,
  { token, body, key, headers }: Asked = {},
): Promise<Reply<Body>> {
  const reply = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  const isJson = text !== '' && /json/.test(reply.headers.get('content-type') ?? '');
  return {
    status: reply.status,
    headers: reply.headers,
    text,
    body: (isJson ? JSON.parse(text) : undefined) as Body,
  };
}
