import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './app.js';

interface Step {
  readonly step: number;
  readonly chapter: string;
  readonly title: string;
  readonly outcome: 'ok' | 'failed';
  readonly toSee: string;
  readonly curl: string;
  readonly wrong?: string;
}
interface LeftOut {
  readonly operation: string;
  readonly reason: string;
}
interface Summary {
  readonly steps: number;
  readonly failed: number;
  readonly notWalked: readonly LeftOut[];
  readonly notThere: readonly LeftOut[];
  readonly forgotten: readonly string[];
  readonly outdated: readonly string[];
}

/** What people who move parcels do: shown where they do (`CARRIER=manual`). */
const byHand = ['POST /v1/shipments/{id}/dispatch', 'POST /v1/shipments/{id}/refuse'];

describe('npm run demo:tour', () => {
  let waybill: TestApp;
  let folder: string;
  let steps: Step[];
  let summary: Summary;
  let exitCode: number | null;
  beforeAll(async () => {
    waybill = await startApp({
      config: {
        APPROVAL_LIMIT_MINOR: 50_000,
        WEBHOOK_ALLOW_PRIVATE: true,
        SAGA_ATTEMPTS: 3,
      },
    });
    folder = await mkdtemp(path.join(tmpdir(), 'waybill-visitor-'));
    const { url, tokens, customerId, otherCustomerId } = waybill;
    const facts = { url, pid: process.pid, tokens, customerId, otherCustomerId };
    await writeFile(path.join(folder, 'run.json'), JSON.stringify(facts));
    const walk = spawn(process.execPath, ['scripts/demo.mjs', '--tour', '--yes', '--json'], {
      env: {
        ...process.env,
        WAYBILL_DATA_DIR: folder,
        AUTH_JWT_SECRET: waybill.config.AUTH_JWT_SECRET,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    walk.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    [exitCode] = (await once(walk, 'close')) as [number | null];
    const lines = said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Step & { summary?: Summary });
    steps = lines.filter((line) => line.summary === undefined);
    summary = lines.find((line) => line.summary !== undefined)!.summary!;
  }, 240_000);
  afterAll(async () => {
    await waybill.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('sees at every step what was to be seen', () => {
    expect(steps.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(steps.map(({ step }) => step)).toEqual(steps.map((_, n) => n + 1));
    expect({ exitCode, steps: summary.steps, failed: summary.failed }).toEqual({
      exitCode: 0,
      steps: steps.length,
      failed: 0,
    });
  });

  it('walks every operation of /openapi.json, or says why not (scripts/demo/left-out.mjs)', () => {
    expect({ forgotten: summary.forgotten, outdated: summary.outdated }).toEqual({
      forgotten: [],
      outdated: [],
    });
    for (const { reason } of [...summary.notWalked, ...summary.notThere])
      expect(reason).toMatch(/\w+ \w+ \w+/);
    // Nothing is left out because of the settings of this server, but for what only another carrier can show.
    const bySettings = summary.notWalked.filter(({ reason }) => reason.includes('npm start shows it'));
    expect(bySettings.map(({ operation }) => operation).sort()).toEqual(byHand);
  });

  it('prints for every request what somebody would type', () => {
    const requests = steps.filter(({ curl }) => curl !== '');
    expect(requests.length).toBeGreaterThan(200);
    for (const { curl, toSee } of requests) {
      expect(curl).toMatch(/^curl -s(i|N) .*"\$URL\//);
      expect(curl).not.toMatch(/eyJ|undefined/);
      expect(toSee).not.toBe('');
    }
  });
});
