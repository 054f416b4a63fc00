import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { newestEvents } from '../api/queries.js';
import type { StoredEvent } from '../api/types.js';
import { EventDrawer } from '../parts/EventDrawer.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';

const route = getRouteApi('/events');

/** What was stored last, as it comes in. */
export function Events() {
  const { type, stream, event } = route.useSearch();
  const navigate = route.useNavigate();
  const [isPaused, setPaused] = useState(false);
  const narrow = (wish: object) =>
    void navigate({ search: (before) => ({ ...before, ...wish }), replace: true });
  const filter = Object.entries({ type, stream })
    .map(([name, value]) => (value ? `&${name}=${encodeURIComponent(value)}` : ''))
    .join('');
  const query = useQuery({ ...newestEvents(filter), ...(isPaused && { refetchInterval: false as const }) });
  return (
    <>
      <h1>Live tail</h1>
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
        <button type="button" aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>
          {isPaused ? 'Go on' : 'Pause'}
        </button>
      </form>
      <Loaded query={query}>
        {({ items }) => {
          const open = items.find(({ id }) => id === event);
          return (
            <>
              {event && !open && (
                <p className="note">The event of this address is not among the newest of this list.</p>
              )}
              {open && (
                <EventDrawer key={open.id} event={open} onClose={() => narrow({ event: undefined })} />
              )}
              <List events={items} />
            </>
          );
        }}
      </Loaded>
    </>
  );
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
