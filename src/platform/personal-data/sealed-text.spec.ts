import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newId } from '../core/ids.js';
import { dataKey, seal, sealOf, SEALED_STRINGS, unseal } from './sealed-text.js';

const keyOf = (subject = newId(), id = newId()) => dataKey(id, subject, randomBytes(32));
const opened = (text: string, key: ReturnType<typeof keyOf>) => unseal(sealOf(text)!, key);

describe('A sealed text', () => {
  const key = keyOf();

  it.each(['Ada', 'a', 'Łódź 🏠', '"sealed:name:', 'x'.repeat(200), '🏠'.repeat(100)])(
    'opens with its key: %s',
    (text) => expect(opened(seal(key, 'name', text, 'order'), key)).toBe(text),
  );

  it('is alike for the same text of the same order, and for nothing else', () => {
    const sealed = seal(key, 'name', 'Ada', 'order 1');
    expect(seal(key, 'name', 'Ada', 'order 1')).toBe(sealed);
    const others = [
      seal(key, 'name', 'Ada', 'order 2'),
      seal(key, 'line1', 'Ada', 'order 1'),
      seal(key, 'name', 'ada', 'order 1'),
      seal(keyOf(key.subject), 'name', 'Ada', 'order 1'),
    ].map((one) => one.split(':')[2]);
    expect(new Set([sealed.split(':')[2], ...others]).size).toBe(5);
  });

  it('does not open with another key, for another person or field, or altered', () => {
    const secret = randomBytes(32);
    const [id, subject] = [newId(), newId()];
    const right = dataKey(id, subject, secret);
    const sealed = seal(right, 'name', 'Ada', 'order');
    expect(opened(sealed, dataKey(id, subject, secret))).toBe('Ada');
    expect(() => opened(sealed, keyOf(subject))).toThrow('another key');
    expect(() => opened(sealed, keyOf(subject, id))).toThrow();
    expect(() => opened(sealed, dataKey(id, newId(), secret))).toThrow();
    expect(() => opened(sealed.replace(':name:', ':line1:'), right)).toThrow();
    const at = sealed.length - 10;
    const altered = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect(() => opened(altered, right)).toThrow();
  });

  it('says its field and its key, and nothing else that could be read', () => {
    const sealed = seal(key, 'name', 'Ada Byron', 'order');
    expect(sealOf(sealed)).toMatchObject({ field: 'name', keyId: key.id });
    expect(Buffer.from(sealed.split(':')[2]!, 'base64url').toString('latin1')).not.toContain('Byron');
  });

  it.each(['Ada', '', 'sealed:', 'sealed:name:short', `sealed:na me:${'A'.repeat(80)}`])(
    'is not what somebody types: %s',
    (text) => expect(sealOf(text)).toBeUndefined(),
  );

  it('is found in JSON as a whole string only', () => {
    const sealed = seal(key, 'name', 'Ada', 'order');
    const json = JSON.stringify({ a: sealed, b: [`x ${sealed}`, JSON.stringify(sealed)], c: sealed });
    expect([...json.matchAll(SEALED_STRINGS)].map(([, text]) => text)).toEqual([sealed, sealed]);
  });

  it('of a whole page is remembered with its key, and no more than a few', () => {
    const busy = keyOf();
    const page = Array.from({ length: 80 }, (_, n) => seal(busy, 'name', `Ada ${n}`, 'order'));
    expect(page.every((sealed) => busy.lately.has(sealed))).toBe(true);
    for (const sealed of page) expect(opened(sealed, busy)).toBe(busy.lately.get(sealed));
    for (let n = 0; n < 200; n++) seal(busy, 'name', `Bob ${n}`, 'order');
    expect(busy.lately.size).toBeLessThanOrEqual(100);
  });
});
