import { describe, expect, it } from '@jest/globals';
import { event, NewerEvent, upcast } from './event.js';

interface V1 {
  cents: number;
}
interface V2 {
  amount: number;
}
class Paid extends event('Paid', {
  1: ({ cents }: V1): V2 => ({ amount: cents }),
  2: (v2: V2) => ({ ...v2, currency: 'EUR' }),
})<{ amount: number; currency: string }>() {}

describe('an event', () => {
  it('knows its name, and its version from its upcasters', () => {
    expect([Paid.type, Paid.version]).toEqual(['Paid', 3]);
    expect(new Paid({ amount: 1, currency: 'EUR' })).toMatchObject({ type: 'Paid', data: { amount: 1 } });
  });

  it.each([
    [1, { cents: 250 }],
    [2, { amount: 250 }],
    [3, { amount: 250, currency: 'EUR' }],
  ])('of version %i is lifted to the newest', (version, stored) => {
    const lifted = upcast(Paid, version, stored);
    expect(lifted).toBeInstanceOf(Paid);
    expect(lifted.data).toEqual({ amount: 250, currency: 'EUR' });
  });

  it('written by a newer program is refused, not guessed', () => {
    expect(() => upcast(Paid, 4, {})).toThrow(new NewerEvent('Paid', 4));
  });

  it('without the upcaster it needs is refused', () => {
    class Gapped extends event('Gapped', { 2: (v2: object) => v2 })<object>() {}
    expect(() => upcast(Gapped, 1, {})).toThrow(/no upcaster from v1/);
  });
});
