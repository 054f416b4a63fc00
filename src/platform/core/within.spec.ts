import { expect, it } from '@jest/globals';
import { within } from './within.js';

const late = () => new Error('too late');

it('work that ends in time ends as it does by itself', async () => {
  expect(await within(60_000, Promise.resolve(1), late)).toBe(1);
  await expect(within(60_000, Promise.reject(new Error('its own')), late)).rejects.toThrow('its own');
});

it('work that ends as soon as the process goes on is in time, however long that was held up', async () => {
  const holdUp = () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  const soon = new Promise<number>((resolve) => setTimeout(() => setImmediate(() => resolve(1)), 20));
  const inTime = within(10, soon, late);
  holdUp();
  expect(await inTime).toBe(1);
  const never = within(10, new Promise(() => undefined), late);
  holdUp();
  await expect(never).rejects.toThrow('too late');
});

it('work that takes longer is left alone, whatever becomes of it', async () => {
  let fail: (error: Error) => void = () => undefined;
  const work = new Promise<never>((_, reject) => (fail = reject));
  await expect(within(1, work, late)).rejects.toThrow('too late');
  fail(new Error('nobody hears of it'));
  await expect(work).rejects.toThrow('nobody hears of it');
});
