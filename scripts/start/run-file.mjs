/** `run.json`: where everything is, for scripts; readable by this account only, and gone after a clean stop. */
import fs from 'node:fs';
import path from 'node:path';
import { hold } from './lock.mjs';

/**
 * @param {string} dataDir
 * @param {{ url: string }} facts
 * @returns {Promise<{ file: string, isSecond: boolean, remove(): Promise<void> }>}
 */
export async function announce(dataDir, facts) {
  const common = path.join(dataDir, 'run.json');
  const { lock } = await hold(common);
  const file = lock ? common : path.join(dataDir, `run-${new URL(facts.url).port}.json`);
  fs.rmSync(file, { force: true });
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
  const remove = async () => {
    fs.rmSync(file, { force: true });
    await lock?.release();
  };
  return { file, isSecond: !lock, remove };
}

/** @returns {Partial<Record<string, unknown>> | undefined} undefined when there is none, or half of one */
export function announced(dataDir) {
  try {
    const facts = JSON.parse(fs.readFileSync(path.join(dataDir, 'run.json'), 'utf8'));
    return typeof facts === 'object' && facts !== null ? facts : undefined;
  } catch {
    return undefined;
  }
}
