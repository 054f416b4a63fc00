import type { Fulfilment } from '../api/types.js';
import { laneOf, stateInWords, type Node } from '../model/lane.js';
import { Badge } from './Badge.js';
import { Time } from './Time.js';

/** The steps of fulfilment, and below them the way back as far as it was gone. */
export function Lane({ fulfilment }: { readonly fulfilment: Fulfilment }) {
  const { forward, back } = laneOf(fulfilment);
  return (
    <section aria-labelledby="lane">
      <h2 id="lane">
        Fulfilment <Badge state={fulfilment.state} />
      </h2>
      <ol className="lane">
        {forward.map((node) => (
          <Step key={node.name} node={node} />
        ))}
      </ol>
      {back.length > 0 && (
        <>
          <h3>Taken back</h3>
          <ol className="lane back">
            {back.map((node) => (
              <Step key={node.name} node={node} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Step({ node: { name, state, attempts, detail, startedAt, endedAt } }: { readonly node: Node }) {
  const at = endedAt ?? startedAt;
  return (
    <li className={state}>
      <strong>{name}</strong> <Badge state={state}>{stateInWords[state]}</Badge>
      {at && (
        <span className="quiet">
          <Time at={at} />
          {attempts > 1 && `, ${attempts} tries`}
        </span>
      )}
      {detail && <span className="quiet">{detail}</span>}
    </li>
  );
}
