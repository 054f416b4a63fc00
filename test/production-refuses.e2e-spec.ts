import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { build } from '../scripts/start/build.mjs';
import { readConfig } from '../src/platform/config.js';
import { settings, type SettingName } from '../src/platform/settings.js';
import type { Setting } from '../src/platform/setting-kinds.js';
import { typed } from './cli.js';

type Environment = Record<string, string>;

/** An environment that production takes; nobody listens at its addresses. */
const right = (): Environment => ({
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://waybill:x@127.0.0.1:9/waybill',
  AUTH_JWT_SECRET: randomBytes(36).toString('base64'),
  PERSONAL_DATA_KEY: randomBytes(36).toString('base64'),
  PAYMENT_GATEWAY: 'kafka',
  CARRIER: 'kafka',
  KAFKA_BROKERS: '127.0.0.1:9',
  PORT: '0',
});

/** What a setting needs beside it. */
const beside: Partial<Record<SettingName, Environment>> = {
  KAFKA_SASL_TOKEN_URL: {
    KAFKA_SASL_MECHANISM: 'oauthbearer',
    KAFKA_SASL_CLIENT_ID: 'waybill',
    KAFKA_SASL_CLIENT_SECRET: randomBytes(36).toString('base64'),
  },
};

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
const urls = ['http://login.example.com/keys', 'HTTP://login.example.com/keys', 'ht\ttp://login.example.com'];
const examples = ['test', 'secret', 'changeme'].map((key) => `operator:ops:${hashOf(key)}`);

/** Values that somebody may give a setting: its own words first, then what is careless. */
const careless = ({ expected, example }: Setting): string[] => [
  ...[example, ...expected.split(' | ')],
  ...['true', 'false', '0', '*', '/', 'package.json', 'waybill'],
  ...[...urls, ...examples, 'change-me-change-me-change-me-change-me', 'x'.repeat(40)],
];

function isTaken(env: Environment): boolean {
  try {
    readConfig(env);
    return true;
  } catch {
    return false;
  }
}

/** Each setting with the values that are good enough for a developer and not for production. */
const refused: ReadonlyMap<SettingName, string[]> = new Map(
  (Object.entries(settings) as [SettingName, Setting][])
    .filter(([name]) => name !== 'NODE_ENV')
    .map(([name, setting]) => {
      const env = { ...right(), ...beside[name] };
      const values = careless(setting).filter((value) => {
        const given = { ...env, [name]: value };
        return isTaken({ ...given, NODE_ENV: 'development' }) && !isTaken(given);
      });
      return [name, values] as const;
    })
    .filter(([, values]) => values.length > 0),
);

// Each of them loads the whole program.
describe('Production', () => {
  beforeAll(async () => void (await build()), 180_000);
  const started = (env: Environment) => typed([process.execPath, 'dist/main.js'], env);

  it('takes the settings that these cases spoil', () => {
    expect(isTaken(right())).toBe(true);
    for (const more of Object.values(beside)) {
      const url = { KAFKA_SASL_TOKEN_URL: 'https://login.example.com/token' };
      expect(isTaken({ ...right(), ...more, ...url })).toBe(true);
    }
  });

  it('refuses what a developer may do in eight settings, and in no other', () => {
    expect([...refused.keys()].sort()).toEqual([
      'AUTH_API_KEYS',
      'AUTH_DEMO_TOKENS',
      'AUTH_JWKS_URL',
      'AUTH_JWT_SECRET',
      'CARRIER',
      'KAFKA_SASL_TOKEN_URL',
      'PAYMENT_GATEWAY',
      'PERSONAL_DATA_KEY',
    ]);
    expect(refused.get('AUTH_API_KEYS')).toEqual(examples);
  });

  it.each(['AUTH_JWKS_URL', 'KAFKA_SASL_TOKEN_URL'] as const)(
    'refuses %s without TLS, however it is written',
    (name) => expect(refused.get(name)).toEqual(urls),
  );

  it.each([...refused])(
    'ends with 78 and the name of %s, and shows no secret',
    async (name, values) => {
      const value = values.at(-1)!;
      const { code, out, err } = await started({ ...right(), ...beside[name], [name]: value });
      expect([code, out]).toEqual([78, '']);
      expect(err).toMatch(new RegExp(`^One setting is wrong[^]*\n${name} `));
      expect(err).not.toMatch(/\n +at /);
      if ((settings[name] as Setting).secret) expect(err).not.toContain(value);
    },
    180_000,
  );

  it('starts to connect once they are right', async () => {
    const { code, out, err } = await started(right());
    expect([code, out + err]).toEqual([1, expect.stringContaining('ECONNREFUSED')]);
  }, 180_000);
});
