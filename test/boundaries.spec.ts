import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = process.cwd();
const today = readdirSync(path.join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['platform', 'cli'].includes(entry.name))
  .map(({ name }) => name);
/** Those there are, and one that nobody has named anywhere. */
const rooms = [...today, 'unheardof'];

type Planted = readonly [law: string, file: string, source: string];

/** law -> the file that breaks it, and how. Every room's contract and a stub of its inside exist beside them. */
const told: readonly Planted[] = [
  ['door-of-catalog', 'catalog/a.ts', `import '../orders/contract.js';`],
  ['door-of-inventory', 'inventory/a.ts', `import '../catalog/contract.js';`],
  ['door-of-payments', 'payments/a.ts', `import '../orders/contract.js';`],
  ['door-of-shipping', 'shipping/a.ts', `import '../inventory/contract.js';`],
  ['door-of-orders', 'orders/a.ts', `import '../payments/contract.js';`],
  ['door-of-fulfilment', 'fulfilment/a.ts', `import '../catalog/contract.js';`],
  ['door-of-returns', 'returns/a.ts', `import '../shipping/contract.js';`],
  ['door-of-wallet', 'wallet/a.ts', `import '../orders/contract.js';`],
  ['door-of-webhooks', 'webhooks/a.ts', `import '../orders/contract.js';`],
  ['door-of-notifications', 'notifications/a.ts', `import '../fulfilment/contract.js';`],
  ['door-of-analytics', 'analytics/a.ts', `import '../console/contract.js';`],
  ['door-of-welcome', 'welcome/a.ts', `import '../orders/contract.js';`],
  ['door-of-history', 'history/a.ts', `import '../analytics/contract.js';`],
  ['door-of-unheardof', 'unheardof/a.ts', `import '../orders/contract.js';`],
  [
    'only-the-door',
    'fulfilment/b.ts',
    `import type { Inside } from '../orders/inside.js'; export type B = Inside;`,
  ],
  ['platform-knows-no-room', 'platform/sagas/a.ts', `import '../../orders/contract.js';`],
  ['only-tests-know-all-migrations', 'orders/b.ts', `import '../migrations.js';`],
  ['rooms-do-not-look-up', 'orders/c.ts', `import '../app.module.js';`],
  [
    'pure-files-know-no-framework',
    'orders/order.decider.ts',
    `import { Injectable } from '@nestjs/common'; Injectable;`,
  ],
  ['pure-files-do-no-io', 'orders/order.events.ts', `import { readFileSync } from 'node:fs'; readFileSync;`],
  ['the-core-knows-only-itself', 'platform/core/a.ts', `import '../testing/kit.js';`],
  ['no-cycles', 'shipping/b.ts', `import { c } from './c.js'; export const b = () => c;`],
  [
    'the-store-knows-no-door',
    'platform/event-store/a.ts',
    `import type { Door } from '../http/door.js'; export type A = Door;`,
  ],
  ['kafka-libraries-are-loaded-on-demand', 'platform/kafka/a.ts', `import './kafkajs-b.js';`],
  ['kafka-libraries-are-loaded-on-demand', 'payments/f.ts', `import kafkajs from 'kafkajs'; kafkajs;`],
  ['no-cycles', 'shipping/d.ts', `import type { E } from './e.js'; export interface D { readonly e?: E }`],
  ['shipped-code-needs-no-tool', 'payments/b.ts', `import fc from 'fast-check'; fc;`],
  ['testing-is-not-shipped', 'payments/c.ts', `import '../platform/testing/kit.js';`],
  ['the-page-knows-only-the-api', '../web/a.ts', `import '../src/orders/contract.js';`],
  ['the-server-knows-no-page', 'orders/e.ts', `import '../../web/shown.js';`],
  ['every-room-has-its-place', 'unheardof/unheardof.module.ts', 'export class UnheardofModule {}'],
  ['every-import-resolves', 'payments/d.ts', `import './nothing.js';`],
];

/** Of a room that came later: it opens every door, so at least one that it may not open. */
const openingAll = (room: string): Planted => {
  const others = rooms.filter((other) => other !== room);
  return [
    `door-of-${room}`,
    `${room}/doors.ts`,
    others.map((other) => `import '../${other}/contract.js';`).join('\n'),
  ];
};
const planted = [
  ...told,
  ...rooms.filter((room) => !told.some(([law]) => law === `door-of-${room}`)).map(openingAll),
];

const placeOf = (file: string): string => path.posix.join('src', file);

interface Laws {
  readonly forbidden: readonly {
    readonly name: string;
    readonly comment: string;
    readonly to: { readonly pathNot: string };
  }[];
}

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

