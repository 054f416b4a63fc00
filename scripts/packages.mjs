/** How packages are bundled for Node, so that they do what they do outside a bundle. */
import fs from 'node:fs';

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

/**
 * Two files of Nest as they would be better: one requires TypeORM a second time, all of it, to find out that it lacks
 * two classes which 1.0 has removed; the other takes an error from the door of its package, a circle that only begins
 * in the right place if the door is opened first.
 */
const mended = {
  name: 'mended packages',
  setup: (build) => {
    build.onLoad({ filter: /@nestjs[\\/]typeorm[\\/]dist[\\/]common[\\/]typeorm-compat\.js$/ }, () => ({
      contents: 'export const Connection = undefined, AbstractRepository = undefined;',
    }));
    build.onLoad({ filter: /@nestjs[\\/]cqrs[\\/]dist[\\/]command-bus\.js$/ }, ({ path: file }) => ({
      contents: fs.readFileSync(file, 'utf8').replace("from './index.js'", "from './exceptions/index.js'"),
    }));
  },
};

/** What libraries that are no ES modules take for given. */
const surroundings = `
import { createRequire as requireOfBundle } from 'node:module';
const require = requireOfBundle(import.meta.url), { filename: __filename, dirname: __dirname } = import.meta;`;

/** @type {import('esbuild').BuildOptions} */
export const ofPackages = {
  bundle: true,
  splitting: true,
  keepNames: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Of a package the same files as Node takes.
  conditions: [],
  logLevel: 'error',
  // The first must be there before whatever else is loaded, of the second TypeORM takes what is installed, and the last
  // reads files beside its own.
  external: ['reflect-metadata', 'pg', '@platformatic/kafka'],
  banner: { js: surroundings },
  plugins: [missing, mended],
};
