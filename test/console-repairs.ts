import { expect, it } from '@jest/globals';
import type { Browser } from './browser.js';
import { eventually } from '../src/platform/testing/eventually.js';
import type { Shop } from './shop.js';
import { stuckOrders } from './stuck-orders.js';

interface Stage {
  readonly shop: Shop;
  readonly page: Browser['page'];
  readonly go: (address: string) => Promise<unknown>;
}

const MOST_STEPS = 4;

/** What fails when the events of these types are stored, and how it is mended. */
const breakage = (types: string) => `
  create or replace function spec_breakage() returns trigger language plpgsql as
    $$ begin raise exception 'the disk of the cellar is full'; end $$;
  create trigger spec_breakage before insert on platform.events for each row
    when (new.type in (${types})) execute function spec_breakage()`;
const mended = 'drop function if exists spec_breakage() cascade';

/** Nobody waits for tries that are spread over minutes. */
const NOW = `
  update platform.parked set attempts = 100, next_attempt_at = now() where resolved_at is null and sequence = $1 and state = 'retrying'`;

/** In the page: what a reader of screens calls the thing in focus. */
const FOCUSED = `(({ localName, ariaLabel, textContent }) => localName + ': ' + (ariaLabel ?? textContent.trim()))(document.activeElement)`;