interface Cruised {
  readonly summary: { readonly violations: readonly Violation[] };
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
}

function cruise(folder: string): Cruised {
  const bin = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [bin, 'src', 'web', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 28,
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Cruised;
}

/** SQL of a room that names the schema of another one. */
function foreignTables(folder: string): string[] {
  const sources = readdirSync(path.join(folder, 'src'), { recursive: true, encoding: 'utf8' });
  return sources.filter((file) => {
    const [room = ''] = file.split(path.sep);
    if (!rooms.includes(room) || !file.endsWith('.ts') || file.endsWith('spec.ts')) return false;
    const others = rooms.filter((other) => other !== room).join('|');
    const source = readFileSync(path.join(folder, 'src', file), 'utf8');
    return new RegExp(`\\b(from|join|into|update|table|on)\\s+"?(${others})"?\\.[a-z_"]+`).test(source);
  });
}

describe('the laws of the house', () => {
  let folder: string;
  let violations: readonly Violation[];
  const plant = (file: string, source: string) => {
    const target = path.join(folder, 'src', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, `${source}\n`);
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'waybill-boundaries-'));
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      cpSync(path.join(root, file), path.join(folder, file));
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    for (const room of rooms) {
      plant(`${room}/contract.ts`, 'export const door = 1;');
      plant(`${room}/inside.ts`, 'export type Inside = 1;');
    }
    for (const file of ['app.module.ts', 'migrations.ts', 'platform/testing/kit.ts'])
      plant(file, 'export {};');
    for (const [, file, source] of planted) plant(file, source);
    plant('../web/shown.ts', 'export {};');
    plant('shipping/c.ts', `import { b } from './b.js'; export const c = () => b;`);
    plant('platform/kafka/kafkajs-b.ts', `import kafkajs from 'kafkajs'; export const b = kafkajs;`);
    plant('platform/kafka/chosen.ts', `export const load = () => import('./kafkajs-b.js');`);
    plant('platform/http/door.ts', 'export type Door = 1;');
    plant('shipping/e.ts', `import type { D } from './d.js'; export interface E { readonly d?: D }`);
    plant('orders/sql.ts', 'export const stolen = `select 1 from payments.payments`;');
    plant('orders/own.ts', 'export const own = `select 1 from orders.order_list`;');
    violations = cruise(folder).summary.violations;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(planted)('%s is reported when %s breaks it', (law, file) => {
    expect(violations.filter((it) => it.from === placeOf(file)).map((it) => it.rule.name)).toContain(law);
  });

  it('and nothing else is: doors and the like are allowed', () => {
    const guilty = new Set(planted.map(([, file]) => placeOf(file)));
    expect(violations.filter((it) => !guilty.has(it.from))).toEqual([]);
  });

  it('has a planted violation for every law', () => {
    const config = readFileSync(path.join(root, '.dependency-cruiser.cjs'), 'utf8');
    const laws = [...config.matchAll(/name: '([a-z-]+)'/g)].map(([, name]) => name);
    expect(new Set(planted.map(([law]) => law))).toEqual(
      new Set([...laws, ...rooms.map((room) => `door-of-${room}`)]),
    );
  });

  it('no room reads the tables of another', () => {
    expect(foreignTables(folder)).toEqual(['orders/sql.ts']);
    expect(foreignTables(root)).toEqual([]);
  });

  it('and Waybill itself keeps them, with no door open that it does not use', () => {
    const { forbidden } = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as Laws;
    const meant = new Map(forbidden.map(({ name, comment }) => [name, comment]));
    const { modules, summary } = cruise(root);
    const broken = summary.violations.map(
      ({ rule: { name }, from }) => `${name}: ${from}: ${meant.get(name)}`,
    );
    expect(broken).toEqual([]);
    const used = new Set(
      modules.flatMap(({ source, dependencies }) =>
        dependencies.map(({ resolved }) => `${roomOf(source)} opens ${roomOf(resolved)}`),
      ),
    );
    const open = forbidden.flatMap(({ name, to }) =>
      name.startsWith('door-of-') ? openTo(name.slice('door-of-'.length), to.pathNot) : [],
    );
    expect(open.filter((door) => !used.has(door))).toEqual([]);
  });
});

const roomOf = (file: string): string => file.split('/')[1] ?? '';

/** `^src/(orders|catalog)/` is what orders may see. */
const openTo = (room: string, seen: string): string[] =>
  (/\((.*)\)/.exec(seen)?.[1] ?? '')
    .split('|')
    .filter((other) => other !== room)
    .map((other) => `${room} opens ${other}`);
