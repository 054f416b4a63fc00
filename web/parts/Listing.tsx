import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { read } from '../api/client.js';
import { heard, looked } from '../api/queries.js';
import { Failure } from './Failure.js';
import { Table } from './Table.js';

export type Wanted = Readonly<Record<string, string | undefined>>;

export interface Filter {
  readonly name: string;
  readonly label: string;
  /** Free text where there are none. */
  readonly options?: readonly string[];
  /** What is shown while none of them is chosen; absent means all. */
  readonly otherwise?: string;
}

interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

/** @param isTyping one letter of several: Back does not lead to each */
export type OnWant = (wish: Wanted, isTyping: boolean) => void;

interface Props<Row> {
  readonly name: string;
  readonly path: string;
  readonly wanted?: Wanted;
  readonly filters?: readonly Filter[];
  readonly onWant?: OnWant;
  /** Whether it is made of events, so that the page is told when it may be another. */
  readonly isHeard?: boolean;
  readonly keyOf: (row: Row) => string | number;
  readonly columns: Readonly<Record<string, (row: Row) => ReactNode>>;
  readonly empty: ReactNode;
}

/** A list of the API: filtered by what stands in the address, page after page, up to date while somebody looks. */
export function Listing<Row>(props: Props<Row>) {
  const { name, path, wanted = {}, filters = [], onWant, isHeard = false, ...table } = props;
  const query = useInfiniteQuery({
    queryKey: ['listing', path, wanted],
    queryFn: ({ pageParam }) => read<Page<Row>>(addressOf(path, wanted, pageParam)),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    ...(isHeard ? heard : looked),
  });
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const trouble = query.error ?? query.failureReason;
  return (
    <>
      {onWant && filters.length > 0 && <Filters filters={filters} wanted={wanted} onWant={onWant} />}
      {trouble && <Failure error={trouble} />}
      {!rows && !trouble && <p className="quiet">Loading…</p>}
      {rows && <Table name={name} rows={rows} {...table} empty={<p>{table.empty}</p>} />}
      {query.hasNextPage && (
        <button type="button" disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
          More of them
        </button>
      )}
    </>
  );
}

function addressOf(path: string, wanted: Wanted, cursor: string): string {
  const asked = new URLSearchParams({ limit: '100' });
  for (const [name, value] of Object.entries({ ...wanted, cursor })) if (value) asked.set(name, value);
  return `${path}?${asked}`;
}

interface FiltersProps {
  readonly filters: readonly Filter[];
  readonly wanted: Wanted;
  readonly onWant: OnWant;
}

/** What of a list is wanted. */
export function Filters({ filters, wanted, onWant }: FiltersProps) {
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      {filters.map(({ name, label, options, otherwise = 'all' }) => (
        <label key={name}>
          {label}
          {options ? (
            <select
              value={wanted[name] ?? ''}
              onChange={({ target }) => onWant({ [name]: target.value || undefined }, false)}
            >
              <option value="">{otherwise}</option>
              {options.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
          ) : (
            <input
              value={wanted[name] ?? ''}
              onChange={({ target }) => onWant({ [name]: target.value || undefined }, true)}
            />
          )}
        </label>
      ))}
    </form>
  );
}
