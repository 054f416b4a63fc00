import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { steps } from '../api/queries.js';
import { changesBetween } from '../model/diff.js';
import type { Moment } from '../model/moments.js';
import { Changes } from '../parts/Changes.js';
import { Failure } from '../parts/Failure.js';

const route = getRouteApi('/orders/$orderId');
/** So many events are fetched at once; to step within them asks nobody. */
const STRETCH = 50;

interface Props {
  readonly moments: readonly Moment[];
  /** Counted from 1. */
  readonly at: number;
}

/** What the event made of the rows of read models: the row before, and the row after. */
export function Rows({ moments, at }: Props) {
  const { model } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error } = useSteps(moments, at);
  const { position } = moments[at - 1]!.entry;
  const rows = data?.find((item) => item.position === position)?.rows ?? [];
  const shown = model ? rows.filter((row) => row.model === model) : rows;
  return (
    <section aria-labelledby="rows">
      <h4 id="rows">What read models made of it</h4>
      {model && (
        <p>
          Only <code>{model}</code>.{' '}
          <button type="button" onClick={() => choose(undefined)}>
            All of them
          </button>
        </p>
      )}
      {error && <Failure error={error} />}
      {data && shown.length === 0 && <p className="quiet">No row is another after this event.</p>}
      {shown.map((row) => (
        <details key={`${row.model} ${row.key}`} open={model !== undefined}>
          <summary>
            {row.model}:{' '}
            {row.before === null ? 'a new row' : row.after === null ? 'the row is gone' : 'changed'}
          </summary>
          <Changes changes={changesBetween(row.before ?? {}, row.after ?? {})} none="No field is another." />
          <p className="buttons">
            {!model && (
              <button type="button" onClick={() => choose(row.model)}>
                Step through {row.model} alone
              </button>
            )}
            <button
              type="button"
              onClick={() => void navigator.clipboard.writeText(asTest(row, moments[at - 1]!))}
            >
              Copy as test
            </button>
          </p>
        </details>
      ))}
    </section>
  );

  function choose(wanted: string | undefined): void {
    void navigate({ search: (before) => ({ ...before, model: wanted }) });
  }
}

function useSteps(moments: readonly Moment[], at: number) {
  const client = useQueryClient();
  const streams = [...new Set(moments.map(({ entry }) => entry.stream))]
    .filter((stream) => !stream.startsWith('notification-'))
    .sort();
  const stretch = Math.floor((at - 1) / STRETCH);
  const of = (nth: number) => steps(streams, (moments[nth * STRETCH]?.entry.position ?? 1) - 1, STRETCH);
  const key = streams.join();
  const whole = useQuery({ ...of(stretch), placeholderData: keepPreviousData });
  const isThere = whole.data !== undefined && !whole.isPlaceholderData;
  const isNext = moments.length > (stretch + 1) * STRETCH;
  useEffect(() => {
    if (!isThere) return;
    if (isNext) void client.prefetchQuery(of(stretch + 1));
    if (stretch > 0) void client.prefetchQuery(of(stretch - 1));
    // Which streams there are, and where a stretch begins, is settled by these.
  }, [client, key, stretch, isThere, isNext]);
  // Large rows fill an answer before the stretch ends.
  const { position } = moments[at - 1]!.entry;
  const isCut = typeof whole.data?.nextAfter === 'number' && whole.data.nextAfter < position;
  const single = useQuery({ ...steps(streams, position - 1, 1), enabled: isCut });
  return { data: isCut ? single.data?.items : whole.data?.items, error: whole.error ?? single.error };
}

interface Row {
  readonly model: string;
  readonly before: object | null;
  readonly after: object | null;
}

/** What a spec of the model would say. */
const asTest = ({ model, before, after }: Row, { entry: { type, data } }: Moment): string =>
  JSON.stringify({ model, given: before, when: { type, data }, then: after }, null, 2);
