import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/platform/config.js';

const random = () => randomBytes(36).toString('base64');
const production = (over: Record<string, string>) => ({
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://w:x@127.0.0.1/w',
  AUTH_JWT_SECRET: random(),
  PERSONAL_DATA_KEY: random(),
  PAYMENT_GATEWAY: 'kafka',
  CARRIER: 'kafka',
  KAFKA_BROKERS: 'kafka:9092',
  ...over,
});
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const accepts = (over: Record<string, string>): boolean => {
  try {
    readConfig(production(over));
    return true;
  } catch {
    return false;
  }
};

/** What people copy: settings, pages, examples, scripts, and the secrets of tests. */
const copied = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(md|ya?ml|mjs|sh|py|java|ts|json|example)$|Dockerfile/.test(file))
  .filter((file) => !/package-lock|\.spec\.ts$|-spec\.ts$/.test(file));
const found = (pattern: RegExp): string[] => [
  ...new Set(copied.flatMap((file) => readFileSync(file, 'utf8').match(pattern) ?? [])),
];

describe('production works with', () => {
  it('a random secret that has three words of two letters by chance', () => {
    const made = 'dg-Nh_fjy522w-z79Qsptvez01cmkfPOOFYqR_oc_0ESI4pKgSYDCk8fwrk5zoEv';
    expect(accepts({ AUTH_JWT_SECRET: made })).toBe(true);
  });

  it('random secrets, however they were made', () => {
    for (let n = 0; n < 50; n++) {
      for (const made of [random(), randomBytes(32).toString('hex'), randomBytes(48).toString('base64url')]) {
        expect([made, accepts({ AUTH_JWT_SECRET: made })]).toEqual([made, true]);
        expect(accepts({ AUTH_API_KEYS: `operator:ops:${sha256(made)}` })).toBe(true);
      }
    }
  });
});

describe('production refuses', () => {
  it('every hash that stands in the repository', () => {
    // But for the digest of an image, which is no hash of anything that could be sent as a key.
    const hashes = found(/(?<!@sha256:)\b[0-9a-f]{64}\b/g);
    expect(hashes.filter((hash) => accepts({ AUTH_API_KEYS: `operator:ops:${hash}` }))).toEqual([]);
  });

  it.each(['test', 'secret', 'changeme', 'Test', 'SECRET', 'warehouse', '', 'test\n'])(
    'the hash of %j',
    (word) => {
      expect(accepts({ AUTH_API_KEYS: `service:${sha256(random()).slice(0, 8)}:${sha256(word)}` })).toBe(
        false,
      );
    },
  );

  it('every text that stands where the secret of tokens goes', () => {
    const texts = found(/(?<=(?:JWT_SECRET|secret)\w*["']?\s?[:=]\s?["'`])[^"'`\n]{32,200}(?=["'`])/gi);
    expect(texts).toContain('a-key-for-tests-that-nobody-else-uses-0815');
    expect(texts.filter((text) => !text.includes('${') && accepts({ AUTH_JWT_SECRET: text }))).toEqual([]);
  });

  it('the examples of its own settings', () => {
    const examples = found(/(?<=^#AUTH_(?:JWT_SECRET|API_KEYS)=).+$/gm);
    expect(examples).toEqual([]);
    const shown = readFileSync('.env.example', 'utf8').match(/for example: .*/g)!;
    for (const example of shown.map((line) => line.slice('for example: '.length))) {
      expect([example, accepts({ AUTH_JWT_SECRET: example.padEnd(32, '=') })]).toEqual([example, false]);
      expect([example, accepts({ AUTH_API_KEYS: example })]).toEqual([example, false]);
    }
  });

  it('keys that are fetched without TLS', () => {
    expect(accepts({ AUTH_JWKS_URL: 'http://login.example.com/jwks' })).toBe(false);
    expect(accepts({ AUTH_JWKS_URL: 'https://login.example.com/jwks' })).toBe(true);
  });
});
