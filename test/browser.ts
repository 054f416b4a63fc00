import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** A real Chromium of the system, with what it did that a page of ours must never cause. */
export interface Browser {
  readonly page: Page;
  /** Errors on the console, exceptions nobody caught, requests that failed or went to another origin. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Whether suites in a browser can run. Where they cannot, the reason is printed; under CI that is an error. */
export function hasChromium(): boolean {
  if (existsSync(chromiumPath)) return true;
  const reason = `no Chromium at ${chromiumPath} (apt-get install chromium, or set CHROMIUM_PATH)`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  process.stderr.write(`SKIPPED, in a browser: ${reason}\n`);
  return false;
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param origin the only one that may be asked for anything */
export async function openBrowser(origin: string): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-chromium-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath,
    headless: true,
    args: quiet,
    viewport: { width: 1280, height: 900 },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  listen(context, origin, complaints);
  return {
    page,
    complaints,
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function listen(context: BrowserContext, origin: string, complaints: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`console: ${message.text()} at ${message.location().url}`);
    }
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on('requestfailed', (request) => {
    // What a page no longer waits for when it is left has not failed.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) complaints.push(`foreign: ${request.url()}`);
  });
}
