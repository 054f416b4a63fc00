import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { cli, type Ended } from './cli.js';
import { demoCatalogue } from './demo-catalogue.js';
import { runShell, shellBlocks, type ShellResult } from './shell-blocks.js';

/** Shown by suites of their own: what npm starts, and the backup. */
const isNpm = (block: string) => /^npm (start|test|run)/.test(block);
const isElsewhere = (block: string) => isNpm(block) || block.startsWith('pg_dump');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/README.md',
  'docs/architecture.md',
  'docs/operations.md',
  'docs/kafka.md',
  'docs/glossary.md',
  'docs/monitoring/README.md',
];

describe('What the pages tell a reader to type', () => {
  let waybill: TestApp;
  let folder: string;
  beforeAll(async () => {
    waybill = await startApp({ config: { SAGA_ATTEMPTS: 2 } });
    await demoCatalogue(waybill);
    folder = await mkdtemp(join(tmpdir(), 'waybill-reader-'));
    await mkdir(join(folder, '.data'));
    const { url, tokens, customerId } = waybill;
    const run = { url, databaseUrl: waybill.config.DATABASE_URL, tokens, customerId };
    await writeFile(join(folder, '.data', 'run.json'), JSON.stringify(run));
  });
  afterAll(async () => {
    await waybill.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Against this application. */
  const type = (blocks: string[]): Promise<ShellResult> => {
    const lines = blocks.filter((block) => !isElsewhere(block)).join('\n');
    return runShell(lines.replaceAll('localhost:3000', waybill.url.replace('http://', '')), folder);
  };

  it('README: the first order is placed, once, and followed to its end', async () => {
    const [, first, follow, ...rest] = shellBlocks('README.md');
    expect(rest).toEqual([]);
    const placed = await type([first!]);
    expect(placed).toMatchObject({
      code: 0,
      output: expect.stringMatching(/HTTP\/1.1 202.*location: \/v1\/orders\//s),
    });
    const again = await type([first!]);
    expect(again.output).toContain('idempotency-replayed: true');
    const idIn = ({ output }: ShellResult) => /"id":"([^"]+)"/.exec(output)?.[1];
    expect(idIn(again)).toBe(idIn(placed));
    const followed = await type([first!, follow!]);
    expect(followed.code).toBe(0);
    for (const seen of ['event: OrderShipped', '"state":"completed"', 'PaymentCaptured', '"version":1']) {
      expect(followed.output).toContain(seen);
    }
    await eventually(async () => (await waybill.send('GET', '/v1/orders')).body.items.length > 0);
    expect((await waybill.send('GET', '/v1/orders')).body.items).toHaveLength(1);
  });

  it('operations: every line works on an order that is stuck, and the first two find it', async () => {
    const order = await stuckOrder();
    const found = { code: 6, out: expect.stringContaining(order) };
    expect(await firstLook()).toMatchObject([found, found]);
    const blocks = shellBlocks('docs/operations.md');
    const typed = await type([`ORDER=${order}`, ...blocks]);
    if (typed.code !== 0) throw new Error(typed.output);
    expect(typed.output).toContain(`"orderId":"${order}"`);
    const log = await waybill.database.query<{ action: string }>(
      'select action from audit.log group by action order by min(seq)',
    );
    expect(log.map(({ action }) => action)).toEqual([
      ...[
        'saga.retry',
        'saga.compensate',
        'outage.retry',
        'subscription.pause',
        'subscription.resume',
        'subscription.rebuild',
      ],
    ]);
    await eventually(async () => {
      const { body } = await waybill.send('GET', `/v1/orders/${order}`);
      return body['status'] === 'cancelled';
    });
  });

  /** The first lines for whoever runs it. */
  async function firstLook(): Promise<Ended[]> {
    const told = shellBlocks('docs/README.md').flatMap(
      (block) => block.match(/(?<=^npm run cli -- )\w+/gm) ?? [],
    );
    const ends: Ended[] = [];
    process.env['WAYBILL_DATA_DIR'] = join(folder, '.data');
    for (const verb of told) ends.push(await cli(verb));
    delete process.env['WAYBILL_DATA_DIR'];
    return ends;
  }

  /** For an address where the carrier is always down. */
  async function stuckOrder(): Promise<string> {
    const body = {
      customerId: waybill.customerId,
      currency: 'EUR',
      items: [{ sku: 'MUG-BLUE', quantity: 1 }],
      shippingAddress: { name: 'Ada', line1: '1 Quay St', city: 'Dublin', postalCode: 'DOWN', country: 'IE' },
      paymentMethod: { type: 'card', token: 'tok_ok' },
      confirm: true,
    };
    const id = String((await waybill.send('POST', '/v1/orders', { key: 'stuck', body })).body['id']);
    await eventually(async () => {
      const saga = await waybill.send('GET', `/v1/orders/${id}/fulfilment`);
      return saga.body['state'] === 'needs-attention';
    });
    return id;
  }

  it('only npm is left to suites of its own', () => {
    const left = pages.flatMap((page) => shellBlocks(page)).filter((block) => isNpm(block));
    const commands = left.flatMap((block) => block.match(/^npm (start|test|run \w+)/gm) ?? []);
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const command of commands) {
      expect(Object.keys(scripts)).toContain(command.replace(/^npm (run )?/, ''));
    }
  });

  it.each(pages)('%s: every link within the project leads somewhere', (page) => {
    const text = readFileSync(page, 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link]) => link!);
    const broken = links.filter((link) => {
      const [path, anchor] = link.split('#') as [string, string?];
      const target = path === '' ? page : resolve(dirname(page), path);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

const anchorsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-'),
  );
