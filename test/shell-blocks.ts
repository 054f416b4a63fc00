import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The ```sh blocks of a page, in order. */
export const shellBlocks = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block!);

/** A loop that waits for what never comes must not outlive its test. */
const PATIENCE_MS = 50_000;

export interface ShellResult {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs lines as a reader would type them, one after the other in one shell; stops at the first that fails. An answer
 * that is a problem counts as failed.
 */
export async function runShell(lines: string, cwd: string): Promise<ShellResult> {
  const strict = 'set -euo pipefail; curl() { command curl --fail-with-body --max-time 30 "$@"; echo; }';
  const shell = spawn('bash', ['-c', `${strict}\n${lines}`], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
  });
  let output = '';
  shell.stdout.on('data', (data: Buffer) => (output += data.toString()));
  shell.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve) => shell.once('close', (code) => resolve({ code, output })));
}
