import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { StoredEvent } from '../api/types.js';
import { fieldsOf } from '../model/diff.js';
import { absolute } from '../model/zone.js';

interface Props {
  readonly event: StoredEvent;
  readonly onClose: () => void;
}

const order = /^(?:order|fulfilment)-([0-9a-f-]{36})$/;

/** One event whole: what it says, who did it, and what it followed from. */
export function EventDrawer({ event, onClose }: Props) {
  const orderId = order.exec(event.stream)?.[1];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside className="drawer" aria-labelledby="event">
      <h2 id="event" tabIndex={-1} ref={heading}>
        {event.type}
      </h2>
      <dl className="fields">
        {factsOf(event).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>What it says</h3>
      <dl className="fields">
        {[...fieldsOf(event.data)].map(([path, text]) => (
          <div key={path}>
            <dt>{path}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="buttons">
        <Link to="/events" search={{ stream: event.stream }}>
          Its stream
        </Link>
        {orderId && (
          <Link to="/orders/$orderId" params={{ orderId }}>
            The order
          </Link>
        )}
        <button
          type="button"
          onClick={() => void navigator.clipboard.writeText(JSON.stringify(event, null, 2))}
        >
          Copy
        </button>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </p>
    </aside>
  );
}

const factsOf = (event: StoredEvent): readonly (readonly [string, string | number])[] => [
  ['Position', event.position],
  ['Stream', `${event.stream}, version ${event.version}`],
  ['By', event.reason ? `${event.actor}: ${event.reason}` : event.actor],
  ['Happened', absolute(event.occurredAt)],
  ['Stored as', `version ${event.schemaVersion} of ${event.type}`],
  ['Id', event.id],
  ['Command', event.commandId],
  ['Followed from', event.causationId ?? 'a request from outside'],
  ['Belongs to', event.correlationId],
];
