/** How often, and for how long, a call is tried before its last answer is handed over as it is. */
export interface Patience {
  /** Tries of one call, the first among them. */
  readonly attempts: number;
  /** Of all waits of one call together. */
  readonly maxWaitMs: number;
}

export interface Surroundings {
  fetch(request: Request): Promise<Response>;
  /** Rejects when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  random(): number;
}

const KEY = 'Idempotency-Key';
const LONGEST_BACKOFF_MS = 5_000;
const FIRST_BACKOFF_MS = 200;

/**
 * A fetch for which one call is one piece of work: every write carries a key that stays the same over all its tries, so
 * that a try whose answer was lost is answered again instead of done again. Tried again is what the server says may
 * work later, and what got no answer at all.
 */
export function resilient(patience: Patience, { fetch, sleep, random }: Surroundings) {
  return async (request: Request): Promise<Response> => {
    if (request.method !== 'GET' && !request.headers.has(KEY)) {
      request.headers.set(KEY, crypto.randomUUID());
    }
    let left = patience.maxWaitMs;
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt >= patience.attempts;
      const outcome = await fetch(request.clone()).catch((error: unknown) => {
        if (isLast || request.signal.aborted) throw error;
        return undefined;
      });
      if (outcome && (isLast || !(await mayWorkLater(outcome)))) return outcome;
      const wait = outcome && retryAfterOf(outcome);
      const ms =
        wait ?? Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1)) * (0.5 + random() / 2);
      // Who is told to come back later than anybody waits is told so at once.
      if (outcome && ms > left) return outcome;
      left -= ms;
      await outcome?.body?.cancel();
      await sleep(ms, request.signal);
    }
  };
}

/** 429 and 503 say so by themselves; of the others only those whose problem document does. */
async function mayWorkLater(response: Response): Promise<boolean> {
  if (response.status === 429 || response.status === 503) return true;
  if (response.status !== 408 && response.status !== 409 && response.status !== 500) return false;
  const document = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { retryable?: unknown };
  return document.retryable === true;
}

function retryAfterOf({ headers }: Response): number | undefined {
  const given = headers.get('Retry-After');
  return given !== null && /^\d{1,9}$/.test(given) ? Number(given) * 1000 : undefined;
}

export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end);
      resolve();
    }, ms);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
