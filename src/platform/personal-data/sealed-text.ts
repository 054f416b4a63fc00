import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const ID_BYTES = 16;
/** So much of a sealed text tells its key. */
const ID_CHARACTERS = Math.ceil((ID_BYTES * 4) / 3);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key that the data of one person is sealed with, as it is used: never stored like this. */
export interface DataKey {
  readonly id: string;
  readonly subject: string;
  readonly encryption: KeyObject;
  readonly nonces: KeyObject;
  /** What was sealed and opened with it a moment ago; nobody remembers it longer than the key. */
  readonly lately: Map<string, string>;
}

/** The addresses of a page: an order is answered, and its parcel sent, right after it was placed, and then it is listed. */
const LATELY = 100;

/** What is known of a text without its key. */
export interface Seal {
  readonly text: string;
  readonly field: string;
  readonly keyId: string;
}

/** Longer texts are letters of somebody who sends anything: they are looked at once, and would fill the memory. */
const LATELY_CHARACTERS = 10_000;

/** The field of what is no text but JSON, or was meant to be: opened, it stands where its seal stood, without quotes. */
export const VERBATIM = 'json';

/** One whole string of JSON that is sealed. With a last character a checker of patterns proves it linear at once. */
export const SEALED_STRINGS = /"(sealed:[A-Za-z0-9]{1,40}:[A-Za-z0-9_-]{59,100000000})"/g;
const SEALED = /^sealed:([A-Za-z0-9]{1,40}):([A-Za-z0-9_-]{59,100000000})$/;

/** @param secret 32 random bytes */
export const dataKey = (id: string, subject: string, secret: Buffer): DataKey => ({
  id,
  subject,
  encryption: derived(secret, id, 'waybill personal data'),
  nonces: derived(secret, id, 'waybill personal nonces'),
  lately: new Map(),
});

/**
 * Seals one field. The same text of the same thing is sealed alike, so that rules and comparisons see that nothing has
 * changed; who has no key cannot tell whether two things share it.
 *
 * @param context what it is given for, for example an order
 */
export function seal(key: DataKey, field: string, text: string, context: string): string {
  const nonce = createHmac('sha256', key.nonces)
    .update(JSON.stringify([context, field, text]))
    .digest()
    .subarray(0, NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key.encryption, nonce).setAAD(boundTo(key, field));
  const parts = [
    Buffer.from(key.id.replaceAll('-', ''), 'hex'),
    nonce,
    cipher.update(text, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ];
  return known(key, `sealed:${field}:${Buffer.concat(parts).toString('base64url')}`, text).sealed;
}

/** @returns undefined for a text that is not sealed */
export function sealOf(text: string): Seal | undefined {
  const [, field, encoded] = SEALED.exec(text) ?? [];
  if (field === undefined || encoded === undefined) return undefined;
  return { text, field, keyId: idOf(encoded.slice(0, ID_CHARACTERS)) };
}

/** @throws Error when it was sealed with another key, for another person or field, or was altered */
export function unseal({ text: sealed, field, keyId }: Seal, key: DataKey): string {
  const lately = key.lately.get(sealed);
  if (lately !== undefined) return lately;
  if (keyId !== key.id) throw new Error('sealed with another key');
  const bytes = Buffer.from(sealed.slice(sealed.lastIndexOf(':') + 1), 'base64url');
  const nonce = bytes.subarray(ID_BYTES, ID_BYTES + NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key.encryption, nonce)
    .setAAD(boundTo(key, field))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(ID_BYTES + NONCE_BYTES, -TAG_BYTES));
  return known(key, sealed, Buffer.concat([text, decipher.final()]).toString('utf8')).text;
}

function known({ lately }: DataKey, sealed: string, text: string) {
  if (sealed.length <= LATELY_CHARACTERS) lately.set(sealed, text);
  if (lately.size > LATELY) lately.delete(lately.keys().next().value!);
  return { sealed, text };
}

const derived = (secret: Buffer, id: string, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, id, purpose, 32)));

const boundTo = ({ subject }: DataKey, field: string): Buffer => Buffer.from(`${subject}|${field}`);
function idOf(encoded: string): string {
  const hex = Buffer.from(encoded, 'base64url').toString('hex', 0, ID_BYTES);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
