import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { Rejection } from '../platform/core/rejection.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A new signing secret in the notation of Standard Webhooks. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/**
 * Signing secrets must be had in clear to sign, so hashing them is no way; in the database they stand encrypted with a
 * key that only the environment knows, each bound to its endpoint.
 */
@Injectable()
export class SecretBox {
  private readonly keys: readonly Buffer[];

  constructor(@Inject(CONFIG) config: Pick<Config, 'WEBHOOK_SECRETS_KEY' | 'AUTH_JWT_SECRET'>) {
    const given = config.WEBHOOK_SECRETS_KEY ?? (config.AUTH_JWT_SECRET ? [config.AUTH_JWT_SECRET] : []);
    this.keys = given.map((text) => Buffer.from(hkdfSync('sha256', text, '', 'waybill webhook secrets', 32)));
  }

  /** @throws Rejection `webhook.no-secrets-key` */
  seal(secret: string, endpointId: string): string {
    const [key] = this.keys;
    if (!key) throw new Rejection('webhook.no-secrets-key', 'no key is set that secrets are encrypted with');
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(endpointId));
    const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return sealed.toString('base64');
  }

  /** @throws Error when none of the keys opens it */
  open(sealed: string, endpointId: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    for (const key of this.keys) {
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
          .setAAD(Buffer.from(endpointId))
          .setAuthTag(bytes.subarray(-TAG_BYTES));
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        continue;
      }
    }
    throw new Error('the secret was encrypted with a key that is not set here: set WEBHOOK_SECRETS_KEY');
  }
}

interface WithSecret {
  readonly id: string;
  readonly secret: string;
}

/** The answer that shows a secret, of the one that is kept for repeats and holds it encrypted. */
export function revealed(body: string, config: Config): string {
  const kept = JSON.parse(body) as WithSecret;
  return JSON.stringify({ ...kept, secret: new SecretBox(config).open(kept.secret, kept.id) });
}
