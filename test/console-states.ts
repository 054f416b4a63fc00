import { expect, it } from '@jest/globals';
import { serious } from './console-page.js';
import type { Stage } from './console-stage.js';
import { eventually } from '../src/platform/testing/eventually.js';

/** In the page: opens a screen without loading the page. */
const open = (address: string) => `history.pushState(null, '', '/console${address}')`;
const screens = [
  ...['/overview', '/orders', '/orders/01a21bb1-c334-7960-95de-f8e75e90c6ac', '/sagas', '/subscriptions'],
  ...['/dead-letters', '/parked', '/events', '/kafka', '/stock', '/webhooks', '/mails', '/contracts'],
  ...['/operations', '/system', '/drills', '/find?q=MUG'],
];
/** In the page: how many of the scripts that bring a screen each have come. */
const LOADED = `performance.getEntriesByType('resource').filter(({ name }) => /\\/[A-Z]\\w+-\\w+\\.js$/.test(name)).length`;
/** Those that can have nothing to show, looked at in a way that there is nothing. */
const empty = [
  ...['/', '/orders', '/sagas', '/subscriptions?only=paused', '/dead-letters', '/parked', '/overview'],
  ...['/events?type=NeverHappened', '/stock', '/webhooks', '/mails', '/operations', '/system?q=xyzzy'],
  '/find?q=nobody',
];
/** What a customer may see something of. */
const forCustomers = /^\/(orders|stock|contracts)/;

/** In light all that axe knows, in dark what colours can do. */
async function lightAndDark({ page }: Stage, address: string): Promise<void> {
  for (const [colorScheme, rules] of [
    ['dark', 'colours'],
    ['light', 'all'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    expect([address, colorScheme, await serious(page, rules)]).toEqual([address, colorScheme, []]);
  }
}

/** Before anything has happened. */
export function empties(stage: () => Stage): void {
  it('says on every screen that nothing is there, light and dark', async () => {
    const { page } = stage();
    for (const address of empty) {
      await page.evaluate(open(address));
      await page
        .locator('main .empty:visible')
        .first()
        .waitFor()
        .catch(() => expect([address, 'is not empty']).toEqual([address, 'empty']));
      await lightAndDark(stage(), address);
    }
    await page.evaluate(open('/'));
  });
}

/** Every screen while it has nothing to show. */
export function states(stage: () => Stage): void {
  const each = async (text: string, look: (address: string) => Promise<void>) => {
    for (const address of screens) {
      await stage().page.evaluate(open(address));
      await stage().page.locator('main').getByText(text).first().waitFor();
      await look(address);
    }
  };
  /** Everything of the page has come, and nothing of any screen. */
  const begin = async () => {
    await stage().go('/find');
    await eventually(async () => (await stage().page.evaluate<number>(LOADED)) >= screens.length);
  };
  it('says on every screen that it is on its way, or that the server is away, until it is there', async () => {
    const { page, cable, complaints } = stage();
    const before = complaints.length;
    await begin();
    cable.hold();
    await each('Loading…', () => Promise.resolve()).finally(() => cable.letGo());
    await begin();
    cable.pull();
    await each('Disconnected.', (address) => lightAndDark(stage(), address)).finally(() => cable.plugIn());
    await page.evaluate(open('/subscriptions'));
    await page.getByText('follow the log').waitFor();
    // One of the orders is none.
    const unplugged = /ERR_(CONNECTION|EMPTY|INCOMPLETE|SOCKET)|status of 404|^failed: /;
    expect(complaints.splice(before).filter((complaint) => !unplugged.test(complaint))).toEqual([]);
  });

  it('says on every screen what failed, with the page that says what to do, light and dark', async () => {
    const { page, cable, complaints } = stage();
    const before = complaints.length;
    await begin();
    cable.fail();
    await each('Something went wrong on our side', async (address) => {
      await page.locator('main').getByRole('link', { name: 'What to do' }).first().waitFor();
      await lightAndDark(stage(), address);
    }).finally(() => cable.plugIn());
    await page.getByText('offline').waitFor({ state: 'detached' });
    const failed = /ERR_(CONNECTION|EMPTY|INCOMPLETE|SOCKET)|status of (404|500)|^failed: /;
    expect(complaints.splice(before).filter((complaint) => !failed.test(complaint))).toEqual([]);
  });
}

/** The same for somebody who may not see it. */
export function refusals(stage: () => Stage): void {
  it('says on every screen that it is not for this role', async () => {
    const { page } = stage();
    for (const address of screens.filter((each) => !forCustomers.test(each))) {
      await page.evaluate(open(address));
      await page
        .locator('main')
        .getByText(/^Not for your role/)
        .first()
        .waitFor();
    }
    expect(await serious(page)).toEqual([]);
  });
}
