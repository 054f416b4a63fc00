import http from 'node:http';
import https from 'node:https';
import { bell } from '../platform/core/within.js';
import { publicLookup, refuseLiteral } from './public-address.js';

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** How the body began. */
  readonly excerpt: string;
}

export interface Manners {
  readonly timeoutMs: number;
  readonly allowPrivate: boolean;
  /** Gives it up. */
  readonly stopping: AbortSignal;
}

const EXCERPT_BYTES = 1_000;

/**
 * Sends a body once. A redirect is an answer like any other and is not followed.
 *
 * @throws AddressRefused, or an Error for a connection that failed or an answer that did not begin in time
 */
export async function post(
  to: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { timeoutMs, allowPrivate, stopping }: Manners,
): Promise<Answer> {
  const url = new URL(to);
  if (!allowPrivate) refuseLiteral(url);
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const timeout = new AbortController();
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': bytes.length },
      // A connection of its own for each: whoever is behind a kept one was looked at another time.
      agent: false,
      signal: AbortSignal.any([timeout.signal, stopping]),
      ...(!allowPrivate && { lookup: publicLookup as never }),
    });
    request.on(
      'close',
      bell(timeoutMs, () => timeout.abort()),
    );
    let isAnswered = false;
    // Once the status has been heard, an end of the connection is the end of the answer.
    request.on('error', (error) => {
      if (!isAnswered) reject(timeout.signal.aborted ? new Error(`no answer within ${timeoutMs} ms`) : error);
    });
    request.on('response', (response) => {
      isAnswered = true;
      void excerptOf(response).then((excerpt) => {
        request.destroy();
        const { statusCode = 0, headers: answered } = response;
        resolve({ status: statusCode, retryAfter: answered['retry-after'], excerpt });
      });
    });
    request.end(bytes);
  });
}

/** What comes before the connection ends, for whatever reason: the status has been heard. */
function excerptOf(response: http.IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const done = () => {
      const text = Buffer.concat(chunks).subarray(0, EXCERPT_BYTES).toString('utf8');
      resolve(text.replaceAll('\0', '\ufffd').slice(0, EXCERPT_BYTES));
    };
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= EXCERPT_BYTES) done();
    });
    response.on('end', done).on('error', done).on('close', done);
  });
}
