import { useSyncExternalStore } from 'react';
import { absolute } from '../model/zone.js';

const TICK_MS = 5_000;
let now = Date.now();
const listeners = new Set<() => void>();
setInterval(() => {
  now = Date.now();
  for (const listener of listeners) listener();
}, TICK_MS);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function relative(at: string, from: number): string {
  const seconds = Math.round((from - Date.parse(at)) / 1000);
  const [size, ahead] = [Math.abs(seconds), seconds < -1];
  const words =
    size < 5
      ? 'now'
      : size < 60
        ? `${size} s`
        : size < 3600
          ? `${Math.round(size / 60)} min`
          : size < 86_400
            ? `${Math.round(size / 3600)} h`
            : `${Math.round(size / 86_400)} d`;
  return words === 'now' ? 'just now' : ahead ? `in ${words}` : `${words} ago`;
}

/** How long ago; exactly when, where the focus is or what is pointed at. */
export function Time({ at }: { readonly at: string }) {
  const from = useSyncExternalStore(subscribe, () => now);
  return (
    <time dateTime={at} title={absolute(at)}>
      {relative(at, from)}
      <span className="exactly"> {absolute(at)}</span>
    </time>
  );
}
