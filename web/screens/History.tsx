import { useQuery, useQueryClient, keepPreviousData } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { fulfilmentAt, orderAt } from '../api/queries.js';
import { changesBetween, fieldsOf, type Change } from '../model/diff.js';
import type { Moment } from '../model/moments.js';
import { useKey } from '../parts/Shortcuts.js';
import { absolute, Time } from '../parts/Time.js';
import { Timeline } from '../parts/Timeline.js';

const route = getRouteApi('/orders/$orderId');
/** A browser takes only so many addresses from somebody who drags. */
const ADDRESS_AFTER_MS = 300;

interface Props {
  readonly orderId: string;
  /** Oldest first. */
  readonly moments: readonly Moment[];
}

/** Everything that happened, and the order as it stood after any of it. */
export function History({ orderId, moments }: Props) {
  const [at, choose] = useMoment(moments.length);
  const moment = moments[at - 1];
  useKey((key) => {
    if (key === '[') choose(Math.max(1, at - 1));
    if (key === ']') choose(Math.min(moments.length, at + 1));
  });
  if (!moment) return null;
  return (
    <section aria-labelledby="history" className="history">
      <h2 id="history">History</h2>
      <div className="slider">
        <label htmlFor="moment">
          Event {at} of {moments.length}
        </label>
        <input
          id="moment"
          type="range"
          min={1}
          max={moments.length}
          value={at}
          aria-valuetext={`event ${at} of ${moments.length}, ${moment.entry.type}, ${absolute(moment.entry.occurredAt)}`}
          onChange={(event) => choose(event.target.valueAsNumber)}
        />
      </div>
      <div className="halves">
        <Timeline moments={moments} at={at} onChoose={choose} />
        <Stood orderId={orderId} moment={moment} before={moments[at - 2]} after={moments[at]} />
      </div>
    </section>
  );
}

/** Which moment is shown stands in the address, so that it can be sent to somebody; without one it is the newest. */
function useMoment(count: number): readonly [number, (at: number) => void] {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState(search.at);
  useEffect(() => setChosen(search.at), [search.at]);
  useEffect(() => {
    if (chosen === search.at) return;
    const timer = setTimeout(
      () => void navigate({ search: { at: chosen }, replace: true }),
      ADDRESS_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [chosen, search.at, navigate]);
  return [Math.min(chosen ?? count, count), (at) => setChosen(at === count ? undefined : at)];
}

interface StoodProps {
  readonly orderId: string;
  readonly moment: Moment;
  readonly before: Moment | undefined;
  readonly after: Moment | undefined;
}

function Stood({ orderId, moment, before, after }: StoodProps) {
  const is = useStateAt(orderId, moment);
  const was = useStateAt(orderId, before);
  useAhead(orderId, after);
  const { entry } = moment;
  return (
    <div className="stood">
      <h3>{entry.type}</h3>
      <p>
        {entry.room}, version {entry.version}, by {entry.actor}, <Time at={entry.occurredAt} />
        {entry.reason && <>: “{entry.reason}”</>}
      </p>
      <h4>What changed</h4>
      <Changes changes={is ? changesBetween(was, is) : undefined} />
      <details>
        <summary>What the event says</summary>
        <Fields fields={fieldsOf(entry.data)} />
      </details>
      <details>
        <summary>
          The order at version {moment.order}
          {moment.fulfilment > 0 && `, its fulfilment at version ${moment.fulfilment}`}
        </summary>
        {is && <Fields fields={fieldsOf(is)} />}
      </details>
    </div>
  );
}

function useStateAt(orderId: string, moment: Moment | undefined): object | undefined {
  const [order, fulfilment] = [moment?.order ?? 0, moment?.fulfilment ?? 0];
  const was = useQuery({ ...orderAt(orderId, order), placeholderData: keepPreviousData });
  const how = useQuery({ ...fulfilmentAt(orderId, fulfilment), placeholderData: keepPreviousData });
  if (order > 0 && !was.data) return undefined;
  if (fulfilment > 0 && !how.data) return undefined;
  const { version: _version, ...shown } = (order > 0 && was.data) || { version: 0 };
  const { steps = [], state } = (fulfilment > 0 && how.data) || {};
  // How often a step was tried is told as of now: it is no event.
  const told: Record<string, string> = {};
  for (const { name, direction, state: stands } of steps) told[`${name} ${direction}`] = stands;
  return { order: shown, ...(state && { fulfilment: { state, ...told } }) };
}

/** The next one is fetched before it is asked for. */
function useAhead(orderId: string, moment: Moment | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!moment) return;
    void client.prefetchQuery(orderAt(orderId, moment.order));
    if (moment.fulfilment > 0) void client.prefetchQuery(fulfilmentAt(orderId, moment.fulfilment));
  }, [client, orderId, moment]);
}

function Changes({ changes }: { readonly changes: readonly Change[] | undefined }) {
  if (!changes) return <p className="quiet">Loading…</p>;
  if (changes.length === 0) return <p className="quiet">Nothing of the order or its fulfilment.</p>;
  return (
    <table className="changes">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">{path}</th>
            <td>{before === undefined ? <span className="quiet">nothing</span> : <del>{before}</del>}</td>
            <td>{after === undefined ? <span className="quiet">nothing</span> : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fields({ fields }: { readonly fields: ReadonlyMap<string, string> }) {
  return (
    <dl className="fields">
      {[...fields].map(([path, text]) => (
        <div key={path}>
          <dt>{path}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
