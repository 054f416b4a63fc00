import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useReducer, useRef } from 'react';
import { newestEvents } from '../api/queries.js';
import type { LiveEvent } from '../api/live.js';
import type { StoredEvent } from '../api/types.js';
import { arrived, noTail, settled } from '../model/tail.js';
import { EventDrawer } from '../parts/EventDrawer.js';
import { LiveSign, useLive } from '../parts/Live.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/events');
/** However much is stored, a list that changes more often cannot be read. */
const SHOW_MS = 250;

/** What was stored last, as it comes in. */
export function Events() {
  const { type, stream, event, paused } = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = (wish: object) =>
    void navigate({ search: (before) => ({ ...before, ...wish }), replace: true });
  const filter = Object.entries({ type, stream })
    .map(([name, value]) => (value ? `&${name}=${encodeURIComponent(value)}` : ''))
    .join('');
  return (
    <>
      <Title about="Everything that happens is stored as an event and never changed. The newest come in at the top.">
        Live tail
      </Title>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          Type
          <input value={type ?? ''} onChange={({ target }) => narrow({ type: target.value || undefined })} />
        </label>
        <label>
          Stream
          <input
            value={stream ?? ''}
            onChange={({ target }) => narrow({ stream: target.value || undefined })}
          />
        </label>
        <button
          type="button"
          aria-pressed={paused === true}
          onClick={() => narrow({ paused: paused ? undefined : true })}
        >
          {paused ? 'Go on' : 'Pause'}
        </button>
      </form>
      <Tail
        key={filter}
        filter={filter}
        isPaused={paused === true}
        open={event}
        onClose={() => narrow({ event: undefined })}
      />
    </>
  );
}

interface TailProps {
  readonly filter: string;
  readonly isPaused: boolean;
  /** Id of the event that is shown whole. */
  readonly open: string | undefined;
  readonly onClose: () => void;
}

function Tail({ filter, isPaused, open: wanted, onClose }: TailProps) {
  const query = useQuery(newestEvents(filter));
  const [newer, standing] = useArriving(filter, query.data?.items, () => void query.refetch());
  const { current: frozen } = useFrozen(newer, isPaused);
  return (
    <>
      <p>
        <LiveSign standing={standing} isPaused={isPaused} />{' '}
        <span className="quiet">
          {newer.count} came in
          {isPaused && `, ${newer.count - frozen.count} of them while it is paused`}
        </span>
      </p>
      <Loaded query={query}>
        {({ items }) => {
          const events = settled(frozen, items);
          const open = events.find(({ id }) => id === wanted) ?? items.find(({ id }) => id === wanted);
          return (
            <>
              {wanted && !open && (
                <p className="note">The event of this address is not among the newest of this list.</p>
              )}
              {open && <EventDrawer key={open.id} event={open} onClose={onClose} />}
              <List events={events} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

/** What has come since the list was read, a few times a second. */
function useArriving(filter: string, read: readonly StoredEvent[] | undefined, readAgain: () => void) {
  const buffer = useRef(noTail);
  const [, show] = useReducer((times: number) => times + 1, 0);
  const heard = ({ type, data }: LiveEvent) => {
    if (type === 'following' || type === 'reset') return readAgain();
    if (type !== 'unreadable') buffer.current = arrived(buffer.current, data as StoredEvent);
  };
  const address = read && `/v1/ops/events/live?${filter.slice(1)}`;
  const standing = useLive(address, heard, read?.[0]?.position);
  const shown = useRef(buffer.current);
  useEffect(() => {
    const timer = setInterval(() => {
      if (shown.current !== buffer.current) show();
    }, SHOW_MS);
    return () => clearInterval(timer);
  }, []);
  shown.current = buffer.current;
  return [buffer.current, standing] as const;
}

/** What was there when it was paused. */
function useFrozen<Value>(value: Value, isPaused: boolean) {
  const kept = useRef(value);
  if (!isPaused) kept.current = value;
  return kept;
}

const List = ({ events }: { readonly events: readonly StoredEvent[] }) => (
  <Table
    name="Events, newest first"
    rows={events}
    keyOf={({ id }) => id}
    empty={<p>No event is like that.</p>}
    columns={{
      Position: ({ position }) => position,
      Type: ({ id, type }) => (
        <Link to="/events" search={(before) => ({ ...before, event: id })} data-stop="">
          {type}
        </Link>
      ),
      Stream: ({ stream, version }) => (
        <>
          <code>{stream}</code> version {version}
        </>
      ),
      By: ({ actor, reason }) => (reason ? `${actor}: ${reason}` : actor),
      When: ({ occurredAt }) => <Time at={occurredAt} />,
      Data: ({ data }) => (
        <details>
          <summary>Show</summary>
          <pre>{JSON.stringify(data, null, 2)}</pre>
        </details>
      ),
    }}
  />
);
