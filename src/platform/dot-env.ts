import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { exitCodeOfWrongSettings } from './config.js';

/** The `.env` of the project, whether this runs from `src` or from `dist`. */
const file = path.resolve(import.meta.dirname, '..', '..', '.env');

/**
 * Takes what `.env` says into the environment, which wins. Every entry point begins with this: whether a setting
 * counts must not depend on which command is typed. Tests have settings of their own. A `.env` that is there and cannot
 * be read ends the process: going on without it could mean another database.
 */
export function loadDotEnv(): void {
  if (process.env['NODE_ENV'] === 'test') return;
  for (const [name, value] of Object.entries(parseEnv(textOf(file)))) process.env[name] ??= value;
}

function textOf(path: string): string {
  try {
    // Editors on Windows begin a file with a mark that would become part of the first name.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    const hint = code === 'EISDIR' ? 'it is a folder' : message;
    process.stderr.write(`The settings in ${path} cannot be read: ${hint}.\n`);
    process.exit(exitCodeOfWrongSettings);
  }
}
