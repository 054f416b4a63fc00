/**
 * The built application as a few files (dist/bundle) instead of three thousand: a process of the fault suites, of which
 * there are dozens, then loads in a third of the time. The code is what is delivered, and believes to be where that is.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const dist = path.resolve(import.meta.dirname, '..', '..', 'dist');
const target = path.join(dist, 'bundle');
const draft = `${target}.${process.pid}`;

/** Nest asks for packages that it would use if they were there. */
const missing = {
  name: 'missing packages stay outside',
  setup: (build) =>
    build.onResolve({ filter: /^[^.]/ }, async ({ path: name, pluginData, ...from }) => {
      if (pluginData === missing) return;
      const { errors } = await build.resolve(name, { ...from, pluginData: missing });
      return errors.length > 0 ? { path: name, external: true } : undefined;
    }),
};

const places = {
  name: 'files know where they are delivered',
  setup: (build) =>
    build.onLoad({ filter: /\.js$/ }, async ({ path: file }) => {
      if (!file.startsWith(dist + path.sep)) return;
      const text = await fs.promises.readFile(file, 'utf8');
      const [folder, url] = [path.dirname(file), pathToFileURL(file).href].map((place) =>
        JSON.stringify(place),
      );
      return { contents: text.replaceAll('import.meta.dirname', folder).replaceAll('import.meta.url', url) };
    }),
};

/** What libraries that are no ES modules take for given. */
const surroundings = `
import { createRequire as requireOfBundle } from 'node:module';
const require = requireOfBundle(import.meta.url), { filename: __filename, dirname: __dirname } = import.meta;`;

if (!fs.existsSync(target)) {
  await build({
    entryPoints: ['main', 'serve'].map((name) => path.join(dist, `${name}.js`)),
    outdir: draft,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    keepNames: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // The one must be there before whatever else is loaded; of the other TypeORM takes what is installed.
    external: ['reflect-metadata', 'pg'],
    plugins: [missing, places],
    banner: { js: surroundings },
  });
  try {
    fs.renameSync(draft, target);
  } catch (error) {
    // Of two that bundle at the same time, one is enough.
    if (!fs.existsSync(target)) throw error;
    fs.rmSync(draft, { recursive: true, force: true });
  }
}
