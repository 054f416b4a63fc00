import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { hold, holdInTurn, nameOf } from '../scripts/start/lock.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'waybill-lock-'));
const place = path.join(folder, 'database');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = `
  const { hold } = await import(${JSON.stringify(path.resolve('scripts/start/lock.mjs'))});
  const { lock } = await hold(${JSON.stringify(place)}, 'npm run cli -- verify');
  console.log('held');
  process.on('SIGUSR2', () => (lock.become('stopping'), console.log('told')));
  setInterval(() => undefined, 1000);`;

it('a lock says who holds it and what that is at, and dies with its holder', async () => {
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(other.stdout, 'data');
  const { holder } = await hold(place);
  expect(holder).toMatchObject({ pid: other.pid, who: 'npm run cli -- verify', state: 'running' });
  expect(nameOf(holder!)).toMatch(/^process \d+ \(npm run cli -- verify, since \d\d:\d\d:\d\d UTC\)$/);

  other.kill('SIGUSR2');
  await once(other.stdout, 'data');
  expect((await hold(place)).holder?.state).toBe('stopping');

  const said: string[] = [];
  const waiting = holdInTurn(place, {
    say: (text) => {
      said.push(text);
      other.kill('SIGKILL');
    },
  });
  const lock = await waiting;
  expect(said).toEqual([expect.stringMatching(/^waiting for process \d+ \(npm run cli -- verify, stopping/)]);
  await lock.release();
});

it('two in one process exclude each other, and a refusal ends the wait', async () => {
  const { lock } = await hold(place, 'npm start');
  const refuse = () => {
    throw new Error('not again');
  };
  await expect(holdInTurn(place, { refuse })).rejects.toThrow('not again');
  await lock!.release();
});
