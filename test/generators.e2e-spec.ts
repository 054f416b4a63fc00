import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyOfTheProject } from './project-copy.js';

const ofThing = (room: string, thing: string) => [
  `src/${room}/README.md`,
  ...['commands', 'decider.spec', 'decider', 'events.spec', 'events', 'state', 'states.spec'].map(
    (kind) => `src/${room}/${thing}.${kind}.ts`,
  ),
  `src/${room}/${room}.module.ts`,
];
const ofOrders = ofThing('orders', 'order');
const ofSaga = [
  'src/fulfilment/README.md',
  'src/fulfilment/fulfilment.saga.spec.ts',
  'src/fulfilment/fulfilment.saga.ts',
];
/** The recipes of CONTRIBUTING: what is asked for, and every file that it makes or changes. */
const recipes: Readonly<Record<string, readonly string[]>> = {
  'room repairs repair-case': [
    'src/app.module.ts',
    'src/platform/ops/search.controller.ts',
    'src/repairs/README.md',
    'src/repairs/contract.ts',
    'src/repairs/repair-case.commands.ts',
    'src/repairs/repair-case.decider.spec.ts',
    'src/repairs/repair-case.decider.ts',
    'src/repairs/repair-case.events.spec.ts',
    'src/repairs/repair-case.events.ts',
    'src/repairs/repair-case.state.ts',
    'src/repairs/repair-case.states.spec.ts',
    'src/repairs/repairs.module.ts',
  ],
  'command repairs/repair-case/QuoteRepair RepairQuoted/RepairRefused': ofThing('repairs', 'repair-case'),
  'command catalog/product/WithdrawProduct ProductArchived': [
    'src/catalog/README.md',
    'src/catalog/catalog.module.ts',
    'src/catalog/product.commands.ts',
    'src/catalog/product.decider.spec.ts',
    'src/catalog/product.decider.ts',
    'src/catalog/product.states.spec.ts',
  ],
  'command orders/order/ScreenOrder OrderScreened/OrderFlagged': ofOrders,
  'command orders/order/WeighOrder OrderWeighed/OrderTooHeavy': ofOrders,
  'command payments/payment/NotePayment PaymentNoted': ofThing('payments', 'payment'),
  'saga-step screen/after/reserve orders/ScreenOrder/OrderScreened/OrderFlagged': ofSaga,
  'saga-step weigh orders/WeighOrder/OrderWeighed/OrderTooHeavy': ofSaga,
  'event-version orders/OrderCreated': ['src/orders/order.events.spec.ts', 'src/orders/order.events.ts'],
  'event-version orders/OrderCancelled': ['src/orders/order.events.spec.ts', 'src/orders/order.events.ts'],
  'read-model orders/orders-per-day': [
    'src/orders/migrations/<next>-orders-per-day.ts',
    'src/orders/orders-per-day.int-spec.ts',
    'src/orders/orders-per-day.ts',
    'src/orders/orders.module.ts',
  ],
};

const laws = ['test/declared-events.spec.ts', 'test/room-readmes.spec.ts'];
const configurations = ['jest.config.js', '.prettierrc.json', '.dependency-cruiser.cjs'];

