import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { anchorOf, anchorsOf, type AnchorLines, type Told } from './anchor-lines.js';
import { ChainCheck, type Break, type Other, type SealRow } from './chain-check.js';
import type { Anchored } from './seal.js';

export interface ChainAsked {
  readonly anchors: readonly AnchorLines[];
  /** Rows of it alone are compared; undefined: all. */
  readonly stream?: string | undefined;
  readonly signal: AbortSignal;
  /** Hears of each break as it is found. */
  tell(found: Break): void;
  /** Hears of each position that was checked. */
  reached(position: number): void;
}

export interface CheckedChain {
  readonly seals: number;
  /** Rows that were sealed. */
  readonly rows: number;
  /** Seals that concern what was asked about. */
  readonly about: number;
  readonly sealedUpTo: number;
  /** Rows of the log after that, which no seal covers yet. */
  readonly unsealed: number;
}

/** Compares log, seals, and what was kept of these outside. */
@Injectable()
export class ChainVerification {
  constructor(
    private readonly database: Database,
    private readonly chain: ChainCheck,
  ) {}

  /** Which log this is, and how far it is sealed; undefined before its first seal. */
  async newest(): Promise<{ readonly chain: string; readonly upTo: number } | undefined> {
    const [newest] = await this.database.query<{ chain: string; upTo: number }>(
      'select chain, up_to as "upTo" from platform.seals order by number desc limit 1',
    );
    return newest;
  }

  async check({ anchors, stream, signal, tell, reached }: ChainAsked): Promise<CheckedChain> {
    const sum = { seals: 0, rows: 0, about: 0, sealedUpTo: 0 };
    const intact = new Set(anchors);
    for await (const { seal, isAbout, breaks } of this.chain.walk(signal, stream)) {
      breaks.forEach(tell);
      for (const lines of intact) {
        const found = await this.against(lines, seal);
        // Every later seal has it in its digest.
        if (found) intact.delete(lines);
        if (found) tell(found);
      }
      sum.seals = seal.number;
      sum.rows += seal.rows;
      sum.about += isAbout ? 1 : 0;
      sum.sealedUpTo = seal.upTo;
      reached(seal.upTo);
    }
    for (const lines of anchors) {
      for (const seal of lines.contradicted)
        tell({ kind: 'anchor', seal, what: `${lines.file} says two things of it` });
    }
    for (const lines of intact) {
      const found = await this.beyond(lines, sum.seals);
      if (found) tell(found);
    }
    return { ...sum, unsealed: await this.after(sum.sealedUpTo) };
  }

  private async against(lines: AnchorLines, { number, digest }: SealRow): Promise<Break | undefined> {
    const told = lines.told.get(number);
    if (!told || told.digest === digest) return undefined;
    return this.rewritten(lines, told, `seal ${number} is not the one that was kept in ${lines.file}`);
  }

  /** What was kept outside and is not in the table any more; the first of it counts. */
  private async beyond(lines: AnchorLines, last: number): Promise<Break | undefined> {
    const lost = [...lines.told.values()].filter(({ number }) => number > last);
    if (lost.length === 0) return undefined;
    const first = lost.reduce((least, told) => (told.number < least.number ? told : least));
    const upTo = lost.reduce((most, told) => Math.max(most, told.upTo), 0);
    const what = `${lines.file} has ${lost.length} seals, up to position ${upTo}, that the database does not have`;
    return this.rewritten(lines, first, what);
  }

  /** Which row it begins with. */
  private async rewritten(lines: AnchorLines, told: Told, sentence: string): Promise<Break> {
    const anchor = await anchorOf(lines.file, told.chain, told.number);
    const other = anchor && (await this.chain.firstOther(told.after, told.upTo, anchor.hints));
    return rewrittenAs(told, other, sentence);
  }

  /**
   * Whether seals that were kept under the name of another log are of this one, which was then sealed anew.
   *
   * @returns undefined when it is a log of its own
   */
  async sealedBefore(file: string, chain: string): Promise<Break | undefined> {
    let first: Anchored | undefined;
    let changed: { readonly told: Anchored; readonly other: Other } | undefined;
    let upTo = 0;
    for await (const told of anchorsOf(file, chain)) {
      first ??= told;
      if (told === first && !(await this.chain.isOf(told))) return undefined;
      upTo = Math.max(upTo, told.upTo);
      const other = changed ? undefined : await this.chain.firstOther(told.after, told.upTo, told.hints);
      if (other) changed = { told, other };
    }
    if (!first) return undefined;
    const sentence = `this log was sealed before as ${chain}, up to position ${upTo}, by ${file}`;
    return rewrittenAs(changed?.told ?? first, changed?.other, sentence);
  }

  private async after(position: number): Promise<number> {
    const [row] = await this.database.query<{ rows: number }>(
      'select count(*) as rows from platform.events where position > $1',
      [position],
    );
    return row!.rows;
  }
}

function rewrittenAs(told: Told, other: Other | undefined, sentence: string): Break {
  const of = { kind: 'anchor', seal: told.number } as const;
  if (!other) return { ...of, what: `${sentence}; its rows are as they were` };
  const nth = `row ${other.nth + 1} of ${told.rows} after position ${told.after ?? 0}`;
  if (!other.row) return { ...of, what: `${sentence}; ${nth} is gone` };
  const { position, stream, version, eventId } = other.row;
  return { ...of, position, stream, version, eventId, what: `${sentence}; ${nth} is not what was sealed` };
}
