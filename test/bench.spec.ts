import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bench = path.join(root, 'bench');
const textOf = (...parts: string[]) => fs.readFileSync(path.join(...parts), 'utf8');
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match.slice(1));

const scripts = fs
  .readdirSync(bench, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.mjs') && !/(^|\/)(node_modules|results)\//.test(file));
const rowFiles = fs.readdirSync(path.join(bench, 'rows')).filter((file) => file.endsWith('.mjs'));

describe('The bench', () => {
  const names = rowFiles.map((file) => /export const name = '(.*)'/.exec(textOf(bench, 'rows', file))?.[1]);

  it('explains each row that it measures, and no other', () => {
    const explained = found(textOf(bench, 'README.md'), /^\| `([\w-]+)`/gm).flat();
    expect(explained.sort()).toEqual([...names].sort());
  });

  it('measures each row that there is', () => {
    const session = textOf(bench, 'lib', 'session.mjs');
    const imported = found(session, /import \* as (\w+) from '\.\.\/rows\/(.*)'/g);
    expect(imported.map(([, file]) => file).sort()).toEqual(rowFiles.sort());
    const [list] = found(session, /const rows = \[([^\]]*)\]/g).flat();
    expect(list!.match(/\w+/g)!.sort()).toEqual(imported.map(([name]) => name).sort());
  });

  it.each(scripts)('finds in the build what %s asks of it', (file) => {
    const text = textOf(bench, file);
    const files = found(text, /import\('(?:\.\.\/)+dist\/(.*?)\.js'\)/g);
    const providers = found(text, /provider\(\s*app,\s*'(.*?)',\s*'(.*?)'\s*\)/g);
    const destructured = found(
      text,
      /const \{ ([\w, ]+) \} = await import\(\s*'(?:\.\.\/)+dist\/(.*?)\.js'/g,
    );
    for (const [source] of files) expect(fs.existsSync(path.join(root, 'src', `${source}.ts`))).toBe(true);
    const asked = [
      ...providers.map(([source, name]) => [source!, name!]),
      ...destructured.flatMap(([wanted, source]) => wanted!.split(', ').map((name) => [source!, name])),
    ];
    for (const [source, name] of asked) {
      const exported = new RegExp(`^export (abstract class|class|const|(async )?function) ${name}\\b`, 'm');
      expect(textOf(root, 'src', `${source}.ts`)).toMatch(exported);
    }
  });

  it('says how it is used before it installs anything', () => {
    const help = execFileSync(process.execPath, [path.join(bench, 'run.mjs'), '--help'], {
      encoding: 'utf8',
    });
    const options = found(textOf(bench, 'run.mjs'), /^ {4}'?([\w-]+)'?: \{ type:/gm).flat();
    expect(options).toContain('quick');
    for (const option of options.filter((name) => name !== 'help')) expect(help).toContain(`--${option} `);
  });
});
