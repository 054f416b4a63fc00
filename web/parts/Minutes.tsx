import { absolute } from '../model/zone.js';

interface Minute {
  readonly at: string;
  readonly events: number;
}

const [WIDTH, HEIGHT] = [610, 80];

/** A bar a minute; the figures themselves are in a table for whoever wants them. */
export function Minutes({ minutes }: { readonly minutes: readonly Minute[] }) {
  const most = Math.max(1, ...minutes.map(({ events }) => events));
  const step = WIDTH / Math.max(1, minutes.length);
  const sum = minutes.reduce((all, { events }) => all + events, 0);
  return (
    <>
      <svg
        className="minutes"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${sum} in an hour, at most ${most} in a minute`}
      >
        {minutes.map(({ at, events }, n) => {
          const height = (events / most) * HEIGHT;
          return (
            <rect key={at} x={n * step} y={HEIGHT - height} width={step - 2} height={height}>
              <title>{`${absolute(at)}: ${events}`}</title>
            </rect>
          );
        })}
      </svg>
      <details>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Minute</th>
              <th scope="col">Events</th>
            </tr>
          </thead>
          <tbody>
            {minutes.map(({ at, events }) => (
              <tr key={at}>
                <th scope="row">{absolute(at)}</th>
                <td>{events}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
