import { describe, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findJava, hasJars, hasMaven, versions } from '../../scripts/kafka-jars.mjs';

const examples = join(import.meta.dirname, '..', '..', 'examples');

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end; a program that is not there ends with code null. */
function run(program: string, args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(program, args);
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (err += String(data)));
    child.once('error', (error) => resolve({ code: null, out, err: error.message }));
    child.once('close', (code) => resolve({ code, out, err }));
    // One that never read its input closed the pipe: its exit code says what happened.
    child.stdin.on('error', () => undefined).end(input);
  });
}

/** @throws Error with what the program complained about, unless it ended well */
async function must(program: string, args: readonly string[], input?: string): Promise<Run> {
  const done = await run(program, args, input);
  if (done.code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${done.code}: ${done.err}`);
  return done;
}

/** Debian installs packages for its own Python, which is not always the first in the path. */
async function findPython(): Promise<string | undefined> {
  for (const python of ['/usr/bin/python3', 'python3']) {
    if ((await run(python, ['-c', 'import kafka, jsonschema'])).code === 0) return python;
  }
  return undefined;
}

const python = await findPython();
const java = (await findJava()) && (hasJars(versions[0]!) || (await hasMaven()));

/** Why a client of another language cannot run here; undefined if it can. */
const missing = {
  kcat: (await run('kcat', ['-V'])).code === 0 ? undefined : 'kcat is not installed',
  python: python ? undefined : 'no python3 with kafka and jsonschema (python3-kafka, python3-jsonschema)',
  java: java ? undefined : 'no Java 17 with the jars of Kafka or Maven to fetch them',
};

/** A suite that needs the tool: skipped with the reason where it is missing, but under CI a failure. */
export function describeWith(tool: keyof typeof missing, name: string, suite: () => void): void {
  const reason = missing[tool];
  if (!reason) return describe(name, suite);
  if (process.env['CI'] !== 'true') return describe.skip(`${name} (skipped: ${reason})`, suite);
  describe(name, () => {
    it('has what it needs', () => {
      throw new Error(reason);
    });
  });
}

/** Runs a script below `examples/`. */
export const example = (script: string, args: readonly string[], input?: string): Promise<Run> =>
  script.endsWith('.py')
    ? must(python!, [join(examples, script), ...args], input)
    : must(join(examples, script), args, input);

export const kcat = (args: readonly string[], input?: string): Promise<Run> => must('kcat', args, input);

export const linesOf = ({ out }: Run): string[] => out.split('\n').filter((line) => line !== '');
