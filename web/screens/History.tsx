import { useQuery, useQueryClient, keepPreviousData } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { fulfilmentAt, orderAt } from '../api/queries.js';
import { changesBetween, fieldsOf } from '../model/diff.js';
import type { Moment } from '../model/moments.js';
import { useKey } from '../parts/Shortcuts.js';
import { absolute } from '../model/zone.js';
import { Time } from '../parts/Time.js';
import { Timeline } from '../parts/Timeline.js';
import { Changes, Fields } from '../parts/Changes.js';
import { Rows } from './Rows.js';

const route = getRouteApi('/orders/$orderId');
/** A browser takes only so many addresses from somebody who drags. */
const ADDRESS_AFTER_MS = 300;
const [BEHIND, AHEAD] = [3, 3];

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
  const isThere = moment !== undefined;
  useEffect(() => {
    if (isThere) performance.mark('story-shown');
  }, [isThere]);
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
        <Stood orderId={orderId} moments={moments} at={at} />
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
      () => void navigate({ search: (before) => ({ ...before, at: chosen }), replace: true }),
      ADDRESS_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [chosen, search.at, navigate]);
  return [Math.min(chosen ?? count, count), (at) => setChosen(at === count ? undefined : at)];
}

interface StoodProps {
  readonly orderId: string;
  readonly moments: readonly Moment[];
  /** Counted from 1. */
  readonly at: number;
}

function Stood({ orderId, moments, at }: StoodProps) {
  const moment = moments[at - 1]!;
  const is = useStateAt(orderId, moment);
  const was = useStateAt(orderId, moments[at - 2]);
  useAhead(orderId, moments, at);
  const { entry } = moment;
  return (
    <div className="stood">
      <h3>{entry.type}</h3>
      <p>
        {entry.room}, version {entry.version}, by {entry.actor}, <Time at={entry.occurredAt} />
        {entry.reason && <>: “{entry.reason}”</>}
      </p>
      <h4>What changed</h4>
      <Changes
        changes={is ? changesBetween(was, is) : undefined}
        none="Nothing of the order or its fulfilment."
      />
      <Rows moments={moments} at={at} />
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

/** Those next to it are fetched before they are asked for, in either direction; one at a time, as nobody waits for them. */
function useAhead(orderId: string, moments: readonly Moment[], at: number): void {
  const client = useQueryClient();
  useEffect(() => {
    let isLeft = false;
    const fetchNear = async () => {
      const near = [
        ...moments.slice(at, at + AHEAD),
        ...moments.slice(Math.max(0, at - 1 - BEHIND), at - 1).reverse(),
      ];
      for (const { order, fulfilment } of near) {
        if (isLeft) return;
        await client.prefetchQuery(orderAt(orderId, order));
        if (fulfilment > 0) await client.prefetchQuery(fulfilmentAt(orderId, fulfilment));
      }
    };
    void fetchNear();
    return () => void (isLeft = true);
  }, [client, orderId, moments, at]);
}