/** Each as somebody does it who sees it for the first time: what is written on the page, and the keyboard. */
export function repairs(stage: () => Stage): void {
  const rows = <Row extends object>(sql: string, ...params: unknown[]) =>
    stage().shop.database.query<Row>(sql, params);
  const count = async (sql: string, ...params: unknown[]) =>
    (await rows<{ n: number }>(`select count(*)::int as n from ${sql}`, ...params))[0]!.n;
  const done = (action: string, reason: string) =>
    eventually(
      async () =>
        (await count(
          `platform.operator_actions where action = $1 and reason = $2
      and outcome = 'done'`,
          action,
          reason,
        )) > 0,
    );
  /** Goes to a screen, presses what is written on a button, says why, and confirms. */
  async function repair(screen: string, button: string, reason: string, typed?: string): Promise<void> {
    const { page, go } = stage();
    await go('/system');
    await page.getByRole('heading', { level: 1, name: 'System' }).waitFor();
    let steps = 0;
    const step = async (work: () => Promise<unknown>) => {
      steps++;
      await work();
    };
    await step(() => press('a', screen));
    await step(() => press('button', button));
    const dialog = page.getByRole('dialog');
    await step(async () => {
      await page.locator('dialog input:focus').waitFor();
      await page.locator('dialog [aria-busy=false]').waitFor();
      await page.keyboard.type(reason);
      if (typed === undefined) return;
      await page.keyboard.press('Tab');
      await page.keyboard.type(typed);
    });
    await dialog.locator('button[type=submit]:enabled').waitFor();
    await step(() => page.keyboard.press('Enter'));
    await page.getByRole('status').filter({ hasText: reason }).waitFor();
    expect(steps).toBeLessThanOrEqual(MOST_STEPS);
  }

  /** Tab by tab until the focus is on what says so, then Enter. */
  async function press(tag: 'a' | 'button', text: string): Promise<void> {
    const { page } = stage();
    await page
      .getByRole(tag === 'a' ? 'link' : 'button', { name: text })
      .first()
      .waitFor();
    for (let times = 0; times < 300; times++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate<string>(FOCUSED)).startsWith(`${tag}: ${text}`)) {
        return page.keyboard.press('Enter');
      }
    }
    throw new Error(`Tab does not lead to ${text}`);
  }

  it('repairs a stuck step: retried, and the goods go out once', async () => {
    const [id] = await stuckOrders(stage().shop, 1);
    await repair('Inbox', 'Retry now', 'paper came');
    await stage().shop.rest(id!, 'shipped');
    expect(await count(`simulator.parcels where order_id = $1 and state = 'accepted'`, id)).toBe(1);
    await done('saga.retry', 'paper came');
  });

  it('gives up: compensated, and the money is back', async () => {
    const [id] = await stuckOrders(stage().shop, 1);
    await repair('Inbox', 'Compensate', 'no paper ever');
    await stage().shop.rest(id!, 'cancelled');
    expect(
      await rows(
        'select refunded_minor = amount_minor as back from simulator.charges where order_id = $1',
        id,
      ),
    ).toEqual([{ back: true }]);
  });

  it('records what was done by hand', async () => {
    const { shop } = stage();
    const [id] = await stuckOrders(shop, 1);
    await rows(breakage(`'PaymentRefunded', 'RefundRequested'`));
    await shop.post(`/v1/ops/sagas/${id}/compensate`, { reason: 'a spec' });
    await shop.until(
      `/v1/orders/${id}/fulfilment`,
      ({ state, troubles }) =>
        state === 'needs-attention' && (troubles as { direction: string }[])[0]?.direction === 'compensate',
    );
    await rows(mended);
    await repair('Inbox', 'Resolve by hand', 'paid out in cash, slip 12');
    await shop.rest(id!, 'cancelled');
    await done('saga.resolve', 'paid out in cash, slip 12');
  });

  it('retries an event that was parked, and the row is there', async () => {
    const { shop } = stage();
    await rows(`alter table orders.order_list add constraint spec_full check (status <> 'draft') not valid`);
    const id = await shop.place({ confirm: false });
    const open = `platform.parked where resolved_at is null and sequence = 'order-${id}'`;
    await eventually(async () => (await count(open)) > 0);
    await rows(NOW, `order-${id}`);
    await eventually(async () => (await count(`${open} and state = 'parked'`)) > 0);
    await rows('alter table orders.order_list drop constraint spec_full');
    await repair('Parked', 'Retry now', 'the table has room');
    await eventually(async () => (await count('orders.order_list where order_id = $1', id)) === 1);
  });

  it('decides on a dead letter; the row and the reason are kept', async () => {
    await rows(`insert into platform.dead_letters (id, consumer, topic, partition, "offset", msg_key, headers, reason, error, attempts)
      values (gen_random_uuid(), 'spec', 'waybill.commands.v1', 0, 7, 'k', '[]', 'schema', 'not JSON', 1)`);
    await repair('Dead letters', 'Discard', 'sent twice by mistake');
    expect(await rows('select state, resolution from platform.dead_letters')).toEqual([
      { state: 'discarded', resolution: 'sent twice by mistake' },
    ]);
  });

  it('asks again about a payment whose outcome nobody knows: looked up by its key, and nothing is charged', async () => {
    const { shop } = stage();
    await rows(breakage(`'PaymentCaptured'`));
    const id = await shop.place({ paymentMethod: { type: 'card', token: 'tok_timeout_charged' } });
    await shop.until(`/v1/orders/${id}/fulfilment`, ({ state }) => state === 'needs-attention');
    await rows(mended);
    await repair('Inbox', 'Retry now', 'the cellar is dry');
    await shop.rest(id, 'cancelled');
    expect(
      await rows(
        'select state, refunded_minor = amount_minor as back from simulator.charges where order_id = $1',
        id,
      ),
    ).toEqual([{ state: 'captured', back: true }]);
    await done('saga.retry', 'the cellar is dry');
  });

  it('finds a read model that is wrong, and computes it anew beside the live one', async () => {
    const { shop, page } = stage();
    const id = await shop.place();
    await shop.rest(id, 'shipped');
    await rows(`update orders.order_list set status = 'draft' where order_id = $1`, id);
    await repair('Projections', 'Verify: orders.order-list', 'a customer says otherwise');
    await page.getByText('1 row differs').click();
    await page.locator('pre', { hasText: id }).waitFor();
    await repair('Projections', 'Rebuild: orders.order-list', 'one row differs');
    const mendedRow = `orders.order_list where order_id = $1 and status = 'shipped'`;
    await eventually(async () => (await count(mendedRow, id)) === 1);
    await done('subscription.rebuild', 'one row differs');
  });

  it('tells all of one cause at once, their number typed', async () => {
    const { shop } = stage();
    const ids = await stuckOrders(shop, 2);
    await repair('Inbox', 'Compensate, all 2', 'the carrier has closed', '2');
    for (const id of ids) await shop.rest(id, 'cancelled');
    const each = `platform.operator_actions where action = 'saga.compensate' and outcome = 'done' and object = any ($1)
      and reason = 'the carrier has closed'`;
    await eventually(async () => (await count(each, ids)) === 2);
  });

  it('rehearses a carrier that is down, from the console, and lets it come back from the inbox', async () => {
    const { shop, page, go } = stage();
    await repair('Drills', 'Begin the drill', 'to have seen it once');
    const id = await shop.place();
    await go(`/orders/${id}`);
    await page.getByLabel('Why it waits').getByText('the carrier is down').waitFor();
    await repair('Inbox', 'End the drill', 'seen');
    await shop.rest(id, 'shipped');
    expect(await count('simulator.drills')).toBe(0);
  });

  it('rehearses an event that cannot be handled: it says why, and goes through when it is retried or the drill ends', async () => {
    const { shop, page, go } = stage();
    const parked = async () => {
      const id = await shop.place();
      const waits = `platform.parked where sequence = 'order-${id}' and resolved_at is null`;
      await eventually(async () => (await count(waits)) > 0);
      await rows(NOW, `order-${id}`);
      await eventually(async () => (await count(`${waits} and state = 'parked'`)) > 0);
      expect((await shop.get(`/v1/orders/${id}`)).body['status']).not.toBe('draft');
      expect(await count('orders.order_list where order_id = $1', id)).toBe(0);
      return id;
    };
    const isThere = (id: string) =>
      eventually(
        async () => (await count(`orders.order_list where order_id = $1 and status = 'shipped'`, id)) === 1,
      );
    await repair('Drills', 'Begin the drill: poison-event', 'to have seen it');
    const first = await parked();
    await go('/parked');
    await page.getByRole('row', { name: /OrderCreated.*Rehearsed: the drill poison-event/ }).waitFor();
    await repair('Inbox', `Retry now: order-${first}`, 'the list is mended');
    await isThere(first);
    // Only one event fails; the next one by another drill.
    const second = await shop.place();
    await isThere(second);
    await shop.post('/v1/ops/drills/poison-event/begin', { reason: 'once more' });
    const third = await parked();
    await repair('Drills', 'End the drill: poison-event', 'enough');
    await isThere(third);
    expect(await count('platform.parked where resolved_at is null')).toBe(0);
  });

  it('takes back what has a way back', async () => {
    const { page } = stage();
    await repair('Projections', 'Pause: orders.order-list', 'a try');
    const paused = `platform.subscriptions where name = 'orders.order-list' and state = 'paused'`;
    expect(await count(paused)).toBe(1);
    await press('button', 'Undo');
    await page.locator('dialog [aria-busy=false]').waitFor();
    await page.keyboard.type('taken back');
    await page.getByRole('dialog').locator('button[type=submit]:enabled').waitFor();
    await page.keyboard.press('Enter');
    await done('subscription.resume', 'taken back');
    expect(await count(paused)).toBe(0);
  });
}
