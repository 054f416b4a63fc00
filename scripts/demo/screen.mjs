/** What a tour says: for a person who reads along, for one who only looks, or for a program. */
import readline from 'node:readline/promises';

const say = (text) => process.stdout.write(`${text}\n`);
const shorter = (text, length) => (text.length > length ? `${text.slice(0, length)} ...` : text);
const wrapped = (text, indent) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(.{1,96})(?: |$)/g, (_, line) => `${indent}${line}\n`)
    .trimEnd();

/** One JSON document for each step, and one for the end. */
export const forPrograms = {
  chapter: () => undefined,
  before: () => undefined,
  after({ chapter, number, title, toSee, curl, operation, reply, ms, wrong }) {
    const outcome = wrong === undefined ? 'ok' : 'failed';
    const seen = {
      status: reply?.status,
      ...(wrong && { wrong, answer: shorter(reply?.text ?? '', 2_000) }),
    };
    say(JSON.stringify({ step: number, chapter, title, outcome, ms, toSee, ...seen, operation, curl }));
  },
  end(summary) {
    say(JSON.stringify({ summary }));
  },
  close: () => undefined,
};

/** @param {{ url: string, every: 'step' | 'chapter' | 'never' }} options when to wait for Enter */
export function forPeople({ url, every }) {
  const waiting = waitFor(every);
  before(url);
  return {
    async chapter({ title, about }) {
      say(`\n${title}\n${'='.repeat(title.length)}\n${wrapped(about, '')}`);
      waiting.chapter();
      if (every === 'chapter') await waiting.pause();
    },
    async before({ title, why, toSee, curl }) {
      if (!waiting.isExplaining) return;
      say(`\n  ${title}`);
      if (why) say(wrapped(why, '     '));
      if (curl) say(`     ${curl}`);
      say(`     to be seen: ${toSee}`);
      await waiting.pause();
    },
    after({ number, title, toSee, curl, reply, ms, wrong }) {
      const isTold = waiting.isExplaining;
      const mark = wrong === undefined ? 'ok' : 'failed';
      say(`${isTold ? '' : '\n'}${String(number).padStart(4)} ${title.padEnd(70)} ${mark}  ${ms} ms`);
      if (!isTold && curl) say(`     ${curl}`);
      if (!isTold) say(`     to be seen: ${toSee}`);
      if (wrong !== undefined) say(`     FAILED: ${wrong}`);
      if (reply && (isTold || wrong !== undefined)) say(`     ${reply.status} ${shorter(reply.text, 600)}`);
    },
    end,
    close: () => waiting.close(),
  };
}

function before(url) {
  say(`\nThe lines with curl are to be typed as they stand, after:\n`);
  say(`  URL=${url}`);
  for (const role of ['operator', 'service', 'customer', 'otherCustomer']) {
    const variable = role.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    say(`  ${variable}=$(npm run --silent cli -- token ${role})`);
  }
}

/** Enter goes on, `c` does the rest of the chapter without waiting; so does the end of the input with all of it. */
function waitFor(every) {
  if (every === 'never')
    return { isExplaining: false, chapter: () => {}, pause: () => Promise.resolve(), close: () => {} };
  const terminal = readline.createInterface({ input: process.stdin });
  let isOver = false;
  const over = new Promise((resolve) => terminal.once('close', () => resolve((isOver = true))));
  const waiting = {
    isExplaining: every === 'step',
    chapter: () => (waiting.isExplaining = every === 'step' && !isOver),
    async pause() {
      if (isOver) return;
      process.stdout.write(
        every === 'step' ? '     [Enter: do it, c: the rest of the chapter] ' : '[Enter] ',
      );
      const answer = await Promise.race([terminal.question(''), over]);
      if (isOver || String(answer).trim() === 'c') waiting.isExplaining = false;
    },
    close: () => terminal.close(),
  };
  return waiting;
}

function end({ steps, failed, seconds, walked, operations, notWalked = [], notThere = [], forgotten = [] }) {
  say(
    `\n${steps} steps in ${seconds} s, ${failed} failed; ${walked} of ${operations} operations seen at work.`,
  );
  const list = (heading, rows) => {
    if (rows.length > 0) say(`\n${heading}\n${rows.map((row) => `  ${row}`).join('\n')}`);
  };
  const withReason = (rows) => rows.map(({ operation, reason }) => `${operation}: ${reason}`);
  list('Served, and not shown:', withReason(notWalked));
  list('Not there (yet):', withReason(notThere));
  list('Forgotten by this tour:', forgotten);
}
