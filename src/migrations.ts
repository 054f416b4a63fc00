import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MigrationClass } from './platform/event-store/migrate.js';

const here = import.meta.dirname;
const isMigration = (file: string): boolean => /(^|[\\/])migrations[\\/]\d{13}-[a-z0-9-]+\.[jt]s$/.test(file);
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(isMigration);
files.sort((a, b) => path.basename(a).localeCompare(path.basename(b)));

/**
 * Every migration ever shipped, in order: the one class of each `<room>/migrations/<number>-<name>.ts`, which ends in the
 * number. One that has run somewhere never changes.
 */
export const migrations: readonly MigrationClass[] = await loaded(files);

async function loaded(names: readonly string[]): Promise<MigrationClass[]> {
  const found: MigrationClass[] = [];
  for (const name of names) {
    const { href } = pathToFileURL(path.join(here, name));
    const classes = Object.values((await import(href)) as Record<string, MigrationClass>);
    const [number] = path.basename(name).split('-');
    if (classes.length !== 1 || !classes[0]!.name.endsWith(number!)) {
      throw new Error(`${name} must export one class, named so that it ends in ${number}`);
    }
    found.push(classes[0]!);
  }
  return found;
}
