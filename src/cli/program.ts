import { Argument, Command, CommanderError, Option } from 'commander';
import { EXIT, type ExitCode } from './exit.js';
import { addArchive } from './archiving.js';
import { addOperating } from './operating.js';
import { Terminal, type Screen } from './terminal.js';
import { addVerify } from './verifying.js';
import { currency, id, instant, leaf, whole, type Common, type Shell } from './words.js';

const exitCodes = `
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not found, 4 conflict, 5 database or broker down,
6 differences found, 78 wrong settings, 130 interrupted (the same command again carries on where it changes something).`;

/** Where data and talk go. */
export interface Streams {
  readonly out: Screen;
  readonly err: Screen;
}

/**
 * Runs one command line. What a command needs is loaded when it runs: the whole product takes seconds, which help and
 * a wrong word do not need.
 *
 * @param argv without node and script
 * @returns the exit code; whatever went wrong has been said on stderr
 */
export async function commandLine(
  argv: readonly string[],
  streams: Streams = { out: process.stdout, err: process.stderr },
): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const shell: Shell = {
    terminal: (command, json) => new Terminal(command, json, streams),
    ended: (how) => void (code = how),
  };
  try {
    await program(shell, streams).parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return exitOfUsage(error);
    const { verdictOf } = await import('./verdict.js');
    const { text, exitCode } = verdictOf(error);
    streams.err.write(`${text}\n`);
    return exitCode;
  }
}

/**
 * Reads a command line and runs nothing: help and a wrong word need no database.
 *
 * @param argv without node and script
 * @returns the exit code if all is said, undefined for a command that is to be run
 */
export async function answeredByWords(
  argv: readonly string[],
  streams: Streams = { out: process.stdout, err: process.stderr },
): Promise<ExitCode | undefined> {
  const nothing: Shell = {
    terminal: (command, json) => new Terminal(command, json, streams),
    ended: () => undefined,
  };
  const toBeRun = new Error('to be run');
  const stopBefore = () => {
    throw toBeRun;
  };
  try {
    await program(nothing, streams).hook('preAction', stopBefore).parseAsync(argv, { from: 'user' });
    return undefined;
  } catch (error) {
    if (error === toBeRun) return undefined;
    if (error instanceof CommanderError) return exitOfUsage(error);
    throw error;
  }
}

/** Help that was asked for is an answer; help instead of a word that is missing is a complaint. */
const exitOfUsage = ({ exitCode }: CommanderError): ExitCode => (exitCode === 0 ? EXIT.ok : EXIT.usage);

function program(shell: Shell, { out, err }: Streams): Command {
  const root = new Command('npm run cli --')
    .description('Waybill on the command line: data on stdout, talk on stderr.')
    .addHelpText('after', exitCodes)
    .showHelpAfterError('(--help tells more)')
    .exitOverride()
    .configureOutput({ writeOut: (text) => void out.write(text), writeErr: (text) => void err.write(text) });
  addImport(root, shell);
  addVerify(root, shell);
  addModels(root, shell);
  addKeys(root, shell);
  const saga = addReading(root, shell);
  addOperating(root, saga, shell);
  addSagaCheck(root, shell);
  addArchive(root, shell);
  addInstallation(root, shell);
  addHelpers(root, shell);
  return root;
}

function addImport(root: Command, { terminal, ended }: Shell): void {
  leaf(root, 'import')
    .description('replay the invoices of a CSV file: sales become orders, credits become refunds')
    .argument(
      '<file.csv>',
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    )
    .option('--dry-run', 'write nothing; show the plan and the totals', false)
    .option('--currency <code>', 'of the prices', currency, 'GBP')
    .option(
      '--in-flight <n>',
      'commands under way at once; those of one moment share a flush',
      whole(1, 256),
      128,
    )
    .option('--patience <seconds>', 'wait so long for orders that do not get on', whole(1, 86_400), 120)
    .action(
      async (
        path: string,
        given: Common & { dryRun: boolean; currency: string; inFlight: number; patience: number },
      ) => {
        const { dryRun, currency: code, inFlight: width, patience } = given;
        const options = { dryRun, currency: code, width, patienceMs: patience * 1000 };
        const { importFile } = await import('./import/import-command.js');
        ended(await importFile(path, options, terminal('import', given.json)));
      },
    );
}

function addModels(root: Command, { terminal, ended }: Shell): void {
  leaf(root, 'rebuild')
    .description('compute a read model anew from the log, beside the live one, compare, and switch')
    .argument('<model>', 'such as orders.order-list')
    .option('--reason <text>', 'for the record', 'asked for on the command line')
    .action(async (model: string, { json, reason }: Common & { reason: string }) => {
      const { rebuild } = await import('./models.js');
      ended(await rebuild(model, reason, terminal('rebuild', json)));
    });
  leaf(root.command('snapshots').description('folded states that spare long streams the fold'), 'rebuild')
    .description('fold the long streams that have no snapshot of the shape of today; may be interrupted')
    .option('--reason <text>', 'for the record', 'asked for on the command line')
    .action(async ({ json, reason }: Common & { reason: string }) => {
      const { rebuildSnapshots } = await import('./snapshots.js');
      ended(await rebuildSnapshots(reason, terminal('snapshots rebuild', json)));
    });
}

