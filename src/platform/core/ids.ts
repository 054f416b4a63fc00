import { hash as hashOf } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const ID_LENGTH = 36;

/** Capitals in the ids of a text carry no meaning (RFC 9562, section 4), so `order-0190F5A2-...` is written small. */
export const withSmallIds = (text: string): string =>
  text.length < ID_LENGTH ? text : text.replace(anyId, (id) => id.toLowerCase());

/** A new time-ordered id (UUIDv7, RFC 9562). */
export const newId = (): string => uuidv7();

/**
 * An id derived from another: the same inputs give the same id on every machine and after every crash, which
 * makes a repeated command or charge recognisable. It keeps the parent's 48 time bits, so it is a valid UUIDv7.
 *
 * @param parent a UUIDv7
 * @param label what it names, for example `pay:do`
 */
export function derivedId(parent: string, label: string): string {
  return layout(parent.replaceAll('-', '').slice(0, 12), '7', digest(`${parent}/${label}`));
}

/** An id derived from a name alone (UUIDv8, RFC 9562 section 5.8): for example from caller, route and idempotency key. */
export function namedId(...parts: readonly string[]): string {
  const hash = digest(JSON.stringify(parts));
  return layout(hash.slice(20, 32), '8', hash);
}

const digest = (text: string): string => hashOf('sha256', text, 'hex');

function layout(head: string, version: string, hash: string): string {
  const variant = ((parseInt(hash.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return [
    head.slice(0, 8),
    head.slice(8, 12),
    version + hash.slice(0, 3),
    variant + hash.slice(4, 7),
    hash.slice(7, 19),
  ].join('-');
}
