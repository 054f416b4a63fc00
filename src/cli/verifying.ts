import { Option, type Command } from 'commander';
import { EXIT, Failure } from './exit.js';
import { leaf, type Common, type Shell } from './words.js';

interface Given extends Common {
  readonly stream?: string;
  readonly chain: boolean;
  readonly anchor?: readonly string[] | false;
}

const another = (file: string, files?: readonly string[]): readonly string[] => [...(files ?? []), file];

/** Two ways to verify: everything that follows from the log, or the log itself. */
export function addVerify(root: Command, { terminal, ended }: Shell): void {
  leaf(root, 'verify')
    .description('compute everything anew from the log and name every difference; write nothing')
    .argument('[model...]', 'only these read models')
    .addOption(new Option('--stream <name>', 'only this stream, such as order-<id>'))
    .option('--chain', 'instead: name what of the log is not as it was sealed', false)
    .addOption(
      new Option(
        '--anchor <file>',
        'with --chain: what was kept of the seals outside; more than once for several',
      ).argParser(another),
    )
    .addOption(new Option('--no-anchor', 'with --chain: believe the seals that stand in the database'))
    .action(async (models: string[], { json, chain, anchor, ...only }: Given) => {
      const shown = terminal('verify', json);
      if (chain && models.length > 0) throw new Failure(EXIT.usage, 'read models or the chain: not both');
      if (!chain && (anchor === false || Array.isArray(anchor)))
        throw new Failure(EXIT.usage, 'an anchor is for --chain');
      if (chain) {
        const { verifyChain } = await import('./verify-chain.js');
        const anchors = anchor === undefined ? {} : { anchor };
        ended(await verifyChain({ ...only, ...anchors }, shown));
      } else {
        const { verify } = await import('./verify.js');
        ended(await verify({ models, ...only }, shown));
      }
    });
}
