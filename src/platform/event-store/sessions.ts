import type { ClientBase, ClientConfig } from 'pg';

/**
 * Everything about a session on which the meaning of our statements and answers depends. What an administrator has set
 * for the server, the database or the role (`alter database ... set datestyle`) ranks lower than this.
 */
const relied: Readonly<Record<string, string>> = {
  client_encoding: 'UTF8',
  DateStyle: 'ISO,YMD',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  lc_numeric: 'C',
  lc_monetary: 'C',
  lc_time: 'C',
  search_path: 'public',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  transform_null_equals: 'off',
  quote_all_identifiers: 'off',
  default_text_search_config: 'pg_catalog.simple',
  gin_fuzzy_search_limit: '0',
  default_transaction_isolation: 'read committed',
  default_transaction_deferrable: 'off',
  default_transaction_read_only: 'off',
  check_function_bodies: 'on',
  idle_session_timeout: '0',
  statement_timeout: '5000',
  lock_timeout: '2000',
  idle_in_transaction_session_timeout: '10000',
};

export interface Session {
  /** What the server shows in its list of sessions. */
  readonly name: string;
  /** What differs from an ordinary session of ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** When the client gives up; later than the server, so that the answer is a verdict. Absent: never. */
  readonly queryTimeoutMs?: number;
  readonly connectionTimeoutMs?: number;
}

/**
 * How every session of Waybill begins, whoever opens it.
 *
 * @param url of the database; `options` of its own stay, as far as they do not contradict
 */
export function sessionOn(url: string, session: Session): ClientConfig {
  const { name, settings, queryTimeoutMs, connectionTimeoutMs = 2_000 } = session;
  const address = new URL(url);
  const theirs = address.searchParams.get('options') ?? '';
  // The driver lets what stands in the URL win over everything else.
  address.searchParams.delete('options');
  const ours = Object.entries({ ...relied, ...settings }).map(
    ([key, value]) => `-c ${key}=${escaped(value)}`,
  );
  return {
    connectionString: address.href,
    application_name: name,
    connectionTimeoutMillis: connectionTimeoutMs,
    ...(queryTimeoutMs !== undefined && { query_timeout: queryTimeoutMs }),
    keepAlive: true,
    options: [theirs, ...ours].join(' ').trim(),
  };
}

const escaped = (value: string): string => value.replace(/[\\ ]/g, '\\$&');

/** A session that cannot write, for whoever only looks; it also works on a standby. */
export const READ_ONLY = { default_transaction_read_only: 'on' } as const;

/** For a pool's `verify`: a connection that cannot write is not taken, wherever a name or a proxy may have led. */
export function refuseStandby(client: ClientBase, taken: (error?: Error) => void): void {
  client
    .query<{ reads_only: boolean }>(
      `select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as reads_only`,
    )
    .then(({ rows }) =>
      taken(
        rows[0]!.reads_only ? new Error('The server is a standby, or was told to take no writes') : undefined,
      ),
    )
    .catch(taken);
}
