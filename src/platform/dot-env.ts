import { existsSync } from 'node:fs';
import path from 'node:path';

/** The `.env` of the project, whether this runs from `src` or from `dist`. */
const file = path.resolve(import.meta.dirname, '..', '..', '.env');

/**
 * Takes what `.env` says into the environment, which wins. Every entry point begins with this: whether a setting
 * counts must not depend on which command is typed. Tests have settings of their own.
 */
export function loadDotEnv(): void {
  if (process.env['NODE_ENV'] !== 'test' && existsSync(file)) process.loadEnvFile(file);
}
