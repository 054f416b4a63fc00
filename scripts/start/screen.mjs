/** What `npm start` shows: numbered steps with their times, then where to go. With `--json` one line for each phase. */
import { Unusable } from '../postgres-binaries.mjs';

export { Unusable };

const total = 6;
const secondsSince = (since) => Number(((performance.now() - since) / 1000).toFixed(1));
const shown = (seconds) => `${seconds.toFixed(1)} s`;
const say = (text) => process.stdout.write(text);

let count = 0;
let json = false;

/** For programs: from now on each phase is one JSON document, and what else is said goes to stderr. */
export const speakJson = () => (json = true);

/** @param {string} phase */
export const tell = (phase, state, facts = {}) =>
  json && say(`${JSON.stringify({ phase, state, ...facts })}\n`);

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
  const onTerminal = process.stdout.isTTY && !json;
  const label = (text) => ` ${Math.min(++count, total)}/${total} ${text.padEnd(16)}`;
  if (onTerminal) say(` ${count + 1}/${total} ${name} ...`);
  const clear = onTerminal ? '\r\u001b[2K' : '';
  try {
    const { note = '', name: better = name, result } = await work();
    const seconds = secondsSince(since);
    tell(name, 'done', { seconds, note });
    if (!json) say(`${clear}${label(better)} ok  ${shown(seconds).padStart(7)}   ${note}`.trimEnd() + '\n');
    return result;
  } catch (error) {
    if (!json) say(`${clear}${label(name)} failed\n`);
    tell(name, 'failed', { seconds: secondsSince(since), error: error.message });
    throw error;
  }
}

/** @param {string} text one sentence between the steps */
export const notice = (text) => (json ? process.stderr : process.stdout).write(`     ${text}\n`);

/**
 * The last words of a start: addresses first, twelve lines at most.
 *
 * @param {object} facts
 * @param {string} facts.url
 * @param {boolean} facts.servesApi false for a worker
 * @param {boolean} facts.console whether there is one
 * @param {string} facts.kafka
 * @param {string} facts.log where the log goes
 * @param {string} facts.runFile with the tokens
 * @param {boolean} facts.demo whether there are demo tokens
 * @param {number} facts.since performance.now() of the beginning
 */
export function banner({ url, servesApi, console: hasConsole, kafka, log, runFile, demo, since }) {
  tell('ready', 'done', { seconds: secondsSince(since), url, runFile, log, kafka });
  if (json) return;
  const row = (name, where, about = '') => `${name.padEnd(11)} ${where.padEnd(36)} ${about}`;
  const lines = [
    ...(servesApi
      ? [row('Start page', `${url}/`, demo ? 'tokens, orders, the next three things to try' : '')]
      : []),
    ...(hasConsole ? [row('Console', `${url}/console`)] : []),
    ...(servesApi
      ? [row('API docs', `${url}/docs`, demo ? 'try it there: a demo token is filled in' : '')]
      : []),
    ...(servesApi ? [row('Events', `${url}/asyncapi`)] : []),
    row('Metrics', `${url}/metrics`),
    row('Health', `${url}/health/ready`),
    row('Kafka', kafka),
    row('Log', log),
    ...(demo && servesApi ? [row('Tokens', 'npm run cli -- token operator', `or from ${runFile}`)] : []),
    '',
    `Ready in ${shown(secondsSince(since))}. Stop: Ctrl-C`,
  ];
  say(`\n${lines.map((line) => ` ${line}`.trimEnd()).join('\n')}\n`);
}
