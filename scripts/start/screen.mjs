/** What `npm start` shows: numbered steps with their times, then where to go. */
import { Unusable } from '../postgres-binaries.mjs';

export { Unusable };

const total = 6;
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const say = (text) => process.stdout.write(text);

let count = 0;

/**
 * Runs one step and prints its line.
 *
 * @template Result
 * @param {string} name
 * @param {() => Promise<{ note?: string, name?: string, result?: Result }>} work `name` replaces the first one
 * @returns {Promise<Result>}
 */
export async function step(name, work) {
  const since = performance.now();
  const label = (text) => ` ${Math.min(++count, total)}/${total} ${text.padEnd(16)}`;
  if (process.stdout.isTTY) {
    say(` ${count + 1}/${total} ${name} ...`);
  }
  const clear = process.stdout.isTTY ? '\r\u001b[2K' : '';
  try {
    const { note = '', name: better = name, result } = await work();
    say(`${clear}${label(better)} ok  ${seconds(since).padStart(7)}   ${note}`.trimEnd() + '\n');
    return result;
  } catch (error) {
    say(`${clear}${label(name)} failed\n`);
    throw error;
  }
}

/** @param {string} text one sentence between the steps */
export const notice = (text) => say(`     ${text}\n`);

/**
 * @param {object} facts
 * @param {string} facts.url
 * @param {boolean} facts.servesApi false for a worker
 * @param {boolean} facts.console whether there is one
 * @param {string} facts.kafka
 * @param {string} facts.log where the log goes
 * @param {{ file: string, tokens: Record<string, string>, customerId: string } | undefined} facts.demo
 * @param {number} facts.since performance.now() of the beginning
 */
export function banner({ url, servesApi, console: hasConsole, kafka, log, demo, since }) {
  const lines = [
    `Ready in ${seconds(since)}`,
    '',
    ...(hasConsole ? [`Console    ${url}/console`] : []),
    ...(servesApi
      ? [`API docs   ${url}/docs${demo ? '          try it there: a demo token is filled in' : ''}`]
      : []),
    `Metrics    ${url}/metrics`,
    `Health     ${url}/health/ready`,
    `Kafka      ${kafka}`,
    `Log        ${log}`,
    ...(demo && servesApi ? demoLines(url, demo) : []),
    '',
    'Stop: Ctrl-C',
  ];
  say(`\n${lines.map((line) => ` ${line}`.trimEnd()).join('\n')}\n`);
}

function demoLines(url, { file, tokens, customerId }) {
  const order = {
    customerId,
    currency: 'EUR',
    items: [{ sku: 'MUG-BLUE', quantity: 2 }],
    shippingAddress: {
      name: 'Ada',
      line1: '1 Quay Street',
      city: 'Dublin',
      postalCode: 'D02',
      country: 'IE',
    },
    paymentMethod: { type: 'card', token: 'tok_ok' },
    confirm: true,
  };
  return [
    '',
    `Demo tokens, good for 12 hours (also in ${file})`,
    ...Object.entries(tokens).map(([role, token]) => `${role.padEnd(14)} ${token}`),
    '',
    'A first order:',
    `TOKEN=${tokens.customer}`,
    `curl -s ${url}/v1/orders -H "authorization: Bearer $TOKEN" -H "idempotency-key: $(date +%s)" -H 'content-type: application/json' -d '${JSON.stringify(order)}'`,
  ];
}
