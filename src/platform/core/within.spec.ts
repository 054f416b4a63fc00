import { expect, it } from '@jest/globals';
import { within } from './within.js';

const late = () => new Error('too late');

it('work that ends in time ends as it does by itself', async () => {
  expect(await within(60_000, Promise.resolve(1), late)).toBe(1);
  await expect(within(60_000, Promise.reject(new Error('its own')), late)).rejects.toThrow('its own');
});

it('work that takes longer is left alone, whatever becomes of it', async () => {
  let fail: (error: Error) => void = () => undefined;
  const work = new Promise<never>((_, reject) => (fail = reject));
  await expect(within(1, work, late)).rejects.toThrow('too late');
  fail(new Error('nobody hears of it'));
  await expect(work).rejects.toThrow('nobody hears of it');
});
