import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { session } from '../api/queries.js';
import { follow, type LiveEvent, type Standing } from '../api/live.js';

/**
 * Hears what happens while a screen is open.
 *
 * @param address undefined as long as it is not known from where on
 * @param after a position of the log, looked at when the address changes
 */
export function useLive(
  address: string | undefined,
  heard: (event: LiveEvent) => void,
  after?: number,
): Standing {
  const [standing, setStanding] = useState<Standing>('connecting');
  const client = useQueryClient();
  const latest = useRef({ heard, after });
  useEffect(() => {
    latest.current = { heard, after };
  });
  useEffect(() => {
    if (address === undefined) return undefined;
    return follow(address, {
      after: latest.current.after,
      heard: (event) => latest.current.heard(event),
      stands: setStanding,
      refused: ({ document: { status } }) => {
        setStanding('refused');
        if (status === 401) void client.invalidateQueries(session);
      },
    });
  }, [address, client]);
  return standing;
}

const signs: Readonly<Record<Standing, readonly [tone: string, text: string]>> = {
  connecting: ['quiet', '○ connecting'],
  live: ['good', '● live'],
  disconnected: ['bad', '✕ disconnected; it is tried again every two seconds, and nothing is missed'],
  refused: ['warn', '✕ not for your role'],
};

/** Whether what is shown is kept up to date. */
export function LiveSign({ standing, isPaused = false }: { standing: Standing; isPaused?: boolean }) {
  const [tone, text] = isPaused ? (['warn', '‖ paused'] as const) : signs[standing];
  return (
    <span className={`badge ${tone}`} role="status">
      {text}
    </span>
  );
}
