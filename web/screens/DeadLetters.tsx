import { useQuery } from '@tanstack/react-query';
import { deadLetters } from '../api/queries.js';
import type { DeadLetter } from '../api/types.js';
import type { Action } from '../model/verbs.js';
import { ActButton } from '../parts/Acting.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';

const placeOf = ({ topic, partition, offset }: DeadLetter): string => `${topic}/${partition}@${offset}`;

const verb = (letter: DeadLetter, rel: string): Action => ({
  rel,
  targets: [{ href: `/v1/ops/dead-letters/${letter.id}/${rel}`, name: placeOf(letter) }],
});

/** Records from Kafka that could not be handled. */
export function DeadLetters() {
  const query = useQuery(deadLetters);
  return (
    <>
      <h1>Dead letters</h1>
      <Loaded query={query}>
        {({ items, isMore }) => (
          <Table
            name="Dead letters"
            rows={items}
            isMore={isMore}
            keyOf={({ id }) => id}
            empty={<p>No dead letter: every record was handled.</p>}
            columns={{
              Record: placeOf,
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
              'What can be done': (letter) => (
                <span className="buttons">
                  <ActButton action={verb(letter, 'replay')} />
                  <ActButton action={verb(letter, 'discard')} />
                </span>
              ),
            }}
          />
        )}
      </Loaded>
    </>
  );
}
