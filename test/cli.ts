import { spawn } from 'node:child_process';
import { Writable } from 'node:stream';
import { commandLine } from '../src/cli/program.js';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** One command line in this process, with the environment as it is. */
export async function cli(...argv: string[]): Promise<Ended> {
  const texts = { out: '', err: '' };
  const stream = (name: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((texts[name] += chunk.toString()), done()) });
  const code = await commandLine(argv, { out: stream('out'), err: stream('err') });
  return { code, ...texts };
}

/** What somebody types in a terminal, with nothing in the environment but what is given. */
export function typed(
  words: readonly string[],
  env: Record<string, string>,
  cwd = process.cwd(),
): Promise<Ended> {
  const child = spawn(words[0]!, words.slice(1), {
    cwd,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env } as NodeJS.ProcessEnv,
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...texts }));
  });
}
