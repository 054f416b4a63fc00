import { z } from 'zod';
import { list, text, url, type Setting } from './setting-kinds.js';

const apiKeyPattern = /^(customer|operator|service):([A-Za-z0-9._-]{1,64}):([0-9a-f]{64})$/;
const apiKeys = list
  .pipe(z.array(z.string().regex(apiKeyPattern)))
  .transform((rows) =>
    rows.map((row) => {
      const [role, id, sha256] = row.split(':') as ['customer' | 'operator' | 'service', string, string];
      return { role, id: role === 'customer' ? id.toLowerCase() : id, sha256 };
    }),
  )
  .default([]);

/** Who may call, and how it is proved. */
export const authSettings = {
  AUTH_JWT_SECRET: {
    schema: z
      .string()
      .refine((given) => Buffer.byteLength(given) >= 32)
      .optional(),
    expected: 'at least 32 bytes',
    example: 'the output of: openssl rand -base64 48',
    about: 'signs and checks HS256 tokens; npm start makes one when this and AUTH_JWKS_URL are empty',
    secret: true,
  },
  AUTH_JWKS_URL: {
    schema: url('https:', 'http:').optional(),
    expected: 'an http(s) URL',
    example: 'https://login.example.com/.well-known/jwks.json',
    about: 'keys for RS256, ES256 and EdDSA tokens',
  },
  AUTH_ISSUER: {
    schema: text.default('waybill'),
    expected: 'text',
    example: 'waybill',
    about: 'the iss a token must carry',
  },
  AUTH_AUDIENCE: {
    schema: text.default('waybill'),
    expected: 'text',
    example: 'waybill',
    about: 'the aud a token must carry',
  },
  AUTH_API_KEYS: {
    schema: apiKeys,
    expected: 'role:id:sha256 of the key in hex, several separated by commas',
    example: 'service:warehouse:<what this prints: printf %s "$KEY" | sha256sum | cut -c1-64>',
    about: 'API keys, hashed; make one with: KEY=$(openssl rand -hex 32)',
    secret: true,
  },
  AUTH_DEMO_TOKENS: {
    schema: z.stringbool().default(false),
    expected: 'true | false',
    example: 'false',
    about: 'fills a demo token into the API docs and the console; npm start turns it on outside production',
  },
} as const satisfies Record<string, Setting>;
