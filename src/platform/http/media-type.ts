import { parse } from 'content-type';
import Negotiator from 'negotiator';

const jsonType = /^application\/(?:[\w.-]+\+)?json$/;
/** Longer lists of preferences than any browser's are not read to their end. */
const MAX_ACCEPT = 1024;

/** RFC 9110 8.3: in any case, with spaces around `;`, whatever parameters follow. */
export const isJson = (contentType: string): boolean =>
  jsonType.test(parse(contentType, { parameters: false }).type);

/** Whether text of that type is UTF-8, said or, as JSON may, left unsaid. */
export function isUtf8(contentType: string): boolean {
  const charset = parse(contentType).parameters['charset']?.toLowerCase();
  return charset === undefined || charset === 'utf-8' || charset === 'utf8';
}

/**
 * Which of two forms a reader likes better; the first where it has no opinion, or takes neither.
 *
 * @param accept the Accept header
 */
export function preferred<const First extends string, const Second extends string>(
  accept: string | undefined,
  first: First,
  second: Second,
): First | Second {
  const negotiator = new Negotiator({ headers: { accept: accept?.slice(0, MAX_ACCEPT) } });
  return (negotiator.mediaType([first, second]) as First | Second | undefined) ?? first;
}
