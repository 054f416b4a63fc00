import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { WrongSettings, envExample, readConfig } from './config.js';
import { settings } from './settings.js';

const secret = randomBytes(36).toString('base64');
const right = { DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/w', AUTH_JWT_SECRET: secret };

function complaintsAbout(env: Record<string, string>): string {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(WrongSettings);
    return (error as Error).message;
  }
}

describe('settings', () => {
  it('have defaults for everything but the database and a way to check tokens', () => {
    expect(readConfig(right)).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      KAFKA_BROKERS: [],
      SNAPSHOT_EVERY: 100,
    });
    const complaints = complaintsAbout({});
    expect(complaints).toMatch(/^2 settings are wrong/);
    expect(complaints).toMatch(/^DATABASE_URL +nothing/m);
    expect(complaints).toMatch(/^AUTH_JWT_SECRET +nothing/m);
  });

  it('treat an empty variable as absent', () => {
    expect(readConfig({ ...right, PORT: '', KAFKA_BROKERS: ' ', AUTH_DEMO_TOKENS: '' }).PORT).toBe(3000);
  });

  it('read lists, switches and hashed API keys', () => {
    const hash = 'ab'.repeat(32);
    const config = readConfig({
      ...right,
      KAFKA_BROKERS: 'one:9092, two:9092',
      AUTH_DEMO_TOKENS: 'true',
      AUTH_API_KEYS: `service:warehouse:${hash}`,
    });
    expect(config.KAFKA_BROKERS).toEqual(['one:9092', 'two:9092']);
    expect(config.AUTH_DEMO_TOKENS).toBe(true);
    expect(config.AUTH_API_KEYS).toEqual([{ role: 'service', id: 'warehouse', sha256: hash }]);
  });

  it('take a sender with a name of at most 100 characters', () => {
    const sender = (length: number) => ({ ...right, NOTIFY_FROM: `${'n'.repeat(length)} <a@b.example>` });
    expect(complaintsAbout(sender(100))).toBe('');
    for (const wrong of [sender(101), sender(0), { ...right, NOTIFY_FROM: 'a@b.example' }])
      expect(complaintsAbout(wrong)).toContain('NOTIFY_FROM');
  });

  it('are all named at once when several are wrong, with what was given and an example', () => {
    const complaints = complaintsAbout({ ...right, PORT: '3o00', LOG_LEVEL: 'loud', LEASE_SECONDS: '0' });
    expect(complaints).toMatch(/^3 settings are wrong/);
    expect(complaints).toMatch(/^PORT +"3o00" +a whole number, 0 to 65535 +3000$/m);
    expect(complaints).toMatch(/^LOG_LEVEL +"loud" +fatal \| error/m);
    expect(complaints).toMatch(/^LEASE_SECONDS +"0"/m);
  });

  it.each([
    [{ KAFKA_SASL_MECHANISM: 'scram-sha-512' }, ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD']],
    [{ KAFKA_SASL_USERNAME: 'a', KAFKA_SASL_PASSWORD: 'b' }, ['KAFKA_SASL_MECHANISM']],
    [{ KAFKA_SASL_MECHANISM: 'oauthbearer' }, ['KAFKA_SASL_TOKEN_URL']],
    [
      { KAFKA_SASL_MECHANISM: 'oauthbearer', KAFKA_SASL_TOKEN_URL: 'https://login.example.com' },
      ['KAFKA_SASL_CLIENT_ID', 'KAFKA_SASL_CLIENT_SECRET'],
    ],
    [{ KAFKA_TLS_CA_FILE: 'package.json' }, ['KAFKA_TLS']],
    [{ KAFKA_TLS: 'true', KAFKA_TLS_KEY_FILE: 'package.json' }, ['KAFKA_TLS_CERT_FILE']],
    [{ KAFKA_TLS: 'true', KAFKA_TLS_CA_FILE: 'not/there.pem' }, ['KAFKA_TLS_CA_FILE']],
    [{ KAFKA_TOPIC_PREFIX: 'a b' }, ['KAFKA_TOPIC_PREFIX']],
    [{ KAFKA_SASL_MECHANISM: 'gssapi' }, ['KAFKA_SASL_MECHANISM']],
  ])('of Kafka must fit together: %j', (given, names) => {
    const complaints = complaintsAbout({ ...right, ...given });
    for (const name of names) expect(complaints).toMatch(new RegExp(`^${name} `, 'm'));
  });

  it('never show a secret, not even a wrong one', () => {
    const complaints = complaintsAbout({
      DATABASE_URL: 'mysql://root:hunter2@db',
      AUTH_JWT_SECRET: 'hunter2',
    });
    expect(complaints).not.toContain('hunter2');
    expect(complaints).toMatch(/^AUTH_JWT_SECRET +\(hidden, 7 characters\)/m);
  });

  it('refuse demo tokens, simulators and a guessable secret in production', () => {
    const complaints = complaintsAbout({
      ...right,
      NODE_ENV: 'production',
      AUTH_DEMO_TOKENS: 'true',
      AUTH_JWT_SECRET: 'change-me-change-me-change-me-change-me',
    });
    const refused = [
      'AUTH_DEMO_TOKENS',
      'AUTH_JWT_SECRET',
      'PERSONAL_DATA_KEY',
      'PAYMENT_GATEWAY',
      'CARRIER',
    ];
    for (const name of refused) {
      expect(complaints).toMatch(new RegExp(`^${name} `, 'm'));
    }
    const PERSONAL_DATA_KEY = 'dg-Nh_fjy522w-z79Qsptvez01cmkfPOOFYqR_oc_0ESI4pKgSYDCk8fwrk5zoEv';
    const kafka = { PAYMENT_GATEWAY: 'kafka', CARRIER: 'kafka', KAFKA_BROKERS: 'kafka:9092' };
    const outside = { ...kafka, PERSONAL_DATA_KEY };
    expect(readConfig({ ...right, ...outside, NODE_ENV: 'production' }).NODE_ENV).toBe('production');
  });

  it('want the secret key of Stripe, and TLS to it, when Stripe takes payments', () => {
    const stripe = { PAYMENT_GATEWAY: 'stripe', STRIPE_SECRET_KEY: 'rk_live_1' };
    expect(complaintsAbout({ ...right, PAYMENT_GATEWAY: 'stripe' })).toMatch(
      /^STRIPE_SECRET_KEY +nothing +set, because/m,
    );
    const bare = { ...stripe, STRIPE_API_URL: 'http://stripe.example', NODE_ENV: 'production' };
    expect(complaintsAbout({ ...right, ...bare })).toMatch(/^STRIPE_API_URL .* https in production/m);
    expect(readConfig({ ...right, ...stripe }).STRIPE_API_URL).toBe('https://api.stripe.com');
  });

  it('want brokers when payments or parcels travel over Kafka', () => {
    expect(complaintsAbout({ ...right, CARRIER: 'kafka' })).toMatch(
      /^KAFKA_BROKERS +nothing +set, because CARRIER/m,
    );
  });

  it('are all in .env.example (npm run env-example writes it)', () => {
    const written = readFileSync('.env.example', 'utf8');
    expect(written).toBe(envExample());
    for (const name of Object.keys(settings)) expect(written).toContain(`\n#${name}=`);
  });
});
