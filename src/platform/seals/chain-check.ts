import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { dataMarkIn, DIGEST, hashIn, HINT, metadataMarkIn, NOTHING_BEFORE, provenRows } from './row-proof.js';
import type { Anchored } from './seal.js';

/** One thing that is not as it was sealed. */
export interface Break {
  readonly kind: 'altered' | 'missing' | 'reordered' | 'inserted' | 'seal' | 'anchor';
  readonly seal: number;
  /** Of the row, as it was sealed; of one that was inserted, as it is. Absent where it is about no single row. */
  readonly position?: number;
  readonly stream?: string;
  readonly version?: number;
  readonly eventId?: string;
  /** What differs, for people. */
  readonly what: string;
}

/** A seal as it stands in the table. */
export interface SealRow {
  readonly number: number;
  readonly chain: string;
  readonly after: number | null;
  readonly upTo: number;
  readonly rows: number;
  readonly digest: string;
}

type Previous = Pick<SealRow, 'number' | 'upTo' | 'digest'>;
interface ReadSeal extends SealRow {
  readonly previous: string;
  /** The digest that it should have, by what it says. */
  readonly right: string;
  /** Whether there are rows in it that are asked about. */
  readonly isAbout: boolean;
}

const SEALS = `
  select s.number, s.chain, s.after, s.up_to as "upTo", cardinality(s.positions) as rows,
    encode(s.digest, 'hex') as digest, encode(s.previous, 'hex') as previous, encode(${DIGEST}, 'hex') as right,
    $2::text is null or $2 = any (s.streams) or exists (
      select from platform.events e where e.stream_id = $2 and e.position <= s.up_to
        and e.position > coalesce(s.after, '-9223372036854775808')) as "isAbout"
  from platform.seals s`;

const FROM = `coalesce((select after from s), '-9223372036854775808')`;
/** So many rows are named of each seal. */
const NAMED = 100;

const ROWS = `
  with s as materialized (select * from platform.seals where number = $1),
  sealed as (
    select listed.* from s, unnest(s.positions, s.event_ids, s.streams, s.versions, s.proofs, s.erased)
      as listed(position, event_id, stream_id, version, proof, erased)),
  found as (${provenRows(`e.position > ${FROM} and e.position <= (select up_to from s)`)})
  select sealed.position, sealed.stream_id as stream, sealed.version, sealed.event_id as "eventId",
    found.position as "isPosition", found.stream_id as "isStream", found.version as "isVersion", found.event_id as "isEventId",
    ${dataMarkIn('sealed.proof')} <> ${dataMarkIn('found.proof')} as "otherData",
    ${metadataMarkIn('sealed.proof')} <> ${metadataMarkIn('found.proof')} as "otherMetadata",
    moved.position as "movedTo"
  from sealed full join found on found.position = sealed.position
  left join platform.events moved on moved.stream_id = sealed.stream_id and moved.version = sealed.version
    and moved.event_id = sealed.event_id and moved.position <> sealed.position
  where (sealed.position is null or found.position is null
    or (sealed.proof <> found.proof and ${hashIn('found.proof')} is distinct from sealed.erased))
    and ($2::text is null or $2 in (sealed.stream_id, found.stream_id))
  order by coalesce(sealed.position, found.position) limit ${NAMED}`;

interface OddRow {
  readonly position: number | null;
  readonly stream: string;
  readonly version: number;
  readonly eventId: string;
  readonly isPosition: number | null;
  readonly isStream: string;
  readonly isVersion: number;
  readonly isEventId: string;
  readonly otherData: boolean;
  readonly otherMetadata: boolean;
  readonly movedTo: number | null;
}

/** Among more than these one is alike by chance more often than once in 65,536 logs. */
const MANY_HINTS = 256;

const HINTED = `
  select position, stream_id as stream, version, event_id as "eventId", encode(substr(proof, 1, ${HINT}), 'hex') as hint
  from (${provenRows(`e.position > coalesce($1::bigint, '-9223372036854775808') and e.position <= $2`)}) proven
  order by position limit $3`;

/** Which row of a stretch is another one than was sealed; absent: it is gone. */
export interface Other {
  readonly nth: number;
  readonly row: HintedRow | undefined;
}

/** Compares the log with its seals, a seal at a time. */
@Injectable()
export class ChainCheck {
  constructor(private readonly database: Database) {}

