import { Command, InvalidArgumentError, Option } from 'commander';
import { EXIT, type ExitCode } from './exit.js';
import { importFile } from './import/import-command.js';
import { rebuild, verify } from './models.js';
import { replay } from './replay.js';
import { listSagas } from './sagas.js';
import { showOrder, showTimeline } from './orders.js';
import { Terminal } from './terminal.js';

const exitCodes = `
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not found, 4 conflict, 5 database or broker down,
6 differences found, 78 wrong settings, 130 interrupted (the same command again carries on).`;

interface Common {
  readonly json: boolean;
}

/** @param ended is told the exit code of the command that ran */
export function program(ended: (code: ExitCode) => void): Command {
  const root = new Command('npm run cli --')
    .description('Waybill on the command line: data on stdout, talk on stderr.')
    .addHelpText('after', exitCodes)
    .showHelpAfterError('(--help tells more)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  addImport(root, ended);
  addModels(root, ended);
  addReading(root, ended);
  return root;
}

function addImport(root: Command, ended: (code: ExitCode) => void): void {
  leaf(root, 'import')
    .description('replay the invoices of a CSV file: sales become orders, credits become refunds')
    .argument(
      '<file.csv>',
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    )
    .option('--dry-run', 'write nothing; show the plan and the totals', false)
    .option('--currency <code>', 'of the prices', currency, 'GBP')
    .option('--in-flight <n>', 'commands under way at once', whole(1, 256), 16)
    .option('--patience <seconds>', 'wait so long for orders that do not get on', whole(1, 86_400), 120)
    .action(
      async (
        path: string,
        given: Common & { dryRun: boolean; currency: string; inFlight: number; patience: number },
      ) => {
        const { dryRun, currency: code, inFlight: width, patience } = given;
        const options = { dryRun, currency: code, width, patienceMs: patience * 1000 };
        ended(await importFile(path, options, new Terminal('import', given.json)));
      },
    );
}

function addModels(root: Command, ended: (code: ExitCode) => void): void {
  leaf(root, 'rebuild')
    .description('compute a read model anew from the log, beside the live one, compare, and switch')
    .argument('<model>', 'such as orders.order-list')
    .option('--reason <text>', 'for the record', 'asked for on the command line')
    .action(async (model: string, { json, reason }: Common & { reason: string }) =>
      ended(await rebuild(model, reason, new Terminal('rebuild', json))),
    );
  leaf(root, 'verify')
    .description('compute read models anew and compare them with the live ones; change nothing')
    .argument('[model...]', 'all of them if none is named')
    .action(async (models: string[], { json }: Common) =>
      ended(await verify(models, new Terminal('verify', json))),
    );
}

function addReading(root: Command, ended: (code: ExitCode) => void): void {
  const point = (command: Command) =>
    command
      .addOption(new Option('--version <n>', 'as of this version').argParser(whole(1, 2 ** 31 - 1)))
      .addOption(new Option('--as-of <time>', 'as of this instant, RFC 3339').argParser(instant));
  point(leaf(root, 'replay'))
    .description('fold a stream from the log and show the state: order-<id>, payment-<id>, stock-<sku>, ...')
    .argument('<stream>')
    .action(async (stream: string, { json, ...at }: Common & { version?: number; asOf?: string }) =>
      ended(await replay(stream, at, new Terminal('replay', json))),
    );
  const orders = root.command('orders').description('orders and their history');
  point(leaf(orders, 'show'))
    .description('one order')
    .argument('<id>')
    .action(async (id: string, { json, ...at }: Common & { version?: number; asOf?: string }) =>
      ended(await showOrder(id, at, new Terminal('orders show', json))),
    );
  leaf(orders, 'timeline')
    .description('all that happened to an order, in every room')
    .argument('<id>')
    .action(async (id: string, { json }: Common) =>
      ended(await showTimeline(id, new Terminal('orders timeline', json))),
    );
  const states = ['running', 'completed', 'compensating', 'compensated', 'needs-attention'] as const;
  leaf(root.command('saga').description('fulfilment of orders'), 'list')
    .description('sagas, those that changed last first')
    .addOption(new Option('--state <state>', 'only these').choices(states))
    .option('--limit <n>', 'at most so many', whole(1, 1000), 100)
    .action(async ({ json, ...filter }: Common & { state?: (typeof states)[number]; limit: number }) =>
      ended(await listSagas(filter, new Terminal('saga list', json))),
    );
}

const leaf = (parent: Command, name: string): Command =>
  parent.command(name).option('--json', 'one JSON document a line', false).exitOverride();

const whole = (min: number, max: number) => (text: string) => {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw new InvalidArgumentError(`A whole number, ${min} to ${max}.`);
};

const currency = (text: string): string => {
  if (/^[A-Z]{3}$/.test(text)) return text;
  throw new InvalidArgumentError('An ISO 4217 code such as GBP.');
};

const instant = (text: string): string => {
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new InvalidArgumentError('A time such as 2010-12-01T08:26:00Z.');
};

export const exitOfUsage = (code: string): ExitCode =>
  code === 'commander.helpDisplayed' || code === 'commander.version' ? EXIT.ok : EXIT.usage;
