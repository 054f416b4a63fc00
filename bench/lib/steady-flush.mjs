/** A library that makes each flush of a process take one millisecond, built here from a few lines of C. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const SOURCE = path.join(import.meta.dirname, 'steady-flush.c');

/**
 * @param {string} folder where the library goes
 * @returns {Promise<string>} its path
 */
export async function steadyFlush(folder) {
  const library = path.join(folder, 'steady-flush.so');
  const args = ['-shared', '-fPIC', '-O2', '-o', library, SOURCE];
  try {
    await promisify(execFile)('cc', args);
  } catch (error) {
    const said = error.code === 'ENOENT' ? 'there is no cc here' : error.stderr;
    const sentence = `--flush 1ms needs a C compiler, cc: ${said}`;
    fs.rmSync(folder, { recursive: true, force: true });
    throw Object.assign(new Error(sentence), { sentence });
  }
  fs.chmodSync(library, 0o755);
  return library;
}
