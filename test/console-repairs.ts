import { expect, it } from '@jest/globals';
import { eventually } from '../src/platform/testing/eventually.js';
import type { Hand } from './console-keyboard.js';
import { serious } from './console-page.js';
import type { Stage } from './console-stage.js';
import { stuckOrders } from './stuck-orders.js';

const MOST_STEPS = 4;

interface Wish {
  /** What is looked at in the dialog, before a reason is given. */
  readonly look?: () => Promise<void>;
  /** How many they are, where that is asked for. */
  readonly typed?: string;
}

/** What fails when the events of these types are stored, and how it is mended. */
const breakage = (types: string) => `
  create or replace function spec_breakage() returns trigger language plpgsql as
    $$ begin raise exception 'the disk of the cellar is full'; end $$;
  create trigger spec_breakage before insert on platform.events for each row
    when (new.type in (${types})) execute function spec_breakage()`;
const mended = 'drop function if exists spec_breakage() cascade';

/** Nobody waits for tries that are spread over minutes; one that is under way now ends as it began. */
const NOW = `
  update platform.parked set attempts = 100, next_attempt_at = now() where resolved_at is null and sequence = $1 and state = 'retrying'`;

/** Each as somebody does it who sees it for the first time: what is written on the page, and the keyboard. */
export function repairs(stage: () => Stage, hand: () => Hand): void {
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
  const by = { action: 'saga.retry', actor: 'operator:demo-operator', reason: 'paper came' };
  const recorded = (orderId: string) =>
    rows(
      `select action, actor, reason, outcome from platform.operator_actions where object = $1 order by 1, 4`,
      orderId,
    );

  /** Goes to a screen, presses what is written on a button, says why, and confirms. */
  async function repair(screen: string, button: string, reason: string, wish: Wish = {}): Promise<void> {
    const { page, go } = stage();
    await go('/find');
    await page.getByRole('heading', { level: 1, name: 'Found for' }).waitFor();
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
      await wish.look?.();
      await hand().type(reason);
      if (wish.typed === undefined) return;
      await hand().press('Tab');
      await hand().type(wish.typed);
    });
    await dialog.locator('button[type=submit]:enabled').waitFor();
    await step(() => hand().press('Enter'));
    await page.getByRole('status').filter({ hasText: reason }).waitFor();
    expect(steps).toBeLessThanOrEqual(MOST_STEPS);
  }

  /** Tab by tab until the focus is on what says so, then Enter. */
  async function press(tag: 'a' | 'button', text: string): Promise<void> {
    const role = tag === 'a' ? 'link' : 'button';
    await stage().page.getByRole(role, { name: text }).first().waitFor();
    await hand().tabTo(tag, text);
    await hand().press('Enter');
  }

  /** Until somebody decides on the event of it that failed. */
  const parkedFor = (sequence: string) =>
    eventually(async () => {
      await rows(NOW, sequence);
      return (
        (await count(
          `platform.parked where resolved_at is null and sequence = $1 and state = 'parked'`,
          sequence,
        )) > 0
      );
    });

  it('J4: a stuck order is seen, what retrying leads to is shown, and it goes out once', async () => {
    const { shop, page } = stage();
    const [id] = await stuckOrders(shop, 1);
    await repair('Inbox', 'Retry now', 'paper came', {
      look: async () => {
        await page.getByRole('dialog').getByText('OperatorStepped: verb retry').waitFor();
        await page.getByRole('dialog').getByText('DispatchShipment (step ship').waitFor();
        expect((await shop.get(`/v1/orders/${id}`)).body['status']).toBe('paid');
        expect(await recorded(id!)).toEqual([]);
      },
    });
    await page.getByText('Recorded for demo-operator: “paper came”').waitFor();
    await press('a', 'See the order');
    await page.locator('.facts').getByText('shipped').waitFor();
    await shop.rest(id!, 'shipped');
    expect(await count(`simulator.parcels where order_id = $1 and state = 'accepted'`, id)).toBe(1);
    expect(await count(`platform.events where stream_id = $1 and type = 'OrderShipped'`, `order-${id}`)).toBe(
      1,
    );
    expect(await recorded(id!)).toEqual([
      { ...by, outcome: 'done' },
      { ...by, outcome: 'started' },
    ]);
  });

  it('gives up, knowing why it is stuck: compensated, and the money is back', async () => {
    const { shop, page } = stage();
    const [id] = await stuckOrders(shop, 1);
    await repair('Inbox', 'Compensate', 'no paper ever', {
      look: async () => {
        await page.getByText('This cannot be taken back.').waitFor();
        expect(await serious(page)).toEqual([]);
        const why = /Fulfilment is stuck at ship: .*out of paper/;
        expect(await page.locator('.cause h2', { hasText: why }).count()).toBe(1);
      },
    });
    await shop.rest(id!, 'cancelled');
    expect(await recorded(id!)).toMatchObject([{ action: 'saga.compensate', outcome: 'done' }, {}]);
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
    await parkedFor(`order-${id}`);
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
    await shop.until(`/v1/simulator/charges?orderId=${id}`, ({ items }) => items.length === 1);
    await shop.runOutOfPatience(id);
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

  it('J6: a read model that is wrong is found, and computed anew beside the live one', async () => {
    const { shop, page } = stage();
    const id = await shop.place();
    await shop.rest(id, 'shipped');
    const mendedRow = `orders.order_list where order_id = $1 and status = 'shipped'`;
    // What still comes to the row would mend it.
    await eventually(async () => (await count(mendedRow, id)) === 1);
    await rows(`update orders.order_list set status = 'draft' where order_id = $1`, id);
    await repair('Projections', 'Verify: orders.order-list', 'a customer says otherwise');
    await page.getByText('1 row differs').waitFor();
    await hand().tabTo('summary', '1 row differs');
    await hand().press('Enter');
    await page.locator('pre', { hasText: id }).waitFor();
    await repair('Projections', 'Rebuild: orders.order-list', 'one row differs');
    await eventually(async () => (await count(mendedRow, id)) === 1);
    await done('subscription.rebuild', 'one row differs');
    await repair('Projections', 'Verify: orders.order-list', 'is it right now');
    await page.getByText('no difference').first().waitFor();
  });

  it('tells all of one cause at once, their number typed', async () => {
    const { shop } = stage();
    const ids = await stuckOrders(shop, 2);
    await repair('Inbox', 'Compensate, all 2', 'the carrier has closed', { typed: '2' });
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
      await parkedFor(`order-${id}`);
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
    await hand().type('taken back');
    await page.getByRole('dialog').locator('button[type=submit]:enabled').waitFor();
    await hand().press('Enter');
    await done('subscription.resume', 'taken back');
    expect(await count(paused)).toBe(0);
  });
}
