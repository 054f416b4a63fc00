import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { build } from '../scripts/start/build.mjs';
import { eventually } from '../src/platform/testing/eventually.js';
import { programsIn, Start } from './npm-start.js';
import { copyOfTheProject } from './project-copy.js';

/** `npm run chaos -- --starts 20` asks for more. */
const moments = Number(process.env['WAYBILL_INTERRUPTIONS'] ?? 3);
const seed = Number(process.env['WAYBILL_CHAOS_SEED'] ?? 7);

jest.setTimeout(120_000 + moments * 60_000);

/** Park and Miller's. */
function randomFrom(start: number): () => number {
  let state = start % 2_147_483_647 || 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Ctrl-C in a terminal reaches all; a supervisor asks; and some are killed. */
const ways = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const;

/** Some time after it has come to a phase. @returns what was done, for the day it fails */
async function interrupted(start: Start, phase: string, ms: number, way: NodeJS.Signals): Promise<string> {
  await start.says(phase);
  await sleep(ms);
  start.signal(way);
  const code = await start.exitCode();
  const told = `${way} ${Math.round(ms)} ms after ${phase || 'the beginning'}\n${start.output}`;
  // In its first moments there is nothing yet that it would have to put in order.
  // The small project comes to its own end where the machine is quicker than the interruption.
  const isOver = start.output.includes('far enough');
  if (code !== null && code !== 0 && !isOver) throw new Error(`ended with ${code}: ${told}`);
  return told;
}

describe('npm start, interrupted at any moment, starts again', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('while it installs and compiles', async () => {
    const folder = smallProject();
    folders.push(path.dirname(folder));
    const random = randomFrom(seed);
    const settings = { npm_config_cache: path.join(folder, '..', 'cache'), npm_config_offline: 'true' };
    const begin = () => new Start(folder, settings, { words: ['--json'] });
    for (let n = 0; n < moments; n++) {
      for (const name of ['node_modules', 'dist'])
        if (random() < 0.5) rmSync(path.join(folder, name), { recursive: true, force: true });
      const phase = random() < 0.7 ? '' : '"phase":"dependencies","state":"done"';
      const told = await interrupted(begin(), phase, random() * 2_500, ways[n % ways.length]!);
      await eventually(() => programsIn(folder).length === 0).catch(() => {
        throw new Error(`left running: ${programsIn(folder).join('\n')}\n${told}`);
      });
    }
    const last = begin();
    // It has no application to start, which it finds when both phases are over.
    expect(await last.exitCode()).toBe(1);
    expect(last.output).toMatch(/"phase":"build","state":"done"/);
    expect(last.output).toContain('far enough');
    expect(existsSync(path.join(folder, 'node_modules', 'typescript', 'lib', 'typescript.js'))).toBe(true);
  });

  describe('while it makes its database, migrates, starts and loads', () => {
    const phases = ['build', 'postgres', 'migrate', 'application'].map(
      (name) => `"phase":"${name}","state":"done"`,
    );
    let folder: string;
    beforeAll(async () => {
      await build();
      folder = copyOfTheProject(process.cwd(), ['dist']);
      folders.push(path.dirname(folder));
    });

    it(`${moments} times with seed ${seed}`, async () => {
      const random = randomFrom(seed);
      for (let n = 0; n < moments; n++) {
        // In the long campaign each begins with an empty folder and is started to its end.
        if (moments > 5) rmSync(path.join(folder, '.data'), { recursive: true, force: true });
        const start = new Start(folder, { PORT: '0' }, { words: ['--json'] });
        await interrupted(start, phases[n % phases.length]!, random() * 2_000, ways[n % ways.length]!);
        if (n + 1 === moments || moments > 5) await startsToItsEnd(folder);
      }
    });
  });
});

async function startsToItsEnd(folder: string): Promise<void> {
  const start = new Start(folder, { PORT: '0' }, { words: ['--json'] });
  await start.says('"phase":"ready"');
  expect(start.output).toContain('"phase":"ready"');
  const { url, tokens } = start.runFile();
  const headers = { authorization: `Bearer ${tokens.customer}` };
  const { items } = (await (await fetch(`${url}/v1/products?limit=100`, { headers })).json()) as {
    items: unknown[];
  };
  expect(items).toHaveLength(40);
  start.signal('SIGINT');
  expect(await start.exitCode()).toBe(0);
  expect(programsIn(folder)).toEqual([]);
}

/** The first two phases for real, on a project that is installed and compiled in seconds. */
function smallProject(): string {
  const around = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'waybill interrupted '));
  const folder = path.join(around, 'my project');
  mkdirSync(path.join(folder, 'src', 'platform'), { recursive: true });
  cpSync('scripts', path.join(folder, 'scripts'), { recursive: true });
  mkdirSync(path.join(folder, 'web'));
  for (const [file, name] of [
    ['console', 'buildConsole'],
    ['program', 'bundleProgram'],
  ])
    writeFileSync(path.join(folder, 'scripts', `${file}.mjs`), `export async function ${name}() {}\n`);
  const installed = path.join(folder, 'typescript.tgz');
  const modules = path.join(realpathSync('node_modules'));
  // The compiler is found one folder up: for every kind of machine it has a package of its own.
  symlinkSync(modules, path.join(around, 'node_modules'));
  cpSync('.swcrc', path.join(folder, '.swcrc'));
  execFileSync('tar', [
    '-C',
    modules,
    '--transform',
    's,^typescript,package,',
    '-cf',
    installed,
    'typescript',
  ]);
  const files = {
    'package.json': {
      name: 'small',
      version: '1.0.0',
      private: true,
      type: 'module',
      scripts: { start: 'node scripts/start.mjs' },
      devDependencies: { typescript: 'file:typescript.tgz' },
    },
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(path.join(folder, name), JSON.stringify(content));
  writeFileSync(path.join(folder, 'src', 'platform', 'config.ts'), "throw new Error('far enough');\n");
  execFileSync('npm', ['install', '--package-lock-only', '--offline', '--no-audit', '--no-fund'], {
    cwd: folder,
    env: { ...process.env, npm_config_cache: path.join(around, 'cache') },
  });
  return folder;
}
