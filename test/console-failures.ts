import { expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { serious } from './console-page.js';
import type { Stage } from './console-stage.js';

/** What was asked for and did not come about is never told as done. */
export function failures(stage: () => Stage): void {
  const dialog = () => stage().page.getByRole('dialog');
  const rows = (sql: string, ...params: unknown[]) => stage().shop.database.query(sql, params);

  /** Somebody asked to give up a dead letter that is not there any more. */
  async function awaiting(): Promise<string> {
    const [id, letter] = [newId(), newId()];
    await rows(
      `insert into platform.approvals (id, action, object, data, reason, command_id, requested_by)
       values ($1, 'dead-letter.discard', $2, $3, 'nobody misses it', $1, 'operator:somebody-else')`,
      ...[id, letter, JSON.stringify({ id: letter, reason: 'nobody misses it' })],
    );
    return id;
  }
  async function confirm(button: string, reason: string): Promise<void> {
    await stage().page.getByRole('button', { name: button }).first().click();
    await dialog().getByLabel('Reason').fill(reason);
    await dialog().locator('button[type=submit]:enabled').click();
  }
  async function expectFailed(button: string, reason: string, why: string): Promise<void> {
    await confirm(button, reason);
    await dialog()
      .getByRole('alert')
      .filter({ hasText: `It was tried, and failed. ${why}` })
      .waitFor();
    await dialog().locator('[aria-busy=false]').waitFor();
    expect(await stage().page.getByRole('status').getByText(reason).count()).toBe(0);
    await stage().page.keyboard.press('Escape');
  }

  it('a dead letter that is sent back with its cause still there: what it failed with, and not that it is done', async () => {
    const id = newId();
    await rows(
      `insert into platform.dead_letters (id, consumer, topic, partition, "offset", msg_key, headers, reason, error, attempts)
       values ($1, 'spec', 'waybill.commands.v1', 0, 31, 'unmended', '[]', 'schema', 'not JSON', 1)`,
      id,
    );
    await stage().go('/dead-letters');
    await expectFailed('Send back: waybill.commands.v1/0@31', 'perhaps it works now', 'envelope: ');
    expect(
      await rows(`select outcome from platform.operator_actions where object = $1 order by seq`, id),
    ).toEqual([{ outcome: 'started' }, { outcome: 'failed' }]);
    await stage().shop.post(`/v1/ops/dead-letters/${id}/discard`, { reason: 'a spec' });
  });

  it('an approval of what cannot be done after all: why not, and not that it is done', async () => {
    const id = await awaiting();
    await stage().go('/operations');
    await expectFailed('Approve', 'agreed', 'there is no such dead letter');
    await eventually(
      async () => (await stage().shop.get(`/v1/ops/approvals/${id}`)).body['state'] === 'failed',
    );
  });

  it('several things, left while it goes on: the rest is not told, and what was refused is', async () => {
    const { shop, page, go } = stage();
    const [first, second] = [await awaiting(), await awaiting()];
    const told: string[] = [];
    let goOn: () => void = () => undefined;
    const left = new Promise<void>((resolve) => (goOn = resolve));
    await page.route('**/reject', async (route) => {
      told.push(route.request().url());
      await left;
      await route.continue();
    });
    await go('/');
    await page.getByRole('button', { name: 'Reject, all 2' }).click();
    await dialog().getByLabel('Reason').fill('too late');
    await dialog().getByLabel('Type 2 to confirm').fill('2');
    await dialog().locator('button[type=submit]:enabled').click();
    await dialog().getByRole('button', { name: 'Reject: 1 of 2' }).waitFor();
    await shop.post(`/v1/ops/approvals/${first}/reject`, { reason: 'I was quicker' });
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    goOn();
    const toast = page.getByRole('status').filter({ hasText: 'Reject: 0 of 2 done.' });
    await toast.getByRole('alert').waitFor();
    expect(await serious(page)).toEqual([]);
    await page.unroute('**/reject');
    expect(told).toEqual([expect.stringContaining(first)]);
    expect((await shop.get(`/v1/ops/approvals/${second}`)).body['state']).toBe('waiting');
    await shop.post(`/v1/ops/approvals/${second}/reject`, { reason: 'a spec' });
  });
}
