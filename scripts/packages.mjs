/** How packages are bundled for Node, so that they do what they do outside a bundle. */

/** Nest asks for packages that it would use if they were there. */
const ABSENT = [
  '@fastify/multipart',
  '@fastify/view',
  '@nats-io/transport-node',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'amqp-connection-manager',
  'class-transformer',
  'class-validator',
  'ioredis',
  'mqtt',
];

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
  // The first must be there before whatever else is loaded, of the second TypeORM takes what is installed, and the third
  // reads files beside its own.
  external: ['reflect-metadata', 'pg', '@platformatic/kafka', ...ABSENT],
  banner: { js: surroundings },
};