  /**
   * All seals, with whatever breaks each.
   *
   * @param stream rows of it alone are compared; undefined: all
   */
  async *walk(signal: AbortSignal, stream?: string): AsyncGenerator<CheckedSeal> {
    let last: Previous | undefined;
    for (;;) {
      signal.throwIfAborted();
      const [seal] = await this.database.query<ReadSeal>(
        `${SEALS} where s.number > $1 order by s.number limit 1`,
        [last?.number ?? 0, stream ?? null],
      );
      if (!seal) return;
      const rows = seal.isAbout ? await this.rows(seal, stream) : [];
      yield { seal, isAbout: seal.isAbout, breaks: [...linkOf(seal, last), ...rows] };
      last = seal;
    }
  }

  /** What breaks one seal, or the link to the one before it. Undefined: there is no such seal. */
  async one(number: number): Promise<Break[] | undefined> {
    const [last, seal] = await this.database.query<ReadSeal>(
      `${SEALS} where s.number = any ($1) order by s.number`,
      [[number - 1, number], null],
    );
    const of = seal ?? last;
    if (of?.number !== number) return undefined;
    return [...linkOf(of, seal && last), ...(await this.rows(of))];
  }

  /**
   * The first row of a stretch that is not the one whose hash was kept outside.
   *
   * @param hints hex, see `Anchored`
   */
  async firstOther(after: number | null, upTo: number, hints: string): Promise<Other | undefined> {
    const size = 2 * HINT;
    const wanted = hints.length / size;
    const rows = await this.database.query<HintedRow>(HINTED, [after, upTo, wanted + 1]);
    for (let nth = 0; nth < Math.max(wanted, rows.length); nth++) {
      const hint = hints.slice(nth * size, (nth + 1) * size);
      if (hint !== (rows[nth]?.hint ?? '')) return { nth, row: rows[nth] };
    }
    return undefined;
  }

  /**
   * Whether rows of a stretch are those whose hashes were kept outside, wherever in it they stand now: what another log
   * has there is alike by chance alone.
   */
  async isOf({ after, upTo, hints }: Pick<Anchored, 'after' | 'upTo' | 'hints'>): Promise<boolean> {
    const size = 2 * HINT;
    const count = hints.length / size;
    const wanted = new Set(
      Array.from({ length: count }, (_, nth) => hints.slice(nth * size, (nth + 1) * size)),
    );
    const rows = await this.database.query<HintedRow>(HINTED, [after, upTo, wanted.size + 1]);
    const same = rows.filter(({ hint }) => wanted.has(hint)).length;
    return same >= (wanted.size > MANY_HINTS ? 2 : 1);
  }

  private async rows({ number }: SealRow, stream?: string): Promise<Break[]> {
    const odd = await this.database.query<OddRow>(ROWS, [number, stream ?? null]);
    return odd.map((row) => breakOf(number, row));
  }
}

export interface CheckedSeal {
  readonly seal: SealRow;
  /** Whether there are rows in it that were asked about. */
  readonly isAbout: boolean;
  readonly breaks: readonly Break[];
}

export interface HintedRow {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly eventId: string;
  readonly hint: string;
}

function* linkOf(seal: ReadSeal, last: Previous | undefined): Generator<Break> {
  const of = { kind: 'seal', seal: seal.number } as const;
  const before = last?.number ?? 0;
  if (seal.number !== before + 1) {
    yield { ...of, what: `of the seals before it ${seal.number - 1 - before} are missing` };
  } else if (seal.previous !== (last?.digest ?? NOTHING_BEFORE) || seal.after !== (last?.upTo ?? null)) {
    yield { ...of, what: 'it does not follow the seal before it' };
  }
  if (seal.right !== seal.digest) yield { ...of, what: 'what it says is not what its digest was made of' };
}

function breakOf(seal: number, row: OddRow): Break {
  if (row.position === null) {
    const is = {
      position: row.isPosition!,
      stream: row.isStream,
      version: row.isVersion,
      eventId: row.isEventId,
    };
    return { kind: 'inserted', seal, ...is, what: 'it was not there when this part of the log was sealed' };
  }
  const { position, stream, version, eventId } = row;
  const was = { seal, position, stream, version, eventId };
  const instead =
    row.isPosition === null
      ? ''
      : `; in its place stands event ${row.isEventId}, version ${row.isVersion} of ${row.isStream}`;
  if (row.movedTo !== null)
    return { kind: 'reordered', ...was, what: `it stands at position ${row.movedTo}${instead}` };
  if (row.isEventId !== eventId) return { kind: 'missing', ...was, what: `it is gone${instead}` };
  if (row.isStream !== stream || row.isVersion !== version) {
    return { kind: 'reordered', ...was, what: `it stands as version ${row.isVersion} of ${row.isStream}` };
  }
  const parts = [row.otherData && 'data', row.otherMetadata && 'metadata'].filter((part) => part !== false);
  const what = parts.length > 0 ? parts.join(' and ') : 'another column than data and metadata';
  return { kind: 'altered', ...was, what: `${what} differs from what was sealed` };
}
