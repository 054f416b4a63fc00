/**
 * `npm run demo`: a walk through the whole product, step by step with Enter.
 * `npm run demo:tour`: the same, chapter by chapter; `-- --yes` without waiting, `-- --json` for programs, one line a
 * step. `-- --chapter returns` (or several) for a part. Exit code 1 when a step fails.
 */
import { install } from './start/build.mjs';
import { Operations } from './demo/operations.mjs';
import { chapters } from './demo/chapters.mjs';
import { leftOut } from './demo/left-out.mjs';
import { forPeople, forPrograms } from './demo/screen.mjs';
import { NoVisit, visit } from './demo/server.mjs';
import { Tour } from './demo/tour.mjs';
import { whenUnread } from './unread.mjs';
import { wordsOf } from './words.mjs';

const options = {
  tour: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  chapter: { type: 'string', multiple: true, default: [] },
};
const usage = `npm run demo [-- --chapter NAME]
npm run demo:tour [-- --yes] [--json] [--chapter NAME]
chapters: ${chapters.map(({ name }) => name).join(', ')}`;

const { values: wishes } = wordsOf(usage, {
  options,
  mistakeIn(given) {
    const unknown = given.chapter.filter((name) => !chapters.some((one) => one.name === name));
    return unknown.length > 0 ? `there is no chapter ${unknown.join(', ')}` : undefined;
  },
});

const isAttended = process.stdin.isTTY && !wishes.yes && !wishes.json;
const every = !isAttended ? 'never' : wishes.tour ? 'chapter' : 'step';

let isUnread = false;
let tour;
whenUnread(() => {
  isUnread = true;
  tour?.stop();
});

try {
  await install();
  const server = await visit((text) => console.error(`     ${text}`));
  try {
    process.exitCode = (await walk(server)) ? 0 : 1;
  } finally {
    await server.close();
  }
} catch (error) {
  if (!(error instanceof NoVisit)) throw error;
  console.error(error.message);
  process.exitCode = 69;
}

/** @returns {Promise<boolean>} whether every step was as it should be */
async function walk(server) {
  const began = performance.now();
  const operations = new Operations(await (await fetch(`${server.url}/openapi.json`)).json());
  const screen = wishes.json ? forPrograms : forPeople({ url: server.url, every });
  tour = new Tour({ server, operations, screen });
  if (isUnread) tour.stop();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => tour.stop());
  const isWanted = ({ name }) => wishes.chapter.length === 0 || wishes.chapter.includes(name);
  for (const chapter of chapters.filter(isWanted)) await tour.walk(chapter);
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  const { steps, failed } = tour;
  const { walked, names } = operations;
  const rest = wishes.chapter.length === 0 ? leftOut(operations, tour.unshown) : {};
  screen.end({ steps, failed, seconds, walked: walked.length, operations: names.length, ...rest });
  screen.close();
  return failed === 0 && (isUnread || !tour.isStopped);
}
