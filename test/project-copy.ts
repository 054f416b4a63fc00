import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const needed = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  '.swcrc',
];

/**
 * The project as somebody would have cloned it, in a folder with spaces in its name; whoever asks removes the folder
 * around it.
 *
 * @param more what else it shall hold, such as `dist`
 */
export function copyOfTheProject(from: string, more: readonly string[] = []): string {
  const folder = path.join(mkdtempSync(path.join(realpathSync(os.tmpdir()), 'waybill start ')), 'my project');
  mkdirSync(folder);
  chmodSync(path.dirname(folder), 0o755);
  for (const name of [...needed, 'scripts', 'src', 'web', ...more]) {
    cpSync(path.join(from, name), path.join(folder, name), { recursive: true, preserveTimestamps: true });
  }
  symlinkSync(realpathSync(path.join(process.cwd(), 'node_modules')), path.join(folder, 'node_modules'));
  return folder;
}
