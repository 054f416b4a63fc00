/**
 * The large libraries as a few files: each test file loads them anew, and two thousand modules take Jest seconds.
 * Made once for each state of the lock file, beside what it is made of.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ofPackages } from '../packages.mjs';

const LIBRARIES = [
  '@fastify/cors',
  '@modelcontextprotocol/sdk/client/index.js',
  '@modelcontextprotocol/sdk/client/streamableHttp.js',
  '@modelcontextprotocol/sdk/server/index.js',
  '@modelcontextprotocol/sdk/server/streamableHttp.js',
  '@modelcontextprotocol/sdk/types.js',
  '@nestjs/common',
  '@nestjs/common/constants.js',
  '@nestjs/core',
  '@nestjs/cqrs',
  '@nestjs/microservices',
  '@nestjs/platform-fastify',
  '@nestjs/platform-fastify/constants.js',
  '@nestjs/swagger',
  '@nestjs/testing',
  '@nestjs/typeorm',
  '@opentelemetry/api',
  '@opentelemetry/exporter-trace-otlp-proto',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace-base',
  'cockatiel',
  'commander',
  'fast-check',
  'fastify',
  'helmet',
  'jose',
  'kafkajs',
  'kafkajs/src/network/requestQueue/index.js',
  'kafkajs/src/protocol/decoder.js',
  'kafkajs/src/protocol/requests/fetch/v11/response.js',
  'nodemailer',
  'pino',
  'prom-client',
  'rxjs',
  'stripe',
  'typeorm',
  'typeorm/driver/postgres/PostgresDataSourceOptions.js',
  'typeorm/driver/postgres/PostgresDriver.js',
  'typeorm/metadata/ColumnMetadata.js',
  'zod',
];

const root = path.resolve(import.meta.dirname, '..', '..');

/** @returns {Promise<Record<string, string>>} for `moduleNameMapper` */
export async function libraries() {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['package-lock.json', 'scripts/packages.mjs', 'scripts/jest/libraries.mjs'])
    hash.update(fs.readFileSync(path.join(root, file)));
  const modules = fs.realpathSync(path.join(root, 'node_modules'));
  const folder = path.join(modules, '.cache', `waybill-${hash.digest('hex').slice(0, 16)}`);
  if (!fs.existsSync(folder)) await make(folder);
  return Object.fromEntries(LIBRARIES.map((name) => [`^${escaped(name)}$`, path.join(folder, fileOf(name))]));
}

const escaped = (name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const fileOf = (name) => `${name.replace(/\W+/g, '-')}.mjs`;

async function make(folder) {
  const draft = `${folder}.${process.pid}`;
  fs.mkdirSync(draft, { recursive: true });
  for (const name of LIBRARIES) fs.writeFileSync(path.join(draft, fileOf(name)), await doorTo(name));
  const { build, stop } = await import('esbuild');
  await build({
    ...ofPackages,
    absWorkingDir: draft,
    entryPoints: LIBRARIES.map(fileOf),
    outdir: draft,
    allowOverwrite: true,
    outExtension: { '.js': '.mjs' },
  });
  await stop();
  try {
    fs.renameSync(draft, folder);
  } catch (error) {
    // Of two that make it at the same time, one is enough.
    if (!fs.existsSync(folder)) throw error;
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/** What Node itself finds in it, by name: of a library that is no ES module nobody else knows. */
async function doorTo(name) {
  const names = Object.keys(await import(name)).filter(
    (each) => /^[\w$]+$/.test(each) && each !== '__esModule',
  );
  return `export { ${names.join(', ')} } from '${name}';\n`;
}
