/**
 * What is hashed, as SQL of this program over nothing but what PostgreSQL brings with it: a function in the database could be
 * changed together with the rows. `docs/operations.md` says it in words, for whoever wants to check without us.
 */

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const sha256Of = (text: string): string => `sha256(convert_to(${text}, 'UTF8'))`;

/** Of the data of a row `e`, as it was stored; a row whose data lie in the archive has kept it. */
const DATA = `coalesce(e.archived_sha256, ${sha256Of('e.data::text')})`;

/** The hash of a row, which the marks follow. */
const HASH = 32;
/** How much of the hashes of data and metadata a proof has besides: enough to say which of them is another one. */
const MARK = 4;

const eventsWithParts = (where: string): string => `
  from platform.events e
  cross join lateral (select ${DATA} as data, ${sha256Of('e.metadata::text')} as metadata offset 0) part
  where ${where}`;

const rowHash = (data: string): string => `
  sha256(convert_to(json_build_array(e.position, e.stream_id, e.version, e.event_id, e.command_id, e.command_index, e.type,
    e.schema_version, ${instant('e.occurred_at')}, ${instant('e.recorded_at')})::text, 'UTF8') || ${data} || part.metadata)`;

/**
 * Events with the proof of each: SHA-256 of the row, then marks of its data and metadata.
 *
 * @param where a constant condition about a row `e` of the log
 */
export const provenRows = (where: string): string => `
  select e.position, e.event_id, e.stream_id, e.version,
    ${rowHash('part.data')} || substr(part.data, 1, ${MARK}) || substr(part.metadata, 1, ${MARK}) as proof
  ${eventsWithParts(where)}`;

/** The same, and of a row in clear text also the hash it will have when its person is erased, who has no key to destroy. */
export const rowsToSeal = (where: string): string => `
  select e.position, e.event_id, e.stream_id, e.version,
    ${rowHash('part.data')} || substr(part.data, 1, ${MARK}) || substr(part.metadata, 1, ${MARK}) as proof,
    case when personal.holds_clear_text(e.data)
      then ${rowHash(sha256Of('personal.erased_form(e.data::jsonb)::text'))} end as erased
  ${eventsWithParts(where)}`;

export const hashIn = (proof: string): string => `substr(${proof}, 1, ${HASH})`;
export const dataMarkIn = (proof: string): string => `substr(${proof}, ${HASH + 1}, ${MARK})`;
export const metadataMarkIn = (proof: string): string => `substr(${proof}, ${HASH + MARK + 1}, ${MARK})`;

const hex = (array: string): string =>
  `(select json_agg(encode(each, 'hex') order by n) from unnest(${array}) with ordinality as listed(each, n))`;

/** The digest of a seal `s`: of all that it says, and of the digest before it. */
export const DIGEST =
  sha256Of(`json_build_array(s.chain, s.number, s.after, s.up_to, s.positions, s.event_ids, s.streams,
  s.versions, ${hex('s.proofs')}, ${hex('s.erased')}, encode(s.previous, 'hex'), ${instant('s.sealed_at')})::text`);

/** What the first seal has for the digest before it, in hex. */
export const NOTHING_BEFORE = '00'.repeat(HASH);

/** Of each row's hash so much is kept outside, in order: enough to find the row where a digest is another one. */
export const HINT = 4;
export const HINTS = `
  (select string_agg(substr(each, 1, ${HINT}), ''::bytea order by n) from unnest(s.proofs) with ordinality as listed(each, n))`;
