import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The secret of a data key as it stands in the database, and which key of the environment opens it. */
export interface Wrapped {
  readonly wrapped: string;
  readonly wrappedBy: string;
}

/** Wraps the keys of persons with a key that only the environment knows. The first one wraps, all of them unwrap. */
export class Wrapping {
  private readonly keys: ReadonlyMap<string, Buffer>;
  /** The name of the key that wraps from now on; says nothing about it. */
  readonly current: string;

  /** @param given at least one, each at least 32 bytes */
  constructor(given: readonly string[]) {
    const keys = given.map((text) => Buffer.from(hkdfSync('sha256', text, '', 'waybill personal keys', 32)));
    this.keys = new Map(keys.map((key) => [nameOf(key), key]));
    this.current = nameOf(keys[0]!);
  }

  /** @param owner the key's id and its person, which the wrapped secret is bound to */
  wrap(secret: Buffer, owner: string): Wrapped {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.keys.get(this.current)!, nonce).setAAD(Buffer.from(owner));
    const bytes = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    return { wrapped: bytes.toString('base64'), wrappedBy: this.current };
  }

  /** @throws Error when the key that wrapped it is not set here, or it was wrapped for another owner */
  unwrap({ wrapped, wrappedBy }: Wrapped, owner: string): Buffer {
    const key = this.keys.get(wrappedBy);
    if (!key) {
      throw new Error(
        `personal data is sealed under the key ${wrappedBy}, which PERSONAL_DATA_KEY does not name`,
      );
    }
    const bytes = Buffer.from(wrapped, 'base64');
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  }
}

const nameOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 12);
