import type { ProblemKind } from '../problems.js';

const again = { retryable: true } as const;

/** What can go wrong with any request, whatever it is about. */
export const platformProblems = {
  'invalid-request': {
    status: 400,
    title: 'The request does not fit the schema',
    fix: 'Correct what `errors` points at; /docs shows the schema. Unknown properties are refused.',
  },
  'malformed-request': {
    status: 400,
    title: 'The request cannot be read',
    fix: 'Send valid HTTP, and JSON in UTF-8 without duplicate keys, at most 20 levels deep.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor does not belong to this list',
    fix: 'Use nextCursor as it was answered, with the same filters, or start without a cursor.',
  },
  'invalid-if-match': {
    status: 400,
    title: 'If-Match cannot be read',
    fix: 'Send ETags with their quotes, for example If-Match: "7", or *, or leave the header out.',
  },
  'idempotency-key-required': {
    status: 400,
    title: 'This request needs an Idempotency-Key',
    fix: 'Make a UUID for each thing you want done, send it as Idempotency-Key, and send the same one again on a retry.',
  },
  'invalid-idempotency-key': {
    status: 400,
    title: 'The Idempotency-Key cannot be used',
    fix: 'Send 1 to 255 printable ASCII characters, with or without double quotes around them.',
  },
  unauthenticated: {
    status: 401,
    title: 'Nobody is logged in',
    fix: 'Send Authorization: Bearer with a token or API key that is valid now.',
  },
  forbidden: {
    status: 403,
    title: 'Your role may not do this',
    fix: 'Use a token with one of the roles in /docs.',
  },
  'not-found': { status: 404, title: 'There is nothing here', fix: 'Check the path: /docs lists every one.' },
  'not-served-here': {
    status: 404,
    title: 'This instance does the work behind, and serves no API',
    fix: 'Send the request to an instance with ROLE=api or ROLE=all.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This path does not know the method',
    fix: 'Use one of the methods in the Allow header.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request did not arrive in time',
    fix: 'Send it again, faster.',
    ...again,
  },
  conflict: {
    status: 409,
    title: 'Something like this exists already',
    fix: 'Read what is there before you write.',
  },
  'concurrent-change': {
    status: 409,
    title: 'Others keep changing the same thing',
    fix: 'Send the request again with the same Idempotency-Key.',
    ...again,
  },
  'idempotency-in-progress': {
    status: 409,
    title: 'The same request is still running',
    fix: 'Wait as long as Retry-After says and send it again: you will get its answer.',
    ...again,
  },
  'idempotency-key-expired': {
    status: 409,
    title: 'The work under this Idempotency-Key was done long ago',
    fix: 'Its answer is kept for 48 hours only. Read the result; for new work use a new key.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It has changed since you read it',
    fix: 'Read it again, decide again, and send the new ETag in If-Match. `currentVersion` is where it stands.',
  },
  'payload-too-large': {
    status: 413,
    title: 'The body is too large',
    fix: 'Split the work into several requests.',
  },
  'uri-too-long': { status: 414, title: 'The address is too long', fix: 'Use fewer or shorter parameters.' },
  'unsupported-media-type': {
    status: 415,
    title: 'Only JSON is understood',
    fix: 'Send Content-Type: application/json in UTF-8, without Content-Encoding.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    fix: 'Use a new key for new work; the same key only to repeat exactly the same request.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    fix: 'Wait as long as Retry-After says. The RateLimit header tells what is left.',
    ...again,
  },
  'too-many-live-views': {
    status: 429,
    title: 'Too many live views are open',
    fix: 'Close one that you no longer read, or wait as long as Retry-After says. `limit` is how many one caller may have.',
    ...again,
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    fix: 'Send fewer or shorter headers.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong on our side',
    fix: 'Send the request again with the same Idempotency-Key. If it stays, report the `errorId`.',
    ...again,
  },
  overloaded: {
    status: 503,
    title: 'Too much to do right now',
    fix: 'Wait as long as Retry-After says and send the request again with the same Idempotency-Key.',
    ...again,
  },
  'keys-unavailable': {
    status: 503,
    title: 'The token cannot be checked now',
    fix: 'The login service does not answer with its keys. Send the request again after Retry-After.',
    ...again,
  },
  'shutting-down': {
    status: 503,
    title: 'This instance is stopping',
    fix: 'Send the request again: another instance, or this one after its restart, will take it.',
    ...again,
  },
  'deadline-exceeded': {
    status: 503,
    title: 'It took too long',
    fix: 'It may still happen. Send the request again with the same Idempotency-Key to learn the outcome.',
    ...again,
  },
  'projection-behind': {
    status: 503,
    title: 'The list has not caught up with that position yet',
    fix: 'Ask again after Retry-After, or wait longer with Prefer: wait=<seconds>.',
    ...again,
  },
  'not-settled': {
    status: 503,
    title: 'The outcome is not known yet',
    fix: 'Send the request again later with the same Idempotency-Key to learn the outcome.',
    ...again,
  },
  'still-reading': {
    status: 503,
    title: 'A long history is being read for the first time',
    fix: 'Send the request again in a moment; what has been read is kept.',
    cause:
      'After an upgrade that keeps states in another shape, the first reader of a long history waits for all of it.',
    ...again,
  },
  'archive-unavailable': {
    status: 503,
    title: 'A part of this history is in an archive that cannot be read',
    fix: 'Send the request again later. Operators: npm run cli -- archive list names the folder and the files; put them back.',
    cause: 'The data of old events lies in files, and the folder of this instance does not have them.',
    ...again,
  },
  'written-by-newer-program': {
    status: 503,
    title: 'A newer Waybill has written here',
    fix: 'Send the request again: an upgraded instance will take it. Operators: finish the upgrade; `needs` names the event.',
    cause: 'During a rolling upgrade the new instances store events that the old ones cannot read.',
    ...again,
  },
  'store-unavailable': {
    status: 503,
    title: 'The database cannot be reached',
    fix: 'It is not known whether the change happened. Send it again with the same Idempotency-Key.',
    ...again,
  },
} as const satisfies Record<string, ProblemKind>;

export type PlatformProblem = keyof typeof platformProblems;
