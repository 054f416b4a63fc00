import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Wrapping } from './wrapping.js';

const setting = () => randomBytes(36).toString('base64');

describe('The wrapping of keys', () => {
  const [old, next] = [setting(), setting()];
  const secret = randomBytes(32);

  it('gives back what it wrapped, to its owner alone', () => {
    const wrapping = new Wrapping([old]);
    const wrapped = wrapping.wrap(secret, 'owner');
    expect(wrapping.unwrap(wrapped, 'owner')).toEqual(secret);
    expect(() => wrapping.unwrap(wrapped, 'another')).toThrow();
    expect(wrapped.wrapped).not.toBe(wrapping.wrap(secret, 'owner').wrapped);
  });

  it('is renewed by a key in front of the old one, which may go when nothing is wrapped by it', () => {
    const wrapped = new Wrapping([old]).wrap(secret, 'owner');
    const both = new Wrapping([next, old]);
    expect(both.unwrap(wrapped, 'owner')).toEqual(secret);
    const renewed = both.wrap(secret, 'owner');
    expect(renewed.wrappedBy).toBe(both.current);
    expect(new Wrapping([next]).unwrap(renewed, 'owner')).toEqual(secret);
    expect(() => new Wrapping([next]).unwrap(wrapped, 'owner')).toThrow('PERSONAL_DATA_KEY');
  });

  it('names keys without telling them', () => {
    const { current } = new Wrapping([old]);
    expect(current).toMatch(/^[0-9a-f]{12}$/);
    expect(current).toBe(new Wrapping([old]).current);
  });
});
