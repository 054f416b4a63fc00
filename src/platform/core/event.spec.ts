import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { event, eventsIn, NewerEvent, upcast, type EventIn } from './event.js';

class Paid extends event('Paid', z.strictObject({ cents: z.int() }))
  .upcastTo(z.strictObject({ amount: z.int() }), ({ cents }) => ({ amount: cents }))
  .upcastTo(z.strictObject({ amount: z.int(), currency: z.string() }), (older) => ({
    ...older,
    currency: 'EUR',
  })) {}
class Thanked extends event('Thanked', z.strictObject({ words: z.array(z.string()) })) {}

describe('an event', () => {
  it('knows its name, and its version from what it was lifted to', () => {
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

  it('is known as soon as its module exports it, by its class and by its type', () => {
    const module = { Paid, Thanked, aNumber: 3, aFunction: () => 4 };
    expect(eventsIn(module)).toEqual([Paid, Thanked]);
    const any: EventIn<typeof module> = new Thanked({ words: ['thanks'] });
    // @ts-expect-error there is no such event in the module
    const none: EventIn<typeof module>['type'] = 'Unheard';
    expect([any.type, none]).toEqual(['Thanked', 'Unheard']);
  });

  it('cannot be made of data that its schema does not describe, nor lifted to it', () => {
    // @ts-expect-error cents are of version 1
    new Paid({ cents: 1 });
    // @ts-expect-error the lifted data has no words
    Thanked.upcastTo(z.strictObject({ words: z.string() }), ({ words }) => ({ wrods: words.join(' ') }));
    // @ts-expect-error facts do not change
    new Thanked({ words: [] }).data.words.push('more');
  });
});
