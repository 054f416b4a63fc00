import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { build } from '../scripts/start/build.mjs';
import { typed } from './cli.js';

/** What a bundle leaves outside (scripts/packages.mjs), and the packages of PostgreSQL's client that come with it. */
const outside = /^(reflect-metadata|pg(-\w+)*|postgres-\w+|xtend)$/;

describe('The program that npm start builds', () => {
  beforeAll(() => build(), 180_000);

  it.each([
    ['the application', ['dist/main.js']],
    ['the command line', ['dist/cli/main.js', 'saga', 'list']],
  ])('takes of node_modules what does not stand in its bundle, and nothing twice: %s', async (_, words) => {
    const { err } = await typed([process.execPath, ...words], {
      NODE_DEBUG: 'module',
      DATABASE_URL: 'postgres://waybill:x@127.0.0.1:9/waybill',
      AUTH_JWT_SECRET: randomBytes(36).toString('base64'),
      PORT: '0',
    });
    const read = [...err.matchAll(/load ".*node_modules\/((?:@[^/]+\/)?[^/]+)/g)].map(([, name]) => name!);
    expect(read).toContain('pg');
    expect([...new Set(read)].filter((name) => !outside.test(name))).toEqual([]);
  });
});
