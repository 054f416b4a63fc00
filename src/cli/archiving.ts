import { Command, InvalidArgumentError, Option } from 'commander';
import { uuid } from '../platform/core/schemas.js';
import { instant, leaf, whole, type Common, type Shell } from './words.js';

const DAYS = 90;
const REASON = ['--reason <text>', 'for the record', 'asked for on the command line'] as const;

interface Given extends Common {
  readonly before: string;
  readonly limit: number;
  readonly dryRun: boolean;
  readonly compact?: boolean;
  readonly reason: string;
}

const orderOrSegment = (text: string): string => {
  if (/^\d{1,9}$/.test(text)) return text;
  const read = uuid.safeParse(text);
  if (read.success) return read.data;
  throw new InvalidArgumentError('The id of an order, or the number of a segment.');
};

/** The verbs of the archive: what old orders say, in files. */
export function addArchive(root: Command, { terminal, ended }: Shell): void {
  const archive = leaf(root, 'archive')
    .description('move what orders that ended long ago say to files; they are answered as before, slower')
    .addOption(
      new Option('--before <time>', 'nothing has happened to them since')
        .argParser(instant)
        .default(new Date(Date.now() - DAYS * 86_400_000).toISOString(), `${DAYS} days ago`),
    )
    .option('--limit <n>', 'at most so many orders', whole(1, 10_000_000), 1_000_000)
    .option('--dry-run', 'write nothing; tell what would go, and what keeps the others', false)
    .option('--compact', 'give the room back to the disk; Waybill stands still meanwhile')
    .option('--no-compact', 'keep the room for new events, however small the log is')
    .option(...REASON)
    .action(async ({ json, ...asked }: Given) => {
      const { archive: run } = await import('./archive.js');
      ended(await run(asked, terminal('archive', json)));
    });
  leaf(archive, 'list')
    .description('the files of the archive, and those that are missing')
    .action(async (_: Common, command: Command) => {
      const { listArchive } = await import('./archive.js');
      ended(await listArchive(terminal('archive list', command.optsWithGlobals<Common>().json)));
    });
  leaf(archive, 'restore')
    .description('put what an order says, or a whole file, back into the log')
    .argument('<order|segment>', 'an id, or a number of the list', orderOrSegment)
    .option(...REASON)
    .action(async (what: string, _: Common, command: Command) => {
      const { json, reason } = command.optsWithGlobals<Common & { reason: string }>();
      const { takeBack } = await import('./archive.js');
      ended(await takeBack(what, reason, terminal('archive restore', json)));
    });
}
