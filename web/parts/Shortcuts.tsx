import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Where `g` and a letter lead. */
const places = {
  i: '/',
  v: '/overview',
  k: '/kafka',
  m: '/stock',
  w: '/webhooks',
  a: '/operations',
  y: '/system',
  o: '/orders',
  s: '/sagas',
  u: '/subscriptions',
  d: '/dead-letters',
  p: '/parked',
  e: '/events',
} as const;

const said: readonly (readonly [keys: string, what: string])[] = [
  ['g i', 'inbox'],
  ['g o', 'orders'],
  ['g s', 'sagas'],
  ['g v', 'overview'],
  ['g u', 'projections'],
  ['g k', 'outbox and Kafka'],
  ['g m', 'stock and money'],
  ['g w', 'webhooks'],
  ['g a', 'operations and audit'],
  ['g y', 'system'],
  ['g d', 'dead letters'],
  ['g p', 'parked events'],
  ['g e', 'live tail'],
  ['/ or Ctrl K', 'search'],
  ['j k', 'next and previous thing that can be done'],
  ['[ ]', 'on an order: one event back, one forward'],
  ['Esc', 'close'],
];

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=range]), textarea, select');

/** Calls back for a key pressed where nobody writes and no dialog is open. */
export function useKey(heard: (key: string) => void): void {
  const latest = useRef(heard);
  useEffect(() => {
    latest.current = heard;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      if (event.key === '/') event.preventDefault();
      latest.current(event.key);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** Moves the focus among what a screen marks as its stops. */
function step(by: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  stops[Math.min(stops.length - 1, Math.max(0, at + by))]?.focus();
}

export function Shortcuts() {
  const dialog = useRef<HTMLDialogElement>(null);
  const isGoing = useRef(false);
  const navigate = useNavigate();
  useKey((key) => {
    const place = isGoing.current ? places[key as keyof typeof places] : undefined;
    isGoing.current = key === 'g';
    if (place) void navigate({ to: place });
    else if (key === '/') document.getElementById('search')?.focus();
    else if (key === '?') dialog.current?.showModal();
    else if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1);
  });
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        Keys <kbd>?</kbd>
      </button>
      <dialog ref={dialog} aria-labelledby="keys">
        <h2 id="keys">Keys</h2>
        <dl className="keys">
          {said.map(([keys, what]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
}