describe('What npm run generate makes', () => {
  let folder: string;
  const run = (...command: readonly [string, ...string[]]) => {
    const [program, ...args] = command;
    const env = { ...process.env, NODE_OPTIONS: '' };
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
    return { status, stdout, said: stdout + stderr };
  };
  const generate = (...all: readonly string[]) => {
    const { stdout } = node('../test/generators/schematics.mjs', JSON.stringify(all));
    return JSON.parse(stdout) as Record<string, string>;
  };
  const node = (module: string, ...args: string[]) =>
    run(process.execPath, '--experimental-vm-modules', '--no-warnings', `node_modules/${module}`, ...args);
  const made: Record<string, readonly string[]> = {};

  beforeAll(() => {
    folder = copyOfTheProject(process.cwd(), [...configurations, 'contracts', 'docs', 'test', 'tools']);
    const [first, ...others] = Object.keys(recipes) as [string, ...string[]];
    const { said: byTheDoor } = run('npm', 'run', '--silent', 'generate', ...first.split(' '));
    for (const [recipe, said] of Object.entries({ [first]: byTheDoor, ...generate(...others) })) {
      const lines = stripVTControlCharacters(said).matchAll(/^\s*(?:CREATE|UPDATE) (\S+)/gm);
      made[recipe] = [...lines].map(([, file]) => file!).sort();
      if (made[recipe].length === 0) throw new Error(said);
    }
  }, 300_000);
  afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  it.each(Object.entries(recipes))('%s: these files and no other', (recipe, files) => {
    expect(made[recipe]!.map((file) => file.replace(/\/\d{13}-/, '/<next>-'))).toEqual(files);
  });

  it('is typed and formatted', () => {
    const all = [...new Set(Object.values(made).flat())];
    const sources = {
      extends: './tsconfig.json',
      files: all.filter((file) => file.endsWith('.ts')),
      include: ['src/**/*'],
      exclude: ['**/*spec.ts'],
    };
    writeFileSync(path.join(folder, 'tsconfig.src.json'), JSON.stringify(sources));
    expect(node('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.src.json')).toMatchObject({
      status: 0,
      said: '',
    });
    expect(node('prettier/bin/prettier.cjs', '--check', ...all).said).toContain('All matched files');
  }, 300_000);

  it('keeps the boundaries', () => {
    const cruised = node(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
    );
    expect(cruised).toMatchObject({ status: 0, said: expect.stringContaining('no dependency violations') });
  });

  it('keeps the other laws of the house, and passes the specs that come with it', () => {
    expect(run('npm', 'run', 'events').status).toBe(0);
    const specs = [...new Set(Object.values(made).flat())].filter((file) => file.endsWith('spec.ts'));
    const report = path.join(folder, 'report.json');
    const words = ['--runInBand', '--json', `--outputFile=${report}`];
    const { said } = node('jest/bin/jest.js', ...words, ...laws, ...specs);
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    const failed = results.filter(({ status }) => status !== 'passed');
    // A step in the middle changes what follows from the one before it: the scenarios of the whole way notice.
    if (!failed.every(({ ancestorTitles: [whole] }) => whole === 'fulfilment')) throw new Error(said);
    expect(failed.map(({ title }) => title)).toContain(
      'reserves, pays, ships, and tells the order and the warehouse',
    );
    const titles = results.map(({ fullName }) => fullName);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Creating a repair case is recorded',
        'QuoteRepair leads to RepairQuoted',
        'QuoteRepair is refused where there is no repair case',
        'WithdrawProduct leads to ProductArchived',
        'ScreenOrder leads to OrderScreened',
        'The step screen comes before pay',
        'The step screen takes back what was done when it ends in OrderFlagged',
        'The step weigh comes before ship',
        'The states of repair-case in the README CreateRepairCase where it is none: → **open**',
        'The states of order in the README ScreenOrder where it is none: `not-found`',
        'NotePayment leads to PaymentNoted',
        'every event that a room declares stands in docs/events.md as it is (npm run events)',
        'The README of a room repairs has a row for each command that can be asked of it',
        'what was ever stored as OrderCreated v1 is still understood',
        'what was ever stored as OrderCreated v2 is still understood',
        'what was ever stored as OrderCancelled v3 is still understood',
        'The read model orders per day has a row for each order',
      ]),
    );
  }, 300_000);

  it('is nothing where the wish cannot be understood, and it says why', () => {
    const wishes = {
      'command orders/ordr/ChangeGiftNote OrderGiftNoteChanged':
        'src/orders has no ordr: its things are order',
      'saga-step late/after/nothing orders/ScreenOrder/OrderScreened/OrderFlagged':
        'there is no step nothing: the steps are reserve, screen, pay, weigh, ship',
    };
    const said = generate(...Object.keys(wishes));
    for (const [wish, why] of Object.entries(wishes)) expect(said[wish]).toContain(why);
  });
});

interface Report {
  readonly testResults: readonly { readonly assertionResults: readonly Result[] }[];
}

interface Result {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly fullName: string;
  readonly status: string;
}
