import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from './browser.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A draft whose customer cannot make up their mind. */
export const MANY_EVENTS = `
  insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version, data,
    metadata, occurred_at)
  select 'order-' || $1, 1 + i, gen_random_uuid(), gen_random_uuid(), 0, added.type, added.schema_version,
    json_build_object('orderId', $1::text, 'sku', 'MUG', 'name', 'A mug', 'quantity', 1,
      'unitPrice', json_build_object('amountMinor', 1250, 'currency', 'EUR')),
    '{"actor":"spec","correlationId":"c","causationId":null}', clock_timestamp()
  from generate_series(1, $2::int) i, (select 'OrderItemAdded' as type, 1 as schema_version) added`;

/** Drafts of many customers at once. */
export const FLOOD = `
  insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version, data,
    metadata, occurred_at)
  select 'order-' || id, 1, gen_random_uuid(), gen_random_uuid(), 0, 'OrderCreated', 1,
    json_build_object('orderId', id, 'customerId', gen_random_uuid(), 'currency', 'EUR', 'items', json_build_array()),
    '{"actor":"spec","correlationId":"c","causationId":null}', clock_timestamp()
  from (select gen_random_uuid() as id from generate_series(1, $1::int)) drafts`;

/** In the page: presses a key and waits for the frame after the one in which another event is told. */
export const STEP = `new Promise((resolve) => {
  const label = document.querySelector('.slider label');
  const before = label.textContent;
  const begun = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '[', bubbles: true }));
  const look = () => {
    const isThere = label.textContent !== before && document.querySelector('.changes');
    if (isThere) resolve(performance.now() - begun);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

/** In the page: what this machine takes at this moment for work that takes a quiet one about 50 ms. */
export const CALIBRATION = `(() => {
  const begun = performance.now();
  let text = '';
  for (let n = 0; n < 40; n++) {
    text = JSON.stringify(JSON.parse(JSON.stringify(Array.from({ length: 3000 }, (_, at) => ({ at, text: 'x' + at })))));
  }
  return performance.now() - begun + text.length * 0;
})()`;

/** What axe finds that keeps somebody out; of a page in other colours only what colours can do. */
export async function serious(page: Browser['page'], rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe);
  // What is still fading in has too little contrast, and nobody reads it yet.
  await page.evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished))');
  const found = await page.evaluate<{ impact: string; id: string; nodes: { html: string }[] }[]>(
    `axe.run({ resultTypes: ['violations'], xpath: false, ${rules === 'all' ? '' : `runOnly: ['color-contrast', 'link-in-text-block']`} }).then(({ violations }) => violations)`,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
