import { getRouteApi } from '@tanstack/react-router';
import type { DeadLetter } from '../api/types.js';
import type { Action } from '../model/verbs.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Listing } from '../parts/Listing.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/dead-letters');
const filters = [{ name: 'state', label: 'State', options: ['replayed', 'discarded'], otherwise: 'open' }];

const placeOf = ({ topic, partition, offset }: DeadLetter): string => `${topic}/${partition}@${offset}`;

const verb = (letter: DeadLetter, rel: string): Action => ({
  rel,
  targets: [{ href: `/v1/ops/dead-letters/${letter.id}/${rel}`, name: placeOf(letter) }],
});

/** Records from Kafka that could not be handled. */
export function DeadLetters() {
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Title about="Records from Kafka that could not be handled. Send one back once its cause is mended, or give it up.">
        Dead letters
      </Title>
      <Listing<DeadLetter>
        name="Dead letters"
        path="/v1/ops/dead-letters"
        wanted={{ state }}
        filters={filters}
        onWant={(wish, replace) => void navigate({ search: wish, replace })}
        keyOf={({ id }) => id}
        empty={state ? 'No dead letter is like that.' : 'No dead letter: every record was handled.'}
        columns={{
          Record: placeOf,
          State: (letter) => <Badge state={letter.state} />,
          Key: ({ key }) => key ?? '',
          Why: ({ reason, error }) => `${reason}: ${error}`,
          Value: ({ value }) => (
            <details>
              <summary>Show</summary>
              <pre>{value}</pre>
            </details>
          ),
          Tries: ({ attempts }) => attempts,
          Failed: ({ failedAt }) => <Time at={failedAt} />,
          'What can be done': (letter) =>
            letter.state === 'open' && (
              <span className="buttons">
                <ActButton action={verb(letter, 'replay')} />
                <ActButton action={verb(letter, 'discard')} />
              </span>
            ),
        }}
      />
    </>
  );
}
