import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { lineOf } from './anchor-file.js';
import type { Anchored } from './seal.js';

/** What a file says of a seal, without what is long. */
export type Told = Omit<Anchored, 'hints'>;

/** What a file of anchors says about one log. */
export interface AnchorLines {
  readonly file: string;
  /** By number of the seal; the first word counts. */
  readonly told: ReadonlyMap<number, Told>;
  /** Numbers of seals of which it says two things. */
  readonly contradicted: readonly number[];
  /** Numbers of lines, from 1, that were cut off or are no anchors. */
  readonly torn: readonly number[];
  /** How many lines are of other logs ... */
  readonly foreign: number;
  /** ... and which these are. */
  readonly others: readonly string[];
}

/**
 * @param chain of the log that is asked about; undefined: of whichever the file tells first
 * @throws Error as `fs` does when it cannot be read
 */
export async function readAnchors(file: string, chain: string | undefined): Promise<AnchorLines> {
  const told = new Map<number, Told>();
  const contradicted: number[] = [];
  const torn: number[] = [];
  const others = new Set<string>();
  let foreign = 0;
  let line = 0;
  for await (const text of linesOf(file)) {
    line++;
    if (text === '') continue;
    const anchor = lineOf(text);
    chain ??= anchor?.chain;
    if (!anchor) torn.push(line);
    else if (anchor.chain !== chain) {
      foreign++;
      others.add(anchor.chain);
    } else if (!told.has(anchor.number)) told.set(anchor.number, withoutHints(anchor));
    else if (told.get(anchor.number)!.digest !== anchor.digest) contradicted.push(anchor.number);
  }
  return { file, told, contradicted, torn, foreign, others: [...others] };
}

/** The whole line of one seal, which is only wanted where something is wrong. */
export async function anchorOf(file: string, chain: string, number: number): Promise<Anchored | undefined> {
  for await (const anchor of anchorsOf(file, chain)) if (anchor.number === number) return anchor;
  return undefined;
}

/** The whole lines of one log, in the order in which they were written. */
export async function* anchorsOf(file: string, chain: string): AsyncGenerator<Anchored> {
  for await (const text of linesOf(file)) {
    const anchor = lineOf(text);
    if (anchor?.chain === chain) yield anchor;
  }
}

const linesOf = (file: string) => createInterface({ input: createReadStream(file), crlfDelay: Infinity });

const withoutHints = ({ chain, number, after, upTo, rows, digest, sealedAt }: Anchored): Told => ({
  chain,
  number,
  after,
  upTo,
  rows,
  digest,
  sealedAt,
});
