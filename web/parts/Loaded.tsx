import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './Failure.js';

interface Props<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, or that it is on its way, or why not. What was read before stays while nobody answers. */
export function Loaded<Data>({ query, children }: Props<Data>) {
  const reason = query.error ?? query.failureReason;
  return (
    <>
      {reason && <Failure error={reason} />}
      {query.data !== undefined && children(query.data)}
      {query.data === undefined && !reason && <p className="quiet">Loading…</p>}
    </>
  );
}
