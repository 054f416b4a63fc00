import { createParser } from 'eventsource-parser';
import { Problem, problemOf } from './client.js';

const AGAIN_MS = 2_000;
/** The server says something every quarter of a minute. */
const SILENT_MS = 40_000;

export interface LiveEvent {
  /** Position of the log; whoever comes back with it is told what follows. */
  readonly id: string | undefined;
  readonly type: string;
  readonly data: unknown;
}

export type Standing = 'connecting' | 'live' | 'disconnected' | 'refused';

export interface Listener {
  /** What was seen already: a position of the log. */
  readonly after?: number | undefined;
  heard(event: LiveEvent): void;
  stands?(standing: Standing): void;
  /** It was refused for good. */
  refused?(problem: Problem): void;
}

/**
 * Follows a live view for as long as the page is looked at, over lost connections and restarts of the server. A page that
 * nobody sees keeps no connection: a browser has six of them for all its pages.
 *
 * @returns a function that ends it
 */
export function follow(address: string, listener: Listener): () => void {
  let last = listener.after === undefined ? undefined : String(listener.after);
  let connection: AbortController | undefined;
  let isEnded = false;
  const run = async (mine: AbortController) => {
    while (!mine.signal.aborted) {
      await connect(address, last, mine.signal, {
        ...listener,
        heard: (event) => {
          last = event.id ?? last;
          listener.heard(event);
        },
      }).catch((error: unknown) => {
        if (error instanceof Problem && isFinal(error)) {
          mine.abort();
          listener.refused?.(error);
        } else if (!mine.signal.aborted) listener.stands?.('disconnected');
      });
      if (!mine.signal.aborted) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  };
  const look = () => {
    connection?.abort();
    if (isEnded || document.hidden) return;
    listener.stands?.('connecting');
    void run((connection = new AbortController()));
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    isEnded = true;
    document.removeEventListener('visibilitychange', look);
    connection?.abort();
  };
}

const isFinal = ({ document: { status } }: Problem): boolean =>
  status >= 400 && status < 500 && status !== 429 && status !== 408;

/** Resolves when the server ends it: it does so where nothing can follow soon, and when it stops. */
async function connect(
  address: string,
  last: string | undefined,
  ended: AbortSignal,
  { heard, stands }: Listener,
): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENT_MS);
  try {
    const reply = await fetch(address, {
      credentials: 'same-origin',
      headers: { accept: 'text/event-stream', ...(last !== undefined && { 'last-event-id': last }) },
      signal: AbortSignal.any([ended, silence.signal]),
    });
    if (!reply.ok) throw new Problem(problemOf(await reply.text(), reply));
    stands?.('live');
    const parser = createParser({
      onEvent: ({ id, event, data }) => {
        if (event && data) heard({ id, type: event, data: JSON.parse(data) as unknown });
      },
    });
    const words = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
    for (let word = await words.read(); !word.done; word = await words.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENT_MS);
      parser.feed(word.value);
    }
  } finally {
    clearTimeout(timer);
  }
}
