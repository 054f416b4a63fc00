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
  /** How many lines are of other logs. */
  readonly foreign: number;
}

/**
 * @param chain of the log that is asked about; undefined: of whichever the file tells first
 * @throws Error as `fs` does when it cannot be read
 */
export async function readAnchors(file: string, chain: string | undefined): Promise<AnchorLines> {
  const told = new Map<number, Told>();
  const contradicted: number[] = [];
  const torn: number[] = [];
  let foreign = 0;
  let line = 0;
  for await (const text of linesOf(file)) {
    line++;
    if (text === '') continue;
    const anchor = lineOf(text);
    chain ??= anchor?.chain;
    if (!anchor) torn.push(line);
    else if (anchor.chain !== chain) foreign++;
    else if (!told.has(anchor.number)) told.set(anchor.number, withoutHints(anchor));
    else if (told.get(anchor.number)!.digest !== anchor.digest) contradicted.push(anchor.number);
  }
  return { file, told, contradicted, torn, foreign };
}

/** The whole line of one seal, which is only wanted where something is wrong. */
export async function anchorOf(file: string, chain: string, number: number): Promise<Anchored | undefined> {
  for await (const text of linesOf(file)) {
    const anchor = lineOf(text);
    if (anchor?.chain === chain && anchor.number === number) return anchor;
  }
  return undefined;
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
