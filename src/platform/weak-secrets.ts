import { createHash } from 'node:crypto';

/** What people type for a key when they only want to try something, and what papers print. */
const typed =
  `0000 1111 1234 12345 123456 12345678 123456789 1234567890 abc abc123 abcd1234 admin api api-key api_key apikey
  bearer carrier changeit changeme change-me customer default demo demo-key dev development dummy example examples foo
  foobar guest hello key letmein local my-key my-secret mykey mysecret none null operator p4ssw0rd pass passw0rd password
  password1 payments prod production qwerty qwertyuiop root s3cr3t sample sandbox secret secret-key secretkey service
  staging string supersecret swordfish system test test123 test-key testing testkey token undefined user warehouse
  waybill welcome xxx xxxx your-key your-secret yourkey`.split(/\s+/);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const weakHashes: ReadonlySet<string> = new Set(
  ['', ...typed].flatMap((word) =>
    [word, word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`].flatMap((key) => [
      sha256(key),
      // `echo` instead of `printf %s`
      sha256(`${key}\n`),
    ]),
  ),
);

/** Whether a key was hashed that somebody typed, or the hash itself was typed: `000...`, `abab...`. */
export const isWeakHash = (hash: string): boolean => weakHashes.has(hash) || new Set(hash).size < 8;

/** Examples from papers, and keys somebody typed: `changeme...`, `aaaa...`, `0123456789...`, `some-words-of-mine`. */
export function isGuessable(secret: string): boolean {
  if (secret === '') return false;
  const parts = secret.split(/[^A-Za-z0-9]+/);
  const words = parts.filter((word) => /^[a-z]{2,}$|^[A-Z][a-z]+$/.test(word));
  // A random one has two letters between two signs now and then; words somebody thought of are most of a secret.
  const isOfWords = words.length >= 3 && words.join('').length * 2 >= parts.join('').length;
  return (
    isOfWords ||
    new Set(secret).size < 12 ||
    /change.?me|secret|password|example|waybill|0123456789|openssl/i.test(secret)
  );
}
