/**
 * Bundles what a process begins with, libraries and all: three thousand modules take two seconds to load, a few files
 * half of that. Whatever else is in `dist` stays as it was compiled. `npm run build` and `npm start` do.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ofPackages } from './packages.mjs';

const ENTRIES = ['main', 'serve', 'cli/main'];

/** Entries lie in `dist` or one folder below, what they share in `dist/bundle`: code still knows where it was compiled. */
const inItsPlace = (dist) => ({
  name: 'in its place',
  setup: (build) =>
    build.onLoad({ filter: /\.js$/ }, async ({ path: file }) => {
      if (!file.startsWith(dist + path.sep)) return;
      const folder = JSON.stringify(`/${path.relative(dist, path.dirname(file)).replaceAll('\\', '/')}`);
      const text = await fs.promises.readFile(file, 'utf8');
      const place = `(import.meta.dirname.replace(/[\\/](bundle|cli)$/, '') + ${folder})`;
      return { contents: text.replaceAll('import.meta.dirname', () => place) };
    }),
});

/**
 * Classes and functions of a module are called what they were: metrics and messages tell it. To name each closure that
 * is made while the program runs would cost two microseconds; the text stays as long as the source map believes.
 */
const cheaper = (text) =>
  text.replace(/^ .*__name\(.*$/gm, (line) => line.replace(/__name\((?!this, )/g, '__same('));

/** @param {string} dist what was compiled; its entries are replaced */
export async function bundleProgram(dist) {
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    ...ofPackages,
    entryPoints: ENTRIES.map((name) => path.join(dist, `${name}.js`)),
    outbase: dist,
    outdir: dist,
    write: false,
    chunkNames: 'bundle/[name]-[hash]',
    sourcemap: true,
    sourcesContent: false,
    banner: { js: `${ofPackages.banner.js}\nconst __same = (made) => made;` },
    plugins: [...ofPackages.plugins, inItsPlace(dist)],
  });
  fs.mkdirSync(path.join(dist, 'bundle'), { recursive: true });
  for (const { path: file, text } of outputFiles) fs.writeFileSync(file, cheaper(text));
  // Otherwise its process stays as long as this one.
  await stop();
}

if (process.argv[1] === import.meta.filename) {
  await bundleProgram(path.resolve(import.meta.dirname, '..', 'dist'));
}
