import { expect, it } from '@jest/globals';
import { FLOOD } from './console-page.js';
import type { Stage } from './console-stage.js';
import { standBy, type Instance } from './faults/instance.js';

/** In the page: the positions that are shown, the newest first. */
const SHOWN = `[...document.querySelectorAll('tbody tr > th')].map(({ textContent }) => Number(textContent))`;

/** The server is another process, and goes away while somebody looks. */
export function restarts(stage: () => Stage): void {
  it('misses no event while the server is stopped, killed, and started again: each once, in order', async () => {
    const { shop, page, cable, complaints, go } = stage();
    const before = complaints.length;
    const settings = { AUTH_JWT_SECRET: shop.config.AUTH_JWT_SECRET!, SUBSCRIPTION_POLL_MS: '500' };
    const ready = () => standBy(shop.config.DATABASE_URL, settings);
    const servers = await Promise.all([ready(), ready(), ready()]);
    let running: Instance | undefined;
    try {
      running = await servers[0].start();
      cable.leadTo(running.url);
      await go('/events?type=OrderCreated');
      await page.getByText('● live').waitFor();
      let count = 0;
      const happens = async (events: number) => {
        count += events;
        await shop.database.query(FLOOD, [events]);
      };
      for (const [ends, next] of [
        [() => running!.stop(), servers[1]],
        [() => running!.kill(), servers[2]],
      ] as const) {
        await happens(10);
        await page.getByText(`${count} came in`, { exact: true }).waitFor();
        await Promise.all([ends(), happens(10)]);
        await page.getByText('disconnected').waitFor();
        await happens(10);
        running = await next.start();
        cable.leadTo(running.url);
        await happens(10);
        await page.getByText(`${count} came in`, { exact: true }).waitFor();
      }
      const stored = await shop.database.query<{ position: number }>(
        `select position from platform.events where type = 'OrderCreated' order by position desc limit 200`,
      );
      await page.waitForTimeout(500);
      const shown = await page.evaluate<number[]>(SHOWN);
      expect(shown.length).toBeGreaterThanOrEqual(count);
      expect(shown).toEqual(stored.slice(0, shown.length).map(({ position }) => position));
      expect(await page.getByText(`${count} came in`, { exact: true }).count()).toBe(1);
    } finally {
      cable.leadTo(shop.url);
      await Promise.allSettled([running?.kill(), ...servers.map((server) => server.dismiss())]);
    }
    await page.getByText('disconnected').waitFor({ state: 'detached' });
    await page.getByText('offline').waitFor({ state: 'detached' });
    const away = /ERR_(CONNECTION|EMPTY|INCOMPLETE|SOCKET)|^failed: .*\/v1\//;
    expect(complaints.splice(before).filter((complaint) => !away.test(complaint))).toEqual([]);
    // Three servers come up beside a browser and whatever else this machine does.
  }, 180_000);
}
