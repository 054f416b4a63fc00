import { expect, it } from '@jest/globals';
import { SharedLook } from './shared-look.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

it('many who ask at once cost two looks, and each gets one that began after the question', async () => {
  let looks = 0;
  const look = new SharedLook(async () => {
    const mine = ++looks;
    await turn();
    return mine;
  });
  const first = look.ask();
  const crowd = Array.from({ length: 100 }, () => look.ask());
  expect(await first).toBe(1);
  expect(new Set(await Promise.all(crowd))).toEqual(new Set([2]));
  expect(await look.ask()).toBe(3);
});

it('a look that fails fails for those who shared it, and for nobody else', async () => {
  let looks = 0;
  const look = new SharedLook(async () => {
    looks += 1;
    await turn();
    if (looks === 1) throw new Error('away');
    return looks;
  });
  const [first, second] = await Promise.allSettled([look.ask(), look.ask()]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
});
