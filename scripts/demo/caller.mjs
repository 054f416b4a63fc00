/** One request as the tour sends it, and as a reader would type it. */

/** The variables that stand for the tokens in what is printed. */
const variables = {
  operator: 'OPERATOR',
  service: 'SERVICE',
  customer: 'CUSTOMER',
  otherCustomer: 'OTHER_CUSTOMER',
  colleague: 'COLLEAGUE',
};
const DEADLINE_MS = 30_000;

/**
 * @typedef {object} Wish
 * @property {string} method
 * @property {string} path
 * @property {'operator' | 'service' | 'customer' | 'otherCustomer' | 'colleague' | 'nobody'} as
 * @property {unknown} [body]
 * @property {string} [key] the Idempotency-Key
 * @property {Record<string, string>} [headers]
 */

const headersOf = ({ body, key, headers = {} }) => ({
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(key !== undefined && { 'idempotency-key': key }),
  ...headers,
});

/** @param {{ url: string, tokens: Record<string, string> }} server @param {Wish} wish */
export async function send({ url, tokens }, wish) {
  const { method, path, as, body } = wish;
  const reply = await fetch(`${url}${path}`, {
    method,
    headers: { ...headersOf(wish), ...(as !== 'nobody' && { authorization: `Bearer ${tokens[as]}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  const text = await reply.text();
  const isJson = text !== '' && /json/.test(reply.headers.get('content-type') ?? '');
  return { status: reply.status, headers: reply.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

/**
 * Reads server-sent events until the server ends the stream, or `enough` of them are there.
 *
 * @param {(events: { id: string, event: string, data: string }[]) => boolean} [enough]
 */
export async function follow({ url, tokens }, { path, as, headers = {} }, enough = () => false) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), DEADLINE_MS);
  const reply = await fetch(`${url}${path}`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${tokens[as]}`, ...headers },
    signal: stop.signal,
  });
  const events = [];
  try {
    if (!reply.ok) return { status: reply.status, events, text: await reply.text() };
    let rest = '';
    for await (const chunk of reply.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split(/\r?\n\r?\n/);
      rest = blocks.pop();
      events.push(...blocks.map(eventIn).filter(({ event }) => event !== ''));
      if (enough(events)) break;
    }
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
  return { status: reply.status, events };
}

function eventIn(block) {
  const field = (name) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? '';
  return { id: field('id'), event: field('event'), data: field('data') };
}

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

/** @param {Wish} wish @param {boolean} [isStream] */
export function curl(wish, isStream = false) {
  const { method, path, as, body } = wish;
  const headers = Object.entries(headersOf(wish)).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  return [
    isStream ? 'curl -sN' : 'curl -si',
    ...(method === 'GET' || (method === 'POST' && body !== undefined) ? [] : ['-X', method]),
    `"$URL${path}"`,
    ...(as === 'nobody' ? [] : [`-H "authorization: Bearer $${variables[as]}"`]),
    ...headers,
    ...(body === undefined ? [] : ['-d', quoted(JSON.stringify(body))]),
  ].join(' ');
}
