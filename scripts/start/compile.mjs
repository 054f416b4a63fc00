/**
 * Compiles single files as Jest does, by `.swcrc`. Types are checked by `npm run types`, `npm run build` and editors:
 * what comes out does not depend on them, and checking takes ten times as long.
 */
import fs from 'node:fs';
import path from 'node:path';

/**
 * @param {string} sources the folder that the names are relative to
 * @param {readonly string[]} names of TypeScript files; one that is not there any more is left out
 * @param {string} target the folder for what comes out, each with its source map
 * @throws Error with the place and the line that cannot be read
 */
export async function compile(sources, names, target) {
  const { transform } = await import('@swc/core');
  const one = async (name) => {
    const source = path.join(sources, name);
    if (!fs.existsSync(source)) return;
    const file = path.join(target, name.replace(/\.ts$/, '.js'));
    const text = await fs.promises.readFile(source, 'utf8');
    const cwd = path.dirname(sources);
    const { code, map } = await transform(text, { cwd, root: cwd, filename: source, sourceFileName: source });
    await fs.promises.mkdir(path.dirname(file), { recursive: true });
    await fs.promises.writeFile(file, `${code}//# sourceMappingURL=${path.basename(file)}.map\n`);
    await fs.promises.writeFile(`${file}.map`, map);
  };
  await Promise.all(names.map(one));
}

/** @returns {boolean} whether a file of `src` belongs into what is delivered, as tsconfig.build.json says */
export const isDelivered = (name) =>
  name.endsWith('.ts') &&
  !/\.((int-|e2e-)?spec|d)\.ts$/.test(name) &&
  !name.replaceAll('\\', '/').startsWith('platform/testing/');
