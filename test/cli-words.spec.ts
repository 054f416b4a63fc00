import { Writable } from 'node:stream';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answeredByWords } from '../src/cli/program.js';

/** What the words alone lead to, and what was said. */
async function answered(...argv: string[]) {
  const texts = { out: '', err: '' };
  const screen = (name: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((texts[name] += chunk.toString()), done()) });
  const code = await answeredByWords(argv, { out: screen('out'), err: screen('err') });
  return { code, ...texts };
}

/** Every command that does something, typed in full. */
async function commands(...words: string[]): Promise<string[][]> {
  const { out } = await answered(...words, '--help');
  const usage = /^Usage: npm run cli -- (.*)$/m.exec(out)![1]!;
  const names = [...(out.split(/^Commands:$/m)[1] ?? '').matchAll(/^ {2}([a-z-]+)/gm)].map(
    ([, name]) => name!,
  );
  const below = names.filter((name) => name !== 'help');
  const deeper = (await Promise.all(below.map((name) => commands(...words, name)))).flat();
  // Words that are only the way to others have help among them.
  if (names.includes('help')) return deeper;
  const id = '0190f5a2-7c1e-7b7a-9d53-2f5b6a1c0d11';
  const given = [...usage.matchAll(/<([^>]+)>/g)].map(([, name]) => (name === 'role' ? 'operator' : id));
  const reason = out.includes('--reason') ? ['--reason', 'x'] : [];
  return [[...words, ...given, ...reason], ...deeper];
}

describe('The words of a command line alone', () => {
  beforeEach(() => {
    delete process.env['DATABASE_URL'];
  });

  it('run nothing, whatever is to be run', async () => {
    const all = await commands();
    for (const argv of all) {
      expect([argv, await answered(...argv)]).toEqual([argv, { code: undefined, out: '', err: '' }]);
    }
    const nouns = all.map(([noun]) => noun);
    expect(nouns).toEqual(expect.arrayContaining(['archive', 'saga', 'topics', 'verify', 'import', 'repl']));
  });

  it.each([
    ['help', /^Usage: npm run cli -- \[options\]/],
    ['help saga', /^Usage: npm run cli -- saga /],
    ['saga help retry', /^Usage: npm run cli -- saga retry /],
    ['saga help', /^Usage: npm run cli -- saga /],
    ['saga --help', /^Usage: npm run cli -- saga /],
  ])('give the help that was asked for on stdout: %s', async (words, help) => {
    expect(await answered(...words.split(' '))).toEqual({
      code: 0,
      out: expect.stringMatching(help),
      err: '',
    });
  });

  it.each(['', 'saga', 'help nothing', 'nothing', 'saga nothing', 'archive nothing', 'archive list more'])(
    'complain on stderr where they lead nowhere: "%s"',
    async (words) => {
      const argv = words.split(' ').filter(Boolean);
      expect(await answered(...argv)).toEqual({ code: 2, out: '', err: expect.stringMatching(/./) });
    },
  );
});
