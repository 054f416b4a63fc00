import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { typed } from './cli.js';
import { programsIn } from './npm-start.js';

describe('Whoever has soon seen enough', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waybill-unread-'));
  // The account that the database runs as has to get in.
  chmodSync(folder, 0o755);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends npm run demo:tour, which puts back what it has begun and takes its Waybill with it', async () => {
    const { PATH, HOME } = process.env;
    const tour = spawn(process.execPath, ['scripts/demo.mjs', '--tour', '--yes'], {
      env: { PATH, HOME, TMPDIR: folder, WAYBILL_DATA_DIR: path.join(folder, 'none') } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let complaints = '';
    tour.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    const ended = once(tour, 'close');
    await once(tour.stdout, 'data');
    tour.stdout.destroy();
    const [code] = (await ended) as [number | null];
    expect(complaints).toMatch(/ready done|starting a Waybill/);
    expect(complaints).not.toMatch(/\n +at /);
    expect([code, readdirSync(folder)]).toEqual([0, []]);
    expect(programsIn(folder)).toEqual([]);
  }, 240_000);

  it('hears no complaint of npm run cli', async () => {
    const { err } = await typed(['sh', '-c', `"${process.execPath}" scripts/cli.mjs --help | true`], {});
    expect(err).toBe('');
  }, 180_000);
});
