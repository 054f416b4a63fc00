import path from 'node:path';
import { anchorFile, otherAnchorFiles } from '../platform/seals/anchor-file.js';
import { readAnchors, type AnchorLines } from '../platform/seals/anchor-lines.js';
import type { Break } from '../platform/seals/chain-check.js';
import { ChainVerification, type CheckedChain } from '../platform/seals/chain-verification.js';
import { EXIT, Failure, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';
import { looks, withWaybill, type Waybill } from './waybill.js';

interface Asked {
  /** Rows of this stream alone. */
  readonly stream?: string;
  /** Files; undefined: that of this data directory; false: none. */
  readonly anchor?: readonly string[] | false;
}

/** So many breaks are named; all are counted. */
const NAMED = 1_000;

/**
 * Compares the log with its seals, and these with what was kept of them outside. Nothing is written.
 *
 * @throws Failure when there is nothing to compare; what is broken is an exit code, not an error
 */
export async function verifyChain({ stream, anchor }: Asked, terminal: Terminal): Promise<ExitCode> {
  const kinds: Record<string, number> = {};
  let breaks = 0;
  let first: Break | undefined;
  const tell = (found: Break) => {
    kinds[found.kind] = (kinds[found.kind] ?? 0) + 1;
    first ??= found;
    if (++breaks <= NAMED) terminal.item('difference', found, () => sentence(found));
    if (breaks === NAMED) terminal.say(`${NAMED} are named; the rest is counted`);
  };
  const { checked, anchors } = await withWaybill(looks, async (waybill) => {
    const verification = waybill.get(ChainVerification);
    const newest = await verification.newest();
    const files = filesOf(anchor, waybill, newest?.chain);
    const anchors = await readAll(files, newest?.chain, anchor === undefined ? tell : undefined);
    const beside = anchor === undefined ? await besides(waybill, newest?.chain) : [];
    for (const found of await sealedBefore(verification, [...anchors, ...beside])) tell(found);
    if (!newest && anchors.length === 0 && breaks === 0) throw new Failure(EXIT.notFound, NOTHING_SEALED);
    for (const lines of anchors) complain(lines, terminal, tell);
    if (beside.length > 0) terminal.say(`beside them are kept: ${beside.map(({ file }) => file).join(', ')}`);
    const progress = terminal.progress('chain', newest?.upTo ?? 0);
    const reached = (position: number) => progress.advance(position);
    const checked = await verification.check({ anchors, stream, signal: waybill.signal, tell, reached });
    progress.done();
    return { checked, anchors };
  });
  if (stream !== undefined && checked.about === 0)
    throw new Failure(EXIT.notFound, `no seal is about ${stream}: there is no such stream, or it is newer`);
  const shown = { ...checked, anchors: anchors.map(shownAnchor) };
  terminal.result({ differences: breaks, kinds, first: first ?? null, ...shown }, () =>
    [...summary(checked, anchors), `${breaks} differences`].join('\n'),
  );
  return breaks > 0 ? EXIT.differences : EXIT.ok;
}

/** No log is called so: all that is kept is of others. */
const NO_CHAIN = '';
const NOTHING_SEALED =
  'nothing is sealed: an instance does it by itself, every SEAL_EVERY_SECONDS, unless that is 0';

function filesOf(anchor: Asked['anchor'], { config }: Waybill, chain: string | undefined): string[] {
  if (anchor === false) return [];
  if (anchor) return anchor.map((file) => path.resolve(file));
  return chain === undefined ? [] : [anchorFile(config.WAYBILL_DATA_DIR, chain)];
}

/** @param missing hears of a file that should be there; undefined: it was named, and then must be */
async function readAll(
  files: readonly string[],
  chain: string | undefined,
  missing: ((found: Break) => void) | undefined,
): Promise<AnchorLines[]> {
  const read: AnchorLines[] = [];
  for (const file of files) {
    try {
      read.push(await readAnchors(file, chain));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      if (!missing) throw new Failure(EXIT.notFound, `there is no ${file}`);
      const what = `there is no ${file}, and seals that nothing outside vouches for can be rewritten with the log: --anchor names a file, --no-anchor does without`;
      missing({ kind: 'anchor', seal: 1, what });
    }
  }
  return read;
}

/** The files beside that of this log, as those of other logs: whoever gives it a new name must not be rid of the old ones. */
async function besides({ config }: Waybill, chain: string | undefined): Promise<AnchorLines[]> {
  const files = await otherAnchorFiles(config.WAYBILL_DATA_DIR, chain);
  return readAll(files, chain ?? NO_CHAIN, () => undefined);
}

async function sealedBefore(
  verification: ChainVerification,
  files: readonly AnchorLines[],
): Promise<readonly Break[]> {
  const found = new Map<string, Break>();
  for (const { file, others } of files) {
    for (const chain of others) {
      const before = found.has(chain) ? undefined : await verification.sealedBefore(file, chain);
      if (before) found.set(chain, before);
    }
  }
  return [...found.values()];
}

function complain(
  { file, told, torn, foreign }: AnchorLines,
  terminal: Terminal,
  tell: (found: Break) => void,
): void {
  const lines = (numbers: readonly number[]) => numbers.slice(0, 10).join(', ');
  if (torn.length > 0)
    terminal.say(`${file}: torn and passed over: line ${lines(torn)} (a writer died, or somebody wrote)`);
  if (foreign > 0) terminal.say(`${file}: ${foreign} lines are about other databases`);
  if (told.size === 0) tell({ kind: 'anchor', seal: 1, what: `${file} says nothing about this database` });
}

const shownAnchor = ({ file, told, torn, foreign }: AnchorLines) => {
  const numbers = [...told.keys()];
  const [from, to] = numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : [null, null];
  return { file, seals: told.size, from, to, torn: [...torn], foreign };
};

function summary({ seals, rows, sealedUpTo, unsealed }: CheckedChain, anchors: readonly AnchorLines[]) {
  const kept = anchors.map(shownAnchor).map(({ file, seals, from, to }) => {
    return seals > 0 ? `${file}: ${seals} seals, ${from} to ${to}` : `${file}: none`;
  });
  return [
    `${seals} seals over ${rows} events, up to position ${sealedUpTo}; ${unsealed} events are newer`,
    ...(kept.length > 0 ? kept : ['nothing outside was asked: --anchor']),
  ];
}

function sentence({ kind, seal, position, stream, version, eventId, what }: Break): string {
  const row =
    position === undefined ? '' : ` position ${position}, version ${version} of ${stream}, event ${eventId}:`;
  return `${kind}: seal ${seal}:${row} ${what}`;
}