function addKeys(root: Command, { terminal, ended }: Shell): void {
  leaf(root.command('keys').description('what names and addresses are sealed with'), 'rewrap')
    .description('wrap all keys with the first of PERSONAL_DATA_KEY, so that the old one may go')
    .option('--reason <text>', 'for the record', 'asked for on the command line')
    .action(async ({ json, reason }: Common & { reason: string }) => {
      const { rewrapKeys } = await import('./keys.js');
      ended(await rewrapKeys(reason, terminal('keys rewrap', json)));
    });
}

function addReading(root: Command, { terminal, ended }: Shell): Command {
  const point = (command: Command) =>
    command
      .addOption(new Option('--version <n>', 'as of this version').argParser(whole(1, 2 ** 31 - 1)))
      .addOption(new Option('--as-of <time>', 'as recorded up to this instant, RFC 3339').argParser(instant));
  point(leaf(root, 'replay'))
    .description('fold a stream from the log and show the state: order-<id>, payment-<id>, stock-<sku>, ...')
    .argument('<stream>', 'its name')
    .action(async (stream: string, { json, ...at }: Common & { version?: number; asOf?: string }) => {
      const { replay } = await import('./replay.js');
      ended(await replay(stream, at, terminal('replay', json)));
    });
  const orders = root.command('orders').description('orders and their history');
  point(leaf(orders, 'show'))
    .description('one order')
    .argument('<id>', 'of the order', id)
    .action(async (id: string, { json, ...at }: Common & { version?: number; asOf?: string }) => {
      const { showOrder } = await import('./orders.js');
      ended(await showOrder(id, at, terminal('orders show', json)));
    });
  leaf(orders, 'timeline')
    .description('all that happened to an order, in every room')
    .argument('<id>', 'of the order', id)
    .action(async (id: string, { json }: Common) => {
      const { showTimeline } = await import('./orders.js');
      ended(await showTimeline(id, terminal('orders timeline', json)));
    });
  const states = ['running', 'completed', 'compensating', 'compensated', 'needs-attention'] as const;
  const saga = root.command('saga').description('fulfilment of orders');
  leaf(saga, 'list')
    .description('sagas, those that changed last first')
    .addOption(new Option('--state <state>', 'only these').choices(states))
    .option('--limit <n>', 'at most so many', whole(1, 1000), 100)
    .action(async ({ json, ...filter }: Common & { state?: (typeof states)[number]; limit: number }) => {
      const { listSagas } = await import('./sagas.js');
      ended(await listSagas(filter, terminal('saga list', json)));
    });
  return saga;
}

function addSagaCheck(root: Command, { terminal, ended }: Shell): void {
  leaf(root, 'saga-check')
    .description('before a deployment: the sagas under way that this program would break, make wait, or move')
    .action(async ({ json }: Common) => {
      const { checkSagas } = await import('./saga-check.js');
      ended(await checkSagas(terminal('saga-check', json)));
    });
}

function addHelpers(root: Command, { terminal, ended }: Shell): void {
  leaf(root, 'token')
    .description('a demo token of a role, for authorization: Bearer ...')
    .addArgument(
      new Argument('<role>', 'whose').choices(['operator', 'service', 'customer', 'otherCustomer']),
    )
    .action(async (role: string, { json }: Common) => {
      const { showToken } = await import('./token.js');
      ended(await showToken(role, terminal('token', json)));
    });
  leaf(root, 'doctor')
    .description('looks at settings, disk, database, server and brokers: what is wrong, and what to do')
    .action(async ({ json }: Common) => {
      const { examine } = await import('./doctor.js');
      ended(await examine(terminal('doctor', json)));
    });
  leaf(root, 'backup')
    .description('copy the embedded database to a new folder, while it runs')
    .argument('<folder>', 'is made')
    .action(async (folder: string, { json }: Common) => {
      const { backup } = await import('./backup.js');
      ended(await backup(folder, terminal('backup', json)));
    });
  leaf(root, 'restore')
    .description('put such a copy in the place of the embedded database, which must not run')
    .argument('<folder>', 'of a backup')
    .action(async (folder: string, { json }: Common) => {
      const { restore } = await import('./backup.js');
      ended(restore(folder, terminal('restore', json)));
    });
  root
    .command('repl')
    .description('a prompt with the product in it')
    .option('--write', 'its sessions may write', false)
    .action(async ({ write }: { write: boolean }) => {
      const { openRepl } = await import('./repl.js');
      ended(await openRepl(write));
    });
}

function addInstallation(root: Command, { terminal, ended }: Shell): void {
  const installation = root.command('installation').description('how this database is run');
  leaf(installation, 'show')
    .description('environments, gateways and carriers that have served it')
    .action(async ({ json }: Common) => {
      const { showInstallation } = await import('./installation.js');
      ended(await showInstallation(terminal('installation show', json)));
    });
  leaf(installation, 'hand-over')
    .description('simulators have served it, and from now on real services shall; there is no way back')
    .requiredOption('--reason <text>', 'for the record')
    .action(async ({ json, reason }: Common & { reason: string }) => {
      const { handOver } = await import('./installation.js');
      ended(await handOver(reason, terminal('installation hand-over', json)));
    });
}
