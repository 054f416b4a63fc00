import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { typed } from './cli.js';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
/** Their words are for Jest, or read by the program once it is built: `dot-env.e2e-spec`, `cli-operating.e2e-spec`. */
const others = /scripts\/(test|cli)\.mjs/;
const programs = [
  ...new Set(Object.values(scripts).flatMap((line) => /^exec node (\S+)/.exec(line)?.[1] ?? [])),
].filter((file) => !others.test(file));

describe('Every script of package.json', () => {
  it.each(programs)('%s tells what it can be asked, and does nothing', async (file) => {
    const { code, out, err } = await typed([process.execPath, file, '--help'], {});
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/npm (run|start)/);
  });

  it.each(programs)('%s refuses a word that it does not know, without a stack', async (file) => {
    const { code, out, err } = await typed([process.execPath, file, '--no-such-word'], {});
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/Unknown option '--no-such-word'\n.*npm (run|start)/);
    expect(err).not.toMatch(/\n +at /);
  });

  it.each([
    ['scripts/kafka.mjs', ['--port', 'high']],
    ['scripts/kafka.mjs', ['4.2.0']],
    ['scripts/chaos.mjs', ['--minutes', '0']],
    ['scripts/demo.mjs', ['--chapter', 'nothing']],
    ['scripts/clients.mjs', ['cobol']],
    ['scripts/nodes.mjs', ['newest']],
    ['bench/run.mjs', ['--flush', 'never']],
    ['bench/run.mjs', ['--rounds', 'many']],
  ])('%s refuses %j', async (file, words) => {
    const { code, err } = await typed([process.execPath, file, ...words], {});
    expect([code, err]).toEqual([2, expect.stringMatching(/^.+\n[^]*npm run/)]);
    expect(err).not.toMatch(/\n +at /);
  });
});
